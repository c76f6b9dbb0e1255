"""Input that is meant to do harm: a clear problem, no exception, no way out of the package, no hang."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from schemas import TABLES
from scripts.__main__ import main
from scripts.checks.package import check_package
from scripts.checks.seeds import check_seeds
from scripts.problem import as_json, as_text
from scripts.tables.csv import read_table
from tests.edits import Edit, rehashed

SHEET = "seeds/001_holt2021.toml"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('topic = "territory"', "topic = 0x" + "f" * 5000, "text_expected"),
        ('actors = ["norway"]', "actors = [0x" + "f" * 5000 + "]", "texts_expected"),
        ("[[ignored]]", '["nonsense"]\nid = 5\n\n[[ignored]]', "odd_header"),
        ("[[quotes]]", '[["quotes"]]', "odd_header"),
        ("[[ignored]]", '[-]\nid = "x"\n\n[[ignored]]', "odd_header"),
        ('genre = "news"', "." * 100_000 + ' = "news"', "dotted_key"),
        ('genre = "news"', 'genre = "news"\n' + "[a]\n" * 20_000, "too_many_blocks"),
        ('date = "2021-05-05"', 'date = "a\\nfake.toml:1: forged"', "bad_date"),
        ('date = "2021-05-05"', 'date = "\\u001b[2J"', "bad_date"),
        ('text = "Norway closed its border"', 'text = "' + "." * 590 + '"', "not_anchored"),
        ('cue = "said"', 'cue = "said\\u200b"', "not_verbatim"),
    ],
)
def test_a_hostile_sheet_gives_one_problem(old: str, new: str, code: str, seeds: Path) -> None:
    Edit(SHEET, old, new).apply(seeds)
    problems = check_seeds(seeds).problems
    assert code in {problem.code for problem in problems}
    assert len([problem for problem in problems if problem.file == SHEET]) == 1
    said = as_text(problems)
    assert len(said.splitlines()) == len(problems)
    assert "\x1b" not in said


def test_the_line_of_a_quoted_key_is_its_own(seeds: Path) -> None:
    Edit(SHEET, 'topic = "territory"', '"topic" = "terra"').apply(seeds)
    [problem] = check_seeds(seeds).problems
    assert (problem.line, problem.code) == (75, "unknown_code")


@pytest.mark.parametrize(
    ("name", "code"),
    [("NORWAY", "name_twice"), ("Nor\u200bway", "invisible"), ("Nor\u00a0way", "invisible"), ("\ue000", "invisible")],
)
def test_a_name_that_looks_like_another_is_refused(name: str, code: str, seeds: Path) -> None:
    Edit("seeds/actors.toml", 'name = "The Daily Plank"', f'name = "{name}"').apply(seeds)
    assert code in {problem.code for problem in check_seeds(seeds).problems}


@pytest.mark.parametrize("name", ["Nоrway", "Αna Orlo", "0rlo Ltd Я"])
def test_a_name_in_letters_of_two_alphabets_is_refused(name: str, seeds: Path) -> None:
    Edit("seeds/actors.toml", 'name = "The Daily Plank"', f'name = "{name}"').apply(seeds)
    assert [problem.code for problem in check_seeds(seeds).problems] == ["mixed_scripts"]


@pytest.mark.parametrize("name", ["0slo", "Os1o", "OsIo"])
def test_a_name_that_looks_like_that_of_another_actor_is_refused(name: str, seeds: Path) -> None:
    Edit("seeds/actors.toml", 'name = "The Daily Plank"', f'name = "{name}"').apply(seeds)
    [problem] = check_seeds(seeds).problems
    assert problem.code == "look_alike"
    assert problem.message.endswith(" of norway") or problem.message.endswith(" of daily-plank")


@pytest.mark.parametrize("name", ["Газета", "Αθήνα", "KBS 한국방송", "Łódź-Ñandú", "O’Brien & Co."])
def test_a_name_in_one_alphabet_is_fine(name: str, seeds: Path) -> None:
    Edit("seeds/actors.toml", 'name = "The Daily Plank"', f'name = "{name}"').apply(seeds)
    assert check_seeds(seeds).problems == []


@pytest.mark.parametrize("begin", ["=", "+", "-", "@"])
def test_our_own_words_are_no_formula_but_the_articles_stay_as_they_are(begin: str, seeds: Path) -> None:
    Edit("seeds/measures.toml", 'name = "Pacts"', f'name = "{begin}HYPERLINK(A1)"').apply(seeds)
    assert [problem.code for problem in check_seeds(seeds).problems] == ["formula"]
    Edit("seeds/measures.toml", f'name = "{begin}HYPERLINK(A1)"', 'name = "Pacts"').apply(seeds)
    Edit("seeds/001_holt2021.txt", "Norway closed", f"{begin}Norway closed").apply(seeds)
    Edit(SHEET, 'text = "Norway closed', f'text = "{begin}Norway closed').apply(seeds)
    rehashed(seeds)
    assert check_seeds(seeds).problems == []


def test_a_long_chain_of_members_and_many_unknown_actors_end_soon(seeds: Path) -> None:
    chain = "".join(
        f'[[actors]]\nactor_id = "a{i}"\nname = "A {i}"\nkind = "organisation"\nmember_of = "a{i + 1}"\n\n'
        for i in range(2000)
    )
    registry = seeds / "seeds/actors.toml"
    registry.write_text(registry.read_text(encoding="utf-8") + "\n" + chain, encoding="utf-8")
    Edit(SHEET, 'actors = ["norway"]', f"actors = {json.dumps([f'b{i}' for i in range(1500)])}").apply(seeds)
    codes = [problem.code for problem in check_seeds(seeds).problems]
    assert codes.count("not_in_actors") == 1501


def test_the_build_writes_through_no_link(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = tmp_path / "outside"
    (built / "data").rename(outside)
    (built / "data").symlink_to(outside)
    Edit("seeds/actors.toml", 'name = "The Daily Plank"', 'name = "The Weekly Plank"').apply(built)
    before = (outside / "actors.csv").read_bytes()
    assert main(["build", "--root", str(built)]) == 1
    assert (outside / "actors.csv").read_bytes() == before
    assert capsys.readouterr().err.startswith(
        "data/actors.csv: is or lies behind a link. Put a plain file in its place. [behind_link]\n"
    )


def test_check_shows_nothing_from_outside(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a secret line", encoding="utf-8")
    (built / "datapackage.json").unlink()
    (built / "datapackage.json").symlink_to(secret)
    assert main(["build", "--root", str(built), "--check"]) == 1
    said = capsys.readouterr()
    assert "secret line" not in said.out + said.err


def test_a_folder_in_the_way_stops_the_build_before_it_writes(built: Path) -> None:
    Edit(SHEET, 'text = "1,200 welders"', 'text = "could send 1,200 welders"').apply(built)
    (built / "CITATION.cff").unlink()
    (built / "CITATION.cff").mkdir()
    before = (built / "data/figures.csv").read_bytes()
    assert main(["build", "--root", str(built)]) == 1
    assert (built / "data/figures.csv").read_bytes() == before


def test_a_document_that_is_not_utf8_is_left_alone(built: Path) -> None:
    (built / "README.md").write_bytes(b"caf\xe9\n")
    assert main(["build", "--root", str(built)]) == 1
    assert (built / "README.md").read_bytes() == b"caf\xe9\n"


@pytest.mark.parametrize(
    "name", ["seeds", "data", "data/actors.csv", "datapackage.json", SHEET, "seeds/001_holt2021.txt"]
)
def test_a_link_to_itself_is_a_problem(name: str, built: Path) -> None:
    path = built / name
    path.rename(built / "moved")
    path.symlink_to(path)
    assert main(["build", "--check", "--root", str(built)]) == 1


def test_what_is_no_article_does_not_belong_in_a_published_package(published: Path) -> None:
    (published / "seeds/evil.sh").write_text("x", encoding="utf-8")
    (published / "seeds/003_x.TOML").write_text("x", encoding="utf-8")
    problems = check_package(published, frictionless="never").problems
    assert [(problem.file, problem.code) for problem in problems] == [
        ("seeds/003_x.TOML", "not_an_article"),
        ("seeds/evil.sh", "not_an_article"),
    ]


@pytest.mark.parametrize(
    "data",
    [b"\n" * 300_000, b"name," * 100_000 + b"\n", b"," * 1_000_000, b'"' * 300_000, b"actor_id\n" + b"x\n" * 100_000],
)
def test_a_hostile_table_ends_soon_with_few_problems(data: bytes) -> None:
    _, problems = read_table(data, TABLES["actors"], "data/actors.csv")
    assert 0 < len(problems) <= 1000


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_no_text_can_be_reported(published: Path) -> None:
    Path(os.fsdecode(os.fsencode(published) + b"/data/\xff\xfe.txt")).write_text("x", encoding="utf-8")
    problems = check_package(published, frictionless="never").problems
    as_json(problems).encode("utf-8")
    as_text(problems).encode("utf-8")


def test_a_terminal_that_lacks_characters_gets_escapes(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Edit("data/actors.csv", ",media,", ",medium,").apply(published)
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="latin-1")
    monkeypatch.setattr("sys.stdout", stream)
    assert main(["validate", str(published), "--frictionless", "never"]) == 1
    stream.flush()
    assert b"\\u201cmedium\\u201d" in raw.getvalue()
