"""Problems as annotations of GitHub: each stands at its file and line in the pull request.

A value cannot make an annotation of its own: control characters are escapes before the characters that the format
knows are encoded (docs.github.com, “Workflow commands”).
"""

from collections.abc import Sequence
from dataclasses import replace

from scripts.problem import MOST_PLACES, Problem, counted, sentence, shortened

MOST = 50  # annotations that GitHub keeps of one run
LONGEST = 2_000  # characters of a message


def _data(text: str) -> str:
    return shortened(text, LONGEST).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def annotation(level: str, problem: Problem) -> str:
    """Return one line that annotates a file; `level` is error, warning or notice."""
    places = [f"file={_property(problem.file)}"] if problem.file != "…" else []
    places += [f"line={problem.line}"] if problem.line else []
    field = f"{problem.field}: " if problem.field else ""
    message = _data(f"{field}{problem.message}. {sentence(problem.hint)}")
    return f"::{level} {','.join([*places, f'title={_property(problem.code)}'])}::{message}\n"


def notice(text: str) -> str:
    """Return one line that says something of the whole run."""
    return f"::notice::{_data(text)}\n"


def as_annotations(problems: Sequence[Problem], level: str = "error") -> str:
    """Return a line for each of the first fifty problems, and one that counts the rest."""
    shown = []
    for problem in problems:
        shown += [problem, *(replace(problem, **place._asdict()) for place in problem.also[:MOST_PLACES])]
    lines = [annotation(level, problem) for problem in shown[:MOST]]
    if len(shown) > MOST:
        lines.append(notice(f"{counted(len(shown) - MOST, 'more is', 'more are')} in the summary of this run"))
    return "".join(lines)
