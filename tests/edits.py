"""Small changes to a copy of the example package."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from scripts.release.bundle import DOCUMENTS

EXAMPLE = Path(__file__).parent / "example"


@dataclass(frozen=True)
class Edit:
    """In `file`, replace the first `old` by `new`; without `old` write the whole file, without `new` remove it.

    Surrogate escapes in `new` stand for bytes that are not UTF-8.
    """

    file: str
    old: str | None
    new: str | None

    def apply(self, root: Path) -> None:
        path = root / self.file
        if self.new is None:
            path.unlink()
            return
        text = self.new
        if self.old is not None:
            before = path.read_bytes().decode("utf-8")
            assert self.old in before, f"{self.old!r} is not in {self.file}"
            text = before.replace(self.old, self.new, 1)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))


@dataclass(frozen=True)
class Case:
    """Mistakes by name, made together because none hides another, and the exact problems, as text, that they give."""

    edits: dict[str, Edit]
    problems: str

    @property
    def id(self) -> str:
        """The names of the mistakes."""
        return "; ".join(self.edits)

    def apply(self, root: Path) -> None:
        """Make the mistakes in a package."""
        for edit in self.edits.values():
            edit.apply(root)


def example(folder: Path) -> Path:
    """Return a fresh copy of the example package in a folder."""
    return Path(shutil.copytree(EXAMPLE, folder / "package"))


def files(root: Path) -> dict[str, bytes]:
    """Return what lies in a folder by path, but for the lock of builds."""
    found = sorted(path for path in root.rglob("*") if path.is_file() and path.name != ".build.lock")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def with_documents(root: Path) -> Path:
    """Put the documents that a release holds into a package; return it."""
    (root / "docs").mkdir(exist_ok=True)
    for name in DOCUMENTS:
        shutil.copy(EXAMPLE.parent.parent / name, root / name)
    return root
