"""Find attributed statements: direct, mixed and indirect, with their speakers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scripts.extract.actors import Names
from scripts.extract.marks import Marked, marked, paragraphs
from scripts.extract.sentences import sentences
from scripts.extract.words import Span, any_of, words

UNNAMED = "unnamed"
BARE, THAT = words("reporting")["bare"], words("reporting")["that"]
VERB = any_of([*BARE, *THAT])
ACCORDING = re.compile(r"\b(?P<cue>[Aa]ccording to)\s+")
PRONOUNS = {"he", "she", "they", "it", "who"}
PLURAL, SINGULAR = set(words("speakers")["plural"]), set(words("speakers")["singular"])
CAPITALS = r"(?:[A-Z][\w’'.&-]*|\d+)(?:\s+(?:(?:of|for|the|and|de|al|bin|van|von)\s+){0,2}(?:[A-Z][\w’'.&-]*))*"
OPINION = re.compile(rf"\b[Ii]n\s+(?P<who>{CAPITALS}?)(?:[’']s)\s+(?P<cue>opinion|view|words|estimation),\s+")
FILLER = "\ue000"
SHORTEST = 8  # characters of a statement
LONG = 6  # words in marks that are taken for a statement where no word attributes them
MOST_SENTENCE = 6000  # characters of a sentence that is looked at


@dataclass(frozen=True)
class Quote:
    """An attributed statement: its span, its type, and who says it with which word."""

    span: Span
    kind: str
    speaker_id: str
    speaker: Span | None
    cue: Span | None
    via_id: str | None = None


@dataclass(frozen=True)
class Attribution:
    """Where a sentence says who speaks: the whole frame, the speaker, the cue, and which side the statement is on."""

    frame: Span
    speaker: Span | None
    speaker_id: str
    cue: Span
    after: bool
    bare: bool


def _hidden(text: str, pairs: list[Marked]) -> str:
    """Return text of the same length in which the words inside marks are filler, so that they end no sentence."""
    out, at = [], 0
    for pair in pairs:
        start, end = pair.inner
        first = text[start : min(start + 1, end)]  # a capital shows that a sentence may begin here
        out += [text[at:start], first, FILLER * max(0, end - start - 1)]
        at = max(at, end)
    return "".join([*out, text[at:]])


def _stops(text: str, pairs: list[Marked]) -> set[int]:
    """Return the offsets behind closing marks at which a sentence ends: a stop inside and a new start behind."""
    found = set()
    for pair in pairs:
        end = pair.outer[1]
        last = text[pair.inner[0] : pair.inner[1]].rstrip()[-1:]
        behind = text[end : end + 3].lstrip()
        if (
            last in {".", "!", "?"}
            and (not behind or behind[0].isupper() or behind[0] in "“\"‘'")
            and text[end : end + 1].isspace()
        ):
            found.add(end)
    return found


def _sentences(text: str, hidden: str, pairs: list[Marked]) -> list[Span]:
    """Return the sentences of a text; marked words never divide one."""
    stops = sorted(_stops(text, pairs))
    found = []
    for start, end in sentences(hidden):
        cuts = [start, *stops[bisect_right(stops, start) : bisect_left(stops, end)], end]
        for a, b in pairwise(cuts):
            lead = len(text[a:b]) - len(text[a:b].lstrip())
            if text[a:b].strip():
                found.append((a + lead, b - (len(text[a:b]) - len(text[a:b].rstrip()))))
    return found


ROLE = r"(?:government|officials?|state\s+media|military|authorities|leadership|spokes\w+|parliament|army|regime|side)"
BODY = re.compile(rf"(?:^|,\s|\b[Tt]he\s|\bof\s)(?P<name>{CAPITALS})(?P<of>\s+{ROLE})?\s*(?:$|,)")


HELPER = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would)\b")
AUXILIARY = re.compile(
    r"(?:,?\s+(?:has|have|had|was|were|is|are|been|being|also|still|now|then|later|recently|repeatedly|often|\w+ly))+$"
)
UNSAID = re.compile(
    r"\b(?P<cue>(?:is|are|was|were)\s+(?:widely\s+)?(?:reported|said|believed|thought|alleged|rumou?red|understood))\s+to\b"
)


FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|did|does|do|wants?|needs?|remains?|shows?"
    r"|seems?|means?|makes?|plans|hopes?|expects?|intends?|continues?|appears?|faces|lacks|[a-z]{3,}ed|isn[’']t|won[’']t)\b"
)


class _Speakers:
    """Resolves the words of a subject to an actor; remembers who spoke last."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.last: str | None = None
        self.last_person: str | None = None

    def remember(self, actor_id: str) -> None:
        """Keep who spoke or acted last, for the pronouns that follow."""
        if actor_id != UNNAMED:
            self.last = actor_id
            if actor_id in self.names.persons.values():
                self.last_person = actor_id

    def resolve(self, subject: str, offset: int) -> tuple[str, Span | None] | None:
        """Return (actor_id, span of the speaker's words) of a subject that ends beside the cue; None for no speaker."""
        subject = AUXILIARY.sub("", subject.rstrip(" ,\n\u00a0"))
        plain = subject.strip(" ,\n\u00a0")
        if not plain or FILLER in plain:
            return None
        low = plain.lower()
        if low in PRONOUNS or low.split()[-1] in {"he", "she", "they", "it"}:
            word = plain.split()[-1]
            at = offset + subject.rindex(word)
            who = self.last_person if word.lower() in {"he", "she"} else self.last
            return (who or self.last or UNNAMED), (at, at + len(word))
        return self.named(subject, offset) or self.described(subject, offset)

    def named(self, subject: str, offset: int) -> tuple[str, Span] | None:
        """Resolve a subject by a person named in it, else by a state or body that is its head."""
        heads = []
        for match in re.finditer(CAPITALS, subject):
            said, shift = match[0], 0
            if not subject[: match.start()].strip():
                said, shift = self.without_opening(said)
            if said:
                start = offset + match.start() + shift
                heads.append((said, start, match.start() + shift, match.end()))
        for said, start, _, _ in heads:
            if said.endswith(("’s", "'s")):
                continue
            name = self.names.person_name(said) or (said.split()[-1] if len(said.split()) == 1 else said)
            known = self.names.persons.get(name) or self.names.inside(said)
            if known is not None:
                return known, (start, start + len(said))
        return self.body(subject, offset, heads)

    def body(self, subject: str, offset: int, heads: list[tuple[str, int, int, int]]) -> tuple[str, Span] | None:
        """Resolve a subject whose head is a state, body or medium."""
        for match in reversed(list(BODY.finditer(subject))):
            said = match["name"].removeprefix("The ")
            actor = self.names.known.by_name.get(said) or self.names.known.by_name.get(f"The {said}")
            nation = self.names.demonyms.get(said.lower())
            if actor is None and nation is not None and match["of"]:
                actor = self.names.known.by_country.get(nation)
            if actor is not None:
                return actor.actor_id, (
                    offset + match.start("name"),
                    offset + match.end("name") + len(match["of"] or ""),
                )
        for said, start, begin, end in heads:
            tail, lead = subject[end:].strip(), subject[:begin].strip().lower()
            if (
                len(said.split()) > 1
                and (not tail or tail.startswith(","))
                and (not lead or lead in {"the", "a"} or lead.endswith(","))
            ):
                return self.names.propose(self.names.person_name(said) or said), (start, start + len(said))
        return None

    def without_opening(self, said: str) -> tuple[str, int]:
        """Strip a word that is a capital only because a sentence begins with it."""
        parts = said.split()
        low = parts[0].lower()
        if (
            low in {"the", "but", "and", "in", "on", "as", "for", "while", "when", "after", "if", "however"}
            or low in PLURAL
        ):
            rest = said[len(parts[0]) :].lstrip()
            return rest, len(said) - len(rest)
        return said, 0

    def anywhere(self, subject: str, offset: int) -> tuple[str, Span] | None:
        """Resolve the subject of a main clause, for a participle behind it, by the longest registered name in it."""
        names = self.names
        found = list(names.pattern.finditer(subject)) if names.pattern else []
        if not found:
            return None
        match = max(found, key=lambda one: len(one[0]))
        return names.known.by_name[" ".join(match[0].split())].actor_id, (offset + match.start(), offset + match.end())

    def described(self, subject: str, offset: int) -> tuple[str, Span] | None:
        """Resolve a subject such as “experts” or “a senior official” to the unnamed actor."""
        for match in re.finditer(r"[A-Za-z]+", subject):
            word = match[0].lower()
            if (word in PLURAL or word in SINGULAR) and not HELPER.search(subject, match.end()):
                who = self.last if word == "expert" and self.last and "the" in subject.lower().split() else UNNAMED
                start = subject.lower().rfind("the ", 0, match.start()) if who != UNNAMED else match.start()
                start = max(0, start)
                return (who or UNNAMED), (offset + start, offset + match.end())
        return None


