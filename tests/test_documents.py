"""The documents say what is so: generated parts are as they are worked out now, links lead somewhere, code runs."""

import re
from pathlib import Path

import duckdb
import pytest

from schemas import ANCHORED, TABLES
from schemas.problems import kinds
from tests.documents import PARTS, as_it_should_be
from tests.links import dead_links
from tests.transcript import MISTAKES

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
DOCUMENTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in PAGES}
OF_BUILD = {*(("README.md", part) for part in ("links", "acts", "tables", "citation")), ("CONTRIBUTING.md", "template")}
RUN = [
    (name, language, code)
    for name in ("README.md", "docs/questions.md")  # tests/clients runs docs/loading.md
    for language, code in re.findall(r"```(python|sql)\n(.*?)```", DOCUMENTS[name], re.DOTALL)
]


@pytest.mark.parametrize(("name", "part"), PARTS)
def test_a_generated_part_is_as_it_is_worked_out_now(name: str, part: str) -> None:
    assert as_it_should_be(name, part) == DOCUMENTS[name], "run `make documents` and commit what it writes"


def test_every_generated_part_has_a_command_that_writes_it() -> None:
    parts = {name: re.findall(r"^<!-- generated: (\w+) -->$", text, re.MULTILINE) for name, text in DOCUMENTS.items()}
    assert {(name, part) for name in parts for part in parts[name]} == {*PARTS, *OF_BUILD}


def test_every_link_leads_to_a_file_or_a_heading() -> None:
    assert list(dead_links(DOCUMENTS, lambda path: (ROOT / path).exists())) == []


def test_a_link_that_leads_nowhere_is_found() -> None:
    pages = {
        "a.md": "# One\n\n[x](#one) [x](#two) [x](docs/b.md#b) `[x](c)`\n",
        "docs/b.md": "# B\n[x](../c.md) [x](a.md)\n",
    }
    assert list(dead_links(pages, pages.__contains__)) == ["a.md: #two", "docs/b.md: ../c.md", "docs/b.md: a.md"]


def test_the_readme_names_every_page() -> None:
    pages = {name for name in DOCUMENTS if name.startswith("docs/")}
    assert pages == set(re.findall(r"\((docs/\w+\.md)\)", DOCUMENTS["README.md"]))
    assert len(DOCUMENTS["README.md"].encode("utf-8")) <= 12_000


def test_the_readme_has_a_small_picture() -> None:
    [picture] = re.findall(r"!\[[^]]+\]\((.+?)\)", DOCUMENTS["README.md"])
    assert (ROOT / picture).stat().st_size < 150_000


def test_every_join_that_the_readme_draws_is_declared() -> None:
    drawn = re.findall(r"^    (\w+) \|\|--o\{ (\w+) : (\w+)$", DOCUMENTS["README.md"], re.MULTILINE)
    assert {name for pair in drawn for name in pair[:2]} >= {"acts", *ANCHORED}
    for to, table, column in drawn:
        assert (TABLES[table][column].references or "").split(".")[0] == to, (to, table, column)


def test_every_problem_is_listed_once() -> None:
    assert re.findall(r"^\| `(\w+)` \|", DOCUMENTS["docs/problems.md"], re.MULTILINE) == list(kinds())


@pytest.mark.parametrize(("name", "language", "code"), RUN)
def test_code_runs_as_it_stands(
    name: str, language: str, code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    if language == "sql":
        answer = duckdb.sql(code)
        assert answer is not None
        assert len(answer.fetchall()) > 1
    else:
        exec(compile(code, name, "exec"), {})
        assert "print(" not in code or len(capsys.readouterr().out.splitlines()) > 2


def test_every_question_is_answered_in_two_languages_of_ten_lines_at_most() -> None:
    code = [(language, code) for name, language, code in RUN if name == "docs/questions.md"]
    assert [language for language, _ in code] == ["python", "sql"] * 8
    assert all(len(lines.splitlines()) <= 11 for _, lines in code)


def test_the_way_from_fork_to_merge_is_one_page() -> None:
    page = DOCUMENTS["CONTRIBUTING.md"].split("\n## The template of a coding sheet")[0]
    assert page.count("1 problem; nothing was written") == len(MISTAKES) == 3
    assert len(page.splitlines()) <= 110
