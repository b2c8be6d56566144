"""A sentence is taken apart into its clauses, and each keeps the conditions on which it hangs."""

from __future__ import annotations

import pytest

from onionskin.ledger.clauses import clauses_of
from onionskin.ledger.tokens import tokens_of


def parts(sentence: str) -> list[tuple[str, ...]]:
    """Each clause with its conditions behind it, the nearest first."""
    t = tokens_of(sentence, 0, len(sentence))

    def words(start: int, end: int) -> str:
        return sentence[t.starts[start] : t.ends[end - 1]]

    return [(words(each.start, each.end), *(words(*one) for one in each.conditions)) for each in clauses_of(t)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "You should present SC scenario contained DEPTTEL 1338, give Kuznetsov our draft, and explain it to him.",
            ["You should present SC scenario contained DEPTTEL 1338", "give Kuznetsov our draft", "explain it to him"],
        ),
        ("Helpful advice was welcome but GOE unable be bound.", ["Helpful advice was welcome", "GOE unable be bound"]),
        (
            "Fawzi said much pressure being exerted and that he doubted it; he would try.",
            ["Fawzi said much pressure being exerted", "he doubted it", "he would try"],
        ),
        ("Six points: We knew of the problem.", ["We knew of the problem"]),
        (
            "Lord Hood welcomed the suggestion, saying he thought this news would be a relief to his government.",
            ["Lord Hood welcomed the suggestion", "saying he thought this news would be a relief to his government"],
        ),
        (
            "The King warmly seconded this sentiment and said that it would help.",
            ["The King warmly seconded this sentiment", "said that it would help"],
        ),
        (
            "I thank you for your message, even though I can find little encouragement in it.",
            ["I thank you for your message", "I can find little encouragement in it"],
        ),
        (
            "It would be difficult because we did not know what they wanted and also because we did not trust them.",
            ["It would be difficult because we did not know what they wanted", "we did not trust them"],
        ),
        (
            "They sent us a draft, which we believe will open the way for further talks.",
            ["They sent us a draft", "which we believe will open the way for further talks"],
        ),
        (
            "It is in our interest to make a renewed and vigorous attempt to agree.",
            ["It is in our interest to make a renewed and vigorous attempt to agree"],
        ),
        (
            "Neither side would yield and, in consequence, the General had decided it was necessary to go on.",
            ["Neither side would yield", "the General had decided it was necessary to go on"],
        ),
        (
            "We favor this move, which should strengthen the position of both.",
            ["We favor this move", "which should strengthen the position of both"],
        ),
        (
            "The talks on arms control and disarmament were useful.",
            ["The talks on arms control and disarmament were useful"],
        ),
        ("In view of these reports, we feel that trial is needed.", ["we feel that trial is needed"]),
        ("There are needs, which we require for trade.", ["There are needs, which we require for trade"]),
        (
            "He urged us to act on this request, he would help us with the Council.",
            ["He urged us to act on this request", "he would help us with the Council"],
        ),
        (
            "Another battalion, he said, will be withdrawn soon.",
            ["Another battalion, he said, will be withdrawn soon"],
        ),
        (
            "Taking note of these assurances, the Minister repeated that his government would go on.",
            ["the Minister repeated that his government would go on"],
        ),
        (
            "The Department would not object, but several issues need to be settled first.",
            ["The Department would not object", "several issues need to be settled first"],
        ),
        (
            "They would welcome him in their country but time is not now ripe for this.",
            ["They would welcome him in their country", "time is not now ripe for this"],
        ),
        (
            "It is not only their duty but also their wish to go on.",
            ["It is not only their duty but also their wish to go on"],
        ),
        (
            "He replied that while he understood the reasons for our action, his government could not agree.",
            ["he understood the reasons for our action", "his government could not agree"],
        ),
        (
            "Thirty students are enrolled here while thirty of ours have been accepted there.",
            ["Thirty students are enrolled here", "thirty of ours have been accepted there"],
        ),
        (
            "The arms were sold to both sides, which led to a misunderstanding of our own intention.",
            ["The arms were sold to both sides", "which led to a misunderstanding of our own intention"],
        ),
        (
            "The press reports the release, therefore it is essential that we answer.",
            ["The press reports the release", "it is essential that we answer"],
        ),
        ("However, when the King was here, I asked him to wait.", ["I asked him to wait"]),
    ],
)
def test_clauses_begin_where_another_verb_has_its_say(sentence: str, expected: list[str]) -> None:
    assert [clause for clause, *_ in parts(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "If Kuznetsov's initial response is cool, you may wish to press the point.",
            [("you may wish to press the point", "If Kuznetsov's initial response is cool")],
        ),
        (
            "If he agrees we would report and we would withdraw.",
            [("we would report", "If he agrees"), ("we would withdraw", "If he agrees")],
        ),
        ("We shall not sign unless they sign.", [("We shall not sign", "unless they sign")]),
        (
            "We would, pending such settlement, pay under protest.",
            [("We would, pending such settlement, pay under protest", "pending such settlement")],
        ),
        ("He said that if they refused, this was unacceptable.", [("this was unacceptable", "if they refused")]),
        (
            "Should Egypt refuse the offer it would be answerable.",
            [("it would be answerable", "Should Egypt refuse the offer")],
        ),
        ("In that case our notice would go on Wednesday.", [("our notice would go on Wednesday", "In that case")]),
        (
            "We would be prepared, if they sign, to lift it.",
            [("We would be prepared, if they sign, to lift it", "if they sign")],
        ),
        ("You should not see him until they sign.", [("You should not see him", "until they sign")]),
        ("He will decide nothing till they sign.", [("He will decide nothing", "till they sign")]),
        ("Depending on his reaction, we shall sign.", [("we shall sign", "Depending on his reaction")]),
        ("We shall sign provided (1) they sign.", [("We shall sign", "provided (1) they sign")]),
        ("We shall sign in the unlikely event they sign.", [("We shall sign", "in the unlikely event they sign")]),
        (
            "If it appears that they will not sign, you should see him.",
            [("you should see him", "If it appears that they will not sign")],
        ),
        ("He will see him if requested.", [("He will see him", "if requested")]),
        ("I asked him if he had read it.", [("I asked him if he had read it",)]),
        ("You should find out if he will come.", [("You should find out if he will come",)]),
        ("It is not clear if he will come.", [("It is not clear if he will come",)]),
        ("Let us know as soon as you can of any shift.", [("Let us know as soon as you can of any shift",)]),
        ("When he arrived he said nothing.", [("When he arrived he said nothing",)]),
        (
            "If they take proper action problem need not arise.",
            [("problem need not arise", "If they take proper action")],
        ),
        (
            "Unless the mission has serious objection suggest addressee posts discuss timing.",
            [("suggest addressee posts discuss timing", "Unless the mission has serious objection")],
        ),
        (
            "They would agree if the text is good but would expect to see it first.",
            [("They would agree", "if the text is good"), ("would expect to see it first",)],
        ),
        (
            "It would be desirable if supporting statements could be secured.",
            [("It would be desirable if supporting statements could be secured",)],
        ),
    ],
)
def test_a_clause_keeps_its_condition_and_no_question_is_one(sentence: str, expected: list[tuple[str, ...]]) -> None:
    assert parts(sentence) == expected


def test_a_condition_of_a_second_clause_does_not_hold_for_the_first() -> None:
    assert parts("We will wait, and if he agrees we will sign.") == [
        ("We will wait",),
        ("we will sign", "if he agrees"),
    ]


@pytest.mark.parametrize("last", ["wishes", "plans", "desires"])
def test_a_sentence_may_end_with_what_somebody_wishes(last: str) -> None:
    sentence = f"You should send the family our very best {last}"
    assert parts(sentence) == [(sentence,)]
