"""`python -m platica` is the command line."""

from platica.cli.main import run

if __name__ == "__main__":
    run()
