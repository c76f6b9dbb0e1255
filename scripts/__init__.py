"""The verbs that a person runs, one small file each, over the packages that do the work."""

import sys
from importlib.util import find_spec

if find_spec("pandera") is None:
    print("could not run: the libraries are not here; run `make`, then .venv/bin/python -m …", file=sys.stderr)
    raise SystemExit(2)
