"""An endpoint is asked again where that helps; where it does not, why is said."""

from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from scripts.problem import CannotRunError
from scripts.propose.endpoint import AnswerError, Endpoint
from tests.scripts.propose.server import Model, body, completion, serving


def test_a_moment_of_trouble_is_waited_out(tmp_path: Path) -> None:
    with serving(Model(body("", 503), completion("{}"))) as model:
        assert Endpoint("tiny", model.address, tmp_path, retries=1).ask([{"role": "user", "content": "?"}]) == "{}"
    assert len(model.asked) == 2


def test_an_endpoint_that_is_not_there_or_too_slow_is_said(tmp_path: Path) -> None:
    with serving(Model(completion("{}"))) as model:
        pass
    with pytest.raises(CannotRunError, match="cannot be reached"):
        Endpoint("tiny", model.address, tmp_path, retries=0).ask([])

    with (
        serving(Model(silent)) as slow,
        pytest.raises(CannotRunError, match=r"no answer in 0\.2"),
    ):
        Endpoint("tiny", slow.address, tmp_path, timeout=0.2, retries=0).ask([])
    assert not list(tmp_path.iterdir())


def silent(request: BaseHTTPRequestHandler) -> None:
    """Say nothing until the other side has gone."""
    request.rfile.read()


def test_a_refusal_is_told(tmp_path: Path) -> None:
    with serving(Model(completion(None))) as model, pytest.raises(AnswerError, match="no answer was given"):
        Endpoint("tiny", model.address, tmp_path).ask([])
