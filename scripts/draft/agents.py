"""Find who acts: the parties of a clause's subject, of the clause it leans on, or of what governs it."""

from scripts.draft.bodies import Mention
from scripts.draft.clauses import Clause, Sentence
from scripts.draft.governors import governed
from scripts.draft.grammar import listed
from scripts.draft.heads import parties
from scripts.draft.parties import Mentions
from scripts.draft.subjects import phrase_start
from scripts.draft.tokens import Place

DEEPEST = 6  # clauses that lean on one another
PAIRS = listed("acts", "pairs")
PAIR_NEAR = 600  # characters before “the two countries” in which they are named


class Agents:
    """Finds who acts in one sentence after another; remembers who acted last, for the pronouns that follow."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.person: Mention | None = None
        self.body: Mention | None = None
        self.sentence: Sentence | None = None
        self.subjects: dict[int, list[Mention]] = {}  # of the sentence, by the places of its verbs

    def subject(self, sentence: Sentence, clause: Clause, depth: int = 0) -> list[Mention]:
        """Return the parties of a clause's subject, that of the clause it leans on where it has none."""
        if sentence is not self.sentence:
            self.sentence, self.subjects = sentence, {}
        if clause.at not in self.subjects:
            self.subjects[clause.at] = self.found(sentence, clause, depth)
        return self.subjects[clause.at]

    def found(self, sentence: Sentence, clause: Clause, depth: int) -> list[Mention]:
        if clause.has_subject:
            named = self.named(sentence, clause.subject)
            return named + self.joined(sentence, clause.subject[0]) if named else []
        if depth >= DEEPEST:
            return []
        if clause.reading.form in {"infinitive", "participle"}:
            return self.leaning(sentence, clause, depth)
        return self.subject(sentence, clause.parent, depth + 1) if clause.parent is not None else []

    def joined(self, sentence: Sentence, begin: int) -> list[Mention]:
        """Return who acts with a subject that begins at a place: “along with Belarus and Syria, Pyongyang …”."""
        low = sentence.low
        lead = next((i for i in range(begin) if low[i] == "with" and low[i - 1] in {"along", "together"}), None)
        if lead is None or any(sentence.tokens[i].verb for i in range(lead, begin)):
            return []
        inside = self.mentions.between(sentence.tokens[lead].span[1], sentence.tokens[begin].span[0])
        return [one for one in inside if not one.nation]

    def named(self, sentence: Sentence, place: Place) -> list[Mention]:
        """Return the parties of a noun phrase, those that a pronoun stands for included; remember them."""
        first, last = sentence.low[place[0]], sentence.low[place[1] - 1]
        if last in {"he", "she"}:
            return [self.person] if self.person else []
        if place[1] - place[0] == 1 and last in {"it", "they"}:
            return [self.body] if self.body else []
        if last in PAIRS and (first == "both" or sentence.low[place[1] - 2] == "two"):
            return self.last_two(sentence.tokens[place[0]].span[0])
        found = parties(sentence, place, self.mentions, in_person=True)
        if found:
            self.person = next((one for one in reversed(found) if one.kind == "person"), self.person)
            self.body = next((one for one in found if one.kind != "person"), self.body)
        elif first in {"its", "their"} and self.body:
            return [self.body]
        return found

    def last_two(self, before: int) -> list[Mention]:
        """Return the two states named last before an offset, for “the two countries”; none where there are fewer."""
        near = self.mentions.between(max(0, before - PAIR_NEAR), before)
        states = {one.actor_id: one for one in near if one.kind == "state"}
        last = sorted(states.values(), key=lambda one: one.span)[-2:]
        return last if len(last) > 1 else []

    def leaning(self, sentence: Sentence, clause: Clause, depth: int) -> list[Mention]:
        """Return who does what an infinitive or a gerund says: “asked Minsk to join”, “Minsk's plan to join”."""
        above, at = clause.parent, clause.governor
        found: list[Mention] = []
        if at is not None:
            kind = governed(sentence.low[at])
            if sentence.tag[at] == "V":
                asks = kind in {"proposed", "alleged", "done", "nothing"}
                if asks and above is not None and above.at == at and not above.reading.passive:
                    found = parties(sentence, (at + 1, clause.reading.first), self.mentions, in_person=True)
            elif sentence.tag[at] == "N" and kind:
                owner = (phrase_start(sentence, at + 1), at)
                found = parties(sentence, owner, self.mentions, in_person=True)
        if found or above is None:
            return found
        return self.subject(sentence, above, depth + 1)

    def as_states(self, sentence: Sentence, clause: Clause, found: list[Mention]) -> list[Mention]:
        """Return the states of persons whose nation the subject names, for acts of states."""
        holder = clause.holder()
        if holder is None or not any(one.kind == "person" for one in found):
            return found
        return parties(sentence, holder.subject, self.mentions) or found

    # ---- behind prepositions

    def behind(self, sentence: Sentence, clause: Clause, preposition: str) -> list[Mention]:
        """Return the parties of the first phrase behind a preposition in the rest of a clause that names any."""
        stop = clause.rest[1]
        for i in range(clause.at + 1, stop):
            if sentence.low[i] == preposition:
                end = next((j for j in range(i + 1, stop) if _ends_phrase(sentence, j)), stop)
                found = parties(sentence, (i + 1, end), self.mentions, in_person=True)
                if found:
                    return found
        return []

    def by_phrase(self, sentence: Sentence, clause: Clause) -> list[Mention]:
        """Return the parties behind “by” in a clause."""
        return self.behind(sentence, clause, "by")


def _ends_phrase(sentence: Sentence, at: int) -> bool:
    return sentence.tag[at] in {"V", "S"} or (sentence.tag[at] == "P" and sentence.low[at] != "of")
