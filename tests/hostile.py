"""Bytes as an attacker or an accident would make them: random ones, and valid files with a few changes."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from tests.edits import entry, zipped

Change = Callable[[bytes], bytes]
# What parsers are known to stumble over: characters, of which surrogates stand for bytes that are not UTF-8, and words.
SIGNS = "\x00\r\n\t \"'\\#[]{}=.,:-+@/~\ufeff\u202e\u200b\xa0\u2028\x85😀\ue000о½“”’‘\ufffd\udcff\udcc3"
WORDS = r"""
"" ''' \u0000 \ud800 [[ ]] .. ../ C:\ -0 1e999 nan inf NaN true null 1_000 1,000 1.5 2021-02-30 0000-01-01 9999-12-31
2021 ../2021 2021/.. 1979-05-27T07:32:00Z http://127.0.0.1:9/ file:///etc/passwd
"""
TOKENS = [*SIGNS, *WORDS.split(), '"""', "\r\n", "\udce2\udc82", "PK\x03\x04", "PK\x05\x06"]
LONG = ["9" * 30, f"0x{'f' * 60}", "[" * 200, "a." * 100, '"' * 99, "a" * 3000, "two " * 200, "x\n" * 200]
PLACE = st.floats(0, 1, exclude_max=True)
TOKEN = st.one_of(
    st.sampled_from([token.encode("utf-8", "surrogateescape") for token in TOKENS + LONG]),
    st.binary(min_size=1, max_size=8),
    st.text(min_size=1, max_size=8).map(lambda text: text.encode("utf-8", "surrogatepass")),
)


def _cut(place: float, length: int, token: bytes) -> Change:
    """Return the change that puts a token in the place of `length` bytes."""

    def change(data: bytes) -> bytes:
        at = int(place * (len(data) + 1))
        return data[:at] + token + data[at + length :]

    return change


def _doubled(place: float, length: int, to: float) -> Change:
    """Return the change that copies a passage to another place."""

    def change(data: bytes) -> bytes:
        at, there = int(place * (len(data) + 1)), int(to * (len(data) + 1))
        return data[:there] + data[at : at + length] + data[there:]

    return change


CHANGE = st.one_of(
    st.builds(_cut, PLACE, st.just(0), TOKEN),
    st.builds(_cut, PLACE, st.integers(1, 12), TOKEN),
    st.builds(_cut, PLACE, st.integers(1, 400), st.just(b"")),
    st.builds(_cut, PLACE, st.just(10**9), st.just(b"")),
    st.builds(_doubled, PLACE, st.integers(1, 400), PLACE),
)


def _changed(data: bytes, changes: list[Change]) -> bytes:
    for change in changes:
        data = change(data)
    return data


def mutated(*valid: bytes) -> st.SearchStrategy[bytes]:
    """Return valid files with one to six changes."""
    return st.builds(_changed, st.sampled_from(valid), st.lists(CHANGE, min_size=1, max_size=6))


def hostile(*valid: bytes) -> st.SearchStrategy[bytes]:
    """Return mutated files mostly, and random bytes."""
    return st.one_of(mutated(*valid), mutated(*valid), mutated(*valid), st.binary(max_size=600))


def _packed(files: list[tuple[str, bytes]], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    return zipped([(entry(name, kind), data) for name, data in files])


NAME = st.one_of(
    st.sampled_from(
        ["datapackage.json", "data/actors.csv", "../x", "/x", "C:\\x", "a/../b", "data", "data/", "nul", "x."]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12),
    st.lists(st.sampled_from(["..", ".", "data", "a", "", "~", "nul.csv"]), min_size=1, max_size=6).map("/".join),
)
KINDS = st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
ODD_ZIPS = st.builds(
    _packed, st.lists(st.tuples(NAME, st.binary(max_size=40)), max_size=5, unique_by=lambda e: e[0]), KINDS
)


def zips(folder: Path) -> st.SearchStrategy[bytes]:
    """Return zips: the package's with changes, some with odd names, and random bytes."""
    files = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(folder.rglob("*.*"))]
    whole = [_packed([file for file in files if Path(file[0]).suffix]), _packed(files[:2], zipfile.ZIP_STORED)]
    return st.one_of(hostile(*whole), ODD_ZIPS)
