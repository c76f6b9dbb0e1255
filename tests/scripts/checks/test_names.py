"""Names are alike by their whole form, not by a part of it."""

import pandas as pd

from schemas import TABLES
from scripts.checks.names import names_mean_one_actor
from scripts.tables.table import Table


def _problems(*names: str) -> list[str]:
    ids = [f"actor-{number}" for number in range(len(names))]
    actors = pd.DataFrame({"actor_id": ids, "name": list(names)}, dtype="str")
    aliases = pd.DataFrame({"alias": [], "actor_id": []}, dtype="str")
    tables = {
        name: Table(TABLES[name], cells, lambda row, _: ("t.csv", row + 2))
        for name, cells in (("actors", actors), ("aliases", aliases))
    }
    return [problem.code for problem in names_mean_one_actor(tables)]


def test_a_letter_more_is_another_name() -> None:
    assert _problems("Ota", "Iota") == []
    assert _problems("Iota", "Ota") == []


def test_names_alike_are_found_among_others() -> None:
    assert _problems("Norway", "Iota", "NORWAY") == ["name_twice"]
    assert _problems("Orlo", "Iota", "0rlo") == ["look_alike"]


def test_no_names_are_not_alike() -> None:
    assert _problems() == []
