"""The one declaration of the dataset: tables, columns, rules, vocabularies and package metadata."""

from schemas.model import TABLES, Column, Table, table

__all__ = ["TABLES", "Column", "Table", "table"]
