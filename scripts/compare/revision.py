"""Read files of a git revision without checking it out: git only prints blobs, and nothing of them is executed."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.package.archive import LARGEST, MOST_FILES
from scripts.package.descriptor import FILE
from scripts.problem import CannotRunError, Problem, problem, shown

RELEASE = re.compile(r"v(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")
# A plain file with a plain name, as `git ls-tree -l` lists it.
BLOB = re.compile(rb"100(644|755) blob (?P<id>[0-9a-f]+) +(?P<size>[0-9]+)\t(?P<path>(\.?[\w-][\w.-]*(/|$))+)")
SECONDS = 60
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
    try:
        said = git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except CannotRunError as error:
        message = f"{shown(name, 300)} is neither a package nor a git revision of {shown(repository, 300)}"
        raise CannotRunError(message) from error
    return said.decode("ascii").strip()


def releases(repository: Path, sha: str) -> list[str]:
    """Return the tags of the releases that a commit follows, such as v0.1.0, the oldest version first."""
    tags = git(repository, "tag", "--list", "v*", "--merged", sha, "--sort=version:refname")
    return [tag for tag in tags.decode("utf-8", "replace").split() if RELEASE.fullmatch(tag)]


def _refusal(name: str, files: list[bytes], most: int, largest: int) -> list[Problem]:
    """Return why the files of a revision, as git lists them, are not taken out."""
    blobs = [BLOB.fullmatch(line) for line in files]
    if None in blobs:
        return [problem("revision_odd_path", name, path=os.fsdecode(files[blobs.index(None)].partition(b"\t")[2]))]
    if len(files) > most or sum(int(blob["size"]) for blob in blobs if blob) > largest:
        return [problem("revision_too_large", name, files=most, bytes=largest)]
    return []


@contextmanager
def taken_out(
    repository: Path, name: str, most: int = MOST_FILES, largest: int = LARGEST
) -> Iterator[tuple[Path, list[Problem]]]:
    """Yield (folder, problems): a temporary folder with the descriptor and the tables as a revision has them.

    It is refused with more than `most` files, or `largest` bytes in them.
    """
    tree = git(repository, "ls-tree", "-r", "-z", "-l", "--full-tree", commit(repository, name), "--", FILE, "data")
    files = tree.split(b"\0")[:-1]
    problems = _refusal(name, files, most, largest)
    with tempfile.TemporaryDirectory() as folder:
        for blob in map(BLOB.fullmatch, files):
            if blob is not None and not problems:
                target = Path(folder, blob["path"].decode("ascii"))
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(git(repository, "cat-file", "blob", blob["id"].decode("ascii")))
        yield Path(folder), problems
