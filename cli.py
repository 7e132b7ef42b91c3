"""`python cli.py …` in a clone is the same command as the installed `pmg`."""

from pmg_docs.cli import main

if __name__ == "__main__":
    main()
