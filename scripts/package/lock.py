"""One build at a time in a folder. The operating system drops the lock of a build that is killed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.problem import CannotRunError, shown

FILE = ".build.lock"
PATIENCE = 60  # seconds; a build takes a few


@contextmanager
def locked(root: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a folder; wait for it for `patience` seconds, then raise CannotRunError.

    The empty file that is locked stays where it is: removing it would let two builds lock two files of one name.
    Raises OSError where the folder cannot be written.
    """
    import filelock

    try:
        with filelock.FileLock(root / FILE, timeout=patience, fallback_to_soft=False):
            yield
    except filelock.Timeout as error:
        message = f"another build has been at work in {shown(root, 300)} for {patience:g} seconds"
        raise CannotRunError(f"{message}; wait until it is done, then run this again") from error
