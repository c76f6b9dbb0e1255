"""A build that is killed leaves whole files, which are told from a finished set and mended by the next build.

`make kills` kills a build before each step that it takes on files; `make test` before two of them.
"""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from scripts.checks.package import check_package
from scripts.commands.build import build, check
from tests.edits import Edit, example, files

# Changes that together touch every table and the descriptor.
EDITS = [
    Edit("seeds/actors.toml", 'name = "The Daily Plank"', 'name = "The Weekly Plank"'),
    Edit("seeds/actors.toml", 'aliases = ["Orlo"]', 'aliases = ["Orlo", "Prime Minister Ana Orlo"]'),
    Edit("seeds/measures.toml", 'name = "Pacts"', 'name = "Pacts of two states"'),
    Edit("seeds/001_holt2021.toml", 'title = "Norway', 'title = "Now Norway'),
    Edit("seeds/001_holt2021.toml", 'event_type = "COERCE"', 'event_type = "SANCTION"'),
    Edit("seeds/001_holt2021.toml", 'actors = ["norway"]', 'actors = ["norway"]\nrecipients = ["sweden"]'),
    Edit("seeds/001_holt2021.toml", 'cue = "said"\n', ""),
    Edit("seeds/001_holt2021.toml", 'adopts = ["timber-pact"]', 'cites = ["timber-pact"]'),
    Edit("seeds/001_holt2021.toml", 'part_of = ["e01"]', 'responds_to = ["e01"]'),
    Edit("seeds/documents.toml", "Pact on timber", "Pact on wood"),
    Edit(
        "seeds/002_holt2021b.toml", "value = 1500000", 'value = 1500000\nissue = "ambiguous"\nnote = "Of which year?"'
    ),
]
STEPS = {"open", "os.rename", "os.chmod", "os.remove", "os.mkdir"}
SOME = None if "KILLS" in os.environ else 2
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a fork is killed")


class Stage(NamedTuple):
    """A built package whose sheets were edited since, and its files before and after the next build."""

    folder: Path
    before: dict[str, bytes]
    after: dict[str, bytes]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    root = example(tmp_path)
    assert build(root) == 0
    for edit in EDITS:
        edit.apply(root)
    finished = Path(shutil.copytree(root, tmp_path / "finished"))
    assert build(finished) == 0
    stage = Stage(root, files(root), files(finished))
    changed = {name for name, data in stage.after.items() if stage.before.get(name) != data}
    assert {path for path in stage.after if path.startswith("data/")} - {"data/codes.csv"} <= changed
    return stage


@contextmanager
def _killed_before(step: int, folder: Path) -> Iterator[None]:
    """Kill this process before it does its n-th thing to a file of a folder."""
    done = 0

    def seen(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal done
        if event in STEPS and str(arguments[0]).startswith(str(folder)):
            done += event != "open" or bool(set(str(arguments[1])) & set("wxa"))
            if done == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(seen)
    yield


def _is_killed(root: Path, step: int) -> bool:
    """Build in a process that is killed before its n-th step; return whether it came to that."""
    if not (child := os.fork()):
        with _killed_before(step, root):
            build(root)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _look(stage: Stage, root: Path) -> None:
    """Check what a killed build left, with its sheets and as published without them, and that the next one mends it."""
    whole = {name: data for name, data in files(root).items() if not name.endswith(".part")}
    assert [name for name, data in whole.items() if data not in (stage.before.get(name), stage.after.get(name))] == []
    assert (check(root).problems == []) == (whole == stage.after)
    bare = Path(shutil.copytree(root, root.parent / "bare"))
    for path in [*bare.glob("seeds/*.toml"), *bare.rglob("*.part")]:
        path.unlink()
    names = [name for name in stage.after if name.startswith("data/") or name == "datapackage.json"]
    of_one_build = any(all(whole[name] == made[name] for name in names) for made in (stage.before, stage.after))
    assert (check_package(bare, frictionless="never").problems == []) == of_one_build
    shutil.rmtree(bare)
    assert build(root) == 0
    assert files(root) == stage.after


def test_a_killed_build_leaves_nothing_that_the_next_does_not_mend(stage: Stage) -> None:
    left = set()
    for step in range(1, 1000) if SOME is None else (5, 40):
        root = Path(shutil.copytree(stage.folder, stage.folder.parent / "killed"))
        if not _is_killed(root, step):
            assert step > 40
            break
        left.add(files(root) == stage.before)
        _look(stage, root)
        shutil.rmtree(root)
    assert False in left  # some kill came in the midst
