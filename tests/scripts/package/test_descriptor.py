"""The descriptor says everything that the declaration says, in the form that clients read."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pandera.pandas as pa
import pytest
from frictionless import validate

from schemas import TABLES
from schemas.model import describe
from scripts.package.descriptor import table_schema
from tests.edits import EXAMPLE

ROOT = EXAMPLE.parent.parent
UNREAD = ("fieldsMatch", "uniqueKeys", "jsonSchema", "exclusiveMinimum", '"list"')


def test_frictionless_finds_it_valid_without_a_warning(built: Path) -> None:
    report = validate(str(built / "datapackage.json"))
    assert (report.valid, report.warnings, [task.warnings for task in report.tasks]) == (True, [], [[]] * len(TABLES))


def test_every_field_has_title_description_type_and_an_example() -> None:
    for table in TABLES.values():
        for field in table_schema(table)["fields"]:
            assert all(field[name] for name in ("title", "description", "type")), field
            assert field["example"] not in {None, ""}, field


def test_every_code_has_its_label() -> None:
    fields = [field for table in TABLES.values() for field in table_schema(table)["fields"]]
    coded = [field for field in fields if "enum" in field["constraints"]]
    assert {"value": "alleged", "label": "Alleged"} in [code for field in coded for code in field["categories"]]
    for field in coded:
        assert [code["value"] for code in field["categories"]] == field["constraints"]["enum"]


def test_where_the_repository_is_known_everything_leads_there(tmp_path: Path) -> None:
    for folder in ("schemas", "scripts", "tests/example"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    declared, address = tmp_path / "schemas/package.toml", "https://forge.example/team/record"
    text = declared.read_text(encoding="utf-8").replace("# repository = ", f'repository = "{address}" # ')
    declared.write_text(text, encoding="utf-8")
    run = "from scripts.__main__ import main\nraise SystemExit(main(['build', '--root', 'tests/example']))"
    subprocess.run([sys.executable, "-c", run], cwd=tmp_path, check=True, capture_output=True)
    for name in ("datapackage.json", "CITATION.cff", ".zenodo.json"):
        assert address in (tmp_path / "tests/example" / name).read_text(encoding="utf-8")


def test_it_has_nothing_that_a_client_is_known_to_stumble_over(built: Path) -> None:
    text = (built / "datapackage.json").read_text(encoding="utf-8")
    assert [word for word in UNREAD if word in text] == []
    resources = json.loads(text)["resources"]
    assert {(r["type"], r["profile"], r["encoding"], r["mediatype"]) for r in resources} == {
        ("table", "tabular-data-resource", "utf-8", "text/csv")
    }
    keys = [key for r in resources for key in r["schema"].get("foreignKeys", [])]
    assert len(keys) == 24
    assert all(isinstance(key["fields"], list) and isinstance(key["reference"]["fields"], list) for key in keys)


def test_it_has_nothing_that_a_database_made_of_it_refuses_every_row_for() -> None:
    for table in TABLES.values():
        for field in table_schema(table)["fields"]:
            limits = set(field["constraints"])
            assert field["type"] != "date" or not limits & {"minimum", "maximum"}, field
            assert "required" in limits or "pattern" not in limits, field


def test_every_foreign_key_leads_to_a_declared_column() -> None:
    for table in TABLES.values():
        for column in table.columns:
            if column.references:
                name, there = column.references.split(".")
                assert TABLES[name].key == [there]


def test_a_rule_that_cannot_be_published_is_refused() -> None:
    class Odd(pa.DataFrameModel):
        """A table with a rule of its own."""

        number: int = pa.Field(
            in_range={"min_value": 1, "max_value": 2},
            metadata={"type": "integer", "example": 1},
            title="N",
            description="N.",
        )

    with pytest.raises(ValueError, match="column number: no Table Schema constraint for in_range"):
        describe("odd", Odd)


def test_a_column_added_in_one_place_appears_everywhere(tmp_path: Path) -> None:
    root = tmp_path / "copy"
    for folder in ("schemas", "scripts", "tests/example"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "CONTRIBUTING.md", root / "tests/example")
    model = root / "schemas/quotes.py"
    line = '    tone: str = text("Tone", "How it was said.", "angry", nullable=True)\n'
    model.write_text(
        model.read_text(encoding="utf-8").replace("    topic: str", f"{line}    topic: str"), encoding="utf-8"
    )
    sheet = root / "tests/example/seeds/001_holt2021.toml"
    sheet.write_text(
        sheet.read_text(encoding="utf-8").replace('cue = "said"', 'cue = "said"\ntone = "proud"'), encoding="utf-8"
    )
    run = "from scripts.__main__ import main\n"
    run += "raise SystemExit(main(['build', '--root', 'tests/example']) + main(['validate', 'tests/example']))"
    subprocess.run([sys.executable, "-c", run], cwd=root, check=True, capture_output=True)
    package = root / "tests/example"
    assert "document_id,tone,topic" in (package / "data/quotes.csv").read_text(encoding="utf-8")
    assert "proud" in (package / "data/quotes.csv").read_text(encoding="utf-8")
    assert '"name": "tone"' in (package / "datapackage.json").read_text(encoding="utf-8")
    assert "| `tone` | string | yes | How it was said. | `angry` |" in (package / "docs/dictionary.md").read_text(
        encoding="utf-8"
    )
    assert "# Optional. How it was said.\ntone" in (package / "CONTRIBUTING.md").read_text(encoding="utf-8")
