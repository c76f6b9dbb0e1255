"""Faults of the rules between rows and tables: the one list that is written by hand, because no declaration holds them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from scripts.tables.csv import csv_path
from tests.faults.fault import Fault, Grounds, line_of
from tests.faults.tables import cell_fault, records_with

LISTED = tomllib.loads(Path(__file__).with_name("between.toml").read_text(encoding="utf-8"))["fault"]


def of_tables(ready: Grounds) -> Iterator[Fault]:
    """Break every rule between rows and tables that between.toml lists."""
    for listed in LISTED:
        table, row, code = listed["table"], listed["row"], listed["code"]
        values = {name: value or None for name, value in listed["set"].items()}
        rule, subject = f"rule {code} {listed.get('rule', '')}".strip(), next(iter(values))
        fault = cell_fault(ready, table, row, values, rule=rule, column=subject, code={code, listed.get("also", code)})
        at = listed.get("at", {"table": table, "row": row, "column": subject})
        if "file" in at:
            yield Fault("table", fault.subject, rule, fault.files, at["file"], 0, "", fault.codes)
            continue
        there = records_with(ready, table, row, values) if at["table"] == table else ready.records[at["table"]]
        line, field = line_of(there, at["row"]), f"{at['table']}.{at['column']}"
        yield Fault("table", fault.subject, rule, fault.files, csv_path(at["table"]), line, field, fault.codes)
