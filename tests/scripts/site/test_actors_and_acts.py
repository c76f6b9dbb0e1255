"""Every actor and act has its page; every page can be cited, and offers the files and what is not to be concluded."""

import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.problem import CannotRunError
from scripts.site.edition import Edition
from scripts.site.load import released
from tests.scripts.site.conftest import page_texts, with_value


def test_every_actor_and_every_act_has_a_page_with_what_names_it(edition: Edition) -> None:
    made = page_texts(edition)
    person = made["actors/ana-orlo.html"]
    for words in ("Orlo</dd>", "What Ana Orlo said", "Acts that Ana Orlo claims", "Figures that Ana Orlo gives"):
        assert words in person
    assert "Persons and bodies of Norway" in made["actors/norway.html"]
    act = made["acts/holt2021-e01.html"]
    for words in (
        "2 reports, 1 independent source",
        "articles/holt2021b.html#at-holt2021b-e01",
        "Is part of",
        "First pact on timber",
    ):
        assert words in act


def test_an_act_shows_its_words_within_their_sentence(edition: Edition) -> None:
    act = page_texts(edition)["acts/holt2021-e02.html"]
    assert "<blockquote><mark>Sweden could send 1,200 welders</mark>, according to Orlo.</blockquote>" in act
    assert "Claimed in:" in act


def test_a_key_that_can_name_no_file_gets_no_page(edition: Edition) -> None:
    made = page_texts(with_value(edition, "actors", "actor_id", "../../out"))
    assert not [path for path in made if ".." in path]


def test_a_row_is_reported_where_the_repository_is_known(edition: Edition) -> None:
    assert "data-report" not in page_texts(edition)["acts/holt2021-e02.html"]
    known = replace(edition, descriptor=edition.descriptor | {"homepage": "https://example.org/a/b"})
    address = "https://example.org/a/b/issues/new?template=row.yml&amp;title=Row%3A+holt2021-e02&amp;table=acts&amp;key=holt2021-e02"
    assert address in page_texts(known)["acts/holt2021-e02.html"]
    wrong = replace(edition, descriptor=edition.descriptor | {"homepage": "javascript:alert(1)"})
    assert "data-report" not in page_texts(wrong)["acts/holt2021-e02.html"]


def test_every_page_can_be_cited_and_says_what_is_not_to_be_concluded(edition: Edition) -> None:
    for path, text in page_texts(edition).items():
        if path.endswith(".html"):
            assert '<p id="citation">The contributors to the Russia–DPRK Sanctions Record: ' in text, path
            assert "the articles are no sample" in text, path


def test_search_engines_read_what_the_dataset_is(edition: Edition) -> None:
    found = re.search('<script type="application/ld[+]json">(.*?)</script>', page_texts(edition)["use.html"])
    assert found
    dataset = json.loads(found[1])
    assert [one["contentUrl"] for one in dataset["distribution"]] == list(edition.files)
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_the_files_of_a_release_are_offered_where_they_are_of_these_tables(edition: Edition, tmp_path: Path) -> None:
    name = edition.descriptor["name"]
    with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as archive:
        for path, data in edition.files.items():
            archive.writestr(path, data)
    (tmp_path / "events.parquet").write_bytes(b"PAR1")
    (tmp_path / "notes.txt").write_bytes(b"nothing of a release")
    assert set(released(tmp_path, edition)) == {f"{name}.zip", "events.parquet"}
    files = edition.files | {"data/events.csv": b"other"}
    with pytest.raises(CannotRunError, match="a release of other tables"):
        released(tmp_path, replace(edition, files=files))
    with pytest.raises(CannotRunError, match="holds no release: run `make release` first"):
        released(tmp_path / "nowhere", edition)
