"""Programs in Node.js that the tests ask something of: one question, one answer."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "node"
MODULES = FOLDER / "node_modules"


def executable() -> str:
    """Node.js, preferably the one that came with the Python packages."""
    own = Path(sys.executable).parent / "node"
    return str(own) if own.exists() else "node"


def module(name: str) -> Path:
    """A file of an installed package.

    Raises:
        FileNotFoundError: it is not installed.
    """
    file = MODULES / name
    if not file.exists():
        raise FileNotFoundError(f"{name} is missing. Run: npm ci --prefix tests/node")
    return file


def ask(program: str, question: dict[str, Any], timeout: float = 600) -> Any:
    """What a program of `tests/node` answers.

    Raises:
        RuntimeError: it failed; the error holds what it said.
    """
    done = subprocess.run(
        [executable(), str(FOLDER / program)],
        input=json.dumps(question), capture_output=True, text=True, timeout=timeout, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{program} failed:\n{done.stderr}")
    return json.loads(done.stdout)
