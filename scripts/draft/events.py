"""Find events: who did what to whom, and whether it happened, a row for each act that a clause or a noun names."""

from scripts.draft.actors import HEADING
from scripts.draft.acts import Act
from scripts.draft.agents import Agents
from scripts.draft.bodies import Mention
from scripts.draft.claims import Claim, accuser, by_sentence, claimant, denier
from scripts.draft.clauses import Clause, Sentence, Sentences
from scripts.draft.deeds import IN_PERSON, Deeds
from scripts.draft.event import Event, Sides, fullest, sides
from scripts.draft.nominals import nominals
from scripts.draft.parties import Mentions
from scripts.draft.speakers import UNNAMED
from scripts.draft.status import HAPPENED, LEADING, NOTHING, status
from scripts.draft.tokens import Place
from scripts.draft.topics import topic
from scripts.draft.words import Span

# In the simple present too these are acts, not states.
AT_ONCE = {"REJECT", "ACCUSE", "REQUEST", "THREATEN", "AGREE", "SANCTION", "CONSULT", "CONCEDE", "RETREAT"}
SPEECH = {"REQUEST", "THREATEN", "MOBILIZE", "AGREE"}  # acts of verbs that also say what is to be done
LONGEST = 3000  # characters of a sentence that is read


def events(read: Sentences, spans: list[Span], mentions: Mentions, claims: list[Claim]) -> list[Event]:
    """Return the events of a text, in its order; `spans` are its sentences, `claims` its attributed statements."""
    reader = Reader(read.text, mentions)
    touching = by_sentence(spans, claims)
    found: list[Event] = []
    for span in spans:
        if span[1] - span[0] <= LONGEST and not _heading(read.text[span[0] : span[1]]):
            found += reader.events(read.at(span), touching.get(span, []))
    return sorted(fullest(read.text, found), key=lambda one: one.span)


def _heading(words: str) -> bool:
    """Return whether words are a heading: short, without a stop at the end."""
    return words.rstrip()[-1:].isalnum() and len(words) < HEADING


class Reader:
    """Reads the events of one sentence after another."""

    def __init__(self, text: str, mentions: Mentions) -> None:
        self.text = text
        self.agents = Agents(mentions)
        self.deeds = Deeds(text, self.agents)

    def events(self, sentence: Sentence, claims: list[Claim]) -> list[Event]:
        """Return the events of a sentence; `claims` are the attributed spans in it with their speakers."""
        told: list[Event] = []
        held: list[Place] = []
        for clause in sentence.clauses:
            if not self.deeds.idle(sentence.tokens[clause.at].span):
                found, objects = self.of_clause(sentence, clause, claims)
                told += found
                held += objects
        for event in nominals(self.deeds, sentence, claims, held):
            if not any(_tells(one, event) for one in told):
                told.append(event)
        return told

    def of_clause(self, sentence: Sentence, clause: Clause, claims: list[Claim]) -> tuple[list[Event], list[Place]]:
        """Return the event that a clause tells, if any, and the place of its object."""
        subject = self.agents.subject(sentence, clause)
        matched = self.deeds.match(sentence, clause)
        if matched is None:
            return [], []
        speaker = claimant(sentence.tokens[clause.at].span[0], claims)
        denied_by = denier(self.agents, sentence, clause)
        found = "denied" if denied_by else status(sentence, clause, claimed=speaker is not None)
        act, direct = matched
        idle = self.deeds.only_leads(sentence, clause) or self.deeds.only_says(sentence, clause, act, direct)
        if found == NOTHING or idle:
            return [], []
        parties = self.acting(clause, self.sides(sentence, clause, matched, subject), denied_by or speaker)
        if parties is None:
            return [], []
        found, by = self.claimed(sentence, clause, _of_act(sentence, clause, act, found), denied_by or speaker)
        if by in parties.actors and found in {"planned", "proposed", "possible"}:
            by = None
        span = _span(sentence, clause)
        about = topic(self.text[span[0] : span[1]], act.event_type)
        actors = parties.actors or (UNNAMED,)
        return [Event(span, act.event_type, found, about, actors, parties.recipients, by)], [direct]

    def sides(self, sentence: Sentence, clause: Clause, matched: tuple[Act, Place], subject: list[Mention]) -> Sides:
        """Return the parties of an act, by the voice of its verb and by its line."""
        act, direct = matched
        passive = clause.reading.passive
        actors = by = self.agents.by_phrase(sentence, clause) if passive else subject
        recipients = self.deeds.receivers(sentence, clause, act, (0, 0) if passive else direct)
        if passive and subject and (not act.object or not recipients):
            recipients = subject
        if act.event_type not in IN_PERSON:
            actors = self.agents.as_states(sentence, clause, actors)
        if "mutual" in act.parties:
            actors, recipients = (by if passive else actors) + recipients, []
        if "swap" in act.parties and recipients and actors:
            actors, recipients = recipients, actors
        return sides(actors, recipients)

    def acting(self, clause: Clause, found: Sides, speaker: str | None) -> Sides | None:
        """Return the sides of an act, with the body that acted last for a gerund without a subject.

        None where nobody is named who could be a party.
        """
        if found.actors:
            return found
        reading, body = clause.reading, self.agents.body
        if not found.recipients:
            return None
        if reading.form == "participle" and body is not None and body.actor_id not in (*found.recipients, speaker):
            return Sides((body.actor_id,), found.recipients)
        return found if reading.passive and reading.form != "reduced" else None

    def claimed(self, sentence: Sentence, clause: Clause, found: str, by: str | None) -> tuple[str, str | None]:
        """Return the status of an act and who claims it, for one that somebody says (`by`) or the article."""
        if by is None and found in {"alleged", "denied", "proposed"}:
            by = accuser(self.agents, sentence, clause) or (None if found == "proposed" else UNNAMED)
        return ("alleged" if found in HAPPENED and by is not None else found), by


def _of_act(sentence: Sentence, clause: Clause, act: Act, found: str) -> str:
    """Return the status of an act by that of its clause: of verbs that are acts in themselves, it is done."""
    reading = clause.reading
    if act.event_type in SPEECH and found == LEADING.get(reading.base):
        found = "ongoing" if reading.lasting else "occurred"
    if found == "ongoing" and act.event_type in AT_ONCE and not sentence.low[clause.at].endswith("ing"):
        return "occurred"
    return found


def _span(sentence: Sentence, clause: Clause) -> Span:
    """Return the words of a clause: from its subject, or its verb, to its last complement."""
    first = clause
    while first.governor is not None and first.parent is not None and first.parent.at == first.governor:
        first = first.parent
    begin = {"participle": first.at, "infinitive": first.reading.first}.get(first.reading.form, first.first)
    end = clause.rest[1]
    while end > begin and sentence.tag[end - 1] in {",", "C", "S", "“"}:
        end -= 1
    return sentence.over(begin, max(begin + 1, end))


def _tells(one: Event, other: Event) -> bool:
    """Return whether an event tells another one, of the same type, whose words are a part of its words."""
    same = one.event_type == other.event_type
    return same and one.span[0] <= other.span[0] and other.span[1] <= one.span[1]
