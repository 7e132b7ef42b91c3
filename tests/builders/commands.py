"""The command line of this clone, as another process."""

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def pmg(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with so much of the environment changed."""
    return subprocess.run(
        [sys.executable, str(_ROOT / "cli.py"), *arguments], cwd=folder, capture_output=True,
        text=True, encoding="utf-8", check=False, env={**os.environ, **environment},
    )  # fmt: skip
