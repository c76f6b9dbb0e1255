"""What each problem says and how it is mended, as problems.toml declares it."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("problems.toml")


class Kind(NamedTuple):
    """One kind of problem: templates of what is wrong and of how to mend it, and the version that first told it."""

    says: str
    mend: str
    since: str = "0.1.0"


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind of problem by its code, in the order of the file."""
    return {code: Kind(**kind) for code, kind in tomllib.loads(FILE.read_text(encoding="utf-8")).items()}
