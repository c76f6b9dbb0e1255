"""Small changes to a copy of the example package."""

import hashlib
import io
import re
import shutil
import warnings
import zipfile
from collections.abc import Iterable
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


def entry(name: str, kind: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """Return the head of a zip's entry, however odd its name."""
    made = zipfile.ZipInfo("placed")
    made.filename, made.compress_type = name, kind
    return made


def zipped(entries: Iterable[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    """Return a zip of entries, also of several with one name."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore", UserWarning)
        for head, data in entries:
            archive.writestr(head, data)
    return out.getvalue()


def rehashed(root: Path) -> None:
    """Write the hash of each article into its sheet."""
    for article in root.glob("seeds/*.txt"):
        right, sheet = hashlib.sha256(article.read_bytes()).hexdigest(), article.with_suffix(".toml")
        text = re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{right}"', sheet.read_text(encoding="utf-8"))
        sheet.write_text(text, encoding="utf-8", newline="\n")


def with_documents(root: Path) -> Path:
    """Put the documents that a release holds into a package; return it."""
    (root / "docs").mkdir(exist_ok=True)
    for name in DOCUMENTS:
        shutil.copy(EXAMPLE.parent.parent / name, root / name)
    return root
