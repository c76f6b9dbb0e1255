"""Ask for the rows of an article, part by part: let in what is sound, and ask once more about the rest."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from scripts.checks.scan import Span
from scripts.draft.rows import Draft, Drafted
from scripts.draft.sheet import source_id, source_values
from scripts.draft.source import Facts
from scripts.problem import Problem, as_text, counted
from scripts.propose.admission import Admission
from scripts.propose.answer import read_answer
from scripts.propose.endpoint import PART, AnswerError
from scripts.propose.prompt import Message, Prompt, prompt_hash
from scripts.sheets.blocks import Block
from scripts.sheets.read import REGISTRIES
from scripts.sheets.rows import Article

MOST_TOLD = 100  # problems told in one question
AGAIN = "These rows were refused. Give them again, corrected, and no others, without what the article does not bear:"
OPEN = "No row holds these marks and numbers. Give the rows that do, quotes, figures or ignored, and no others:"
Ask = Callable[[list[Message]], str | None]  # gives the answer to a conversation; None where nobody can be asked


@dataclass
class Proposal:
    """The rows let in for an article, in the order of the text: how many, those at once among them, and what is left.

    `refused` says why rows were not let in, `open` which marks and numbers no row holds.
    """

    draft: Draft = field(default_factory=Draft)
    answers: int = 0
    rows: int = 0
    at_once: int = 0
    refused: list[Problem] = field(default_factory=list)
    open: list[Problem] = field(default_factory=list)

    def __str__(self) -> str:
        later, refused = self.rows - self.at_once, f"{len({one.file for one in self.refused})} refused"
        told = f"{counted(self.at_once, 'row')} let in at once, {later} after a question, {refused}\n"
        missed = counted(len(self.open), "mark or number is", "marks and numbers are")
        return told + as_text(self.refused) + (f"{missed} in no row\n" if self.open else "")


def parts(text: str, longest: int) -> list[Span]:
    r"""Return the spans of the parts of an article, which meet at blank lines; a paragraph is never cut.

    >>> parts("one\n\ntwo\n\nthree", 10)
    [(0, 10), (10, 15)]
    """
    borders = [at + 2 for at in range(len(text) - 1) if text.startswith("\n\n", at)] + [len(text)]
    found, begin, end = [], 0, 0
    for border in borders:
        if border - begin > longest and end > begin:
            found.append((begin, end))
            begin = end
        end = border
    return [*found, (begin, end)] if text else []


def propose(admission: Admission, prompt: Prompt, published: date | None, ask: Ask, longest: int = PART) -> Proposal:
    """Return the rows that a model proposes for an article.

    What is refused goes back once with what the checks say of it, and then what the accounting misses; what is refused
    after that is listed. Raises AnswerError where nothing could be let in.
    """
    article, found = admission.article, Proposal()
    every = parts(article.text, longest)
    for number, part in enumerate(every, 1):
        talk = prompt.messages(article, published, part, f"{number} of {len(every)}")
        before = len(admission.kept)
        answer = ask(talk) or ""
        refused = _taken(found, admission, answer, part)
        found.at_once += len(admission.kept) - before
        if refused:
            talk += _question(answer, AGAIN, refused)
            given = ask(talk)
            answer = given or answer
            found.refused += refused if given is None else _taken(found, admission, given, part)
        if missing := [one for one in admission.open if _lies_in(one, article.text, part)]:
            talk += _question(answer, OPEN, missing)
            given = ask(talk)
            found.refused += [] if given is None else _taken(found, admission, given, part)
    if found.refused and not admission.kept:
        raise AnswerError(f"no row could be let in: {as_text(found.refused[:1]).strip()}")
    coded = [block for block in admission.kept if block.name not in REGISTRIES]
    rows = [Drafted(block.name, admission.spans[block.file], block.values) for block in coded]
    found.draft.rows = sorted(rows, key=lambda row: row.span)
    found.draft.registered = [(block.name, block.values) for block in admission.kept if block.name in REGISTRIES]
    found.rows, found.open = len(admission.kept), admission.open
    return found


def _taken(found: Proposal, admission: Admission, answer: str, part: Span) -> list[Problem]:
    """Let in the rows of an answer; return why others were refused."""
    found.answers += 1
    blocks, problems = read_answer(answer, f"answer {found.answers}")
    refused = admission.let_in(blocks, part)
    return [*problems, *(one for block in blocks for one in refused.get(block.file, []))]


def _question(answer: str, question: str, problems: list[Problem]) -> list[Message]:
    """Return the turns of a conversation that follow an answer."""
    asked = f"{question}\n\n{as_text(problems[:MOST_TOLD])}"
    return [{"role": "assistant", "content": answer}, {"role": "user", "content": asked}]


def _lies_in(one: Problem, text: str, part: Span) -> bool:
    """Return whether a problem's line begins in a part of an article."""
    begin, end = (text.count("\n", 0, at) + 1 for at in part)
    return begin <= one.line < end or (part[1] == len(text) and one.line == end)


@dataclass(frozen=True)
class Proposer:
    """Who proposes rows: the name that each is marked with, what is asked and of whom, and how, in words."""

    name: str
    prompt: Prompt
    ask: Ask
    how: str
    longest: int = PART

    def propose(self, article: Article, said: Facts) -> Proposal:
        """Return the rows proposed for an article, of which the text says what `said` holds."""
        given, unsure = source_values(said, source_id(said, article.path), article.sha256, {})
        source = Block("[source]", "source", False, 0, given | unsure, {})
        admission = Admission(article, self.prompt.registries, source)
        found = propose(admission, self.prompt, said.published, self.ask, self.longest)
        asked = prompt_hash(self.prompt.messages(article, said.published, (0, len(article.text)), "1 of 1"))
        day = datetime.now().astimezone().date().isoformat()
        found.draft.proposer = self.name
        found.draft.run = f" on {day} ({self.how}, prompt sha256 {asked})"
        return found
