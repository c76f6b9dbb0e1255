"""Find where a sentence says who speaks: the speaker, the reporting word, and the side of the statement."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.extract.actors import Names
from scripts.extract.marks import FILLER, Marked, divided, hidden, marked
from scripts.extract.speakers import CAPITALS, PLURAL, SINGULAR, UNNAMED, Speakers
from scripts.extract.words import Span, any_of, words

BARE, THAT = words("reporting")["bare"], words("reporting")["that"]
VERB = any_of([*BARE, *THAT])
ACCORDING = re.compile(r"\b(?P<cue>[Aa]ccording to)\s+")
OPINION = re.compile(rf"\b[Ii]n\s+(?P<who>{CAPITALS}?)(?:[’']s)\s+(?P<cue>opinion|view|words|estimation),\s+")
TO_WHOM = (
    r"(?:\s+(?:reporters|lawmakers|journalists|parliament|him|her|them|us|me"
    r"|(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z]\w*){0,3}(?:’s\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)?))?"
)
WHEN = r"(?:\s+\w+ly)?(?:,?\s+(?:on|in|at|to|during|last|earlier|late|this|via|through|when|while)\s[^;:]{0,110}?,?)?"
THAT_CLAUSE = re.compile(rf"{TO_WHOM}{WHEN}\s+that\s+(?!(?:time|day|same|week|month|year|point|moment)\b)")
TOLD = re.compile(rf"{TO_WHOM}(?:\s+(?:on|in|last|at)\s[^,.;]{{0,60}})?,?\s+(?=[A-Za-z])")
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|did|does|do|wants?|needs?|remains?|shows?"
    r"|seems?|means?|makes?|plans|hopes?|expects?|intends?|continues?|appears?|faces|lacks|[a-z]{3,}ed|isn[’']t|won[’']t)\b"
)
CUE = re.compile(rf"(?<![\w-])(?P<cue>{VERB})(?![\w-])")
NEGATED = re.compile(r"\b(?:not|never|to|be|being|been|as|if|would|could)\s+$")
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$")


@dataclass(frozen=True)
class Attribution:
    """Where a sentence says who speaks: the whole frame, the speaker, the cue, and which side the statement is on."""

    frame: Span
    speaker: Span | None
    speaker_id: str
    cue: Span
    after: bool
    bare: bool


class Frames:
    """Goes through a text sentence by sentence."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.pairs = sorted(marked(text), key=lambda pair: pair.outer)
        self.hidden = hidden(text, self.pairs)
        self.speakers = Speakers(names)
        self.spans = divided(text, self.hidden, self.pairs)

    def attributions(self, sentence: Span) -> Iterator[Attribution]:
        """Yield what may attribute a sentence, the likeliest first."""
        start, end = sentence
        said = self.hidden[start:end]
        for match in ACCORDING.finditer(said):
            yield from self.according(match, start, said)
        for match in OPINION.finditer(said):
            who = self.speakers.resolve(match["who"], start + match.start("who"))
            if who is not None:
                cue = (start + match.start("cue"), start + match.end("cue"))
                yield Attribution(
                    (start + match.start(), start + match.end()), who[1], who[0], cue, after=True, bare=True
                )
        for match in CUE.finditer(said):
            found = self.by_verb(match, start, said)
            if found is not None:
                yield found

    def according(self, match: re.Match[str], start: int, said: str) -> Iterator[Attribution]:
        tail = said[match.end() :]
        stop = re.search(r",\s|[.;]$|\s—|$", tail)
        subject = tail[: stop.start() if stop else len(tail)]
        who = self.speakers.resolve(subject, start + match.end())
        if who is not None:
            cue = (start + match.start("cue"), start + match.end("cue"))
            first = not said[: match.start()].strip(" \n\"'“‘")
            frame = (start + match.start(), start + match.end() + len(subject))
            yield Attribution(frame, who[1], who[0], cue, after=first, bare=True)

    def by_verb(self, match: re.Match[str], start: int, said: str) -> Attribution | None:
        before, after = said[: match.start()], said[match.end() :]
        cue = (start + match.start("cue"), start + match.end("cue"))
        bare = match["cue"] in BARE
        if NEGATED.search(before) or (PASSIVE.search(before) and not match["cue"].endswith("ing")):
            return None
        inverted = re.match(
            rf"\s+(?P<who>(?:the\s+|a\s+|an\s+)?{CAPITALS}|(?:the|a|an)\s+[^,.;]{{3,60}}|he|she|they)", after
        )
        behind = re.search(rf"[,{FILLER}”\"’'?!]\s*$", before)
        tail = after[inverted.end() :] if inverted else ""
        closes = re.match(r"\s*(?:[.,;:]|$)|\s+(?:on|in|at|during|to|last|earlier|that\s+same)\s", tail)
        if inverted and behind and closes and not inverted["who"].endswith(("’s", "'s")):
            who = self.speakers.resolve(inverted["who"], start + match.end() + inverted.start("who"))
            if who is not None:
                frame_end = start + match.end() + inverted.end()
                return Attribution((start + match.start(), frame_end), who[1], who[0], cue, after=False, bare=True)
        subject_start = self.subject_start(before)
        subject = before[subject_start:]
        who = self.speakers.resolve(subject, start + subject_start)
        if match["cue"].endswith("ing") and (who is None or who[0] == UNNAMED):
            who = self.speakers.anywhere(subject, start + subject_start) or who
        if who is None:
            return None
        is_after = (
            bool(subject_start)
            and bool(re.search(rf"[,{FILLER}”\"’'?!]\s*$", before[:subject_start]))
            and bool(re.match(r"\s*(?:[.,;]|$|on\s|in\s|at\s|to\s|last\s|that\s+(?:same\s+)?day|this\s)", after))
        )
        medial = re.match(r"\s*,\s", after) is not None and len(after) > len(before[:subject_start])
        is_after = is_after and not medial
        return Attribution(
            (start + subject_start, cue[1]), who[1], who[0], cue, after=not is_after, bare=bare or medial
        )

    def subject_start(self, before: str) -> int:
        """Return where the subject of a cue begins: behind the last mark, or the start of its clause."""
        at = max(
            before.rfind(FILLER),
            before.rfind("”"),
            before.rfind('"'),
            before.rfind(";"),
            before.rfind("—"),
            before.rfind(":"),
        )
        begin = at + 1
        segment = before[begin:]
        parts = [
            match.end()
            for match in re.finditer(
                r",\s+(?:but|and|while|whereas|although|as)\s+|(?:^|\s)(?:but|while|whereas|although|that|because|and)\s+",
                segment,
            )
        ]
        if (
            parts
            and FINITE.search(segment[: parts[-1]])
            and re.search(r"[A-Za-z]", segment[parts[-1] :])
            and not re.match(r"\s*[A-Z][\w’'-]+\s*$", segment[: parts[-1]])
        ):
            tail = segment[parts[-1] :]
            if re.search(rf"{CAPITALS}|\b(?:he|she|they|it)\b", tail) or set(tail.lower().split()) & (
                PLURAL | SINGULAR
            ):
                begin += parts[-1]
        comma = re.search(
            r"[,”\"’']\s*((?:the\s+)?(?:[A-Z]\w+|he|she|they|it|analysts|experts|officials)[^,]*)$", before[begin:]
        )
        if (
            comma
            and re.match(rf".*(?:[{FILLER}]|\w{{3,}}\s+\w+).*", before[begin : begin + comma.start()])
            and not self.apposition(before[begin : begin + comma.start()])
        ):
            begin += comma.start(1)
        return begin

    def apposition(self, text: str) -> bool:
        """Return whether the words before a comma are a subject whose apposition the comma opens."""
        last = re.split(r",\s+", text)[-1]
        return re.fullmatch(rf"\s*(?:[Tt]he\s+)?(?:[a-z]+\s+)?{CAPITALS}\s*,?", last) is not None


