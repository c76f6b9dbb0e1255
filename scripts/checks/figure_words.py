"""The words of a figure: its numbers, what they may be worth, and the unit and exactness that stand beside them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from scripts.checks.measures import CURRENCIES
from scripts.checks.scan import WORDS, any_of, dates, digits_value, is_part, number_values, numbers, phrases

BEHIND = {unit: re.compile(rf"[\s-]?(?:{phrases(words)})(?!\w)") for unit, words in WORDS["units"].items()}
BEFORE = {
    how: re.compile(rf"(?<!\w)({phrases(words)})\s+(?:\S{{1,2}}\s?)?$", re.IGNORECASE)
    for how, words in WORDS["qualifiers"].items()
}
QUALIFIERS = phrases(word for words in WORDS["qualifiers"].values() for word in words)
INEXACT = re.compile(rf"(?:{any_of('inexact')}|(?<!\w)(?:{QUALIFIERS}))", re.IGNORECASE)
MONEY_WORDS = {form: money for word, money in WORDS["currencies"].items() for form in (word, word.removesuffix("s"))}
SIGNS, NAMES = (phrases(word for word in MONEY_WORDS if word[-1].isalpha() == named) for named in (False, True))
MONEY = rf"(?:{SIGNS}|(?<!\w)(?:{NAMES}|[A-Z]{{3}})(?!\w))"
MONEY_BEFORE, MONEY_BEHIND = re.compile(rf"({MONEY})\s?$"), re.compile(rf"[\s-]?({MONEY})")
MULTIPLES = re.compile(rf"[\s-]({phrases(WORDS['multiples'])})s?(?!\w)", re.IGNORECASE)
OTHERS = re.compile(rf"(?<!\w){any_of('others')}(?!\w)", re.IGNORECASE)
UNSURE = re.compile(r"\b(?:few|several|couple of)\s+\w+|\ban?\s+(?:half|quarter)\b|fold\b", re.IGNORECASE)
SCALE = re.compile(rf"({any_of('scales')})s?$", re.IGNORECASE)
PART_OF = re.compile(r"\b(?:an?|one)\s$")  # before “third”: a part, not a place
ORDINAL = re.compile(rf"(?:\d(?:st|nd|rd|th)|(?<!\w){any_of('ordinals')})$", re.IGNORECASE)
TIMES = re.compile(rf"(?<!\w){any_of('times')}|double|triple|quadruple|times|fold|\dx", re.IGNORECASE)


def money(name: str) -> set[str]:
    """Return the currencies that a sign, word or code may stand for."""
    return set(MONEY_WORDS.get(name, [name] if name in CURRENCIES else []))


@dataclass(frozen=True)
class Words:
    """What the text of a figure says: its numbers that are no dates, and the words around the first of them."""

    text: str
    numbers: tuple[str, ...] = ()
    before: str = ""
    behind: str = ""

    def values(self) -> list[set[Decimal]]:
        """Return what each number may be worth; none where the words give no number, or more than they seem to."""
        if UNSURE.search(self.text):
            return []
        if self.numbers:
            return [self._value(which) for which in range(len(self.numbers))]
        several = MULTIPLES.search(self.text)
        times = WORDS["multiples"][several[1].lower()] if several else 1
        return [{Decimal(WORDS["others"][word.lower()] * times) for word in OTHERS.findall(self.text)}]

    def _value(self, which: int) -> set[Decimal]:
        """“2 to 3 million” gives the first the scale of the second too, and so does “10–12,000”."""
        found, is_last = number_values(self.numbers[which]), which == len(self.numbers) - 1
        if not is_last and (scale := SCALE.search(self.numbers[-1])):
            found |= {value.scaleb(WORDS["scales"][scale[1].lower()]) for value in found}
        if not is_last and re.search(r"\d,\d{3}$", self.numbers[-1]):
            found |= {value.scaleb(3) for value in found}
        several = MULTIPLES.match(self.behind)
        return {value * WORDS["multiples"][several[1].lower()] for value in found} if several else found

    def has_number(self) -> bool:
        """Return whether there is a number, if only as “none” or “threefold”."""
        return bool(self.numbers or OTHERS.search(self.text) or "fold" in self.text)

    def is_place(self) -> bool:
        """Return whether the first number is a place in a series: “the third summit”."""
        return ORDINAL.search(self.numbers[0]) is not None and not self._is_part_by_words()

    def may_be_place(self) -> bool:
        """Return whether the first number can be a place in a series: also “fifth of its kind”, but not “a fifth”."""
        return ORDINAL.search(self.numbers[0]) is not None and PART_OF.search(self.before) is None

    def is_part(self) -> bool:
        """Return whether the first number is a part of a whole: “half”, “a third of them”."""
        ordinal = ORDINAL.search(self.numbers[0]) is not None
        return is_part(self.numbers[0]) and (not ordinal or self._is_part_by_words())

    def _is_part_by_words(self) -> bool:
        of = re.match(r"\s+of\b|\s*$", self.behind) or PART_OF.search(self.before)
        return is_part(self.numbers[0]) and of is not None

    def is_numbered(self) -> bool:
        """Return whether the first number is one in digits behind “No.”, “number” or “#”."""
        named = re.search(r"(?:No\.|number|#)\s*$", self.before)
        return named is not None and digits_value(self.numbers[0]) is not None

    def units(self) -> set[str]:
        """Return the units that the words beside the number allow; none where they say nothing of it."""
        named = [unit for unit, behind in BEHIND.items() if behind.match(self.behind)]
        if named:
            return {"percentage_point"} if "percentage_point" in named else set(named[:1])
        beside = MONEY_BEFORE.search(self.before), MONEY_BEHIND.match(self.behind)
        return set().union(*(money(found[1]) for found in beside if found))

    def says_unit(self, unit: str) -> bool:
        """Return whether the text has a word or sign of the unit; a count needs none."""
        text = f"{self.before}{' '.join(self.numbers)}{self.behind}"
        if unit == "percent" and any(map(is_part, self.numbers)):
            return True
        if unit in CURRENCIES:
            return any(unit in money(found) for found in re.findall(MONEY, text))
        if unit == "times":
            return TIMES.search(text) is not None
        return unit not in WORDS["units"] or re.search(phrases(WORDS["units"][unit]), text) is not None

    def qualifiers(self) -> list[str]:
        """Return the qualifiers that the words right before the number say; “no more than” ends with “more than”."""
        said = [how for how, before in BEFORE.items() if before.search(self.before)]
        return [how for how in said if how in {"at_most", "at_least"}] or said

    def is_inexact(self) -> bool:
        """Return whether a word anywhere in the text says that the number is not exact."""
        return INEXACT.search(f"{self.before}{''.join(self.numbers)}{self.behind}") is not None


@lru_cache(maxsize=100_000)
def read(text: str, base: str | None) -> Words:
    """Return what the text of a figure says; a number that is its base is none of its numbers."""
    found = [span for span in numbers(text) if base is None or text[slice(*span)] not in base]
    dated = dates(text) if len(found) != 1 else []
    left = [span for span in found if not any(a <= span[0] and span[1] <= b for a, b in dated)]
    if not left:
        return Words(text, before=text)
    return Words(text, tuple(text[a:b] for a, b in left), text[: left[0][0]], text[left[0][1] :])


def qualifier_before(before: str) -> str | None:
    """Return the word or phrase right before a number that says how exact it is, None where there is none."""
    found = [match[1] for pattern in BEFORE.values() if (match := pattern.search(before))]
    return max(found, key=len) if found else None


def begins_with_number(text: str) -> bool:
    """Return whether a text begins with its number, or with a sign of money before it."""
    found = numbers(text)
    return bool(found) and not re.search(r"\w", text[: found[0][0]])
