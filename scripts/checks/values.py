"""Figures against their own words: how many numbers, the values that are written, their unit and how exact they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from schemas.vocabularies import codes
from scripts.checks.scan import WORDS, Span, any_of, dates, digits_value, is_part, number_values, numbers, phrases
from scripts.problem import Problem, shown
from scripts.sheets.rows import decimal_text
from scripts.tables.table import Table, Tables

CURRENCIES = {code for code in codes("unit") if code.isupper()}
BEHIND = {unit: re.compile(rf"[\s-]?(?:{phrases(words)})(?!\w)") for unit, words in WORDS["units"].items()}
BEFORE = {
    how: re.compile(rf"(?<!\w)({phrases(words)})\s+(?:\S{{1,2}}\s?)?$", re.IGNORECASE)
    for how, words in WORDS["qualifiers"].items()
}
INEXACT = re.compile(
    rf"(?:{any_of('inexact')}|(?<!\w)(?:{phrases(word for how in WORDS['qualifiers'].values() for word in how)}))",
    re.IGNORECASE,
)
MONEY_WORDS = {form: money for word, money in WORDS["currencies"].items() for form in (word, word.removesuffix("s"))}
SIGNS, NAMES = (phrases(word for word in MONEY_WORDS if word[-1].isalpha() == named) for named in (False, True))
MONEY = rf"(?:{SIGNS}|(?<!\w)(?:{NAMES}|[A-Z]{{3}})(?!\w))"
MONEY_BEFORE, MONEY_BEHIND = re.compile(rf"({MONEY})\s?$"), re.compile(rf"[\s-]?({MONEY})")
MULTIPLES = re.compile(rf"[\s-]({phrases(WORDS['multiples'])})s?(?!\w)", re.IGNORECASE)
DOWN, UP = (re.compile(rf"(?<!\w){any_of(way)}(?!\w)", re.IGNORECASE) for way in ("down", "up"))
OTHERS = re.compile(rf"(?<!\w){any_of('others')}(?!\w)", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
TIMES = {"minute", "hour", "day", "week", "month", "year"}
RATIOS = {"percent", "percentage_point", "times"}


@dataclass(frozen=True)
class Words:
    """What the text of a figure says: its numbers that are no dates, and the words around the first of them."""

    numbers: tuple[str, ...]
    before: str
    behind: str

    def values(self, which: int) -> set[Decimal]:
        """Return what a number may be worth; “2 to 3 million” gives the first the scale of the second too."""
        found = number_values(self.numbers[which])
        scale = re.search(rf"({any_of('scales')})s?$", self.numbers[-1], re.IGNORECASE)
        if which < len(self.numbers) - 1 and scale is not None:
            found |= {value.scaleb(WORDS["scales"][scale[1].lower()]) for value in found}
        if which < len(self.numbers) - 1 and re.search(r"\d,\d{3}$", self.numbers[-1]):  # “10–12,000”
            found |= {value.scaleb(3) for value in found}
        several = MULTIPLES.match(self.behind)
        return {value * WORDS["multiples"][several[1].lower()] for value in found} if several else found


@lru_cache(maxsize=100_000)
def read(text: str, base: str | None) -> Words:
    """Return what the text of a figure says; a number that is its base is none of its numbers."""
    found = [span for span in numbers(text) if base is None or text[slice(*span)] not in base]
    dated = dates(text) if len(found) != 1 else []
    left: list[Span] = [span for span in found if not any(a <= span[0] and span[1] <= b for a, b in dated)]
    if not left:
        return Words((), text, "")
    return Words(tuple(text[a:b] for a, b in left), text[: left[0][0]], text[left[0][1] :])


def _how_many(text: str, words: Words, qualifier: str | None) -> tuple[str, str, str] | None:
    """Return (code, message, hint) where the text has not as many numbers as its row."""
    count, range_of = len(words.numbers), qualifier == "between"
    if range_of and count != 2:
        message = f"{shown(text)} holds {count} of the two numbers that “between” needs"
        return "range_needs_two", message, "take both numbers into the text, or correct qualifier and strike value_max"
    if count > 1 and not range_of:
        return "one_number", f"{shown(text)} holds {count} numbers", "one figure is one number; make a row for each"
    if count == 0 and not OTHERS.search(text) and "fold" not in text:
        return "no_number", f"{shown(text)} holds no number", "take the number into the text, or make it no figure"
    return None


def _values(
    text: str, words: Words, value: Decimal | None, value_max: Decimal | None
) -> Iterator[tuple[str, str, str, str]]:
    """Yield (column, code, message, hint) for each value that is not the number of its place in the text."""
    said = [words.values(which) for which in range(len(words.numbers))]
    if re.search(r"\b(?:few|several|couple of)\s+\w+|\ban?\s+(?:half|quarter)\b|fold\b", text, re.IGNORECASE):
        return  # in words that give no number, or more than they seem to
    if not said:
        several = MULTIPLES.search(text)
        times = WORDS["multiples"][several[1].lower()] if several else 1
        said = [{Decimal(WORDS["others"][word.lower()] * times) for word in OTHERS.findall(text)}]
    for column, given, right in zip(("value", "value_max"), (value, value_max), said, strict=False):
        if given is not None and right and abs(given) not in right:
            message = f"{shown(decimal_text(given))} is not the number of the text {shown(text)}"
            yield column, "value_in_words", message, f"write {column} = {decimal_text(min(right))}"


def _money(name: str) -> set[str]:
    """Return the currencies that a sign, word or code may stand for."""
    return set(MONEY_WORDS.get(name, [name] if name in CURRENCIES else []))


def _units(words: Words) -> set[str]:
    """Return the units that the words beside the number allow; none where they say nothing of it."""
    named = [unit for unit, behind in BEHIND.items() if behind.match(words.behind)]
    if named:
        return {"percentage_point"} if "percentage_point" in named else set(named[:1])
    beside = MONEY_BEFORE.search(words.before), MONEY_BEHIND.match(words.behind)
    return set().union(*(_money(found[1]) for found in beside if found))


def _is_ordinal(number: str) -> bool:
    return re.search(rf"(?:\d(?:st|nd|rd|th)|(?<!\w){any_of('ordinals')})$", number, re.IGNORECASE) is not None


def _place_or_part(words: Words, unit: str) -> tuple[str, str] | None:
    """Return (message, hint) where the number is a place in a series or a part and the unit says another thing."""
    number = words.numbers[0]
    place, part = _is_ordinal(number), is_part(number)
    if place and part:  # “a third of them”, “the third summit”
        part = (
            re.match(r"\s+of\b|\s*$", words.behind) is not None
            or re.search(r"\b(?:an?|one)\s$", words.before) is not None
        )
        place = not part
    if unit == "ordinal":
        digits = digits_value(number) is not None and re.search(r"(?:No\.|number|#)\s*$", words.before) is not None
        return None if place or digits else (f"is ordinal, but {shown(number)} is no place in a series", "correct unit")
    if part and unit == "count":
        return f"is count, but {shown(number)} is a part", 'write unit = "percent"'
    if place and not part:
        return f"is {unit}, but {shown(number)} is a place in a series", 'write unit = "ordinal"'
    return None


def _unit(words: Words, unit: str) -> tuple[str, str] | None:
    """Return (message, hint) where the number or the words beside it say another unit."""
    if not words.numbers:
        return None
    wrong = _place_or_part(words, unit)
    if wrong is not None or unit == "ordinal":
        return wrong
    named = _units(words)
    if named and unit not in named:
        return f"is {unit}, but the words say {' or '.join(sorted(named))}", f'write unit = "{min(named, key=_usual)}"'
    if not named and not _says_unit(words, unit):
        return f"is {unit}, but no word of the text says so", "correct unit, or take the word into the text"
    return None


def _says_unit(words: Words, unit: str) -> bool:
    """Return whether the words of a figure have a word or sign of the unit; a count needs none."""
    text = f"{words.before}{' '.join(words.numbers)}{words.behind}"
    if unit == "percent" and any(map(is_part, words.numbers)):
        return True
    if unit in CURRENCIES:
        return any(unit in _money(found) for found in re.findall(MONEY, text))
    if unit == "times":
        return re.search(rf"(?<!\w){any_of('times')}|times|fold|\dx", text, re.IGNORECASE) is not None
    return unit not in WORDS["units"] or re.search(phrases(WORDS["units"][unit]), text) is not None


def _usual(unit: str) -> tuple[bool, str]:
    return unit != "USD", unit


def qualifier_before(before: str) -> str | None:
    """Return the word or phrase right before a number that says how exact it is, None where there is none."""
    found = [match[1] for pattern in BEFORE.values() if (match := pattern.search(before))]
    return max(found, key=len) if found else None


def begins_with_number(text: str) -> bool:
    """Return whether a text begins with its number, or with a sign of money before it."""
    found = numbers(text)
    return bool(found) and not re.search(r"\w", text[: found[0][0]])


def _qualifier(words: Words, qualifier: str) -> str | None:
    """Return what is wrong with a qualifier: the words right before the number say another, or none says it."""
    said = [how for how, before in BEFORE.items() if before.search(words.before)]
    longest = [how for how in said if how in {"at_most", "at_least"}] or said  # “no more than” ends with “more than”
    if longest and words.numbers and qualifier not in {*longest, "between"}:
        return f"the words before the number say {longest[0]}"
    if (
        qualifier in BEFORE
        and not longest
        and not INEXACT.search(f"{words.before}{''.join(words.numbers)}{words.behind}")
    ):
        return "no word of the text says so"
    return None


class Given(NamedTuple):
    """The cells of a figure that its text speaks of; all but text and qualifier may be blank."""

    text: str
    qualifier: str
    unit: str | None = None
    value: str | None = None
    value_max: str | None = None
    base: str | None = None


@lru_cache(maxsize=100_000)
def faults(given: Given) -> tuple[tuple[str, str, str, str], ...]:
    """Return (column, code, message, hint) for all in which a figure's words and its codes differ."""
    words = read(given.text, given.base)
    if given.qualifier == "between" and given.value_max is None:
        return ()  # said already
    if (wrong := _how_many(given.text, words, given.qualifier)) is not None:
        return (("text", *wrong),)
    number, upper = (Decimal(cell) if cell else None for cell in (given.value, given.value_max))
    found = list(_values(given.text, words, number, upper))
    if given.unit is not None and (differs := _unit(words, given.unit)) is not None:
        found.append(("unit", "unit_in_words", *differs))
    if (said := _qualifier(words, given.qualifier)) is not None:
        hint = "correct qualifier, or take the word that says so into the text"
        found.append(("qualifier", "qualifier_in_words", f"is {given.qualifier}, but {said}", hint))
    return tuple(found)


