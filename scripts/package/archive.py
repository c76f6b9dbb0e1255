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
from scripts.problem import CannotRunError, Problem, shown

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


def _entry_problem(entry: zipfile.ZipInfo) -> tuple[str, str, str] | None:
    """Return (code, message, hint) for an entry that must not be unpacked."""
    name, path = shown(entry.filename), PurePosixPath(entry.filename)
    found = None
    if path.is_absolute() or ".." in path.parts or set("\\:\0") & set(entry.filename + entry.orig_filename):
        found = "outside", f"{name} leads out of the package", "pack the files with plain relative paths"
    elif (
        not entry.filename
        or path.as_posix() != entry.filename.rstrip("/")
        or len(path.parts) > DEEPEST
        or any(map(ONLY_ON_WINDOWS.fullmatch, path.parts))
    ):
        found = "odd_path", f"{name} is not a plain path", "pack the files with plain relative paths"
    elif stat.S_ISLNK(entry.external_attr >> 16):
        found = "link", f"{name} is a link", "pack the file itself"
    elif entry.flag_bits & 1:
        found = "encrypted", f"{name} is encrypted", "pack it without a password"
    elif path.name.lower() == FILE and entry.filename != FILE:
        found = "nested_package", f"{name} is not at the root: clients would read nothing", f"pack {FILE} at the root"
    elif path.suffix.lower() == ".zip":
        found = "nested_package", f"{name} is a zip inside the zip", "pack the files themselves"
    elif entry.file_size > max(CHUNK, LARGEST_RATIO * entry.compress_size):
        found = "zip_ratio", f"{name} unpacks to more than {LARGEST_RATIO} times its size", "pack it again"
    return found


def archive_problems(archive: zipfile.ZipFile, label: str) -> list[Problem]:
    """Return what forbids unpacking a zip."""
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        message = f"has {len(entries):,} entries, {MOST_FILES:,} at most"
        return [Problem(label, 0, "", "too_many_files", message, "pack the package alone")]
    found = [problem for entry in entries if (problem := _entry_problem(entry))]
    whole, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if whole > LARGEST:
        found.append(("too_large", f"unpacks to more than {LARGEST:,} bytes", "split the package"))
    elif whole > max(FREE, LARGEST_RATIO * packed):
        found.append(("zip_ratio", f"unpacks to more than {LARGEST_RATIO} times its size", "pack it again"))
    for name, count in Counter(entry.filename.rstrip("/").casefold() for entry in entries).items():
        if count > 1:
            found.append(("entry_twice", f"{shown(name)} is packed {count} times", "pack it once"))
    return [Problem(label, 0, "", *problem) for problem in found]


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
        message = f"is not a whole zip ({type(error).__name__})"
        return [Problem(path.name, 0, "", "bad_zip", message, "pack it again, with ordinary names and compression")]
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
