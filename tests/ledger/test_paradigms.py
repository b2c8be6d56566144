"""How papers order, ask, stand, offer, promise, judge and tell: the turns of each, written down before the rules.

They are from general knowledge of English and of the language of telegrams, from no paper; every name is invented.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.papers import telegram

from onionskin.ledger.extracting import statements_of

Turn = tuple[str, str | None, str | None]
"""A sentence, its polarity and its strength; None where nothing is said of them."""

INSTRUCTIONS: tuple[Turn, ...] = (
    ("You should see the Foreign Minister at once.", "do", "should"),
    ("You must make this clear to the Minister.", "do", "must"),
    ("You will inform the Prime Minister of our decision.", "do", "must"),
    ("You shall deliver the note in person.", "do", "must"),
    ("You are to deliver the note in person.", "do", "must"),
    ("You are instructed to deliver the note in person.", "do", "must"),
    ("You are directed to call on the Minister.", "do", "must"),
    ("You are requested to call on the Minister.", "do", "should"),
    ("You are asked to call on the Minister.", "do", "should"),
    ("You are authorized to sign the agreement.", "do", "may"),
    ("You are authorized, in your discretion, to inform the Minister.", "do", "may"),
    ("You are free to tell him so.", "do", "may"),
    ("You are at liberty to draw on the foregoing.", "do", "may"),
    ("You have authority to sign the agreement.", "do", "may"),
    ("You have discretion to decide on timing.", "do", "may"),
    ("You may wish to see the Minister before he leaves.", "do", "may"),
    ("You may tell the Minister that we are studying the matter.", "do", "may"),
    ("You could point out to him the danger of delay.", "do", "may"),
    ("You might tell him that we share his concern.", "do", "may"),
    ("You can assure the Minister of our support.", "do", "may"),
    ("You ought to see the Minister soon.", "do", "should"),
    ("You would do well to see the Minister soon.", "do", "should"),
    ("You must not raise the subject with him.", "do-not", "must"),
    ("You should not raise the subject with him.", "do-not", "should"),
    ("You need not raise the subject with him.", "do-not", "may"),
    ("You will not raise the subject with him.", "do-not", "must"),
    ("You are not to raise the subject with him.", "do-not", "must"),
    ("You are requested not to raise the subject with him.", "do-not", "should"),
    ("You are not authorized to sign the agreement.", "do-not", "may"),
    ("You have no authority to sign the agreement.", "do-not", "may"),
    ("Please see the Foreign Minister at once.", "do", "must"),
    ("Please convey our thanks to the Minister.", "do", "must"),
    ("Please do not raise the subject with him.", "do-not", "must"),
    ("Please refrain from raising the subject with him.", "do-not", "must"),
    ("Please avoid any commitment.", "do-not", "must"),
    ("See the Foreign Minister at once.", "do", "must"),
    ("Seek an early appointment with the Foreign Minister.", "do", "must"),
    ("Convey the following message to the Prime Minister.", "do", "must"),
    ("Inform the Prime Minister that his letter has been received.", "do", "must"),
    ("Report urgently on his reaction.", "do", "must"),
    ("Report his reaction by telegram.", "do", "must"),
    ("Keep the Department fully informed.", "do", "must"),
    ("Make it clear that we have no such plans.", "do", "must"),
    ("Take the matter up with the Foreign Office.", "do", "must"),
    ("Bring this to the attention of the Prime Minister.", "do", "must"),
    ("Express our appreciation for his cooperation.", "do", "must"),
    ("Remind him that we have a treaty commitment.", "do", "must"),
    ("Stress the importance of an early reply.", "do", "must"),
    ("Begin consultations with the other delegations.", "do", "must"),
    ("Try to persuade him to postpone his visit.", "do", "must"),
    ("Leave no doubt in his mind about our position.", "do", "must"),
    ("Do not leave copy of the note.", "do-not", "must"),
    ("Refrain from any comment to the press.", "do-not", "must"),
    ("Take no action pending further instructions.", "do-not", "must"),
    ("Request you see the Foreign Minister at once.", "do", "should"),
    ("Request Embassy seek an early appointment with the Minister.", "do", "should"),
    ("Request your views on the draft.", "do", "should"),
    ("Request that you seek clarification.", "do", "should"),
    ("Suggest you see the Foreign Minister.", "do", "should"),
    ("Suggest Embassy explore the matter with the Foreign Office.", "do", "should"),
    ("We suggest that you explore the matter with the Foreign Office.", "do", "should"),
    ("We would suggest that you see him.", "do", "should"),
    ("I would like you to see him as soon as possible.", "do", "should"),
    ("I want you to see him as soon as possible.", "do", "should"),
    ("I wish you to tell him this from me.", "do", "should"),
    ("The President wishes you to deliver the following message.", "do", "should"),
    ("The President would like you to see the King.", "do", "should"),
    ("The Secretary has asked that you convey his regards.", "do", "should"),
    ("The Secretary desires that you convey his regards.", "do", "should"),
    ("Department would like you to approach the Minister.", "do", "should"),
    ("Department desires you approach the Minister.", "do", "should"),
    ("Department requests that you approach the Minister.", "do", "should"),
    ("We hope you will see him soon.", "do", "should"),
    ("We hope that you will be able to persuade him.", "do", "should"),
    ("We rely on you to persuade him.", "do", "should"),
    ("We count on you to persuade him.", "do", "should"),
    ("We look to you to persuade him.", "do", "should"),
    ("We leave to you the choice of the occasion.", "do", "may"),
    ("We leave timing to your discretion.", "do", "may"),
    ("The manner of approach is left to your discretion.", "do", "may"),
    ("Timing and manner of approach are at your discretion.", "do", "may"),
    ("For use at your discretion in conversations with the Minister.", "do", "may"),
    ("We should like to have your comments.", "do", "should"),
    ("We would appreciate your comments.", "do", "should"),
    ("Would appreciate Embassy's comments on the foregoing.", "do", "should"),
    ("Department would appreciate Embassy comments on the foregoing.", "do", "should"),
    ("I should be grateful if you would see him.", "do", "should"),
    ("I would be grateful if you would see him.", "do", "should"),
    ("It would be helpful if you could see him.", "do", "should"),
    ("It would be well if you told him so.", "do", "should"),
    ("It would be desirable for you to see him.", "do", "should"),
    ("It is important that you see him before he leaves.", "do", "should"),
    ("It is essential that you make this point.", "do", "should"),
    ("It is requested that you make this point.", "do", "should"),
    ("It is suggested that you make this point.", "do", "should"),
    ("It is desired that you make this point.", "do", "should"),
    ("It is hoped that you will make this point.", "do", "should"),
    ("Your comments are requested.", "do", "should"),
    ("Your views would be appreciated.", "do", "should"),
    ("Your recommendations would be welcome.", "do", "should"),
    ("Embassy comments requested.", "do", "should"),
    ("Early reply requested.", "do", "should"),
    ("Embassy should inform the Foreign Office.", "do", "should"),
    ("Embassy is to inform the Foreign Office.", "do", "must"),
    ("Embassy may inform the Foreign Office.", "do", "may"),
    ("Embassy is requested to inform the Foreign Office.", "do", "should"),
    ("Embassy is authorized to inform the Foreign Office.", "do", "may"),
    ("Embassy authorized inform Foreign Office.", "do", "may"),
    ("The Ambassador should see the King.", "do", "should"),
    ("The Ambassador will wish to see the King.", "do", "must"),
    ("Addressee posts should approach host governments.", "do", "should"),
    ("Posts are requested to approach host governments.", "do", "should"),
    ("The foregoing should be conveyed to the Minister.", "do", "should"),
    ("This message should be delivered by noon.", "do", "should"),
    ("These points should be made orally.", "do", "should"),
    ("The foregoing may be drawn upon in your talks.", "do", "may"),
    ("The following may be used in your talks with the Minister.", "do", "may"),
    ("The Minister should be told that we regret the delay.", "do", "should"),
    ("He must be told that we cannot agree.", "do", "must"),
    ("He should not be given a copy.", "do-not", "should"),
    ("Every effort should be made to obtain his agreement.", "do", "should"),
    ("No commitment should be made at this time.", "do-not", "should"),
    ("No reference should be made to this message.", "do-not", "should"),
    ("Nothing should be said about the loan.", "do-not", "should"),
    ("Our purpose in approaching him is to obtain his support.", "do", "should"),
    ("Purpose of your approach is to obtain his support.", "do", "should"),
    ("Your instructions are to vote against the resolution.", "do", "should"),
    ("Your approach should be along following lines.", "do", "should"),
    ("Your task is to persuade him to wait.", "do", "should"),
    ("We have no objection to your seeing him.", "do", "may"),
    ("No objection to your seeing him.", "do", "may"),
    ("Department perceives no objection to your seeing him.", "do", "may"),
    ("Department concurs in your proposed approach.", "do", "may"),
    ("Department approves your proposal to see him.", "do", "may"),
    ("Concur in your proposed approach to the Minister.", "do", "may"),
    ("We should continue to urge restraint.", "do", "should"),
    ("We should not press him further.", "do-not", "should"),
    ("Let us know his reaction.", "do", "must"),
    ("Let me have your views soonest.", "do", "must"),
    ("We believe you should see him at once.", "do", "should"),
    ("We think it best that you see him at once.", "do", "should"),
    ("We do not believe you should see him.", "do-not", "should"),
    ("Unless you see objection, you should see him at once.", "do", "should"),
    ("In your reply you should emphasize our concern.", "do", "should"),
    ("In your talk with the Minister, therefore, you should emphasize our concern.", "do", "should"),
    ("At the same time you should emphasize our concern.", "do", "should"),
    ("In doing so, make clear that we have no such plans.", "do", "must"),
    ("In this connection, please emphasize our concern.", "do", "must"),
    ("Meanwhile request you keep in touch with the Minister.", "do", "should"),
    ("Would you please see him at once.", "do", "must"),
    ("Will you please see him at once.", "do", "must"),
    ("Kindly see him at once.", "do", "must"),
)
DISCLOSURES: tuple[Turn, ...] = (
    ("Avoid giving the impression that we are anxious.", "do-not", "must"),
    ("Under no circumstances should you reveal the source.", "do-not", "should"),
    ("Eyes only for Ambassador.", None, None),
    ("You may show him the text of the letter.", "do", "may"),
    ("You should not show him the text of the letter.", "do-not", "should"),
    ("Do not disclose the source of this information.", "do-not", "must"),
    ("This information should not be disclosed to the press.", "do-not", "should"),
    ("The contents of this message should not be revealed to anyone.", "do-not", "should"),
)
POSITIONS: tuple[Turn, ...] = (
    ("We accept the proposal.", "do", None),
    ("We cannot accept the proposal.", "do-not", None),
    ("We reject the proposal.", "do-not", None),
    ("We oppose any such plan.", "do-not", None),
    ("The United States is opposed to any such plan.", "do-not", None),
    ("The United States favors such a plan.", "do", None),
    ("The United States Government welcomes the decision.", "do", None),
    ("The United States Government attaches great importance to these talks.", "do", None),
    ("We attach great importance to these talks.", "do", None),
    ("Our position is that both sides must withdraw.", "do", None),
    ("It is our position that both sides must withdraw.", "do", None),
    ("We stand by our commitments.", "do", None),
    ("We are not prepared to discuss the matter.", "do-not", None),
    ("We are unable to agree to this proposal.", "do-not", None),
    ("We are unwilling to agree to this proposal.", "do-not", None),
    ("We see no advantage in such a meeting.", "do-not", None),
    ("We see no reason to change our position.", "do-not", None),
    ("We do not see how we can agree to this.", "do-not", None),
    ("We prefer the first alternative.", "do", None),
    ("We would prefer the first alternative.", "do", None),
    ("We regard this as essential.", "do", None),
    ("We consider it essential that the talks continue.", "do", None),
    ("It is essential that the talks continue.", "do", None),
    ("Such a proposal is unacceptable.", "do-not", None),
    ("Such a proposal is not acceptable to the United States.", "do-not", None),
    ("The Soviet Union insists on a veto.", "do", None),
    ("The Soviet Government refuses to withdraw.", "do-not", None),
    ("The Government of Egypt cannot agree to this.", "do-not", None),
    ("The United States continues to believe that the talks should continue.", "do", None),
    ("The President believes that the talks should continue.", "do", None),
    ("For its part, the United States would favor such a plan.", "do", None),
    ("The Department is anxious to avoid delay.", "do", None),
    ("We have no intention of withdrawing.", "do-not", None),
    ("We have no desire to interfere.", "do-not", None),
    ("We have every intention of remaining.", "do", None),
    ("We intend to remain.", "do", None),
    ("We hope that the talks will continue.", "do", None),
    ("We desire to maintain friendly relations.", "do", None),
    ("We share the view that the talks should continue.", "do", None),
    ("We agree that the talks should continue.", "do", None),
    ("We do not agree that the talks should be ended.", "do-not", None),
    ("Both sides must withdraw.", "do", None),
    ("The access routes must remain open.", "do", None),
    ("US interest is to see the talks continue.", "do", None),
    ("Our objective is to obtain a ceasefire.", "do", None),
)
OFFERS: tuple[Turn, ...] = (
    ("We are prepared to discuss the matter at any time.", "do", None),
    ("We would be prepared to lift the quarantine if the bombers leave.", "do", None),
    ("In return for withdrawal we would lift the quarantine.", "do", None),
    ("We offer to withdraw our forces in exchange for a guarantee.", "do", None),
    ("The United States stands ready to resume talks if the fighting stops.", "do", None),
)
COMMITMENTS: tuple[Turn, ...] = (
    ("We are firmly committed to the defense of the city.", "do", None),
    ("We will withdraw our forces.", "do", None),
    ("The United States will honor its commitments.", "do", None),
    ("The United States will not attack Cuba.", "do-not", None),
    ("The United States will never make any private agreement.", "do-not", None),
    ("For its part, the United States will honor its commitments.", "do", None),
    ("The United States Government will, for its part, honor its commitments.", "do", None),
    ("The United States undertakes to respect the frontier.", "do", None),
    ("We undertake to respect the frontier.", "do", None),
    ("We promise to respect the frontier.", "do", None),
    ("He promised to respect the frontier.", "do", None),
    ("The Minister assured us that they would respect the frontier.", "do", None),
    ("The Soviet Government agreed to withdraw the bombers.", "do", None),
    ("We shall continue to support him.", "do", None),
    ("We are committed to support him.", "do", None),
    ("I will take the matter up with the President.", "do", None),
)
PROPOSALS: tuple[Turn, ...] = (
    ("We propose that the talks be resumed.", "do", None),
    ("The United States suggests a prompt review of these proposals.", "do", None),
    ("In this connection, the United States proposes an early meeting.", "do", None),
    ("I recommend that the talks be resumed.", "do", None),
    ("I recommend against resuming the talks.", "do-not", None),
    ("We therefore recommend resumption of the talks.", "do", None),
    ("The Minister proposed that the talks be resumed.", "do", None),
    ("The talks could be resumed in Geneva.", "do", None),
    ("The team would be sent to the island next month.", "do", None),
)
ASSESSMENTS: tuple[Turn, ...] = (
    ("The situation remains tense.", None, None),
    ("The situation is very fluid.", None, None),
    ("The King appears to be losing his grip.", None, None),
    ("The King seems confident.", None, None),
    ("The Communists are doing badly.", None, None),
    ("We doubt that he will agree.", None, None),
    ("We doubt he will agree.", None, None),
    ("Doubt he will agree.", None, None),
    ("In our view he will not agree.", None, None),
    ("In my judgment, he will not agree.", None, None),
    ("It is our impression that he will not agree.", None, None),
    ("The Soviets will probably refuse.", None, None),
    ("The Soviets may well refuse.", None, None),
    ("It is unlikely that he will agree.", None, None),
    ("It is likely that he will refuse.", None, None),
    ("There is little hope of agreement.", None, None),
    ("There is a danger that fighting will resume.", None, None),
    ("His control over the countryside is steadily expanding.", None, None),
    ("These losses have led to a decline in morale.", None, None),
    ("Up to now the Israelis have been most helpful.", None, None),
    ("On the whole things have gone well.", None, None),
    ("I fear that he will refuse.", None, None),
    ("We are concerned over recent developments.", None, None),
    ("I am concerned lest he refuse.", None, None),
    ("We are encouraged by recent developments.", None, None),
    ("This would have a powerful effect on opinion.", None, None),
    ("This could help to gain time.", None, None),
    ("We expect that he will agree.", None, None),
    ("We understand that he is inclined to agree.", None, None),
    ("Apparently he has changed his mind.", None, None),
    ("He is under considerable pressure from the army.", None, None),
)
REPORTS: tuple[Turn, ...] = (
    ("I called on the Minister this morning.", None, None),
    ("I saw the Minister this morning.", None, None),
    ("The Minister received me at noon.", None, None),
    ("The Minister said that he had read the note.", None, None),
    ("The Minister replied that he would study it.", None, None),
    ("The Minister asked whether we had a reply.", None, None),
    ("I told the Minister that we had no reply.", None, None),
    ("We have received your message.", None, None),
    ("We have today delivered the note to the Soviet Ambassador.", None, None),
    ("The note was delivered at noon.", None, None),
    ("The aircraft has been released.", None, None),
    ("Troops entered the city last night.", None, None),
    ("The Department is now preparing a draft.", None, None),
    ("Your telegram was discussed with the Secretary.", None, None),
    ("The Secretary discussed the matter with the Ambassador.", None, None),
    ("A memorandum on this subject has been prepared.", None, None),
    ("The President has approved the plan.", None, None),
    ("The crowd dispersed at midnight.", None, None),
    ("Ambassador informed us that talks had begun.", None, None),
)
DEADLINES: tuple[Turn, ...] = (
    ("The President will be having a press conference on Tuesday.", None, None),
    ("A reply is expected by Thursday.", None, None),
    ("The talks will begin on Monday.", None, None),
    ("The ultimatum expires at midnight on Saturday.", None, None),
    ("The deadline for reply is January 15.", None, None),
)
RESCISSIONS: tuple[Turn, ...] = (
    ("Paragraph 7 of our 79109 is rescinded.", None, None),
    ("Disregard our 1202.", None, None),
    ("Please disregard our 1202.", None, None),
    ("Instructions in Deptel 402 are cancelled.", None, None),
    ("This supersedes Deptel 402.", None, None),
    ("This telegram supersedes instructions in Deptel 402.", None, None),
    ("You should disregard the instructions in Deptel 402.", None, None),
    ("Our 402 is withdrawn.", None, None),
    ("Deptel 402 should be disregarded.", None, None),
)
COURTESIES = (
    "With warm regards.",
    "I wish to thank you for your letter.",
    "Thank you for your letter.",
    "Best regards.",
    "Begin text.",
    "Sincerely yours.",
    "My wife joins me in sending our good wishes to you.",
)
TURNS = tuple(
    (type_, *turn)
    for type_, turns in (
        ("instruction", INSTRUCTIONS),
        ("disclosure", DISCLOSURES),
        ("position", POSITIONS),
        ("offer", OFFERS),
        ("commitment", COMMITMENTS),
        ("proposal", PROPOSALS),
        ("assessment", ASSESSMENTS),
        ("report", REPORTS),
        ("deadline", DEADLINES),
        ("rescission", RESCISSIONS),
    )
    for turn in turns
)


def told(*body: str) -> list[tuple[str, str, str | None, str | None]]:
    """Quote, type, polarity and strength of what the paragraphs of an instructing telegram say."""
    return [(each.quote, each.type, each.polarity, each.strength) for each in statements_of(telegram(body=body))]


@pytest.mark.parametrize(("type_", "sentence", "polarity", "strength"), TURNS)
def test_a_turn_is_told_for_what_it_is(type_: str, sentence: str, polarity: str | None, strength: str | None) -> None:
    [(_, *said)] = told(sentence)
    assert said[0] == type_
    assert polarity in (None, said[1])
    assert strength in (None, said[2])


@pytest.mark.parametrize("sentence", COURTESIES)
def test_a_courtesy_says_nothing(sentence: str) -> None:
    assert told(sentence) == []


@given(st.sampled_from(TURNS))
def test_a_telegram_in_capitals_says_the_same(turn: tuple[str, str, str | None, str | None]) -> None:
    _, sentence, *_ = turn
    assert [said for _, *said in told(sentence.upper())] == [said for _, *said in told(sentence)]


LEADS = ("In this connection, ", "At the same time, ", "For the present, ", "In the light of the foregoing, ")


LED = ("In ", "At ", "For ", "Unless ", "Under ", "Meanwhile ", "Would ", "Will ", "No ")
"""How turns begin that have a lead of their own, or are questions."""
LEADABLE = tuple(turn for turn in INSTRUCTIONS + POSITIONS + COMMITMENTS if not turn[0].startswith(LED))


@given(st.sampled_from(LEADABLE), st.sampled_from(LEADS))
def test_what_leads_to_a_clause_changes_nothing(turn: Turn, lead: str) -> None:
    sentence, *_ = turn
    small = sentence if sentence.startswith(("I ", "US ", "GOE ")) else sentence[:1].lower() + sentence[1:]
    without = [said for _, *said in told(sentence)]
    assert [said for _, *said in told(lead + small)] == without
