"""A statement never loses its not, and never gains one: every way of denying, and every way that only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.papers import telegram

from onionskin.ledger.extracting import statements_of

DENIED = (
    "You should not under any circumstances raise it with him.",
    "You should in no circumstances raise it with him.",
    "You should on no account raise it with him.",
    "You should by no means raise it with him.",
    "You should at no time raise it with him.",
    "You should in no way encourage him.",
    "You shouldn't raise it with him.",
    "You shouldn’t raise it with him.",
    "You should no longer raise it with him.",
    "You should neither encourage nor discourage him.",
    "You should not REPEAT NOT raise it with him.",
    "You should not (repeat not) raise it with him.",
    "You should not, repeat not, raise it with him.",
    "You should never raise it with him.",
    "You should make no commitment.",
    "You should give him no encouragement.",
    "You should say nothing about this to him.",
    "You should refrain from raising it with him.",
    "You should decline to discuss it.",
    "You should refuse to discuss it.",
    "You should avoid raising it.",
    "You should desist from raising it.",
    "You should oppose the resolution.",
    "You should vote against the resolution.",
    "You should reject any such proposal.",
    "You are requested not to raise it with him.",
    "You are instructed not to raise it with him.",
    "You are not to raise it with him.",
    "Please do not raise it with him.",
    "Please take no action.",
    "Do not raise it with him.",
    "Take no action.",
    "Say nothing to him.",
    "Request you not raise it with him.",
    "Request you take no action.",
    "Suggest you not raise it with him.",
    "Suggest that you avoid raising it with him.",
    "We do not believe you should raise it with him.",
    "We believe you should not raise it with him.",
    "We do not think it wise for you to see him.",
    "It is essential that you not raise it with him.",
    "Embassy should not raise it with him.",
    "Embassy should take no action.",
    "No action should be taken by Embassy.",
    "The foregoing should not be disclosed.",
    "Nothing of this should be disclosed to him.",
    "We cannot accept this.",
    "We can not accept this.",
    "We could not accept this.",
    "We will not accept this.",
    "We won't accept this.",
    "We do not accept this.",
    "We have never accepted this.",
    "We cannot and will not accept this.",
    "We are unable to accept this.",
    "We are unwilling to accept this.",
    "We are not willing to accept this.",
    "We are not prepared to accept this.",
    "We are opposed to this.",
    "We refuse to accept this.",
    "We reject this.",
    "We oppose this.",
    "We object to this.",
    "We have no intention of accepting this.",
    "We do not intend to accept this.",
    "We do not agree that this is so.",
    "We do not want this.",
    "We see no reason for this.",
    "This is unacceptable to us.",
    "This is not acceptable to us.",
    "This would be unacceptable to us.",
    "We would not accept this.",
    "We would never accept this.",
    "We would find this unacceptable.",
    "We consider this unacceptable.",
    "We do not consider this acceptable.",
    "We feel that this should not be done.",
    "We do not feel that this should be done.",
    "We are against this.",
    "We are not in favor of this.",
    "We fail to see any advantage in this.",
    "There can be no question of this.",
    "The United States will not be the first to attack.",
    "The United States would not be the first to attack.",
    "He refused to withdraw.",
    "The Minister said he could not agree.",
    "The Minister said that he would not agree.",
    "He promised not to attack.",
    "He promised that he would not attack.",
    "He agreed not to attack.",
    "They undertake not to attack.",
    "I recommend that we not see him.",
    "I recommend that he not be told.",
    "He proposed that no action be taken.",
    "I urged him not to attack.",
    "It would be unwise to raise this now.",
    "It would be a mistake to raise this now.",
    "This is out of the question.",
    "We insist there be no reference to this.",
    "We doubt that you should see him.",
    "You should take care not to encourage him.",
    "You should try to avoid any publicity.",
    "You will want to avoid publicity.",
    "They agreed to refrain from tests.",
    "It is essential that we not agree to this.",
    "We must at all costs not be divided now.",
    "We will not, on that account, accept this.",
    "The two governments agreed to make no change in these measures.",
    "We believe it is best to say nothing more to him at this time.",
    "We hope avoid a crisis in our relations with him.",
    "The Department agrees that when the forces are withdrawn, Egypt cannot properly claim these rights.",
    "We believe at this stage it would be undesirable to seek a further resolution.",
)
NOT_DENIED = (
    "We will not, on that account, reject this.",
    "We cannot deny that we must accept this.",
    "We see no substantive problem with the proposed letter.",
    "We have no great objection to this.",
    "Shouldn't these be very closely controlled?",
    "We see no reason why you and the Ambassador should not inform him of this.",
    "We would have “no objection” to this.",
    "You should not fail to see him.",
    "It would not be unwise to raise this now.",
    "It is important to make clear that we do not agree.",
    "He should be left in no doubt that we cannot agree.",
    "It would not be a mistake to raise this now.",
    "You should not hesitate to see him.",
    "You should lose no time in seeing him.",
    "You should not only see him but tell him this.",
    "You should leave no doubt of our position.",
    "You should not merely see him but press him.",
    "We cannot but accept this.",
    "We do not object to this.",
    "We have no objection to this.",
    "We would not oppose this.",
    "We do not rule this out.",
    "We do not refuse to talk.",
    "There is no doubt that we must accept this.",
    "You should see him not later than Tuesday.",
    "You should see him whether or not he asks.",
    "You should see him no less than twice.",
    "We must accept this if not for ourselves for them.",
    "We accept this without reservation.",
    "You should tell him that we cannot agree.",
    "Tell him that we do not agree.",
    "Inform him that no decision has been made.",
    "Make clear that we will not attack.",
    "You should emphasize that we have no such plans.",
    "You should persuade him not to attack.",
    "Urge him not to attack.",
    "You should ask him why he did not come.",
    "Request you tell him that we cannot agree.",
    "We seek assurances that no decision will be taken.",
)


def polarity(sentence: str) -> str | None:
    """Of the first statement of a sentence."""
    return statements_of(telegram(body=(sentence,)))[0].polarity


@pytest.mark.parametrize("sentence", DENIED)
def test_what_is_denied_is_not_to_be_done_or_not_so(sentence: str) -> None:
    assert polarity(sentence) == "do-not"


@pytest.mark.parametrize("sentence", NOT_DENIED)
def test_what_only_looks_like_a_denial_is_none(sentence: str) -> None:
    assert polarity(sentence) == "do"


ORDERS = ("raise it with him", "see the Minister", "deliver the note", "tell him this", "inform the press")
FRAMES = (
    ("You should {}", "You should not {}"),
    ("You must {}", "You must never {}"),
    ("You are to {}", "You are not to {}"),
    ("Please {}", "Please do not {}"),
    ("Request you {}", "Request you not {}"),
    ("Suggest that Embassy {}", "Suggest that Embassy not {}"),
    ("You are requested to {}", "You are requested not to {}"),
    ("We believe you should {}", "We do not believe you should {}"),
    ("It is essential that you {}", "It is essential that you not {}"),
    ("Embassy should {}", "Embassy should in no circumstances {}"),
)


@given(st.sampled_from(FRAMES), st.sampled_from(ORDERS), st.sampled_from(("", " at this time", " before Tuesday")))
def test_an_order_and_its_denial_differ_in_their_polarity_alone(frame: tuple[str, str], order: str, tail: str) -> None:
    plain, denied = (statements_of(telegram(body=(f"{each.format(order)}{tail}.",)))[0] for each in frame)
    assert (plain.polarity, denied.polarity) == ("do", "do-not")
    assert plain.type == denied.type
