"""Make all generated files in memory, compare them with the disk, and write them one by one, the descriptor last."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

from schemas import TABLES
from scripts.package.citation import citation, zenodo
from scripts.package.descriptor import FILE, as_bytes, descriptor
from scripts.package.documents import documents
from scripts.problem import Problem, problem
from scripts.sheets.files import LARGEST, inside, read_bytes
from scripts.tables.csv import csv_bytes, csv_path
from scripts.tables.lines import MOST, Pair, as_problems, differing
from scripts.tables.table import Tables

Files = dict[str, bytes]  # by path in the package, in the order of writing


def _in_the_way(root: Path, files: Files) -> list[Problem]:
    """Return what stands where a file is to be written: links, folders, ways out of the package."""
    problems = []
    for name in files:
        path = root / name
        if path.is_symlink() or not inside(root, path.parent):
            problems.append(problem("behind_link", name))
        elif path.exists() and not path.is_file():
            problems.append(problem("in_the_way", name, what="a plain file"))
        elif path.parent.exists() and not path.parent.is_dir():
            problems.append(problem("in_the_way", str(Path(name).parent), what="a folder"))
    return list(dict.fromkeys(problems))


def make(root: Path, tables: Tables) -> tuple[Files, list[Problem]]:
    """Return every generated file, the descriptor last, and what is wrong with the documents around generated parts."""
    data = {name: csv_bytes(table.cells) for name, table in tables.items()}
    pages, problems = documents(root, tables, data)
    files = {csv_path(name): written for name, written in data.items()} | pages
    files |= {"CITATION.cff": citation(), ".zenodo.json": zenodo(tables["sources"].cells["url"].dropna())}
    files[FILE] = as_bytes(descriptor(data, tables["sources"].cells))
    return files, problems + _in_the_way(root, files)


def _is(path: Path, data: bytes) -> bool:
    """Return whether a file holds just these bytes; a file of another size is not read."""
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def stale(root: Path, files: Files) -> list[str]:
    """Return the paths of the files that are missing or differ on disk."""
    return [name for name, data in files.items() if not _is(root / name, data)]


def _split(line: str | None) -> list[str]:
    """Return the cells of a line, none where it is no record by itself."""
    try:
        return next(csv.reader([line or ""]), [])
    except csv.Error:
        return []


def _cells(name: str, pairs: Iterator[Pair]) -> Iterator[Problem | Pair]:
    """Yield a problem for each cell that differs in a record of a table, and every other line as it is."""
    schema = TABLES[Path(name).stem]
    for line, there, right in pairs:
        given, made = _split(there), _split(right)
        if len(given) != len(made) or len(made) != len(schema.names):
            yield line, there, right
            continue
        for column, its, should in zip(schema.names, given, made, strict=True):
            if its != should:
                yield problem("stale_cell", name, line, f"{schema.name}.{column}", cell=its, right=should)


def stale_problems(root: Path, files: Files) -> list[Problem]:
    """Return where the generated files on disk are not what they should be: by cell in tables, else by line."""
    problems: list[Problem] = []
    for name in stale(root, files):
        data, wrong = read_bytes(root, name, max(LARGEST, 2 * len(files[name])))
        problems += wrong
        if data is None:
            continue
        pairs = differing(data.decode("utf-8", "surrogateescape"), files[name].decode("utf-8"))
        found = list(_cells(name, pairs)) if name.endswith(".csv") else list(pairs)
        problems += [one for one in found if isinstance(one, Problem)][:MOST]
        lines = [one for one in found if not isinstance(one, Problem)]
        problems += as_problems(name, "", lines, "stale")
    return problems


def _beside(path: Path) -> Path:
    """Return the path at which a file is written before it takes its place."""
    return path.with_name(f".{path.name}.part")


def _replace(path: Path, data: bytes) -> None:
    """Put data at path at once: a reader sees the old file or the new one. Nobody else may write beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = _beside(path)
    try:
        with part.open("xb") as stream:  # x: never through a link that somebody put there
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(0o644)
        part.replace(path)
    except BaseException as error:
        part.unlink(missing_ok=True)
        if isinstance(error, OSError):  # a failed write names no file
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise


def write(root: Path, files: Files) -> list[str]:
    """Write what differs on disk, in order, and return the paths written; the caller holds the lock of root.

    What a build that was killed left half-written is removed first.
    """
    for name in files:
        _beside(root / name).unlink(missing_ok=True)
    written = stale(root, files)
    for name in written:
        _replace(root / name, files[name])
    return written
