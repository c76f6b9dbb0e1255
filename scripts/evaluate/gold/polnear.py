"""PolNeAR: news with what it attributes to whom (Newell and others 2018), its train or its dev part.

A part has `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann` in brat's form; where several annotators read an
article, the first by name counts. The test part stays unread: articles of its month, and a folder of its name, are
refused.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from scripts.evaluate.drafts import Drafter, drafted_items, marked
from scripts.evaluate.gold.files import day_of, draft_of, text_of, within
from scripts.evaluate.gold.names import Names, alike, called, speaker_names
from scripts.evaluate.matching import LEAST, Span
from scripts.evaluate.score import Item, Score, score
from scripts.problem import CannotRunError, shown

FILES = "attributions/*.ann"
TEST_FROM = date(2016, 10, 8)  # publication of the first article of the test part
QUOTES = "quotes"
PUBLISHED = {(QUOTES, "f1_exact"): "on the test part: CofeNet 0.73, CoreNLP 0.18"}
SPAN = "[0-9]{1,9} [0-9]{1,9}"
PART = re.compile(rf"(?P<id>T[0-9]+)\t(?P<kind>[\w-]+) (?P<spans>{SPAN}(?:;{SPAN})*)\t(?P<words>.*)")
CONTENT = ("Content", "Content2")
RELATION = re.compile(r"E[0-9]+\t(?P<parts>.*)")
WORD = re.compile(r"\w+")


Sources = dict[Span, str]  # by what is attributed: the words for whom to, none where the article has none


def _bare(span: Span, text: str) -> Span:
    """Return a span without marks at its ends and a “that” at its beginning: PolNeAR has them in it, a row has not."""
    words = [word.span() for word in WORD.finditer(text, *span)]
    if len(words) > 1 and text[slice(*words[0])] == "that":
        del words[0]
    return (words[0][0], words[-1][1]) if words else span


def _pieces(found: re.Match[str], text: str, place: str) -> list[Span]:
    """Return the spans of a part, which hold the words that its line gives (the first of them, over several lines)."""
    pieces = [tuple(map(int, one.split())) for one in found["spans"].split(";")]
    spans = [within((start, end), text, place) for start, end in pieces]
    words, there = found["words"].split(), " ".join(text[start:end] for start, end in spans).split()
    if there[: len(words)] != words:
        raise CannotRunError(f"{place}: the words are not those of the article at {found['spans']}")
    return spans


def _attributions(annotation: str, text: str, file: str) -> Sources:
    """Return the attributions of an article; what an attribution in the middle divides is two, as it is two rows."""
    parts: dict[str, list[Span]] = {}
    found: Sources = {}
    lines = annotation.split("\n")
    for number, line in enumerate(lines, 1):
        if part := PART.fullmatch(line):
            parts[part["id"]] = _pieces(part, text, f"{file}:{number}")
    for number, line in enumerate(lines, 1):
        if relation := RELATION.fullmatch(line):
            roles = [role.partition(":") for role in relation["parts"].split()]
            if missing := [key for _, _, key in roles if key not in parts]:
                raise CannotRunError(f"{file}:{number}: there is no line {shown(missing[0])}")
            spans = [span for role, _, key in roles if role == "Source" for span in parts[key]]
            source = " ".join(text[start:end] for start, end in spans)
            found |= {_bare(span, text): source for role, _, key in roles if role in CONTENT for span in parts[key]}
    return found


def _words(spans: Iterable[Span], text: str) -> set[Span]:
    """Return the words in some spans."""
    return {word.span() for span in spans for word in WORD.finditer(text, *span)}


def _speakers(pairs: list[tuple[str, Item]], names: Names) -> Score:
    """Return how often a drafted quote names whom the annotation names, where it names somebody."""
    found = Score()
    for source, quote in pairs:
        own = speaker_names(quote, names)
        right = alike(source, own)
        found.add(Score(coded=1, drafted=bool(own), exact=right, paired=right))
        if not right:
            found.errors.append(f"{' or '.join(sorted(own)) or 'nobody'} for {source} of {quote.text!r}")
    return found


def _score(text: str, attributed: Sources, drafted: list[Item], names: Names) -> dict[str, Score]:
    """Return the scores of one article."""
    drafted = [replace(quote, span=_bare(quote.span, text)) for quote in drafted]
    theirs, ours = _words(attributed, text), _words([quote.span for quote in drafted], text)
    both = len(theirs & ours)
    quotes = [Item(span, text[slice(*span)], {}) for span in attributed]
    with_mark, drafted_with_mark = marked(quotes, text), marked(drafted, text)
    found = score(with_mark, drafted_with_mark, [], LEAST)
    paired = [(attributed[with_mark[i].span], drafted_with_mark[j]) for i, j in found.matched]
    return {
        "words of quotes": Score(len(theirs), len(ours), both, both),
        QUOTES: score(quotes, drafted, [], LEAST),
        "quotes with a mark": found,
        "speakers of quotes with a mark": _speakers([(source, quote) for source, quote in paired if source], names),
    }


def _articles(folder: Path) -> Iterator[tuple[str, str, date]]:
    """Yield (name, file of the annotation, day of publication) of each article of a part that may be read."""
    unread = folder.resolve().name == "test"
    files: dict[str, str] = {}
    for path in sorted(folder.glob(FILES)):
        files.setdefault(path.stem.rpartition("_")[0], f"attributions/{path.name}")
    for name, file in files.items():
        day = day_of(name.split("_")[1] if name.count("_") > 1 else name, file)
        if unread or day >= TEST_FROM:
            raise CannotRunError(f"{file} is of PolNeAR's test part, which stays unread: give its train or dev part")
        yield name, file, day


def scores(folder: Path, drafter: Drafter, registered: Names) -> dict[str, dict[str, Score]]:
    """Return for each article how far the drafted quotes are those annotated."""
    found = {}
    for name, file, day in list(_articles(folder)):
        text = text_of(folder, f"text/{name}.txt")
        attributed = _attributions(text_of(folder, file), text, file)
        made = draft_of(name, text, drafter, day)
        found[name] = _score(text, attributed, drafted_items(made.rows, "quotes"), called(made, registered))
    return found
