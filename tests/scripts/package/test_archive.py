"""A zip of the package is read; what tests/faults/archives.py does not make of one, and is refused, is here."""

import os
import zipfile
from pathlib import Path

import pytest

from scripts.checks.package import check_package
from scripts.package.archive import opened
from tests.edits import entry, files, zipped


def _codes(data: bytes, folder: Path) -> list[str]:
    """Return the codes of what is wrong with a zip, or with the package in it."""
    (folder / "p.zip").write_bytes(data)
    with opened(folder / "p.zip") as (root, problems):
        return [problem.code for problem in problems or check_package(root).problems]


def test_a_zip_of_the_package_is_valid(published: Path, tmp_path: Path) -> None:
    assert _codes(zipped([(entry(name), data) for name, data in files(published).items()]), tmp_path) == []


def test_a_zip_that_says_it_is_huge_is_not_unpacked(tmp_path: Path) -> None:
    data = bytearray(zipped([(entry("data/actors.csv"), b"x")]))
    head = data.index(b"PK\x01\x02")  # of the list at the end: its size unpacked, in the place of what it is
    data[head + 20 : head + 28] = (2_000_000_000).to_bytes(4, "little") * 2
    assert "zip_too_large" in _codes(bytes(data), tmp_path)


def test_an_entry_without_a_name_is_refused(tmp_path: Path) -> None:
    assert "odd_path" in _codes(zipped([(entry(""), b"x"), (entry("a"), b"x")]), tmp_path)


@pytest.mark.parametrize("kind", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_damaged_zip_gives_a_problem(kind: int, tmp_path: Path) -> None:
    whole = zipped([(entry("datapackage.json", kind), os.urandom(3000) + b"0" * 3000)])
    for at in range(60, 1000, 97):
        assert _codes(whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1 :], tmp_path) == ["bad_zip"]
