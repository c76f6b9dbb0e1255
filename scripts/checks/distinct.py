"""A column as the texts that it has: most have far fewer texts than rows, so what is asked of a text is asked once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int32]
Rows = npt.NDArray[np.intp]  # numbers of rows, in order
Texts = npt.NDArray[np.object_]


@dataclass(frozen=True)
class Distinct:
    """The texts of a column, each once, and for every row the number of its text, -1 where it is blank."""

    texts: Texts
    codes: Codes

    @property
    def filled(self) -> Flags:
        """For every row, whether it has a text."""
        return self.codes >= 0

    def flags(self, of_texts: Flags) -> Flags:
        """Return for every row what is said of its text; False where it is blank."""
        return np.append(of_texts, False)[self.codes]

    def among(self, known: Collection[str]) -> Flags:
        """Return for every row whether its text is one of the known; False where it is blank."""
        return self.flags(np.fromiter((text in known for text in self.texts), dtype=bool, count=len(self.texts)))

    def repeated(self) -> Flags:
        """Return for every row whether another one has the same text; False where it is blank."""
        count = np.bincount(self.codes[self.filled], minlength=len(self.texts))
        return self.flags(count > 1)

    def mapped(self, values: Mapping[str, str | None]) -> Texts:
        """Return for every row the value that its text leads to, None where there is none."""
        found = np.empty(len(self.texts) + 1, dtype=object)
        found[:-1] = [values.get(text) for text in self.texts.tolist()]
        return found[self.codes]


def distinct(values: pd.Series) -> Distinct:
    """Return the texts of a column."""
    codes, texts = pd.factorize(values.to_numpy(object))
    return Distinct(texts, codes.astype(np.int32))
