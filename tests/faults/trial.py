"""Try faults: through the command, as a person would see it, and on each engine by itself."""

import contextlib
import io
from collections.abc import Callable, Iterator, Mapping
from itertools import chain

import pandas as pd
import pandera.pandas as pa
import pytest

from schemas import TABLES, Table
from scripts.__main__ import main
from scripts.checks.anchors import anchor_problems
from scripts.checks.cells import typed
from scripts.checks.csvfile import CsvTable, read_table
from scripts.checks.drafts import published_drafts
from scripts.checks.frames import Sheaf, Sheaves
from scripts.checks.peer import peer_problems
from scripts.checks.references import reference_problems
from scripts.checks.rules import rule_problems, tables_have_rows
from scripts.checks.sources import source_problems
from scripts.checks.tables import table_problems
from scripts.checks.values import value_problems
from scripts.package.descriptor import descriptor
from scripts.package.tables import csv_path
from scripts.problem import Problem, as_text
from scripts.sheets.rows import Article
from tests.faults import archives, articles, between, descriptors, rows, sheets, tables
from tests.faults.fault import Fault, Grounds
from tests.sound import checked_once

MAKERS: dict[str, list[Callable[[Grounds], Iterator[Fault]]]] = {
    "table": [
        *(tables.of_columns, tables.of_rows_alike, tables.of_headers, tables.of_bytes),
        *(rows.of_rules, between.of_tables),
    ],
    "sheet": [sheets.of_keys, sheets.of_files, sheets.of_accounting],
    "article": [articles.of_words, articles.of_characters, articles.of_accounting],
    "descriptor": [descriptors.of_properties, descriptors.of_additions, descriptors.of_bytes],
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
def quick(ready: Grounds) -> Iterator[None]:
    """Pass over tables that a fault leaves as they are: each of them by itself, all checks where all of them are."""

    def of_tables(sheaves: Sheaves, articles: Mapping[str, Article], incomplete: set[str]) -> list[Problem]:
        here = articles == ready.articles and not incomplete and not any(sheaf.broken for sheaf in sheaves.values())
        same = here and all(sheaf.cells.equals(ready.cells[name]) for name, sheaf in sheaves.items())
        return [] if same else table_problems(sheaves, articles, incomplete)

    with checked_once(ready.sound), pytest.MonkeyPatch.context() as patch:
        patch.setattr("scripts.checks.package.table_problems", of_tables)
        yield


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
            code = main(["validate", str(target), "--no-frictionless"])
    return code, out.getvalue()


def problem_of(ready: Grounds, fault: Fault) -> str:
    """Return the code under which the command reports the fault at its file, line and field, with exit code 1.

    Raises AssertionError, with all that the command said, where it does not.
    """
    with applied(ready, fault):
        exit_code, output = said(ready, fault)
    assert exit_code == 1, f"{fault.id}: exit code {exit_code}\n{output}"
    assert "Traceback" not in output, f"{fault.id}\n{output}"
    for code in sorted(fault.codes):
        line = as_text([Problem(fault.file, fault.line, fault.field, code, "\0", "\0")])
        begin, end = line.split("\0")[0], line.split("\0.")[-1]
        if any(said.startswith(begin) and f"{said}\n".endswith(end) for said in output.split("\n")):
            return code
    sought = f"{fault.file}:{fault.line}: {fault.field} [{'/'.join(sorted(fault.codes))}]"
    raise AssertionError(f"{fault.id}: not reported as {sought}, but\n{output[:2000]}")


def _lenient(cells: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return a table typed where its cells let it be: what pandera sees without the checks before it."""
    frame = cells.astype("str")
    for column in table.columns:
        if column.type in {"integer", "number"}:
            with contextlib.suppress(ValueError):
                numbers = pd.to_numeric(frame[column.name])
                frame[column.name] = numbers.astype("Int64") if column.type == "integer" else numbers.astype("Float64")
    return frame


def _pandera(table: Table, cells: pd.DataFrame) -> bool:
    try:
        table.schema.validate(_lenient(cells, table), lazy=True)
    except pa.errors.SchemaErrors:
        return True
    return False


def _sheaves(read: dict[str, CsvTable]) -> Sheaves:
    return {name: Sheaf(TABLES[name], table.cells, table.place) for name, table in read.items()}


def _related(ready: Grounds, sheaves: Sheaves) -> bool:
    """Return whether references, anchors, figures' words or rules between tables find something."""
    for sheaf in sheaves.values():
        typed(sheaf)  # marks the cells that no offset can be read from
    found = [*reference_problems(sheaves, set()), *anchor_problems(sheaves, ready.articles)]
    found += [*value_problems(sheaves["figures"]), *rule_problems(sheaves), *tables_have_rows(sheaves)]
    found += [*source_problems(sheaves, ready.articles), *published_drafts(sheaves)]
    return bool(found)


def _needed(name: str, subject: str) -> set[str]:
    """Return the tables that frictionless needs to check one of them: all where a key is changed."""
    table = TABLES[name]
    if subject.partition(".")[2] in table.key:
        return set(TABLES)
    return {name, *(column.references.split(".")[0] for column in table.columns if column.references)}


def _frictionless(ready: Grounds, fault: Fault, data: dict[str, bytes], sheaves: Sheaves) -> bool:
    name = next(name for name in TABLES if csv_path(name) in fault.files)
    needed = _needed(name, fault.subject)
    right = descriptor(data, sheaves["sources"].cells)
    right["resources"] = [resource for resource in right["resources"] if resource["name"] in needed]
    with applied(ready, fault):
        return bool(peer_problems(ready.published, right, sheaves))


def engines(ready: Grounds, fault: Fault) -> list[str]:
    """Return which engines find a fault of a table when each is asked alone; not the hash in the descriptor.

    The hash tells of every change of a table; but `make` would write it anew.
    """
    data = {name: fault.files.get(csv_path(name), ready.bytes[csv_path(name)]) or b"" for name in TABLES}
    if None in fault.files.values() or not set(fault.files) & set(map(csv_path, TABLES)):
        return ["bytes"]
    found = {name: read_table(data[name], TABLES[name], csv_path(name)) for name in TABLES}
    read = {name: table for name, (table, _) in found.items() if table is not None}
    seen = ["bytes"] if any(problems for _, problems in found.values()) else []
    if len(read) < len(TABLES):
        return seen
    changed = [name for name in TABLES if csv_path(name) in fault.files]
    asked = {
        "cells": any(typed(_sheaves(read)[name])[1] for name in changed),
        "pandera": any(_pandera(TABLES[name], read[name].cells) for name in changed),
        "references and anchors": _related(ready, _sheaves(read)),
        "frictionless": _frictionless(ready, fault, data, _sheaves(read)),
    }
    return seen + [engine for engine, finds in asked.items() if finds]
