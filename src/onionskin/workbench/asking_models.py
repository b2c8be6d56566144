"""One question to a model behind an address that speaks `chat/completions`, as OpenAI's servers and most others do."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from onionskin.errors import ProposerError, UsageError

PATIENCE = 180.0
"""Seconds without a byte after which a model is taken not to answer."""
LONGEST = 4_000_000
"""Bytes of an answer."""
ROUTE = "/chat/completions"
SAID = 200
"""Characters of a refusal that are told."""
WHY = {
    401: "the model's server does not know the key",
    403: "the model's server refuses it",
    404: "the model's server has no such model, or no such address",
    429: "the model's server was asked too often",
}


@dataclass(frozen=True, slots=True)
class Model:
    """Where a model is asked (`http://127.0.0.1:11434/v1`), by which name; `key` is in no message and no file."""

    address: str
    name: str = ""
    key: str = field(default="", repr=False)
    patience: float = PATIENCE

    @property
    def called(self) -> str:
        """As what it suggests is marked: `llama at 127.0.0.1:11434`."""
        return f"{self.name or 'a model'} at {urlsplit(self.address).netloc}"


class UnwillingError(ProposerError):
    """What would be answered the same for every other paper: a wrong key, an unknown model."""


def refuse_address(model: Model) -> None:
    """UsageError for what is no address, has a password in it, or would send the key in the clear."""
    parts = urlsplit(model.address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"{model.address!r} is no address of a model", advice="Write http://127.0.0.1:11434/v1")
    if parts.username or parts.password:
        raise UsageError("a key does not belong into the address", advice="Put it into ONIONSKIN_PROPOSER_KEY")
    if parts.scheme == "http" and model.key and not _is_here(parts.hostname):
        raise UsageError("the key would cross the network in the clear", advice="Name an address with https")


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def answer_of(model: Model, order: str, text: str) -> Any:  # noqa: ANN401 - whatever JSON a model gives
    """The JSON in what a model answers to an order about a text.

    Raises:
        ProposerError: It does not answer, or with no JSON.
    """
    messages = [{"role": "system", "content": order}, {"role": "user", "content": text}]
    asked = {"messages": messages, "temperature": 0, "stream": False} | ({"model": model.name} if model.name else {})
    told = _json_of(_sent(model, asked), "the model's server")
    try:
        choice = told["choices"][0]
        said = choice["message"]["content"]
    except (KeyError, IndexError, TypeError) as fault:
        raise ProposerError("the model's server answered with no completion") from fault
    if not isinstance(said, str) or not said.strip():
        refusal = choice["message"].get("refusal") if isinstance(choice["message"], Mapping) else None
        raise ProposerError(f"the model refuses: {_short(refusal)}" if refusal else "the model said nothing")
    if choice.get("finish_reason") == "length":
        raise ProposerError("the model broke off in the middle of its answer", advice="Let it answer at greater length")
    return _first_json(said)


def _sent(model: Model, asked: Mapping[str, Any]) -> str:
    base = model.address.rstrip("/")
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "onionskin"}
    headers |= {"Authorization": f"Bearer {model.key}"} if model.key else {}
    request = urllib.request.Request(  # noqa: S310 - `refuse_address` takes http and https alone
        base if base.endswith(ROUTE) else base + ROUTE, json.dumps(asked).encode(), headers, method="POST"
    )
    try:
        with _opener().open(request, timeout=model.patience) as answer:
            held: bytes = answer.read(LONGEST + 1)
    except urllib.error.HTTPError as fault:
        with fault:
            raise _refusal(fault) from fault
    except TimeoutError as fault:
        raise ProposerError(f"the model did not answer within {model.patience:g} seconds") from fault
    except (OSError, HTTPException) as fault:
        reason = getattr(fault, "reason", None) or fault
        if isinstance(reason, TimeoutError):
            raise ProposerError(f"the model did not answer within {model.patience:g} seconds") from fault
        raise ProposerError(f"the model cannot be reached: {_short(reason)}", where=model.called) from fault
    if len(held) > LONGEST:
        raise ProposerError("the model's answer is longer than any answer should be")
    return held.decode("utf-8", "replace")


def _refusal(fault: urllib.error.HTTPError) -> ProposerError:
    """What a status says; its own words are told where they are short."""
    kind = UnwillingError if fault.code in (401, 403, 404) else ProposerError
    if 300 <= fault.code < 400:
        return UnwillingError(
            "the model's server sends elsewhere, where nothing is sent", advice="Name that address itself"
        )
    again = fault.headers.get("Retry-After", "") if fault.code == 429 else ""
    advice = f"Wait {again} seconds and run the command again" if again.isdigit() else ""
    return kind(WHY.get(fault.code, f"the model's server failed ({fault.code})"), advice=advice)


def _opener() -> urllib.request.OpenerDirector:
    """Without what follows a redirection: nothing goes to an address that the user did not name."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _first_json(said: str) -> Any:  # noqa: ANN401 - as above
    """The first object or list in what a model says, which may put words or a fence around it."""
    start = min((at for mark in "{[" if (at := said.find(mark)) >= 0), default=-1)
    if start < 0:
        raise ProposerError("the model answered with no JSON")
    try:
        return json.JSONDecoder().raw_decode(said, start)[0]
    except (ValueError, RecursionError) as fault:
        raise ProposerError("the model answered with broken JSON") from fault


def _json_of(text: str, whose: str) -> Any:  # noqa: ANN401 - as above
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise ProposerError(f"{whose} answered with no JSON") from fault


def _short(words: object) -> str:
    return " ".join(str(words).split())[:SAID]
