"""Run frictionless over the package, on the generated descriptor only, and report what it finds besides."""

from pathlib import Path
from typing import Any

from scripts.package.descriptor import FILE
from scripts.problem import Problem, problem
from scripts.tables.csv import csv_path
from scripts.tables.table import Table, Tables

Json = dict[str, Any]


def _problem(error: Any, table: Table) -> Problem:
    """Return an error of frictionless as a problem, at the line to edit; its rows count records from the header on."""
    name, row = getattr(error, "field_name", None), getattr(error, "row_number", 0) - 2
    column = name if name in table.schema.names else table.schema.key[0]
    if 0 <= row < len(table.cells):
        return table.problem(row, column, "frictionless_row", error=error.message, rule=error.type)
    return _of_file(error, csv_path(table.schema.name), table.schema.name)


def _of_file(error: Any, file: str, field: str = "") -> Problem:
    return problem("frictionless_file", file, 0, field, error=error.message, rule=error.type)


def frictionless_problems(root: Path, descriptor: Json, tables: Tables) -> list[Problem]:
    """Return what frictionless finds in the files that the generated descriptor names."""
    from frictionless import Package, system

    with system.use_context(trusted=False):
        report = Package.from_descriptor(descriptor, basepath=str(root)).validate()
    problems = [_of_file(error, FILE) for error in report.errors]
    for task in report.tasks:
        problems += [_problem(error, tables[task.name]) for error in task.errors]
    return problems
