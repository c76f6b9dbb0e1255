"""The registry of problems: each is shown by a test, and says in a clause what is wrong and in another how to mend it."""

import re
import string

from schemas.problems import kinds
from schemas.rules import RULES
from tests.edits import EXAMPLE
from tests.faults.matrix import read


def test_every_problem_is_expected_by_a_test() -> None:
    files = [
        path for path in EXAMPLE.parent.rglob("*.*") if path.suffix in {".py", ".toml"} and "faults" not in path.parts
    ]
    tests = "".join(path.read_text(encoding="utf-8") for path in files)
    left = [code for code in kinds() if not re.search(rf'[\["=]{code}[\]",:]', tests)]  # as text, value or annotation
    assert [code for code in left if code not in {line.code for line in read()}] == []


def test_its_words_are_two_clauses_without_a_stop() -> None:
    assert [
        code for code, (says, mend, _) in kinds().items() if says != says.strip(" .") or mend != mend.strip(" .")
    ] == []


def test_the_words_of_a_rule_over_a_row_name_its_columns_alone() -> None:
    for name, rule in RULES.items():
        says, mend, _ = kinds()[name]
        assert {field for _, field, _, _ in string.Formatter().parse(says + mend) if field} <= {*rule.columns, rule.on}
