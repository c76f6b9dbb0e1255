"""The registry of measures."""

import pandera.pandas as pa

from schemas.fields import code, form, text


class Measures(pa.DataFrameModel):
    """What figures of several sources can be compared on: one row for each thing that is measured."""

    measure_id: str = form(
        "Measure",
        "The measure's key.",
        "dprk_workers_in_russia",
        pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$",
        words="lower-case letters and digits in words joined by underscores, a letter first",
        unique=True,
        key=True,
    )
    name: str = text(
        "Name",
        "What is measured, in a few words.",
        "North Korean workers in Russia",
        longest=120,
        unique=True,
        one_alphabet=True,
    )
    definition: str = text(
        "Definition",
        "What exactly is counted, of what and where.",
        "Number of North Korean nationals employed in Russia at a time.",
        unique=True,
    )
    kind: str = code("Kind", "Whether it is a level, a change or a rank.", "level", vocabulary="measure_kind")