def best(finder: Frames, sentence: Span, inside: list[Marked]) -> Attribution | None:
    """Return the attribution that governs a sentence: the first whose cue fits what stands behind or before it."""
    candidates = list(finder.attributions(sentence))
    by_medium = [one for one in candidates if finder.text[one.cue[0] : one.cue[1]].lower() == "according to"]
    spoken = [one for one in candidates if one not in by_medium and one.frame[0] > one.cue[0] - 400]
    if inside:
        return next(iter(spoken or by_medium), None)
    for one in candidates:
        rest = finder.hidden[one.frame[1] : sentence[1]]
        with_that = THAT_CLAUSE.match(rest)
        if one.cue[1] - one.cue[0] > 10 and finder.text[one.cue[0] : one.cue[1]].lower() == "according to":
            return one
        if not one.after or with_that or (one.bare and clause(rest)):
            return one
    return None


def clause(rest: str) -> bool:
    """Return whether words behind a bare cue look like a clause: a subject and, soon, a finite verb."""
    words_ = rest.strip(" ,").split()
    if len(words_) < 3:
        return False
    first = words_[0].lower().strip(",")
    if first in {"it", "he", "she", "they", "there", "we", "i"}:
        return True
    if first in {
        "in",
        "on",
        "at",
        "to",
        "for",
        "of",
        "by",
        "with",
        "from",
        "as",
        "so",
        "more",
        "a",
        "an",
    } and not re.search(r"\bthat\b", rest[:80]):
        return False
    return FINITE.search(" ".join(words_[1:14])) is not None
