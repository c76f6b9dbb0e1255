"""The one command: python -m scripts VERB.

Every verb ends with 0 (done), 1 (something must be mended, and was told) or 2 (could not run).
"""

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path

from scripts.problem import CannotRunError, exact_output, printable, safe_output, shown

HERE = Path(__file__).resolve().parent.parent
VERBS = {
    "build": "make data/, the documents and datapackage.json from seeds/",
    "validate": "check a package: a folder, its datapackage.json or a zip",
    "show": "look at a table, or at an article with its coded spans",
    "draft": "draft the coding sheet of an article",
    "evaluate": "measure drafts, or the agreement of two blind codings",
    "compare": "say what changed between two editions, and which version step follows",
    "release": "write the files of a release",
    "site": "write the explorer, a static site",
}


def _folder(path: str) -> Path:
    """Return the path of a folder; raise CannotRunError where there is none."""
    if not Path(path).is_dir():
        raise CannotRunError(f"{shown(path, 300)} is not a folder")
    return Path(path)


def _parser(given: list[str]) -> argparse.ArgumentParser:
    """Return the parser of all verbs; the options of the one that is given alone, as the others are not imported."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    asked = next((word for word in given if not word.startswith("-")), "")
    for name, purpose in VERBS.items():
        if name != asked:
            verbs.add_parser(name, help=purpose)
            continue
        command = import_module(f"scripts.commands.{name}")
        verb = verbs.add_parser(name, help=purpose, description=command.__doc__, allow_abbrev=False)
        verb.add_argument("--root", type=_folder, default=HERE, metavar="DIR", help="another copy of the repository")
        command.register(verb)
        verb.set_defaults(run=command.run)
    return parser


def _reason(error: BaseException) -> str:
    """Return in a line why the command could not do its work."""
    if isinstance(error, ModuleNotFoundError):
        return f"the library {error.name} is not here; run `make`, then .venv/bin/python -m scripts …"
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.strerror}: {error.filename}"
    return str(error)


def main(arguments: list[str] | None = None) -> int:
    """Run the verb that the arguments name; return the exit code."""
    safe_output(sys.stdout, sys.stderr)
    given = sys.argv[1:] if arguments is None else arguments
    try:
        options = _parser(given).parse_args(given)
        if getattr(options, "format", "") in {"json", "markdown", "github"}:
            exact_output(sys.stdout)
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has gone, and wants to hear no more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print("interrupted: run it again, so that no file is of another run", file=sys.stderr)
    except (CannotRunError, OSError, ModuleNotFoundError) as error:
        print(f"could not run: {printable(_reason(error))}", file=sys.stderr)
    else:
        return code
    return 2


if __name__ == "__main__":
    sys.exit(main())
