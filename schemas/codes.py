"""The codes of every closed list, as a table. The build derives it from vocabularies.toml."""

import pandera.pandas as pa

from schemas.fields import text


class Codes(pa.DataFrameModel):
    """Every code that a column can have: one row for each, with what it is called and what it means."""

    vocabulary: str = text("Vocabulary", "The closed list that the code belongs to.", "status", key=True, sheet=None)
    code: str = text("Code", "The code, as the tables have it.", "alleged", key=True, sheet=None)
    label: str = text("Label", "What the code is called, for people.", "Alleged", sheet=None)
    definition: str = text(
        "Definition",
        "What the code means.",
        "Somebody says, suspects or reports that it happened; the article does not say so itself.",
        sheet=None,
    )
