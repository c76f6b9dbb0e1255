"""What catalogues read: the release as a schema.org/Dataset, with every file and column."""

import pandas as pd

from schemas import TABLES, Column
from schemas.package import package, repository
from scripts.package.catalogue import Json, article, download, facts_of_the_dataset


def about() -> Json:
    """Return what is declared of the package, its address where that is known."""
    return package() | {"homepage": repository()}


def _variable(column: Column) -> Json:
    facts = {"name": f"{column.table}.{column.name}", "alternateName": column.title, "description": column.description}
    return {"@type": "PropertyValue"} | facts


def schema_org(files: dict[str, tuple[bytes, str]], sources: pd.DataFrame, published: str | None) -> Json:
    """Return the schema.org/Dataset; `files` holds (bytes, media type) of each file of the release by name."""
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        **facts_of_the_dataset(about(), published),
        "isBasedOn": [article({str(name): cell for name, cell in row.items()}) for row in sources.to_dict("records")],
        "variableMeasured": [_variable(column) for table in TABLES.values() for column in table.columns],
        "distribution": [download(name, *file) for name, file in files.items()],
    }
