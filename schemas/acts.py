"""The distinct acts that the events report. The build derives them."""

import pandas as pd
import pandera.pandas as pa

from schemas.fields import code, date, form, label, row_pattern, whole


class Acts(pa.DataFrameModel):
    """The distinct acts: one row for each, whoever reports it. The build makes them from the events."""

    act_id: str = form(
        "Act",
        "The act's key: the event_id of the report that was entered first.",
        "voa2022-e14",
        pattern=row_pattern("e"),
        words="the event_id of its first report",
        unique=True,
        key=True,
        sheet=None,
    )
    label: str = label(sheet=None)
    event_type: str = code(
        "Event type", "What kind of act it is (PLOVER).", "ASSAULT", vocabulary="event_type", sheet=None
    )
    topic: str = code("Topic", "The first report's topic.", "war", vocabulary="topic", sheet=None)
    status: str = code(
        "Status", "Whether it happened, by the words of its reports.", "occurred", vocabulary="status", sheet=None
    )
    date_earliest: str = date(
        "Earliest date",
        "The latest of its reports' earliest dates; the earliest of them where the reports contradict each other.",
        "2022-02-01",
        sheet=None,
    )
    date_latest: str = date(
        "Latest date",
        "The earliest of its reports' latest dates; the latest of them where the reports contradict each other.",
        "2022-02-28",
        sheet=None,
    )
    known_by: str = date(
        "Known by", "The last day on which it can first have been told.", "2022-07-31", nullable=False, sheet=None
    )
    reports: pd.Int64Dtype = whole("Reports", "Number of events that report it.", 4, lowest=1, sheet=None)
    independent_sources: pd.Int64Dtype = whole(
        "Independent sources",
        "Number of its sources, those that share an author or a publisher counted once.",
        3,
        lowest=1,
        sheet=None,
    )
