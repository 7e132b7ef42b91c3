import subprocess
import sys

MODULES = "amounts, dates, lists, numbers, numerals, places, reading, register"


def test_importing_the_layer_loads_no_babel_and_reads_no_data() -> None:
    program = (
        "import sys\n"
        f"from pmg_docs.dutch import {MODULES}\n"
        "assert not [name for name in sys.modules if name.startswith('babel')]\n"
        "assert register.municipalities.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
