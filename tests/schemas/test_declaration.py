"""The declaration is whole: nothing declared is unused, and every example fits its column."""

import tomllib
from datetime import date

import pandas as pd
import pytest
from pandera.errors import SchemaErrorReason, SchemaErrors

from schemas import TABLES, Column, TableSchema, table
from schemas.package import package
from schemas.vocabularies import vocabularies
from scripts.sheets.keys import SHEET_BLOCKS, keys
from scripts.sheets.template import template

COLUMNS = [column for name in [*TABLES, "ignored"] for column in table(name).columns]


def test_every_vocabulary_is_used_and_every_code_defined() -> None:
    used = {column.vocabulary for column in COLUMNS if column.vocabulary}
    assert used == set(vocabularies())
    for name, codes in vocabularies().items():
        assert all(entry.label and entry.definition.endswith(".") for entry in codes.values()), name


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"{column.table}.{column.name}")
def test_the_example_fits_the_column(column: Column) -> None:
    if column.type == "date":
        date.fromisoformat(column.example)
    if column.codes:
        assert column.example in column.codes
    if column.pattern:
        assert pd.Series([column.example]).str.fullmatch(column.pattern).all()
    if column.longest:
        assert len(column.example) <= column.longest
    assert column.description.endswith(".")


def test_the_template_of_a_sheet_is_toml_and_has_every_key() -> None:
    blocks = tomllib.loads(template())
    assert list(blocks) == SHEET_BLOCKS
    for name, block in blocks.items():
        written = block if name == "source" else block[0]
        assert list(written) == list(keys(name))


def test_the_package_names_what_a_citation_needs() -> None:
    assert {"name", "title", "version", "description", "licenses", "contributors", "keywords"} <= set(package())


@pytest.mark.parametrize("schema", TABLES.values(), ids=TABLES)
def test_pandera_refuses_each_column_that_is_of_another_type(schema: TableSchema) -> None:
    frame = pd.DataFrame({name: [True] for name in schema.names})
    with pytest.raises(SchemaErrors) as refused:
        schema.pandera.validate(frame, lazy=True)
    errors = refused.value.schema_errors
    assert {e.schema.name for e in errors if e.reason_code == SchemaErrorReason.WRONG_DATATYPE} == set(schema.names)
