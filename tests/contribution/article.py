"""Add the article of this folder to a copy of the project, step by step as CONTRIBUTING.md says."""

import shutil
from pathlib import Path

from tests.gate import ROOT
from tests.revisions import begin, commit, in_git

HERE = Path(__file__).parent
SOURCE_ID = "kestrel2026"
REGISTRIES = ("actors.toml", "measures.toml")


def copied(folder: Path) -> Path:
    """Return a copy of the project as it is in the working tree, without what git ignores, as a commit on `main`."""
    listed = in_git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in listed:
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    begin(folder)
    return folder


def added(root: Path) -> Path:
    """Put the article, its sheet and the new blocks of the registries into root/seeds; return the sheet."""
    taken = [int(path.name.split("_")[0]) for path in root.glob("seeds/[0-9]*.txt")]
    stem = root / f"seeds/{max(taken) + 1:03}_{SOURCE_ID}"
    for suffix in (".txt", ".toml"):
        shutil.copy(HERE / f"{SOURCE_ID}{suffix}", stem.with_suffix(suffix))
    for name in REGISTRIES:
        registry, blocks = root / "seeds" / name, (HERE / name).read_text(encoding="utf-8")
        registry.write_text(f"{registry.read_text(encoding='utf-8')}\n{blocks}", encoding="utf-8", newline="\n")
    return stem.with_suffix(".toml")


def begun(job: Path) -> Path:
    """Return job/contribution: a copy of the project on a branch, with the article added and nothing built."""
    root = copied(job / "contribution")
    in_git(root, "switch", "--quiet", "--create", SOURCE_ID)
    added(root)
    return root


def merged(root: Path) -> None:
    """Commit the contribution and merge it into the project, as the gate gets it."""
    commit(root)
    in_git(root, "switch", "--quiet", "main")
    in_git(root, "merge", "--quiet", "--no-ff", "--no-edit", SOURCE_ID)
