"""Read the clauses of a sentence: each verb with its subject, its objects, and what governs it."""

from dataclasses import dataclass

from scripts.draft.clause_ends import rest_end
from scripts.draft.governors import governor
from scripts.draft.grammar import listed
from scripts.draft.readings import read_verbs
from scripts.draft.subjects import subject
from scripts.draft.tokens import Line, Place, Reading, tokens
from scripts.draft.words import Span

CONDITIONAL = listed("status", "conditional") - {"whether"}
LEANING = {"infinitive", "participle"}
MOST_KEPT = 2000  # sentences of a text that are kept


@dataclass
class Clause:
    """A verb with the places of its subject and of what follows it.

    `governor` is the place of the word that the verb hangs on, `parent` the clause that it leans on (None: none does).
    """

    at: int
    reading: Reading
    subject: Place
    rest: Place
    governor: int | None = None
    parent: "Clause | None" = None
    conditional: bool = False

    @property
    def first(self) -> int:
        """Return where the clause begins: at its subject, else at its verb."""
        return self.subject[0] if self.has_subject else self.reading.first

    @property
    def has_subject(self) -> bool:
        return self.subject[0] < self.subject[1]

    def holder(self) -> "Clause | None":
        """Return the clause whose subject this one shares: the nearest with one, None where there is none."""
        found: Clause | None = self
        while found is not None and not found.has_subject:
            found = found.parent
        return found


class Sentence(Line):
    """The tokens of one sentence and its clauses."""

    def __init__(self, text: str, span: Span) -> None:
        super().__init__(tokens(text, span))
        self.text = text
        read_verbs(self)
        self.clauses: list[Clause] = []
        for i, token in enumerate(self.tokens):
            if token.verb is not None:
                self.clauses.append(self.clause(i, token.verb))

    def clause(self, i: int, reading: Reading) -> Clause:
        """Return the clause of the verb at a place; the clauses before it are there already."""
        own = subject(self, reading.first) if reading.form not in LEANING else (reading.first, reading.first)
        made = Clause(i, reading, own, (i + 1, rest_end(self, i)))
        made.conditional = self.low[made.first - 1] in CONDITIONAL
        if reading.form in LEANING:
            made.governor = governor(self, reading)
            made.parent = self.leant_on(reading)
        elif not made.has_subject:
            made.parent = self.shared(reading)
        if made.parent is not None:
            made.conditional |= made.parent.conditional and reading.form != "finite"
        return made

    def last_of(self, *forms: str) -> Clause | None:
        """Return the last clause before with a verb of one of some forms."""
        return next((one for one in reversed(self.clauses) if one.reading.form in forms), None)

    def shared(self, reading: Reading) -> Clause | None:
        """Return the clause before whose subject a verb without one shares."""
        found = self.last_of("finite", *LEANING)
        if found is not None and found.reading.form in LEANING and reading.form == "finite":
            return self.last_of("finite")
        return found

    def leant_on(self, reading: Reading) -> Clause | None:
        """Return the clause before that an infinitive or participle leans on."""
        if self.low[reading.first - 1] in {"and", "or"}:
            return self.last_of(reading.form) or next(reversed(self.clauses), None)
        return next((one for one in reversed(self.clauses) if one.at < reading.first), None)


class Sentences:
    """The sentences of a text, the first of them kept, so that each is read once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.kept: dict[Span, Sentence] = {}

    def at(self, span: Span) -> Sentence:
        """Return the sentence at a span."""
        found = self.kept.get(span)
        if found is None:
            found = Sentence(self.text, span)
            if len(self.kept) < MOST_KEPT:
                self.kept[span] = found
        return found
