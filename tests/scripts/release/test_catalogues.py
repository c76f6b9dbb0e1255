"""What catalogues and reference managers read says the same as the declaration."""

import hashlib
import json
from pathlib import Path

import pytest
from pybtex.database import parse_string

from schemas import TABLES
from schemas.package import package
from scripts.checks.seeds import check_seeds
from scripts.package.citation import citation, zenodo
from scripts.release.bibliography import bibtex

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.mark.parametrize("file", ["croissant.json", "dataset.jsonld"])
def test_every_file_is_described_with_its_hash(file: str, dist: Path) -> None:
    described = json.loads((dist / file).read_text(encoding="utf-8"))["distribution"]
    hashes = {item["name"]: item["sha256"] for item in described}
    assert hashes == {name: hashlib.sha256((dist / name).read_bytes()).hexdigest() for name in hashes}
    assert {f"{name}.parquet" for name in TABLES} <= set(hashes)


def test_every_column_is_described(dist: Path) -> None:
    described = json.loads((dist / "dataset.jsonld").read_text(encoding="utf-8"))["variableMeasured"]
    assert [(item["name"], item["description"]) for item in described] == [
        (f"{column.table}.{column.name}", column.description) for table in TABLES.values() for column in table.columns
    ]


def test_bibtex_reads_back() -> None:
    checked = check_seeds(ROOT)
    entries = parse_string(bibtex(checked.tables).decode("utf-8"), "bibtex").entries
    assert list(entries) == list(checked.tables["sources"].cells["source_id"])
    assert str(entries["rinna2024"].persons["author"][0]) == "Rinna, Anthony V."
    assert entries["rinna2022"].fields["note"] == "First published by East Asia Forum"
    assert entries["rinna2022b"].fields["year"] == "2022--2023"


def test_croissant_has_the_codes_of_every_short_list_and_says_what_the_rows_were_made_of(dist: Path) -> None:
    described = json.loads((dist / "croissant.json").read_text(encoding="utf-8"))
    assert described["conformsTo"] == "http://mlcommons.org/croissant/1.1"
    sets = {item["@id"]: item for item in described["recordSet"]}
    assert {item["status/code"]: item["status/name"] for item in sets["status"]["data"]}["alleged"] == "Alleged"
    [status] = [field for field in sets["events"]["field"] if field["name"] == "status"]
    assert status["references"] == {"field": {"@id": "status/code"}}
    articles = [item["prov:label"] for item in described["prov:wasDerivedFrom"]]
    assert articles == list(check_seeds(ROOT).tables["sources"].cells["title"])


def test_the_deposit_and_the_citation_name_the_licence_the_version_and_the_articles() -> None:
    deposit, cited = json.loads(zenodo(["https://a.example/1"])), citation().decode("utf-8")
    assert deposit["related_identifiers"] == [{"identifier": "https://a.example/1", "relation": "isDerivedFrom"}]
    assert (deposit["version"], deposit["license"]) == (package()["version"], "CC-BY-4.0")
    assert f'version: "{package()["version"]}"' in cited
