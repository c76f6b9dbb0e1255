"""Whether a version may be released: tag, declaration and changelog say the same, and the step is large enough."""

from pathlib import Path

from schemas.package import DECLARATION, package
from scripts.compare.changes import compare
from scripts.compare.edition import edition_of
from scripts.compare.revision import commit, releases
from scripts.compare.version import version_problems as step_problems
from scripts.problem import Problem, shown
from scripts.release.changelog import FILE, newest

PLACE = f"schemas/{DECLARATION.name}"


def _changelog_problems(root: Path, declared: str, tag: str | None) -> list[Problem]:
    section, problems = newest(root)
    if section is not None and section.version != declared:
        message = f"its newest section is for {shown(section.version)}, the declared version is {shown(declared)}"
        hint = f"write “## {declared}, …” above what changed, or correct version in {PLACE}"
        problems.append(Problem(FILE, section.line, "", "other_version", message, hint))
    if section is not None and section.day is None and tag is not None:
        hint = "put the day of the release in the place of “unreleased”"
        problems.append(Problem(FILE, section.line, "", "unreleased", "its newest section has no day", hint))
    return problems


def _step_problems(root: Path, declared: str) -> list[Problem]:
    """Return why the package may not have this version after the release before it, if there was one."""
    before = [tag for tag in releases(root, commit(root, "HEAD")) if tag != f"v{declared}"]
    if not before:
        return []
    old, problems = edition_of(before[-1], root)
    new, wrong = edition_of(str(root), root)
    if problems or wrong:
        return problems + wrong
    return step_problems(before[-1].removeprefix("v"), declared, compare(old, new))


def version_problems(root: Path, tag: str | None) -> list[Problem]:
    """Return what forbids releasing the package in root, as `tag` where one is given.

    Raises CannotRunError where root is no git repository.
    """
    declared = package()["version"]
    problems = _changelog_problems(root, declared, tag)
    if tag is not None and tag != f"v{declared}":
        message = f"the tag {shown(tag)} is not that of the declared version {shown(declared)}"
        hint = f"tag v{declared}, or set version and run `make`"
        problems.append(Problem(PLACE, 0, "version", "other_tag", message, hint))
    return problems + _step_problems(root, declared)
