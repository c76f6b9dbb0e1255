"""Open a package for reading: a folder, a datapackage.json, or a zip, which is unpacked into a temporary folder."""

import io
import lzma
import os
import re
import stat
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from scripts.package.descriptor import FILE
from scripts.problem import CannotRunError, Problem, problem, shown

MOST_FILES = 5_000
LARGEST = 1_000_000_000  # bytes of everything unpacked
FREE = 50_000_000  # bytes unpacked that need no ratio
DEEPEST = 8  # folders within folders
LARGEST_RATIO = 200  # bytes unpacked for one byte packed
CHUNK = 1 << 20
LARGEST_LIST = 4 << 20  # bytes of the list of entries, which is read at once
ONLY_ON_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?|.*[. ]", re.IGNORECASE | re.DOTALL)


BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    EOFError,
    ValueError,
    RuntimeError,
    LookupError,
    OSError,
)


class _Sparing(io.FileIO):
    """A file of which only so much is read at once, so that a zip cannot fill the memory with its list of entries."""

    def read(self, size: int | None = -1, /) -> bytes:
        left = max(0, os.fstat(self.fileno()).st_size - self.tell())
        if (left if size is None or size < 0 else min(size, left)) > LARGEST_LIST:
            raise zipfile.BadZipFile("its list of entries is too large")
        return super().read(size) or b""


def _entry_fault(entry: zipfile.ZipInfo) -> str | None:
    """Return the code of the problem of an entry that must not be unpacked."""
    name, path = entry.filename, PurePosixPath(entry.filename)
    plain = name and path.as_posix() == name.rstrip("/") and len(path.parts) <= DEEPEST
    faults = {
        "entry_outside": path.is_absolute() or ".." in path.parts or set("\\:\0") & set(name + entry.orig_filename),
        "odd_path": not plain or any(map(ONLY_ON_WINDOWS.fullmatch, path.parts)),
        "link": stat.S_ISLNK(entry.external_attr >> 16),
        "encrypted": entry.flag_bits & 1,
        "nested_package": path.name.lower() == FILE and name != FILE,
        "zip_in_zip": path.suffix.lower() == ".zip",
        "entry_ratio": entry.file_size > max(CHUNK, LARGEST_RATIO * entry.compress_size),
    }
    return next((code for code, found in faults.items() if found), None)


def archive_problems(archive: zipfile.ZipFile, label: str) -> list[Problem]:
    """Return what forbids unpacking a zip."""
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        return [problem("too_many_files", label, entries=len(entries), most=MOST_FILES)]
    faults = [(entry.filename, code) for entry in entries if (code := _entry_fault(entry))]
    found = [problem(code, label, name=name, most=LARGEST_RATIO) for name, code in faults]
    whole, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if whole > LARGEST:
        found.append(problem("zip_too_large", label, most=LARGEST))
    elif whole > max(FREE, LARGEST_RATIO * packed):
        found.append(problem("zip_ratio", label, most=LARGEST_RATIO))
    for name, times in Counter(entry.filename.rstrip("/").casefold() for entry in entries).items():
        if times > 1:
            found.append(problem("entry_twice", label, name=name, times=times))
    return found


def _unpack(archive: zipfile.ZipFile, folder: Path) -> None:
    """Write the entries, which have been checked, below folder; raise BadZipFile where one is larger than it says."""
    for entry in archive.infolist():
        path = folder.joinpath(*PurePosixPath(entry.filename).parts)
        if entry.is_dir():
            path.mkdir(parents=True, exist_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        left = entry.file_size
        with archive.open(entry) as packed, path.open("wb") as unpacked:
            while chunk := packed.read(min(CHUNK, left + 1)):
                left -= len(chunk)
                if left < 0:
                    raise zipfile.BadZipFile(f"{entry.filename} is larger than the zip says")
                unpacked.write(chunk)


def _unpacked(path: Path, folder: Path) -> list[Problem]:
    try:
        with _Sparing(path) as file, zipfile.ZipFile(file) as archive:
            problems = archive_problems(archive, path.name)
            if not problems:
                _unpack(archive, folder)
    except BROKEN as error:
        return [problem("bad_zip", path.name, why=type(error).__name__)]
    return problems


@contextmanager
def opened(target: Path) -> Iterator[tuple[Path, list[Problem]]]:
    """Yield (folder of the package, problems); with problems the folder is not to be used.

    Raises CannotRunError where there is nothing at target.
    """
    if target.is_dir():
        yield target, []
    elif target.is_file() and target.suffix.lower() == ".zip":
        with tempfile.TemporaryDirectory() as folder:
            problems = _unpacked(target, Path(folder))
            yield Path(folder), problems
    elif target.is_file() and target.name == FILE:
        yield target.parent, []
    else:
        raise CannotRunError(f"{shown(target, 300)} is not a folder, a {FILE} or a zip")
