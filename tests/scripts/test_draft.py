"""A new article is drafted, reviewed and built; what was written by people is never replaced."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.__main__ import main
from scripts.checks.seeds import check_seeds
from scripts.draft.actors import Actor
from scripts.draft.article import draft as draft_rows
from scripts.draft.rows import Draft, Drafted
from scripts.draft.sheet import sheet
from scripts.draft.source import facts
from scripts.sheets.rows import Article as ReadArticle
from tests.edits import Edit

ARTICLE = """Welders head north

By Ida Holt

May 7, 2021

“We will double our exports,” said Prime Minister Ana Orlo on Monday. Sweden hired more than 1,200 welders in 2020, according to Orlo.

Five months after the strike, Resolution 2270 and the “gray area” of the law still matter. The two countries agree.
"""
PIECES = st.sampled_from(
    ["“", "”", '"', "'", "’", " said ", "Ana Orlo", "He ", "1,200 ", "two ", "million ", "$", "%", ". ", ", ", "\n\n", "\n",
     "July 14", " in 2020", "Five days later", "(", "[", "resolution ", "according to ", "that ", "Oslo "]
)  # fmt: skip
ACTORS = [
    Actor("ana-orlo", "Ana Orlo", "person", None, ("Orlo",)),
    Actor("norway", "Norway", "state", "NOR", ("Oslo",)),
]


@pytest.fixture
def article(seeds: Path) -> Path:
    path = seeds / "seeds/003_holt2021c.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def _draft(article: Path, *options: str) -> int:
    return main(["draft", str(article), "--root", str(article.parent.parent), *options])


def test_the_sheet_says_what_the_text_tells(article: Path) -> None:
    assert _draft(article) == 0
    sheet = tomllib.loads(article.with_suffix(".toml").read_text(encoding="utf-8"))
    source = sheet["source"]
    assert source["source_id"] == "holt2021c"
    assert (source["title"], source["author"], source["date"], source["coding"]) == (
        "Welders head north",
        "Ida Holt",
        "2021-05-07",
        "machine",
    )
    [quote, indirect] = sheet["quotes"]
    assert (quote["id"], quote["text"], quote["speaker_id"], quote["date"]) == (
        "q01",
        "We will double our exports,",
        "ana-orlo",
        "2021-05-03",
    )
    assert indirect["text"] == "Sweden hired more than 1,200 welders in 2020"
    [event] = sheet["events"]
    assert (event["id"], event["text"]) == ("e01", "Sweden hired more than 1,200 welders in 2020")
    assert (event["event_type"], event["status"], event["claimed_by"]) == ("COOPERATE", "alleged", "ana-orlo")
    assert (event["actors"], event["date"]) == (["sweden"], "2020-01-01/2020-12-31")
    [figure] = sheet["figures"]
    assert (figure["text"], figure["value"], figure["qualifier"], figure["period"], figure["claimed_by"]) == (
        "more than 1,200 welders",
        1200,
        "more_than",
        "2020-01-01/2020-12-31",
        "ana-orlo",
    )
    assert {(row["text"], row["reason"]) for row in sheet["ignored"]} == {
        ("double", "not_a_quantity"),
        ("Five", "time_span"),
        ("2270", "identifier"),
        ("“gray area”", "scare_quotes"),
        ("two", "count_of_named"),
    }


def test_a_reviewed_draft_builds(article: Path) -> None:
    assert _draft(article) == 0
    root = article.parent.parent
    sheet = "seeds/003_holt2021c.toml"
    Edit(sheet, 'publisher_id = "unnamed"', 'publisher_id = "daily-plank"').apply(root)
    assert [str(problem) for problem in check_seeds(root).problems] == []
    Edit(sheet, 'coding = "machine"', 'coding = "single"').apply(root)
    Edit(sheet, "value = 1200\n", 'value = 1200\nmeasure_id = "welders_sent"\n').apply(root)
    assert {problem.code for problem in check_seeds(root).problems} == {
        "coded_event_has_label",
        "quote_not_named",
        "proposed_row_is_read",
    }
    Edit(sheet, 'claimed_by = "ana-orlo"\n', 'claimed_by = "ana-orlo"\nquote_id = "q02"\n').apply(root)
    text = (root / sheet).read_text(encoding="utf-8")
    for words in re.findall(r'(?<=\[\[events\]\]\n)id = "e\d+"\n', text):
        text = text.replace(words, f'{words}label = "Norway or Sweden may, it is said, do this ({words[6:9]})"\n', 1)
    text = text.replace('\nproposed_by = "rules"\n', '\nproposed_by = "rules"\nread_by = "Ida"\n')
    (root / sheet).write_text(text, encoding="utf-8", newline="\n")
    assert [str(problem) for problem in check_seeds(root).problems] == []
    assert main(["build", "--root", str(root)]) == 0


def test_the_id_is_the_one_in_the_name_of_the_file_where_it_can_be(article: Path) -> None:
    for name, right in {
        "004_kestrel2025": "kestrel2025",
        "005_a_report": "holt2021",
        "006_" + "0f" * 8: "holt2021",
    }.items():
        path = article.rename(article.with_name(f"{name}.txt"))
        assert _draft(path) == 0
        sheet = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
        assert sheet["source"]["source_id"] == right
        article = path


def test_an_act_that_the_dataset_has_is_named_beside_the_row(article: Path) -> None:
    said = "Norway and Sweden signed a labour pact on 3 May 2021."
    article.write_text(ARTICLE + f"\n{said}\n", encoding="utf-8")
    assert _draft(article) == 0
    written = article.with_suffix(".toml").read_text(encoding="utf-8")
    assert '# Perhaps same_as = "holt2021-e01" (2021-05-03): ' in written
    assert "same_as" not in {key for row in tomllib.loads(written)["events"] for key in row}


def test_what_is_said_of_an_act_does_not_stand_above_a_quote_of_the_same_words() -> None:
    text = "Sweden hired welders, he said.\n"
    rows = [Drafted(table, (0, 20), {"text": text[:20]}) for table in ("quotes", "events")]
    hints = {("events", (0, 20)): "# Perhaps\n"}
    written = sheet(facts(text), ReadArticle("seeds/003_holt2021c.txt", text, "0" * 64), Draft(rows), {}, hints)
    assert ["# Perhaps" in block for block in written.split("\n\n")[1:]] == [False, True]


def test_what_the_person_knows_stands_in_the_sheet(article: Path) -> None:
    article.write_text(ARTICLE.replace("May 7, 2021\n\n", ""), encoding="utf-8")
    known = {
        "--published": "2021-05-08",
        "--publisher": "daily-plank",
        "--title": "Welders",
        "--url": "https://a.example/1",
    }
    rights = "https://creativecommons.org/licenses/by/4.0/"
    options = [word for pair in known.items() for word in pair]
    assert _draft(article, *options, "--rights", rights) == 0
    source = tomllib.loads(article.with_suffix(".toml").read_text(encoding="utf-8"))["source"]
    assert (source["date"], source["date_basis"]) == ("2021-05-08", "inferred")
    assert [source[key] for key in ("publisher_id", "title", "url", "rights")] == [*[*known.values()][1:], rights]
    assert _draft(article, "--redraft", "--published", "yesterday") == 2


def test_above_each_row_stand_its_line_and_sentence_and_what_it_may_be_of(article: Path) -> None:
    assert _draft(article) == 0
    written = article.with_suffix(".toml").read_text(encoding="utf-8")
    assert written.startswith("#:schema ../docs/sheet.schema.json\n")
    sentence = "Sweden hired more than 1,200 welders in 2020, according to Orlo."
    assert f'# Line 7: {sentence}\n[[figures]]\n# Perhaps measure_id = "welders_sent"\n' in written


def test_what_the_registries_lack_is_added_to_them_where_that_is_asked_for(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article.write_text(ARTICLE.replace("Ana Orlo", "Kai Lund").replace("to Orlo", "to Lund"), encoding="utf-8")
    actors = article.parent / "actors.toml"
    before = actors.read_text(encoding="utf-8")
    assert _draft(article) == 0
    assert '# actor_id = "kai-lund"' in article.with_suffix(".toml").read_text(encoding="utf-8")
    assert actors.read_text(encoding="utf-8") == before
    for _ in range(2):
        assert _draft(article, "--redraft", "--register") == 0
    assert "kai-lund is added, to be completed" in capsys.readouterr().out
    added = actors.read_text(encoding="utf-8").removeprefix(before.rstrip())
    assert tomllib.loads(added)["actors"] == [{"actor_id": "kai-lund", "name": "Kai Lund", "kind": "person"}]


def test_only_a_machines_draft_is_replaced(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = article.with_suffix(".toml")
    assert _draft(article) == 0
    first = target.read_text(encoding="utf-8")
    assert _draft(article) == 1
    assert "there already" in capsys.readouterr().out
    target.write_text(first + "# a note\n", encoding="utf-8")
    assert _draft(article, "--redraft") == 0
    assert target.read_text(encoding="utf-8") == first
    target.write_text(first.replace('coding = "machine"', 'coding = "single"'), encoding="utf-8")
    assert _draft(article, "--redraft") == 1
    assert 'coding = "single"' in target.read_text(encoding="utf-8")


def test_one_bad_article_stops_no_other(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [article]
    for i in range(9):
        path = article.with_name(f"01{i}_copy{i}.txt")
        path.write_text(ARTICLE, encoding="utf-8")
        paths.append(path)
    paths[3].write_bytes(b"\xff\xfe")
    assert main(["draft", *map(str, paths), "--root", str(article.parent.parent)]) == 1
    said = capsys.readouterr().out
    assert said.count("1 events, 2 quotes, 1 figures, 5 ignored") == 9
    assert "is not UTF-8" in said
    assert not paths[3].with_suffix(".toml").exists()


def test_a_file_that_is_no_article_cannot_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", str(tmp_path / "x.pdf")]) == 2
    assert capsys.readouterr().err == f"could not run: not an article (.txt): {tmp_path / 'x.pdf'}\n"


@given(
    st.lists(PIECES, max_size=60).map("".join) | st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]))
)
@settings(max_examples=150, deadline=None)
def test_every_drafted_row_is_anchored_whatever_the_text(text: str) -> None:
    made = draft_rows(text, (date(2021, 5, 7), date(2021, 5, 7)), ACTORS, facts(text).spans)
    for row in made.rows:
        words, number = row.values["text"], row.values.get("occurrence", 1)
        at = -1
        for _ in range(number):
            at = text.find(words, at + 1)
        assert (at, at + len(words)) == row.span
        for name in ("speaker_text", "cue", "counted", "date_text"):
            assert row.values.get(name, "") in text


def test_the_same_text_gives_the_same_draft() -> None:
    made = [draft_rows(ARTICLE, (None, None), ACTORS, facts(ARTICLE).spans) for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize(
    "unit",
    ["“", '"', "'", "7 ", "[(", "x", "word ", "Word ", "Kim said that ", "\n", "A. ", "July 14 ", "“Go,” he said. "],
)
def test_a_hundred_thousand_characters_of_one_kind_end_soon(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    draft_rows(text, (None, None), ACTORS, facts(text).spans)
