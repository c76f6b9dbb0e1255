"""Read files of a git revision without checking it out: git only prints blobs, and nothing of them is executed."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from scripts.package.archive import LARGEST, MOST_FILES
from scripts.package.descriptor import FILE
from scripts.problem import CannotRunError, Problem, shown

NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./~^@{}+-]{0,199}")
RELEASE = re.compile(r"v(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")
PLAIN = re.compile(r"[A-Za-z0-9_.-]+")
FILES = {"100644", "100755"}
SECONDS = 60
LARGEST_FILE = 250_000_000  # bytes
# No repository that a hook's surroundings name, no prompt, no fetch of what a partial clone lacks, and no configuration
# of the system.
ALONE = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_CONFIG_NOSYSTEM": "1", "GIT_OPTIONAL_LOCKS": "0"}


def git(repository: Path, *arguments: str) -> bytes:
    """Return what a git command prints; raise CannotRunError where it fails."""
    command = ["git", "-C", str(repository), "--no-pager", "--literal-pathspecs", *arguments]
    around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed list; revisions are resolved to hashes first
            command, capture_output=True, check=False, timeout=SECONDS, env=around | ALONE
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotRunError(f"git does not answer ({type(error).__name__})") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise CannotRunError(f"git {arguments[0]} failed: {shown(said, 300)}")
    return done.stdout


def commit(repository: Path, name: str) -> str:
    """Return the hash of the commit that a revision names; raise CannotRunError where it names none."""
    if not NAME.fullmatch(name) or ".." in name:
        raise CannotRunError(f"{shown(name, 300)} is not a folder, a {FILE}, a zip or the name of a git revision")
    try:
        said = git(repository, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    except CannotRunError as error:
        message = f"{shown(name, 300)} is neither a package nor a git revision of {shown(repository, 300)}"
        raise CannotRunError(message) from error
    return said.decode("ascii").strip()


def releases(repository: Path, sha: str) -> list[tuple[tuple[int, ...], str]]:
    """Return (version, tag) of the release tags that a commit follows, the oldest version first."""
    tags = git(repository, "tag", "--list", "v*", "--merged", sha).decode("utf-8", "replace").split()
    found = [(match, tag) for tag in tags if (match := RELEASE.fullmatch(tag))]
    return sorted((tuple(map(int, match.groups())), tag) for match, tag in found)


def _entry(line: bytes) -> tuple[str, str, int, str]:
    """Return (mode, object, bytes, path) of a line of `git ls-tree -l`."""
    facts, _, path = line.partition(b"\t")
    mode, _, oid, size = facts.decode("ascii").split()
    return mode, oid, int(size) if size.isdigit() else 0, os.fsdecode(path)


def _problem(label: str, entries: list[tuple[str, str, int, str]]) -> Problem | None:
    """Return why the files of a revision are not taken out."""
    sizes = [size for _, _, size, _ in entries]
    if len(entries) > MOST_FILES or sum(sizes) > LARGEST or max(sizes, default=0) > LARGEST_FILE:
        message = f"has more than {MOST_FILES:,} tables, {LARGEST:,} bytes, or {LARGEST_FILE:,} bytes in one"
        return Problem(label, 0, "", "too_large", message, "compare the package alone")
    for mode, _, _, path in entries:
        if mode not in FILES or not all(PLAIN.fullmatch(part) and part != ".." for part in PurePosixPath(path).parts):
            message = f"{shown(path)} is not a plain file with a plain name"
            return Problem(label, 0, "", "odd_path", message, "put a plain file in its place")
    return None


@contextmanager
def taken_out(repository: Path, name: str, sha: str) -> Iterator[tuple[Path, list[Problem]]]:
    """Yield (folder, problems): a temporary folder with the descriptor and the tables as a commit has them."""
    tree = git(repository, "ls-tree", "-r", "-z", "-l", "--full-tree", sha, "--", FILE, "data")
    entries = [_entry(line) for line in tree.split(b"\0") if line]
    problem = _problem(name, entries)
    with tempfile.TemporaryDirectory() as folder:
        for _, oid, _, path in entries if problem is None else []:
            target = Path(folder).joinpath(*PurePosixPath(path).parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(git(repository, "cat-file", "blob", oid))
        yield Path(folder), [problem] if problem else []
