"""The one declaration of the dataset: tables, columns, rules, vocabularies and package metadata."""

import pandas as pd

# As where pyarrow is not installed; with it texts would be copied. It counts from when the models are declared.
pd.set_option("mode.string_storage", "python")

from schemas.model import ANCHORED, TABLES, Column, TableSchema, table  # noqa: E402

__all__ = ["ANCHORED", "TABLES", "Column", "TableSchema", "table"]
