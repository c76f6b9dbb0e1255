"""What a coder set aside. It is part of a coding sheet and is not published."""

from schemas.blocks import Anchored, Coded, Proposed
from schemas.fields import code


class Ignored(Anchored, Coded, Proposed):
    """Quotation marks and numbers that are neither quote nor figure, each with the reason."""

    reason: str = code("Reason", "Why it is set aside.", "title", vocabulary="ignored_reason")