def value_problems(figures: Table) -> Iterator[Problem]:
    """Yield the figures whose text does not say what their columns say."""
    sound = {name: dict(figures.values(name)) for name in Given._fields[1:]}
    for row, text in figures.values("text"):
        counted = figures.cell(row, "counted")
        if counted is not None and numbers(counted) == [(0, len(counted))]:
            message = f"{shown(counted)} is a number"
            yield figures.problem(row, "counted", "counted_is_number", message, "copy the noun that is counted")
        if row in sound["qualifier"]:
            unit, *others = (sound[name].get(row) for name in Given._fields[2:])
            given = Given(text, sound["qualifier"][row], unit, *others)
            for column, code, message, hint in faults(given):
                figures.broken.add((row, column))
                yield figures.problem(row, column, code, message, hint)


def _dimension(unit: str) -> str:
    """Return what a unit measures: money, time, a ratio, or only itself."""
    if unit in CURRENCIES:
        return "money"
    return "time" if unit in TIMES else "a ratio" if unit in RATIOS else unit


def figures_fit_their_measure(tables: Tables) -> Iterator[Problem]:
    """Figures of one measure are of one dimension; a change has the sign of its words, and only it is negative."""
    figures, measures = tables["figures"], tables["measures"]
    kinds = {measure: kind for _, measure, kind in measures.values("measure_id", "kind")}
    first: dict[str, tuple[str, str]] = {}
    for row, figure, text, measure, unit, value in figures.values("figure_id", "text", "measure_id", "unit", "value"):
        other, its = first.setdefault(measure, (figure, _dimension(unit)))
        if its != _dimension(unit):
            message = f"{shown(unit)} cannot be compared with {other}, which has the same measure and is {its}"
            yield figures.problem(row, "unit", "unit_of_measure", message, "correct unit, or name another measure")
        kind, negative = kinds.get(measure), value.startswith("-")
        if negative and kind not in {"change", None}:
            message = f"{shown(value)} is negative, but the measure {shown(measure)} is a {kind}"
            hint = "only a change is negative: strike the minus, or name a measure of kind change"
            yield figures.problem(row, "value", "negative_level", message, hint)
        if kind == "change" and (says := _direction(text)) is not None and says != negative and value != "0":
            message = f"{shown(value)} does not go with {shown(text)}, which says {'less' if says else 'more'}"
            yield figures.problem(row, "value", "sign_in_words", message, "a decrease is negative, an increase is not")


