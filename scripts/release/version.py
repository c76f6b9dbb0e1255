"""Whether a version may be released: tag, declaration and changelog say the same, and the step is large enough."""

from pathlib import Path

from schemas.package import DECLARATION, package
from scripts.compare.changes import compare
from scripts.compare.edition import edition_of
from scripts.compare.revision import commit, releases
from scripts.compare.version import version_problems as step_problems
from scripts.problem import Problem, problem
from scripts.release.changelog import FILE, UNRELEASED, newest

PLACE = f"schemas/{DECLARATION.name}"


def _changelog_problems(root: Path, declared: str, tag: str | None) -> list[Problem]:
    section, problems = newest(root)
    if section is not None and section.version not in {declared, UNRELEASED}:
        versions = {"section": section.version, "declared": declared}
        problems.append(problem("other_version", FILE, section.line, **versions))
    if section is not None and section.day is None and tag is not None:
        problems.append(problem("unreleased", FILE, section.line))
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
        problems.append(problem("other_tag", PLACE, 0, "version", tag=tag, declared=declared))
    return problems + _step_problems(root, declared)
