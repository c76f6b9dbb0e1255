"""The declaration as plain values: everything that is made from the pandera models reads it here."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import pandera.pandas as pa
from pandera.engines.pandas_engine import STRING

from schemas.actors import Actors, Aliases
from schemas.acts import Acts
from schemas.blocks import Anchored
from schemas.codes import Codes
from schemas.documents import Documents, EventDocuments, Relations
from schemas.events import Events, Participants
from schemas.figures import Figures
from schemas.ignored import Ignored
from schemas.measures import Measures
from schemas.quotes import Quotes
from schemas.sources import Sources

MODELS: dict[str, type[pa.DataFrameModel]] = {
    "sources": Sources,
    "actors": Actors,
    "aliases": Aliases,
    "measures": Measures,
    "documents": Documents,
    "acts": Acts,
    "events": Events,
    "participants": Participants,
    "event_documents": EventDocuments,
    "relations": Relations,
    "quotes": Quotes,
    "figures": Figures,
    "codes": Codes,
}
UNPUBLISHED: dict[str, type[pa.DataFrameModel]] = {"ignored": Ignored}


@dataclass(frozen=True)
class Column:
    """One column of one table, with its constraints (None where there is none)."""

    table: str
    name: str
    type: str
    title: str
    description: str
    example: Any
    nullable: bool
    unique: bool
    minimum: Any
    maximum: Any
    pattern: str | None
    shortest: int | None
    longest: int | None
    codes: tuple[str, ...] | None
    form: str | None
    vocabulary: str | None
    references: str | None
    key: bool
    verbatim: bool
    one_alphabet: bool
    sheet: str | None
    derived: bool
    letter: str | None


@dataclass(frozen=True)
class TableSchema:
    """One table: its columns in the order of publication and the pandera schema behind them."""

    name: str
    description: str
    columns: tuple[Column, ...]
    model: type[pa.DataFrameModel]
    pandera: pa.DataFrameSchema

    @cached_property
    def names(self) -> list[str]:
        """The columns' names, in order."""
        return [column.name for column in self.columns]

    @cached_property
    def key(self) -> list[str]:
        """The columns of the primary key."""
        return [column.name for column in self.columns if column.key]

    def __getitem__(self, name: str) -> Column:
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}


KNOWN_CHECKS = {"isin", "greater_than_or_equal_to", "less_than_or_equal_to", "str_matches", "str_length"}


def _constraints(column: Any) -> dict[str, Any]:
    """Return the checks of a pandera column by name; raise ValueError on one that cannot be published."""
    checks = {check.name: check.statistics for check in column.checks}
    if unknown := sorted(set(checks) - KNOWN_CHECKS):
        message = f"column {column.name}: no Table Schema constraint for {', '.join(unknown)}"
        raise ValueError(message)
    return checks


def _column(table_name: str, column: Any) -> Column:
    checks, meta = _constraints(column), column.metadata
    length = checks.get("str_length", {})
    codes = checks.get("isin", {}).get("allowed_values")
    return Column(
        table=table_name,
        name=column.name,
        type=meta["type"],
        title=column.title,
        description=column.description,
        example=meta["example"],
        nullable=column.nullable,
        unique=column.unique,
        minimum=checks.get("greater_than_or_equal_to", {}).get("min_value"),
        maximum=checks.get("less_than_or_equal_to", {}).get("max_value"),
        pattern=checks.get("str_matches", {}).get("pattern"),
        shortest=length.get("min_value"),
        longest=length.get("max_value"),
        codes=tuple(codes) if codes else None,
        form=meta.get("form"),
        vocabulary=meta.get("vocabulary"),
        references=meta.get("references"),
        key=meta.get("key", False),
        verbatim=meta.get("verbatim", False),
        one_alphabet=meta.get("one_alphabet", False),
        sheet=meta.get("sheet", column.name),
        derived=meta.get("derived", False),
        letter=meta.get("letter"),
    )


def _order(model: type[pa.DataFrameModel], columns: dict[str, Column]) -> tuple[Column, ...]:
    """Key first, then the anchor, the table's own columns, and the other shared blocks as they are listed."""
    own = list(model.__annotations__)
    key = [name for name in own if columns[name].key]
    bases = [base for base in model.__bases__ if base is not pa.DataFrameModel]
    before = [name for base in bases if base is Anchored for name in base.__annotations__]
    after = [name for base in bases if base is not Anchored for name in base.__annotations__]
    names = dict.fromkeys(key + before + own)
    names |= dict.fromkeys(name for name in after if name not in names)
    return tuple(columns[name] for name in names)


class Text(STRING):
    """Texts as pandas has them: a column is asked once for its type, where pandera's own type answers for each row."""

    def check(self, pandera_dtype: Any, data_container: object = None) -> bool:
        """Return whether a column of that type is one of texts."""
        del data_container
        return bool(pandera_dtype.type == self.type)


def _schema(model: type[pa.DataFrameModel]) -> pa.DataFrameSchema:
    """Return the pandera schema of a model."""
    schema = model.to_schema()
    for column in schema.columns.values():
        if isinstance(column.dtype, STRING):
            column.dtype = Text(column.dtype.storage)
    return schema


def describe(name: str, model: type[pa.DataFrameModel]) -> TableSchema:
    """Return the table that a pandera model declares."""
    schema = _schema(model)
    columns = {column.name: _column(name, column) for column in schema.columns.values()}
    return TableSchema(name, " ".join((model.__doc__ or "").split()), _order(model, columns), model, schema)


@cache
def _described() -> dict[str, TableSchema]:
    return {name: describe(name, model) for name, model in (MODELS | UNPUBLISHED).items()}


TABLES: dict[str, TableSchema] = {name: _described()[name] for name in MODELS}
ANCHORED = tuple(name for name, schema in TABLES.items() if "start" in schema.names)  # events, quotes and figures


def table(name: str) -> TableSchema:
    """Return a table by name, published or not (`ignored`); raise KeyError for another name."""
    return _described()[name]
