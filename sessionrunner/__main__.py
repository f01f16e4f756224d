"""Start the program: ``python -m sessionrunner``."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from sessionrunner.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
