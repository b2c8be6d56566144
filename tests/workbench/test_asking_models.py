"""A model behind an address is asked as its servers expect, and whatever it answers is told in words."""

from __future__ import annotations

import pytest
from tests.workbench.a_model import Answer, a_model

from onionskin.errors import ProposerError, UsageError
from onionskin.workbench.asking_models import Model, UnwillingError, answer_of, refuse_address

SECRET = "sk-not-to-be-told"  # noqa: S105 - of no server


@pytest.fixture(autouse=True)
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of the machine stands before the server."""
    monkeypatch.setenv("no_proxy", "*")


def test_it_is_asked_as_chat_completions_and_its_json_is_read() -> None:
    with a_model(Answer('Here it is:\n```json\n{"statements": []}\n```')) as served:
        model = Model(f"{served.address}/", "llama", SECRET)
        assert answer_of(model, "Read.", "A paper.") == {"statements": []}
    assert served.paths == ["/v1/chat/completions"]
    assert served.headers[0]["Authorization"] == f"Bearer {SECRET}"
    assert served.asked[0]["model"] == "llama"
    assert [each["content"] for each in served.asked[0]["messages"]] == ["Read.", "A paper."]


def test_without_a_key_and_a_name_none_is_sent() -> None:
    with a_model(Answer([])) as served:
        assert answer_of(Model(f"{served.address}/chat/completions"), "", "") == []
    assert "Authorization" not in served.headers[0]
    assert "model" not in served.asked[0]
    assert served.paths == ["/v1/chat/completions"]


REFUSAL = b'{"choices": [{"message": {"content": null, "refusal": "I will not."}}]}'
CUT = b'{"choices": [{"finish_reason": "length", "message": {"content": "[1"}}]}'


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(status=429, headers={"Retry-After": "20"}), "asked too often. Wait 20 seconds"),
        (Answer(status=500, body=b"<html>"), r"failed \(500\)"),
        (Answer(status=401), "does not know the key"),
        (Answer(status=404), "no such model"),
        (Answer(body=b"<html>"), "server answered with no JSON"),
        (Answer(body=b"[]"), "no completion"),
        (Answer(body=b'{"choices": []}'), "no completion"),
        (Answer(body=b'{"choices": [{"message": "x"}]}'), "no completion"),
        (Answer(body=REFUSAL), "the model refuses: I will not."),
        (Answer(body=CUT), "broke off"),
        (Answer(""), "said nothing"),
        (Answer("I see no statements."), "answered with no JSON"),
        (Answer('{"statements": ['), "broken JSON"),
        (Answer("[" * 100_000), "broken JSON"),
        (Answer(status=302, headers={"Location": "http://127.0.0.1:9/"}), "sends elsewhere"),
    ],
)
def test_an_answer_that_is_none_is_told_in_words(answer: Answer, words: str) -> None:
    with a_model(answer) as served, pytest.raises(ProposerError, match=words) as told:
        answer_of(Model(served.address, "llama", SECRET), "", "")
    assert SECRET not in str(told.value)
    assert len(served.asked) == 1


def test_a_wrong_key_would_be_answered_the_same_again() -> None:
    with a_model(Answer(status=401)) as served, pytest.raises(UnwillingError):
        answer_of(Model(served.address), "", "")


def test_it_is_waited_for_and_no_longer() -> None:
    with a_model(Answer([], waits=0.6)) as served, pytest.raises(ProposerError, match=r"within 0\.1 seconds"):
        answer_of(Model(served.address, patience=0.1), "", "")


def test_nobody_there_is_told() -> None:
    with a_model(Answer([])) as served:
        gone = served.address
    with pytest.raises(ProposerError, match="cannot be reached"):
        answer_of(Model(gone), "", "")


@pytest.mark.parametrize(
    "model",
    [
        Model("llama"),
        Model("file:///etc/passwd"),
        Model("ftp://models.example.org"),
        Model("https://user:word@models.example.org/v1"),
        Model("http://models.example.org/v1", key=SECRET),
    ],
)
def test_an_address_that_is_none_or_would_tell_the_key_is_refused(model: Model) -> None:
    with pytest.raises(UsageError) as told:
        refuse_address(model)
    assert SECRET not in str(told.value)


def test_a_key_goes_over_tls_or_stays_on_the_machine() -> None:
    for address in ("https://models.example.org/v1", "http://localhost:1/v1", "http://127.0.0.1/v1", "http://[::1]/v1"):
        refuse_address(Model(address, key=SECRET))
    refuse_address(Model("http://models.example.org/v1"))


def test_a_key_is_not_in_what_is_printed_of_a_model() -> None:
    assert SECRET not in repr(Model("https://models.example.org/v1", "llama", SECRET))
    assert Model("https://models.example.org/v1", "llama", SECRET).called == "llama at models.example.org"
