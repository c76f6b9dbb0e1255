"""What is no readable file or folder is a problem."""

import os
import sys
import tempfile
from pathlib import Path

import pytest

from scripts.checks.seeds import check_seeds
from scripts.sheets.files import read_bytes


def test_a_folder_without_seeds(tmp_path: Path) -> None:
    assert [(problem.file, problem.code) for problem in check_seeds(tmp_path).problems] == [("seeds", "missing_folder")]


def test_a_folder_in_the_place_of_a_registry(seeds: Path) -> None:
    registry = seeds / "seeds/measures.toml"
    registry.unlink()
    registry.mkdir()
    assert [(one.file, one.code) for one in check_seeds(seeds).problems] == [("seeds/measures.toml", "not_a_file")]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_file_that_may_not_be_read() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, path = Path(folder), Path(folder) / "a.txt"
        path.write_text("x", encoding="utf-8")
        root.chmod(0o755)
        path.chmod(0)
        root_user = os.geteuid() == 0  # whom no permission stops
        if root_user:
            os.seteuid(65534)
        try:
            [problem] = read_bytes(root, "a.txt")[1]
        finally:
            if root_user:
                os.seteuid(0)
    assert (problem.code, problem.message) == ("unreadable", "cannot be read: Permission denied")