CUE = re.compile(rf"(?<![\w-])(?P<cue>{VERB})(?![\w-])")
NEGATED = re.compile(r"\b(?:not|never|to|be|being|been|as|if|would|could)\s+$")
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$")


class _Finder:
    """Goes through a text sentence by sentence."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.pairs = sorted(marked(text), key=lambda pair: pair.outer)
        self.hidden = _hidden(text, self.pairs)
        self.speakers = _Speakers(names)
        self.spans = _sentences(text, self.hidden, self.pairs)
        self.starts = {start + len(text[start:end]) - len(text[start:end].lstrip()) for start, end in paragraphs(text)}

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


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without space, leading conjunctions and closing stops."""
    while start < end and (text[start].isspace() or text[start] in ",;:—–"):
        start += 1
    lead = re.match(r"(?:but|and|that|while)\s+", text[start:end], re.IGNORECASE)
    if lead and text[start:end][: lead.end()].strip().lower() in {"that", "but", "and"}:
        start += lead.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:—–"):
        end -= 1
    return start, end


def _standalone(text: str, pair: Marked) -> bool:
    """Return whether marked words can stand alone: a capital first and some length, or a stop at the end."""
    said = text[pair.inner[0] : pair.inner[1]].strip()
    tokens = said.split()
    return (
        bool(said)
        and (said[0].isupper() or said[0] in "[…‘'")
        and len(tokens) >= 4
        and (said[-1] in ".,?!…'’”\"" or len(tokens) > 8)
    )