def bases_fit_their_figure(tables: Tables) -> Iterator[Problem]:
    """A base goes with a ratio or a change, is the year that the words name, and is not the period itself."""
    figures = tables["figures"]
    kinds = {measure: kind for _, measure, kind in tables["measures"].values("measure_id", "kind")}
    columns = ("base", "text", "unit", "measure_id", "period_start", "period_end")
    for row, base, text, unit, measure, *period in figures.texts(figures.sound("base", beside=["text"]), *columns):
        years = set(YEAR.findall(text))
        if unit not in RATIOS and kinds.get(measure) not in {"change", None}:
            message, hint = (
                f"{shown(base)} is given, but the figure is no part and no change of anything",
                "strike base",
            )
        elif YEAR.fullmatch(base) and years and base not in years:
            message, hint = f"{shown(base)} is not the year that the words {shown(text)} name", "correct base"
        elif period == [f"{base}-01-01", f"{base}-12-31"]:
            message, hint = f"{shown(base)} is the period of the figure itself", "name what the figure is compared with"
        else:
            continue
        yield figures.problem(row, "base", "base_of_figure", message, hint)


def _direction(text: str) -> bool | None:
    """Return True for words of a decrease, False for words of an increase, None for both or neither."""
    down, up = DOWN.search(text) is not None, UP.search(text) is not None
    return down if down != up else None
