"""Try faults through the command, as a person would see it."""

import contextlib
import io
from collections.abc import Callable, Iterator
from itertools import chain, pairwise

from scripts.__main__ import main
from scripts.problem import Problem, as_text
from tests.faults import archives, articles, between, descriptors, rows, sheets, tables
from tests.faults.fault import Fault, Grounds

MAKERS: dict[str, list[Callable[[Grounds], Iterator[Fault]]]] = {
    "table": [
        *(tables.of_columns, tables.of_rows_alike, tables.of_files),
        *(rows.of_rules, between.of_tables),
    ],
    "sheet": [sheets.of_keys, sheets.of_files, sheets.of_accounting],
    "article": [articles.of_words, articles.of_characters, articles.of_accounting],
    "descriptor": [descriptors.of_properties, descriptors.of_additions, descriptors.of_files],
    "zip": [archives.of_entries, archives.of_zips],
}
EDITED = {"sheet", "article"}  # places that the build reads


def faults_of(ready: Grounds, place: str) -> list[Fault]:
    """Return every fault of a place, each under a name of its own."""
    faults = list(chain.from_iterable(maker(ready) for maker in MAKERS[place]))
    assert {fault.place for fault in faults} == {place}
    names = [fault.id for fault in faults]
    assert len(set(names)) == len(names), sorted({name for name in names if names.count(name) > 1})
    return faults


def all_faults(ready: Grounds) -> list[Fault]:
    """Return every fault."""
    return [fault for place in MAKERS for fault in faults_of(ready, place)]


@contextlib.contextmanager
def applied(ready: Grounds, fault: Fault) -> Iterator[None]:
    """Put the fault's files into the example, and afterwards the valid ones back."""
    root = ready.built if fault.place in EDITED else ready.published
    try:
        for name, data in fault.files.items():
            assert data != ready.bytes.get(name), f"{fault.id} changes nothing"
            (root / name).unlink(missing_ok=True)
            if data is not None:
                (root / name).write_bytes(data)
        yield
    finally:
        for name in fault.files:
            (root / name).unlink(missing_ok=True)
            if name in ready.bytes:
                (root / name).write_bytes(ready.bytes[name])


def said(ready: Grounds, fault: Fault) -> tuple[int, str]:
    """Return the exit code and the output of the command that reads the fault's file."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        if fault.place in EDITED:
            code = main(["build", "--root", str(ready.built)])
        else:
            target = ready.published / (archives.ZIP if fault.place == "zip" else "")
            code = main(["validate", str(target), "--frictionless", "never"])
    return code, out.getvalue()


def problem_of(ready: Grounds, fault: Fault) -> tuple[str, str]:
    """Return the code and the line by which the command tells the fault at its file, line and field, with exit code 1.

    Raises AssertionError, with all that the command said, where it does not.
    """
    with applied(ready, fault):
        exit_code, output = said(ready, fault)
    assert exit_code == 1, f"{fault.id}: exit code {exit_code}\n{output}"
    assert "Traceback" not in output, f"{fault.id}\n{output}"
    for code in sorted(fault.codes):
        sought = as_text([Problem(fault.file, fault.line, fault.field, code, "\0", "\0")])
        begin, end = sought.split("\0")[0], sought.split("\0.")[-1]
        lines = output.split("\n")
        place = f" {fault.file}:{fault.line}"  # of one cause with several places
        for line, more in pairwise(lines):
            whole = line.startswith(begin) and f"{line}\n".endswith(end)
            if whole or (line.endswith(f"[{code}]") and more.startswith("    also") and place in more):
                return code, line
    sought = f"{fault.file}:{fault.line}: {fault.field} [{'/'.join(sorted(fault.codes))}]"
    raise AssertionError(f"{fault.id}: not reported as {sought}, but\n{output[:2000]}")