def _titled(text: str, pair: Marked) -> bool:
    """Return whether marked words are the title of a work: capitals throughout, or a word of naming before."""
    said = text[pair.inner[0] : pair.inner[1]]
    tokens = [word for word in re.findall(r"[A-Za-z][\w’'-]*", said) if len(word) > 3]
    before = text[max(0, pair.outer[0] - 30) : pair.outer[0]].lower()
    named = re.search(
        r"(?:titled|entitled|called|named|book|film|show|article|song|novel|headlined|headline)\s*,?\s*$", before
    )
    return (
        bool(tokens) and len(tokens) > 1 and sum(word[0].isupper() for word in tokens) >= 0.8 * len(tokens)
    ) or bool(named)


def quotes(text: str, names: Names) -> tuple[list[Quote], list[Marked]]:
    """Return the attributed statements of a text, and the marked words that quote nobody."""
    finder = _Finder(text, names)
    found: list[Quote] = []
    used: set[Marked] = set()
    for sentence in finder.spans:
        if sentence[1] - sentence[0] > MOST_SENTENCE:
            continue
        first = bisect_left(finder.pairs, sentence[0], key=lambda pair: pair.outer[0])
        last = bisect_left(finder.pairs, sentence[1], key=lambda pair: pair.outer[0])
        inside = [pair for pair in finder.pairs[first:last] if pair.outer[1] <= sentence[1]]
        attribution = _best(finder, sentence, inside)
        made = _of_sentence(finder, sentence, inside, attribution)
        for quote in made:
            finder.speakers.remember(quote.speaker_id)
        found += made
        used |= {
            pair
            for pair in inside
            for quote in made
            if quote.span[0] - 1 <= pair.outer[0] and pair.outer[1] <= quote.span[1] + 1
        }
        if not made:
            _remember(finder, sentence)
    return found, [pair for pair in finder.pairs if pair not in used]


