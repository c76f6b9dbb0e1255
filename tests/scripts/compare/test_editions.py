"""Folders, zips and revisions are read as data; whatever is malformed is a problem, and nothing leads out."""

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.compare.edition import edition_of
from scripts.compare.revision import taken_out
from tests.revisions import Git


def _said(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr()
    return said.out + said.err


def _compare(root: Path, old: str, new: str, *more: str) -> int:
    return main(["compare", "--root", str(root), *more, "--", old, new])


def test_a_zip_a_folder_and_a_revision_are_the_same(
    built: Path, git: Git, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = tmp_path / "p.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in [built / "datapackage.json", *built.glob("data/*")]:
            archive.write(path, path.relative_to(built).as_posix())
    for old, new in [("main", str(built)), (str(packed), git("rev-parse", "HEAD")), (str(built), str(packed))]:
        assert _compare(built, old, new) == 0
        assert _said(capsys).endswith("nothing changed in data or declaration\n")


@pytest.mark.parametrize(
    "name",
    ["--output=x", "-x", "HEAD:data", "HEAD..main", "a b", "a\nb", ":/first", "$(touch x)", "a" * 300, "nowhere", "é"],
)
def test_what_is_no_revision_cannot_run(name: str, built: Path, git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    assert _compare(built, name, "main") == 2
    assert _compare(built, "main", name) == 2
    said = _said(capsys)
    assert said.startswith("could not run: ")
    assert len(said.splitlines()) == 2
    assert git("status", "--porcelain") == ""


def test_no_revision_without_a_repository(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _compare(built, "main", str(built)) == 2
    assert "is neither a package nor a git revision of" in _said(capsys)


def test_a_hook_that_names_another_repository_changes_nothing(
    built: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha = git("rev-parse", "main")
    monkeypatch.setenv("GIT_DIR", str(Path(__file__).parent))
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    assert _compare(built, "main", sha) == 0


def test_no_program_of_a_revision_runs(built: Path, git: Git, committed: Callable[[], str]) -> None:
    """Filters, hooks and text conversions that a checkout or a diff would run are not run."""
    mark = (built.parent / "ran").as_posix()
    (built / ".gitattributes").write_text("* filter=x diff=x text=auto\n", encoding="utf-8")
    git("config", "diff.x.textconv", f"touch {mark};")
    git("config", "diff.external", f"touch {mark};")
    git("config", "filter.x.smudge", f"touch {mark};")
    hook = built / ".git/hooks/post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
    hook.chmod(0o755)
    sha = committed()
    assert _compare(built, "main~1", sha, "--contribution") == 0
    assert not Path(mark).exists()


@pytest.mark.skipif(os.name == "nt", reason="git writes no links there")
def test_a_link_in_a_revision_is_refused(
    built: Path, committed: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    (built / "data/actors.csv").unlink()
    (built / "data/actors.csv").symlink_to("/etc/hostname")
    sha = committed()
    assert _compare(built, "main~1", sha) == 1
    assert _said(capsys) == (
        f"{sha}: “data/actors.csv” is not a plain file with a plain name. Put a plain file in its place. [revision_odd_path]\n"
    )


def test_a_zip_that_leads_out_is_refused(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        archive.writestr("../x.csv", "x")
    assert _compare(built, str(tmp_path / "p.zip"), str(built)) == 1
    assert "“../x.csv” leads out of the package" in _said(capsys)


def _describing(**changed: object) -> str:
    """Return a descriptor of one table, which is right but for what a test changes in it."""
    schema = {"fields": [{"name": "x"}], "primaryKey": ["x"]}
    return json.dumps({"version": "1", "resources": [{"name": "a", "path": "a.csv", "schema": schema} | changed]})


PATHS = ["../x.csv", "/etc/passwd.csv", "https://example.org/x.csv", "data\\x.csv", ".git/x.csv", "data/./x.csv", 5]
SCHEMAS: list[object] = [
    {},
    {"fields": [5], "primaryKey": ["x"]},
    {"fields": [{"name": "x\x1b"}], "primaryKey": ["x\x1b"]},
    {"fields": [{"name": "x"}], "primaryKey": []},
    {"fields": [{"name": "x"}], "primaryKey": ["y"]},
    {"fields": [{"name": "x"}], "primaryKey": [["x"]]},
    {"fields": [{"name": "x", "constraints": {"enum": 1}}], "primaryKey": ["x"]},
]


@pytest.mark.parametrize(
    "text",
    [
        *("[]", "{", '{"resources": 5}', '{"resources": [5]}', '{"resources": []}', "[" * 100_000, "\x00"),
        *(_describing(path=path) for path in PATHS),
        *(_describing(schema=schema) for schema in SCHEMAS),
        *(_describing(name=name) for name in ("package", "a.b", None)),
        _describing(title="\ud800"),
    ],
)
def test_a_hostile_descriptor_is_a_problem(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x\n", encoding="utf-8")
    for descriptor, files in ((_describing(), []), (text, [f"{tmp_path}: datapackage.json"])):
        (tmp_path / "datapackage.json").write_text(descriptor, encoding="utf-8")
        assert [problem.file for problem in edition_of(str(tmp_path), tmp_path)[1]] == files


def test_a_descriptor_that_is_no_json_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("{\n,", encoding="utf-8")
    [problem] = edition_of(str(tmp_path), tmp_path)[1]
    assert (problem.line, problem.code) == (2, "edition_not_json")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "edition_header"),
        (b"\xff\xfe", "edition_header"),
        (b"alias\n", "edition_header"),
        (b"alias,actor_id\n\xff,x\n", "edition_not_csv"),
        (b'alias,actor_id\n"a,b\n', "edition_not_csv"),
        (b"alias,actor_id\na,b,c\n", "edition_not_csv"),
        pytest.param(b"alias,actor_id\n" + b"," * 1_000_000 + b"\n", "edition_not_csv", id="a million cells"),
        (b"alias,actor_id\na,b\na,b,c\n", "edition_not_csv"),
        (b"alias,actor_id\na,b\na,c\n", "edition_key_twice"),
        (b"alias,actor_id\n" + b"a\n" * 3, "edition_key_twice"),
    ],
)
def test_a_malformed_table_is_a_problem(data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    schema = {"fields": [{"name": "alias"}, {"name": "actor_id"}], "primaryKey": ["alias"]}
    (tmp_path / "datapackage.json").write_text(_describing(schema=schema), encoding="utf-8")
    [problem] = edition_of(str(tmp_path), tmp_path)[1]
    assert (problem.file, problem.code) == (f"{tmp_path}: a.csv", code)


@pytest.mark.parametrize("form", ["text", "json", "github", "markdown"])
def test_problems_take_every_form(form: str, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (built / "data/aliases.csv").unlink()
    assert _compare(built, str(built), str(built), "--format", form) == 1
    said = _said(capsys)
    assert "missing" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("limits", [{"most": 7}, {"largest": 1000}])
def test_a_revision_of_too_much_is_refused(limits: dict[str, int], built: Path, git: Git) -> None:
    git("status")
    with taken_out(built, "main", **limits) as (folder, [problem]):
        assert (problem.file, problem.code, list(folder.iterdir())) == ("main", "revision_too_large", [])


def test_what_cannot_be_compared_still_names_the_files_beside_the_data(
    built: Path, committed: Callable[[], str], git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    first = git("rev-parse", "main")
    (built / "datapackage.json").write_text("{}", encoding="utf-8")
    (built / "Makefile").write_text("all:\n", encoding="utf-8")
    sha = committed()
    assert _compare(built, first, "main", "--contribution", "--format", "github") == 1
    assert [line.split("::")[1] for line in _said(capsys).splitlines()] == [
        f"error file={sha}%3A datapackage.json,title=edition_without_tables",
        "error file=Makefile,title=outside_seeds",
    ]


def test_a_contribution_is_two_revisions(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _compare(built, str(built), str(built), "--contribution") == 2
    assert _said(capsys).startswith("could not run: --contribution takes two git revisions: ")
