"""What is read as canonical from the bytes is just what writing the cells again would give."""

import io

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.checks.canonical import record_lines
from scripts.package.tables import csv_bytes

CELLS = st.text(alphabet='ab",\n é', max_size=4)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4)
HEAD = b"a,b,c\n"


def _rewritten(data: bytes) -> bytes | None:
    try:
        cells = pd.read_csv(
            io.BytesIO(data), dtype="str", keep_default_na=False, na_values=[""], lineterminator="\n", index_col=False
        )
    except (ValueError, pd.errors.ParserError, pd.errors.ParserWarning):
        return None
    return csv_bytes(cells)


def _table(rows: list[tuple[str, str, str]]) -> pd.DataFrame:
    values = [[cell or None for cell in row] for row in rows]
    return pd.DataFrame(values, columns=["a", "b", "c"], dtype="str")


@settings(deadline=None)
@given(ROWS)
def test_what_is_written_is_canonical_and_its_lines_are_counted(rows: list[tuple[str, str, str]]) -> None:
    table = _table(rows)
    data = csv_bytes(table)
    lines = record_lines(data, 3)
    assert lines is not None
    assert lines.tolist() == [csv_bytes(table.iloc[:row]).count(b"\n") + 1 for row in range(len(table))]


@settings(deadline=None)
@given(st.text(alphabet='ab",\n', max_size=24))
def test_what_is_canonical_is_written_just_so(body: str) -> None:
    data = HEAD + body.encode()
    if record_lines(data, 3) is not None:
        assert _rewritten(data) == data


@settings(deadline=None)
@given(ROWS, st.data())
def test_a_changed_byte_is_canonical_only_if_it_is_written_just_so(
    rows: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    whole = csv_bytes(_table(rows))
    at = data.draw(st.integers(len(HEAD), len(whole)))
    changed = whole[:at] + data.draw(st.sampled_from([b'"', b",", b"\n", b"a", b""])) + whole[at + 1 :]
    try:
        changed.decode()
    except UnicodeDecodeError:  # the reader finds it
        return
    if record_lines(changed, 3) is not None:
        assert _rewritten(changed) == changed
