"""Kill a build at some moment and look at what it left: whole files, told apart by `validate`, mended by the next build."""

import contextlib
import io
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.__main__ import main
from scripts.checks.package import check_package
from scripts.commands.build import check
from tests.edits import Edit, example

# Changes that together touch every table and the descriptor.
EDITS = [
    Edit("seeds/actors.toml", 'name = "The Daily Plank"', 'name = "The Weekly Plank"'),
    Edit("seeds/actors.toml", 'aliases = ["Orlo"]', 'aliases = ["Orlo", "Prime Minister Ana Orlo"]'),
    Edit("seeds/measures.toml", 'name = "Pacts"', 'name = "Pacts of two states"'),
    Edit("seeds/001_holt2021.toml", 'title = "Norway', 'title = "Now Norway'),
    Edit("seeds/001_holt2021.toml", 'event_type = "COERCE"', 'event_type = "SANCTION"'),
    Edit("seeds/001_holt2021.toml", 'actors = ["norway", "sweden"]', 'actors = ["norway"]\nrecipients = ["sweden"]'),
    Edit("seeds/001_holt2021.toml", 'cue = "said"\n', ""),
    Edit(
        "seeds/002_holt2021b.toml",
        "value = 1500000",
        'value = 1500000\nissue = "ambiguous"\nnote = "Of which year is not said."',
    ),
]
Bytes = dict[str, bytes]


def files(root: Path) -> Bytes:
    """Return what lies in a folder by path, but for the lock."""
    found = sorted(path for path in root.rglob("*") if path.is_file() and path.name != ".build.lock")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


@dataclass(frozen=True)
class Stage:
    """A package that was built once and whose sheets were edited since, and the files before and after the next build."""

    folder: Path
    before: Bytes
    after: Bytes
    steps: int  # things that the build does to files

    def fresh(self, to: Path) -> Path:
        """Return a new copy of the package at the moment before the build."""
        shutil.rmtree(to, ignore_errors=True)
        return Path(shutil.copytree(self.folder, to))


def silent_build(root: Path) -> int:
    """Build and print nothing."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main(["build", "--root", str(root)])


def stage(folder: Path) -> Stage:
    """Prepare a package in an empty folder."""
    root = example(folder)
    assert silent_build(root) == 0
    for edit in EDITS:
        edit.apply(root)
    before = files(root)
    finished = Path(shutil.copytree(root, folder / "finished"))
    counter = Counter()
    with counter.counting(finished):
        assert silent_build(finished) == 0
    after = files(finished)
    changed = {name for name in after if before.get(name) != after[name]}
    assert {f"data/{name}.csv" for name in ("sources", "actors", "aliases", "events", "figures")} <= changed
    return Stage(root, before, after, counter.steps)


class Counter:
    """Counts what the program does to files of a folder, and kills the process before a given step."""

    EVENTS = frozenset({"open", "os.rename", "os.chmod", "os.remove", "os.mkdir"})

    def __init__(self, deadly: int = 0) -> None:
        self.deadly = deadly
        self.steps = 0
        self.within = ""
        sys.addaudithook(self.seen)

    @contextlib.contextmanager
    def counting(self, folder: Path) -> Iterator[None]:
        """Count what is done below a folder."""
        self.within = str(folder)
        yield
        self.within = ""

    def seen(self, event: str, arguments: tuple[object, ...]) -> None:
        """Take note of an audit event of Python."""
        if self.within and event in self.EVENTS and str(arguments[0]).startswith(self.within):
            if event == "open" and not (isinstance(arguments[1], str) and set(arguments[1]) & set("wxa")):
                return
            self.steps += 1
            if self.steps == self.deadly:
                os.kill(os.getpid(), signal.SIGKILL)


def killed_at_step(root: Path, step: int) -> bool:
    """Build in a process that kills itself before its n-th step on files; return whether it came to that."""
    if not (child := os.fork()):
        counter = Counter(step)
        with counter.counting(root):
            silent_build(root)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def killed_after(root: Path, seconds: float) -> bool:
    """Build in a process that is killed after a time; return whether it was still at work."""
    if not (child := os.fork()):
        silent_build(root)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def look(stage: Stage, root: Path) -> str:
    """Check what a killed build left, and that the next one mends it; return what it was: before, mixed or after."""
    left = files(root)
    whole = {name: data for name, data in left.items() if not name.endswith(".part")}
    torn = [name for name, data in whole.items() if data not in (stage.before.get(name), stage.after.get(name))]
    assert torn == [], f"half a file: {torn}"
    sound = check(root).problems == []
    assert sound == (whole == stage.after), "build --check does not tell a finished set from another"
    assert _published_is_told(stage, root, whole), "validate does not tell a mixed set without the sheets"
    assert silent_build(root) == 0
    assert files(root) == stage.after, "the next build did not mend it"
    return "after" if left == stage.after else "before" if left == stage.before else "mixed"


def _published_is_told(stage: Stage, root: Path, whole: Bytes) -> bool:
    """Return whether tables and descriptor alone, without sheets, are valid exactly if they are of one build."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(shutil.copytree(root, Path(folder) / "bare"))
        for path in [*bare.glob("seeds/*.toml"), *bare.rglob("*.part")]:
            path.unlink()
        names = [name for name in stage.after if name.startswith("data/") or name == "datapackage.json"]
        of_one = any(all(whole[name] == build[name] for name in names) for build in (stage.before, stage.after))
        return (check_package(bare, frictionless="never").problems == []) == of_one
