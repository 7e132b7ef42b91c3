"""`python -m pmg_docs` is the command `pmg`."""

from pmg_docs.cli import main

if __name__ == "__main__":
    main()
