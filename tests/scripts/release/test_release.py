"""A release holds what it may, is the same wherever and whenever it is made, and every client's form says the same."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from frictionless import Package
from frictionless import validate as peer

from schemas import TABLES
from schemas.package import package
from schemas.rights import CONTACT, in_full
from scripts.__main__ import main
from scripts.checks.seeds import check_seeds
from scripts.commands.build import build
from scripts.release.bundle import DOCUMENTS
from scripts.release.types import columns
from tests.edits import Edit, rehashed
from tests.links import dead_links

ROOT = Path(__file__).parent.parent.parent.parent
NAME = package()["name"]


def _entries(dist: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(dist / f"{NAME}.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _handed_on() -> dict[str, str]:
    """Return the path of each article whose text a release may hold, by source_id."""
    checked = check_seeds(ROOT)
    sources = checked.tables["sources"].cells[["source_id", "path", "rights"]].itertuples(index=False, name=None)
    texts = {source_id: article.text for source_id, article in checked.articles.items()}
    return {key: path for key, path, rights in sources if in_full(rights) and not CONTACT.search(texts[key])}


def test_the_zip_is_valid_here_and_for_frictionless(dist: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(dist / f"{NAME}.zip")]) == 0
    number, whole = len(_handed_on()), len(check_seeds(ROOT).articles)
    said = f"anchors checked in {number} of {whole} articles; the others' texts are not here\nvalid\n"
    assert said in capsys.readouterr().out
    assert peer(str(dist / f"{NAME}.zip")).valid


def test_frictionless_reads_rows_from_the_zip(dist: Path) -> None:
    tables = Package(str(dist / f"{NAME}.zip"))
    checked = check_seeds(ROOT)
    for name, table in checked.tables.items():
        assert len(tables.get_table_resource(name).read_rows()) == len(table.cells)


def test_only_texts_that_may_be_handed_on_are_in_it(dist: Path) -> None:
    entries = _entries(dist)
    handed_on = _handed_on()
    assert "voa2022" in handed_on
    assert "rinna2024" not in handed_on
    assert [name for name in entries if name.startswith("seeds/")] == list(handed_on.values())
    assert "| `rinna2024` | left out: its rights are not cleared |" in entries["README.md"].decode()


def test_no_file_of_the_release_holds_an_unreleased_text_or_an_address(dist: Path) -> None:
    checked = check_seeds(ROOT)
    files = {path.name: path.read_bytes() for path in dist.iterdir()} | _entries(dist)
    rows = [row for name in TABLES for row in pq.read_table(dist / f"{name}.parquet").to_pylist()]
    said = "\n".join(
        [
            json.dumps(rows, ensure_ascii=False, default=str),
            *(
                text for data in files.values() if "\0" not in (text := data.decode("utf-8", "replace"))
            ),  # not packed bytes
        ]
    )
    assert CONTACT.search(checked.articles["rinna2022b"].text)
    assert not CONTACT.search(said)
    handed_on = _handed_on()
    for source_id, article in checked.articles.items():
        longest = max(article.text.split("\n"), key=len)
        assert (longest in said) == (source_id in handed_on), source_id


def test_nothing_that_is_not_in_the_zip_is_linked_by_its_documents_or_named_by_its_readme(dist: Path) -> None:
    entries = _entries(dist)
    documents = {name: data.decode("utf-8") for name, data in entries.items() if name.endswith(".md")}
    assert list(dead_links(documents, entries.__contains__)) == []
    readme = documents["README.md"]
    linked = set(re.findall(r"\]\((.*?)[)#]", readme))
    assert {name for name in entries if name.startswith(("docs/", "data/"))} <= linked
    named = re.findall(r"`([\w./-]+\.[a-z]+|[\w./-]+/)`|\b([\w/]+\.(?:md|json|csv|cff))\b", readme)
    assert {one or other for one, other in named} <= set(entries)
    assert {"make", "python", "repository", "scripts"} & set(re.findall(r"\w+", readme)) == set()


def test_who_has_the_texts_can_check_every_anchor(
    dist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(dist / f"{NAME}.zip") as archive:
        archive.extractall(tmp_path)
    articles = check_seeds(ROOT).articles.values()
    for article in articles:
        shutil.copy(ROOT / article.path, tmp_path / article.path)
    assert main(["validate", str(tmp_path), "--frictionless", "never"]) == 0
    assert f"anchors checked in {len(articles)} of {len(articles)} articles\nvalid\n" in capsys.readouterr().out


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_it_has_the_same_bytes_in_another_folder_at_another_time(dist: Path, tmp_path: Path) -> None:
    copy = tmp_path / "a copy, elsewhere"
    for folder in ("schemas", "scripts", "data", "docs"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "seeds", copy / "seeds", ignore=shutil.ignore_patterns("blind"))
    for path in ROOT.iterdir():
        if path.suffix in {".md", ".json", ".cff"} or path.name == "LICENSE-DATA":
            shutil.copy(path, copy)
    for path in copy.rglob("*"):
        os.utime(path, (0, 0))
    place = {"TZ": "Pacific/Apia", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}
    command = [sys.executable, "-m", "scripts", "release", "--out", str(tmp_path / "out")]
    subprocess.run(command, cwd=copy, env={**os.environ, **place}, check=True, capture_output=True)
    assert _hashes(tmp_path / "out") == _hashes(dist)


def test_the_sums_are_those_of_all_files(dist: Path) -> None:
    listed = dict(line.split("  ")[::-1] for line in (dist / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    assert listed == {name: found for name, found in _hashes(dist).items() if name != "SHA256SUMS"}


def test_parquet_has_types_descriptions_and_the_same_values(dist: Path) -> None:
    for name, of_sheets in check_seeds(ROOT).tables.items():
        table = pq.read_table(dist / f"{name}.parquet")
        assert table.to_pydict() == columns(of_sheets)
        for field, column in zip(table.schema, TABLES[name].columns, strict=True):
            assert (field.name, field.nullable) == (column.name, column.nullable)
            assert field.metadata[b"description"].decode() == column.description
    kinds = [
        str(pq.read_schema(dist / "figures.parquet").field(n).type) for n in ("text", "start", "value", "period_end")
    ]
    assert kinds == ["string", "int64", "double", "date32[day]"]


def test_duckdb_reads_parquet_with_types(dist: Path) -> None:
    events = duckdb.read_parquet(str(dist / "events.parquet"))
    kinds = dict(zip(events.columns, map(str, events.types), strict=True))
    assert (kinds["start"], kinds["date_earliest"], kinds["note"]) == ("BIGINT", "DATE", "VARCHAR")


def test_an_address_in_a_cell_is_refused(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = "seeds/001_holt2021.toml"
    Edit(
        sheet,
        'topic = "trade"\n\n[[ig',
        'topic = "trade"\nissue = "ambiguous"\nnote = "Ask Orlo at a.orlo@posts.example.org."\n\n[[ig',
    ).apply(example)
    assert build(example) == 0
    capsys.readouterr()
    assert main(["release", "--root", str(example)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "seeds/001_holt2021.toml:34: quotes.note: “Ask Orlo at a.orlo@posts.example.org.” holds personal contact data, which is not released. Leave personal contact data out of the coding. [personal_contact]",
        "1 problem; nothing was written",
    ]
    assert not (example / "dist").exists()


def test_a_text_with_an_address_is_left_out_whatever_its_rights(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (example / "seeds/002_holt2021b.txt").open("a", encoding="utf-8", newline="\n") as article:
        article.write("\nida.holt@plank.example.org\n")
    rehashed(example)
    assert build(example) == 0
    assert main(["release", "--root", str(example)]) == 0
    assert (
        "holt2021: with its text\nholt2021b: text left out: it holds personal contact data\n" in capsys.readouterr().out
    )
    assert "seeds/002_holt2021b.txt" not in _entries(example / "dist")
    assert main(["validate", str(example / "dist" / f"{NAME}.zip")]) == 0


def test_what_is_not_built_is_not_released(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edit("data/actors.csv", "Norway", "Norge").apply(example)
    assert main(["release", "--root", str(example)]) == 1
    assert capsys.readouterr().err.startswith(
        "data/actors.csv:4: actors.name: “Norge” is not what the sheets say, “Norway”. "
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_without_a_document_that_it_promises_nothing_is_released(
    name: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (example / name).unlink()
    assert main(["release", "--root", str(example)]) == 1
    said = capsys.readouterr().err
    assert f"{name}: is missing. Add it. [missing_file]\n" in said
    assert said.endswith("nothing was written\n")
    assert not (example / "dist").exists()


def test_a_stranger_in_the_folder_is_named(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (example / "dist").mkdir()
    Edit("dist/old.zip", None, "x").apply(example)
    assert main(["release", "--root", str(example)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "dist/old.zip: is no part of the release. Remove it, or name an empty folder with --out. [stray_in_release]",
        "1 problem; nothing was written",
    ]
