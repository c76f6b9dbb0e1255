"""Run frictionless over the package, on the generated descriptor only, and report what it finds besides."""

from pathlib import Path
from typing import Any

from scripts.checks.frames import Sheaf, Sheaves
from scripts.package.descriptor import FILE
from scripts.package.tables import csv_path
from scripts.problem import Problem, shown

Json = dict[str, Any]


def _problem(error: Any, sheaf: Sheaf) -> Problem:
    """Return an error of frictionless as a problem, at the line to edit; its rows count records from the header on."""
    name, row = getattr(error, "field_name", None), getattr(error, "row_number", 0) - 2
    column = name if name in sheaf.table.names else sheaf.table.key[0]
    code, message = f"frictionless/{error.type}", shown(error.message, 200)
    if 0 <= row < len(sheaf.cells):
        return sheaf.problem(row, column, code, message, "correct the value")
    return Problem(csv_path(sheaf.table.name), 0, sheaf.table.name, code, message, "run `make`")


def peer_problems(root: Path, descriptor: Json, sheaves: Sheaves) -> list[Problem]:
    """Return what frictionless finds in the files that the generated descriptor names."""
    from frictionless import Package, system

    with system.use_context(trusted=False):
        report = Package.from_descriptor(descriptor, basepath=str(root)).validate()
    problems = [
        Problem(FILE, 0, "", f"frictionless/{error.type}", shown(error.message, 200), "run `make`")
        for error in report.errors
    ]
    for task in report.tasks:
        problems += [_problem(error, sheaves[task.name]) for error in task.errors]
    return problems
