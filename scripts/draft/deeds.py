"""Find what is done: the act that a clause's verb tells with its object, and to whom it is done."""

import re
from bisect import bisect_right

from scripts.draft.acts import Act, by_base, intransitive
from scripts.draft.agents import Agents
from scripts.draft.bodies import Mention
from scripts.draft.clauses import Clause, Sentence
from scripts.draft.governors import governed
from scripts.draft.grammar import grammar, listed, noun_pattern
from scripts.draft.heads import parties
from scripts.draft.tokens import Line, Place
from scripts.draft.words import Span, any_of

# Acts done to somebody, whom the rest of the clause may name.
HITTING = {"SANCTION", "ASSAULT", "COERCE", "ACCUSE", "AGREE", "REQUEST", "RETREAT", "AID", "REJECT"}
HITTING |= {"CONCEDE", "THREATEN"}
SAYING = {"CONCEDE", "ACCUSE", "SUPPORT", "THREATEN", "AGREE"}  # with “that” their verbs report what is said
REPROACHING = listed("acts", "reproaching")
IDIOM = re.compile(rf"(?<!\w){any_of(grammar('idioms')['phrases'])}(?!\w)", re.IGNORECASE)
IN_PERSON = {"CONSULT"}  # acts of persons, not of their states
APART = listed("acts", "particles_apart")
MOST_BETWEEN = 4  # places behind a verb at which its particle may begin
LEADS = {"planned", "possible", "proposed", "ongoing", "done"}


class Deeds:
    """Finds the acts that the clauses of a text tell."""

    def __init__(self, text: str, agents: Agents) -> None:
        self.text = text
        self.agents = agents
        self.mentions = agents.mentions
        self.idioms = [match.span() for match in IDIOM.finditer(text)]

    def idle(self, span: Span) -> bool:
        """Return whether words stand in an idiom that names no act."""
        i = bisect_right(self.idioms, (span[0] + 1,)) - 1
        return i >= 0 and span[0] < self.idioms[i][1]

    def match(self, sentence: Sentence, clause: Clause) -> tuple[Act, Place] | None:
        """Return the act of a clause's verb and the place of its object, None where it is none of the acts."""
        general: tuple[Act, Place] | None = None
        closest = -1  # how many particles the verb of `general` has
        for act, particles in by_base().get(clause.reading.base, []):
            after = _behind_particles(sentence, clause.at + 1, particles)
            if after is None:
                continue
            direct = _direct(sentence, after, clause.rest[1])
            if not self.fits(sentence, clause, act, direct):
                continue
            if not act.object:
                if len(particles) > closest and _bears(sentence, clause, act, direct):
                    general, closest = (act, direct), len(particles)
            elif self.holds(sentence, _where(clause, act, direct, wide=bool(particles)), act.object):
                return act, direct
        return general

    def fits(self, sentence: Sentence, clause: Clause, act: Act, direct: Place) -> bool:
        """Return whether a clause has the subject and the preposition that an act's line asks for."""
        if not self.subject_fits(sentence, clause, act):
            return False
        if not act.preposition:
            return True
        if not any(sentence.low[i] in act.preposition for i in range(direct[0], clause.rest[1])):
            return False
        transitive = clause.reading.passive or clause.reading.base not in intransitive()
        return bool(act.object) or transitive or direct[0] >= direct[1]

    def subject_fits(self, sentence: Sentence, clause: Clause, act: Act) -> bool:
        """Return whether the subject names what an act's line asks for (`subject:` and a class of nouns)."""
        wanted = next((part.removeprefix("subject:") for part in act.parties if part.startswith("subject:")), None)
        if wanted is None:
            return True
        holder = clause.holder()
        return holder is not None and self.holds(sentence, holder.subject, wanted)

    def holds(self, sentence: Sentence, place: Place, names: str) -> bool:
        """Return whether a noun of some classes, or a state or a person, stands at a place."""
        if place[0] >= place[1]:
            return False
        if names in {"@state", "@person"}:
            return any(one.kind == names[1:] for one in parties(sentence, place, self.mentions, in_person=True))
        return noun_pattern(names.removesuffix("+")).search(self.text, *sentence.over(*place)) is not None

    def receivers(self, sentence: Sentence, clause: Clause, act: Act, direct: Place) -> list[Mention]:
        """Return the parties that an act's line looks for, in its order: the first place that names any."""
        for where in act.parties:
            if where in {"mutual", "swap"} or where.startswith("subject:"):
                continue
            if where == "object":
                found = parties(sentence, direct, self.mentions, in_person=act.event_type in IN_PERSON)
            else:
                found = self.agents.behind(sentence, clause, where)
            if found:
                return found
        if act.event_type not in HITTING or clause.reading.passive:
            return []
        last = sentence.tokens[clause.rest[1] - 1].span[1]
        after = self.mentions.between(sentence.tokens[clause.at].span[1], last)
        return [one for one in after if one.kind in {"state", "person"}][:1]

    def only_says(self, sentence: Sentence, clause: Clause, act: Act, direct: Place) -> bool:
        """Return whether a verb reports words and does nothing: “conceded that …”, a reproach to nobody named."""
        if sentence.low[clause.at + 1] == "that" and act.event_type in SAYING:
            return True
        return clause.reading.base in REPROACHING and not (
            clause.reading.passive or self.receivers(sentence, clause, act, direct)
        )

    def only_leads(self, sentence: Sentence, clause: Clause) -> bool:
        """Return whether a clause only leads to an act that a later clause names: “agreed to supply”."""
        leads = LEADS | {"alleged"} if clause.reading.form == "participle" else LEADS
        if governed(sentence.low[clause.at]) not in leads:
            return False
        under = [one for one in sentence.clauses if one.governor == clause.at != one.at]
        return any(self.match(sentence, one) is not None for one in under)


def _behind_particles(line: Line, after: int, particles: tuple[str, ...]) -> int | None:
    """Return where the object of a verb begins, None where the verb lacks its particles.

    An object may stand before some of them: “called the talks off”.
    """
    places = (n for n in range(MOST_BETWEEN) if all(line.low[after + n + k] == p for k, p in enumerate(particles)))
    skip = next(places, None)
    if skip is None or (skip and (line.tag[after] == "P" or particles[-1] not in APART)):
        return None
    return after if skip else after + len(particles)


def _direct(line: Line, after: int, end: int) -> Place:
    """Return the place of the direct object: up to the first preposition but “of”, or to the next verb."""
    for i in range(after, end):
        tag = line.tag[i]
        attributive = line.form(i) == "participle" and line.tag[i - 1] in {"D", "N"}
        phrase = tag == "P" and line.low[i] != "of" and line.tag[i + 1] != "#"
        if phrase or (tag in {"V", "S"} and i > after and not attributive):
            return after, i
    return after, end


def _bears(line: Line, clause: Clause, act: Act, direct: Place) -> bool:
    """Return whether a verb without a class of objects has an object at all, where it needs one."""
    if clause.reading.passive or direct[0] < direct[1] or act.preposition:
        return True
    if line.low[clause.at + 1] == "to" and act.event_type == "REQUEST":
        return False
    return clause.reading.base in intransitive()


def _where(clause: Clause, act: Act, direct: Place, *, wide: bool) -> Place:
    """Return where the noun that an act asks for must stand: in the object, in `wide` acts in all of the rest."""
    if clause.reading.passive:
        return clause.parent.subject if clause.parent is not None and not clause.has_subject else clause.subject
    wide |= bool(act.preposition) or act.object.endswith("+")
    wide |= act.event_type == "SANCTION" and direct[0] >= direct[1]
    return (direct[0], clause.rest[1]) if wide else direct