def _remember(finder: _Finder, sentence: Span) -> None:
    """A person who begins a sentence may be the “he” or “she” of the next."""
    said = finder.text[sentence[0] : sentence[1]]
    for match in re.finditer(CAPITALS, said[:160]):
        name = finder.speakers.names.person_name(match[0]) or match[0]
        actor_id = finder.speakers.names.persons.get(name)
        if actor_id is not None:
            finder.speakers.remember(actor_id)
            return


def _best(finder: _Finder, sentence: Span, inside: list[Marked]) -> Attribution | None:
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
        if not one.after or with_that or (one.bare and _clause(rest)):
            return one
    return None


def _clause(rest: str) -> bool:
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


def _via(finder: _Finder, sentence: Span) -> str | None:
    """Return the medium through which a statement came, where the sentence names one."""
    said = finder.text[sentence[0] : sentence[1]]
    names = finder.speakers.names
    for match in re.finditer(
        r"\b(?:interview with|told|quoted by|cited by|carried by|reported by|according to)\s+(?:the\s+)?([^,.;]{2,80})",
        said,
    ):
        for named in re.finditer(CAPITALS, match[1]):
            actor = names.known.by_name.get(named[0])
            if actor is not None and actor.kind == "media":
                return actor.actor_id
    return None


def _of_sentence(finder: _Finder, sentence: Span, inside: list[Marked], found: Attribution | None) -> list[Quote]:
    """Return the quotes of one sentence."""
    text = finder.text
    if found is None:
        return _unattributed(finder, sentence, inside)
    via = _via(finder, sentence)
    via = None if via == found.speaker_id else via

    def quote(span: Span, kind: str) -> Quote:
        return Quote(span, kind, found.speaker_id, found.speaker, found.cue, via)

    made: list[Quote] = []
    for pair in inside:
        if _direct(finder, sentence, pair, found, bool(made)):
            made.append(quote(_inner(text, pair), "direct"))
    direct = {one.span for one in made}
    side = [pair for pair in inside if (pair.outer[0] > found.frame[0]) == found.after]
    rest = [pair for pair in side if _inner(text, pair) not in direct]
    if rest and len(rest) != sum(_titled(text, pair) for pair in rest):
        span = _mixed_span(finder, sentence, rest, found, made)
        if span is not None:
            return [*made, quote(span, "mixed")]
        return made
    if not made:
        span = _clause_span(finder, sentence, found)
        if span[1] - span[0] >= SHORTEST:
            made.append(
                quote(span, "mixed" if any(span[0] <= pair.outer[0] < span[1] for pair in inside) else "indirect")
            )
    return made


def _unattributed(finder: _Finder, sentence: Span, inside: list[Marked]) -> list[Quote]:
    """Return the quotes of a sentence that names no speaker: what stands alone in marks, or is long and closed."""
    text, last = finder.text, finder.speakers.last
    unsaid = UNSAID.search(finder.hidden, *sentence)
    if unsaid is not None and not inside:
        return [Quote(_trimmed(text, *sentence), "indirect", UNNAMED, None, (unsaid.start("cue"), unsaid.end("cue")))]
    made = []
    for pair in inside:
        alone = not text[sentence[0] : pair.outer[0]].strip() and not text[pair.outer[1] : sentence[1]].strip(" .,")
        said = text[pair.inner[0] : pair.inner[1]].strip()
        if text.count(said.rstrip(".,!?")) > 1:
            continue  # a pull quote, which repeats the body
        follows = last is not None and _closed(text, pair) and said[:1].isupper()
        if alone and (follows or _standalone(text, pair)):
            made.append(Quote(_inner(text, pair), "direct", last or UNNAMED, None, None))
        elif last is not None and len(said.split()) >= LONG and said[-1] in ".,!?" and not _titled(text, pair):
            made.append(Quote(pair.outer, "mixed", last, None, None))
    return made


