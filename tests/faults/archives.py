"""Faults of a zip: ways out of it, links, disguises, bombs, and what is missing."""

import stat
import zipfile
from collections.abc import Iterator, Mapping

from schemas import TABLES
from scripts.package.archive import DEEPEST, LARGEST_LIST, MOST_FILES
from scripts.package.descriptor import FILE
from scripts.tables.csv import csv_path
from tests.edits import entry, zipped
from tests.faults.fault import Fault, Grounds

ZIP = "p.zip"
NAMES = {
    "entry_outside": ["../x.csv", "data/../../x.csv", "/x.csv", "//host/x.csv", "C:/x.csv", "C:x.csv", "data\\x.csv"],
    "odd_path": ["./data/x.csv", "data//x.csv", "a/" * DEEPEST + "x.csv", "nul", "data/com1.csv", "data/x.", "data /x"],
    "zip_in_zip": ["inner.zip"],
    "nested_package": [f"inner/{FILE}", "Datapackage.JSON"],
    "entry_twice": [csv_path("actors"), csv_path("actors").upper()],
}


def _packed(files: Mapping[str, bytes]) -> list[tuple[zipfile.ZipInfo, bytes]]:
    return [(entry(name), data) for name, data in files.items()]


def _whole(ready: Grounds) -> dict[str, bytes]:
    return {name: data for name, data in ready.bytes.items() if name.startswith("data/") or name == FILE}


def _fault(rule: str, data: bytes, code: str, file: str = ZIP) -> Fault:
    return Fault("zip", ZIP, rule, {ZIP: data}, file, 0, "", {code})


def _kinds() -> Iterator[tuple[str, zipfile.ZipInfo, bytes]]:
    """Yield (code, entry, bytes) of entries that are refused for what they are."""
    link = entry("data/link.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    yield "link", link, b"/etc/passwd"
    yield "entry_ratio", entry("big.csv"), b"0" * 5_000_000


def of_entries(ready: Grounds) -> Iterator[Fault]:
    """Add one entry that is refused."""
    whole = _packed(_whole(ready))
    for code, names in NAMES.items():
        for name in names:
            yield _fault(f"{code} {name[:20]}", zipped([*whole, (entry(name), b"x")]), code)
    for code, head, data in _kinds():
        yield _fault(code, zipped([*whole, (head, data)]), code)


def _encrypted(data: bytes) -> bytes:
    """Return a zip whose first entry says that it is encrypted."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + bytes([data[at] | 1]) + data[at + 1 :]


def of_zips(ready: Grounds) -> Iterator[Fault]:
    """Break the zip as a whole."""
    whole = zipped(_packed(_whole(ready)))
    many = {f"f{number}": b"" for number in range(MOST_FILES + 1)}
    listed = {f"{number}{'x' * 60_000}": b"" for number in range(LARGEST_LIST // 60_000 + 2)}
    swelling = {f"x{number}": b"0" * 1_000_000 for number in range(60)}
    inner = {f"package/{name}": data for name, data in _whole(ready).items()}
    yield _fault("too_many_files", zipped(_packed(many)), "too_many_files")
    yield _fault("list of entries", zipped(_packed(listed)), "bad_zip")
    yield _fault("zip_ratio in all", zipped(_packed(swelling)), "zip_ratio")
    yield _fault("nested_package in all", zipped(_packed(inner)), "nested_package")
    yield _fault("encrypted", _encrypted(whole), "encrypted")
    yield _fault("no zip", b"PK\x03\x04 no zip", "bad_zip")
    yield _fault("cut", whole[:-30], "bad_zip")
    yield _fault("damaged", whole[:60] + bytes([whole[60] ^ 255]) + whole[61:], "bad_zip")
    for name in [FILE, *map(csv_path, TABLES)]:
        rest = {other: data for other, data in _whole(ready).items() if other != name}
        yield _fault(f"without {name}", zipped(_packed(rest)), "missing_file", name)
