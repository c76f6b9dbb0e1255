"""The faults that `make test` tries; `make faults` tries all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tests.faults.fault import Fault


def one_of_each_kind(faults: Iterable[Fault], codes: Mapping[str, str]) -> list[Fault]:
    """Return one fault of every kind: of those alike in place, in the first word of the rule, and in code.

    `codes` are those that faults are reported under, by name. Of the first kind it is the first fault, of the second
    the second and so on, so that all tables and columns have a part.
    """
    kinds: dict[tuple[str, str, str], list[Fault]] = defaultdict(list)
    for fault in faults:
        kinds[fault.place, fault.rule.split()[0], codes[fault.id]].append(fault)
    return [alike[number % len(alike)] for number, alike in enumerate(kinds.values())]