def _inner(text: str, pair: Marked) -> Span:
    start, end = pair.inner
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _closed(text: str, pair: Marked) -> bool:
    """Return whether marked words end as a statement does: with a stop inside the marks, or right behind them."""
    said = text[pair.inner[0] : pair.inner[1]].rstrip()
    return bool(said) and (said[-1] in ".,?!…’'" or text[pair.outer[1] : pair.outer[1] + 1] in {".", ","})


def _direct(finder: _Finder, sentence: Span, pair: Marked, found: Attribution, earlier: bool) -> bool:
    """Return whether marked words stand beside their attribution and not inside a clause.

    `earlier` says that a direct part of the sentence went before, which these words continue.
    """
    text = finder.text
    before = text[sentence[0] : pair.outer[0]].rstrip()
    if not _closed(text, pair):
        return pair in finder.pairs and not pair.closed and not before
    if not before:
        return text[pair.inner[1] - 1] in ".,?!…’'"
    beside = before[-1] in ",:" or found.cue[1] == sentence[0] + len(before)
    return beside and (earlier or text[pair.inner[0]].isupper() or text[pair.inner[0]] in "[…‘'")


TO_WHOM = (
    r"(?:\s+(?:reporters|lawmakers|journalists|parliament|him|her|them|us|me"
    r"|(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z]\w*){0,3}(?:’s\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)?))?"
)
WHEN = r"(?:\s+\w+ly)?(?:,?\s+(?:on|in|at|to|during|last|earlier|late|this|via|through|when|while)\s[^;:]{0,110}?,?)?"
THAT_CLAUSE = re.compile(rf"{TO_WHOM}{WHEN}\s+that\s+(?!(?:time|day|same|week|month|year|point|moment)\b)")
TOLD = re.compile(rf"{TO_WHOM}(?:\s+(?:on|in|last|at)\s[^,.;]{{0,60}})?,?\s+(?=[A-Za-z])")


def _clause_span(finder: _Finder, sentence: Span, found: Attribution) -> Span:
    """Return the clause that a sentence attributes: behind the frame, or before it."""
    text = finder.text
    if not found.after:
        return _trimmed(text, sentence[0], found.frame[0])
    start = found.frame[1]
    rest = finder.hidden[start : sentence[1]]
    match = THAT_CLAUSE.match(rest)
    if match is None and text[found.cue[0] : found.cue[1]].lower().startswith("t"):
        match = TOLD.match(rest)
    return _trimmed(text, start + (match.end() if match else 0), sentence[1])


def _mixed_span(
    finder: _Finder, sentence: Span, rest: list[Marked], found: Attribution, made: list[Quote]
) -> Span | None:
    """Return the attributed clause around marked words."""
    text = finder.text
    after = any(pair.outer[0] > found.frame[0] for pair in rest)
    if after:
        begin = max([found.frame[1], *(one.span[1] + 1 for one in made if one.span[1] <= rest[0].outer[0])])
        start, end = (
            _clause_span(finder, (sentence[0], sentence[1]), found)
            if begin == found.frame[1] and found.after
            else _trimmed(text, begin, sentence[1])
        )
    else:
        start, end = _trimmed(text, sentence[0], found.frame[0])
    last = rest[-1].outer[1]
    if last > end or text[end:last].strip(".,”\"’'") == "":
        end = max(end, last)
    return (start, end) if end - start > 5 else None
