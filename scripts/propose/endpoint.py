"""Ask a model behind an OpenAI-compatible endpoint, and keep what it answered."""

import argparse
import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.problem import CannotRunError, shown
from scripts.propose.answer import answer_schema
from scripts.propose.prompt import Message

PART = 20_000  # characters of an article that are asked for at once
TIMEOUT = 600.0  # seconds for one answer
RETRIES = 4  # after no connection, no answer in time, 408, 409, 429 or 5xx, each time later
LARGEST = 4_000_000  # characters of an answer


class AnswerError(Exception):
    """The model gave no answer that can be read, for one article."""


@dataclass(frozen=True)
class Endpoint:
    """A model at an address (None: that of OPENAI_BASE_URL, else the vendor's), and how it is asked.

    The key is read from OPENAI_API_KEY by each call and stays there. Answers are kept in the folder `answers`, by what
    was asked, and taken from there when the same is asked again: a run that was cut off goes on where it stopped.
    `renamed` gives codes other names on their way to the model, and their own on the way back.
    """

    model: str
    address: str | None
    answers: Path
    temperature: float = 0.0
    seed: int = 0
    timeout: float = TIMEOUT
    retries: int = RETRIES
    renamed: Mapping[str, str] = field(default_factory=dict)

    def ask(self, messages: Sequence[Message]) -> str:
        """Return the answer to a conversation.

        Raises CannotRunError where the endpoint cannot be used, AnswerError where it gives no whole answer.
        """
        words = json.dumps([self.model, self.temperature, self.seed, *messages], ensure_ascii=False)
        asked = with_names(words, self.renamed)
        kept = self.answers / f"{hashlib.sha256(asked.encode()).hexdigest()}.txt"
        if not kept.exists():
            self._keep(kept, self._asked(json.loads(asked)[3:]))
        back = {code: f"{code}?" for code in self.renamed} | {name: code for code, name in self.renamed.items()}
        return with_names(kept.read_text(encoding="utf-8"), back)  # a code that was not asked for is none

    def _keep(self, kept: Path, answer: str) -> None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        begun = kept.with_suffix(".part")
        begun.write_text(answer, encoding="utf-8", errors="backslashreplace", newline="\n")
        begun.replace(kept)

    def _asked(self, messages: Sequence[Message]) -> str:
        import openai

        where = self.address or os.environ.get("OPENAI_BASE_URL") or "the vendor's address"
        schema = json.loads(with_names(json.dumps(answer_schema()), self.renamed))
        asked: dict[str, Any] = {
            "model": self.model,
            "messages": messages,
            "temperature": self.temperature,
            "seed": self.seed,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "rows", "strict": True, "schema": schema},
            },
        }
        key = os.environ.get("OPENAI_API_KEY") or "no-key-given"  # what runs on this machine wants none
        try:
            with openai.OpenAI(
                api_key=key, base_url=self.address, timeout=self.timeout, max_retries=self.retries
            ) as client:
                given: Any = client.chat.completions.create(**asked)
        except openai.APITimeoutError as error:
            raise CannotRunError(f"{where} gave no answer in {self.timeout:g} seconds") from error
        except openai.APIConnectionError as error:
            raise CannotRunError(f"{where} cannot be reached, or broke off: {error.__cause__ or error}") from error
        except openai.APIStatusError as error:
            said = shown(error.response.text.replace(key, "…"), 200)
            raise CannotRunError(f"{where} answers {error.status_code}: {said}") from error
        except (openai.OpenAIError, ValueError) as error:
            raise CannotRunError(f"{where} cannot be used: {error}") from error
        return _content(given)


def register_model(parser: argparse.ArgumentParser, **model: str) -> None:
    """Add the options that say which model is asked, and how; `model` is the help of --model."""
    group = parser.add_argument_group("rows that a model proposes, in the place of the rules'")
    group.add_argument("--model", metavar="NAME", help=model.get("model", "ask this model"))
    address = "of an OpenAI-compatible endpoint; else OPENAI_BASE_URL (the key is in OPENAI_API_KEY)"
    group.add_argument("--endpoint", metavar="URL", help=address)
    group.add_argument("--part", type=int, default=PART, metavar="N", help="characters of an article asked for at once")
    group.add_argument("--temperature", type=float, default=0.0)
    group.add_argument("--seed", type=int, default=0)
    group.add_argument("--timeout", type=float, default=TIMEOUT, metavar="SECONDS", help="for one answer")
    group.add_argument("--retries", type=int, default=RETRIES, metavar="N", help="after no answer, each time later")
    group.add_argument("--answers", type=Path, metavar="DIR", help="where answers are kept: dist/answers")


def endpoint(options: argparse.Namespace) -> Endpoint:
    """Return the model that the options name."""
    if options.part < 1 or options.timeout <= 0 or options.retries < 0:
        raise CannotRunError("--part and --timeout are more than 0, and --retries not less")
    answers = options.answers or options.root / "dist/answers"
    how = options.temperature, options.seed, options.timeout, options.retries
    return Endpoint(options.model, options.endpoint, answers, *how)


def asked_how(model: Endpoint) -> str:
    """Return in words how a model is asked."""
    return f"temperature {model.temperature:g}, seed {model.seed}"


def with_names(text: str, names: Mapping[str, str]) -> str:
    """Return text with words under other names.

    >>> with_names("AID is not AIDED", {"AID": "T1"})
    'T1 is not AIDED'
    """
    words = "|".join(map(re.escape, names))
    return re.sub(rf"\b(?:{words})\b", lambda word: names[word[0]], text) if names else text


def _content(given: Any) -> str:
    """Return the text of a completion; raise AnswerError where it has none, or not the whole."""
    if isinstance(given, str) or not getattr(given, "choices", None):
        said = given if isinstance(given, str) else "an object without choices"
        raise CannotRunError(f"the endpoint answers, but as no model does: {shown(said, 200)}")
    choice = given.choices[0]
    if choice.finish_reason == "length":
        raise AnswerError("the answer was cut off at the model's limit of tokens; ask for smaller parts with --part")
    text = choice.message.content
    if not isinstance(text, str) or not text.strip():
        raise AnswerError(f"no answer was given: {shown(getattr(choice.message, 'refusal', None) or 'nothing', 200)}")
    if len(text) > LARGEST:
        raise AnswerError(f"the answer has {len(text):,} characters; at most {LARGEST:,} are read")
    return text
