"""The desk at the command line: its acts are those of the procedures, and scripts can do all of it."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from tests.command_line import Run, runner
from tests.desk.chancery.desks import CLEARED, COME, DEPARTMENT, EVENING, USUN, Course, begun, carried, desk

from onionskin.cli import main
from onionskin.cli.desk import COMMANDS, DeskTree
from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.procedures import standard

ROSTER = f"""
day = "1961-01-20"
[[post]]
name = "{DEPARTMENT}"
zone = "America/New_York"
[[person]]
name = "ball"
post = "{DEPARTMENT}"
offices = ["U"]
roles = ["drafter"]
clearance = "TOP SECRET"
"""
LETTER = ("--form", "letter", "--post", DEPARTMENT, "--text", "I should be grateful.")


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(capsys)


@pytest.fixture
def where(tmp_path: Path) -> tuple[str, str]:
    """The option that names a collection whose desk has the persons and posts of `desks`."""
    desk(tmp_path / "c").close()
    return ("-c", str(tmp_path / "c"))


def test_a_telegram_goes_its_way_by_commands_alone(ran: Run, where: tuple[str, str], tmp_path: Path) -> None:
    text = tmp_path / "telegram.txt"
    text.write_text("You should see Kuznetsov promptly.\n", "utf-8")
    drafted = ran(
        *("desk", "draft", "--as", "ball", "--form", "telegram", "--post", DEPARTMENT, "--to", USUN),
        *("--asked", "G", "--asked", "S/S", "--approver", "U", "--precedence", "priority", "--eyes-only", "stevenson"),
        *("--subject", "Next Steps", "--told", "typed_by=ck", "--text-file", str(text)),
        *("--at", "1962-11-23T21:43-05:00", "--json", *where),
    )
    ((told),) = drafted.json
    assert (told["at"], told["takes"]["told"]) == (EVENING, {"typed_by": "ck", "subject": "Next Steps"})
    paper = told["paper"]
    for by, *act in (
        ("johnson", "clear", "--office", "G"),
        ("breisky", "clear", "--office", "S/S"),
        ("ball", "approve"),
        ("ball", "classify", "--level", "secret", "--caption", "sensitive", "--caption", "eyes only"),
        ("clerk", "number", "--number", "1359"),
        ("clerk", "transmit"),
        ("codeclerk", "receive", "--post", USUN),
    ):
        assert ran("desk", act[0], paper[:9], *act[1:], "--as", by, *where).status == 0
    ((shown),) = ran("desk", "show", paper, "--as", "ball", "--json", *where).json
    assert (shown["stage"], shown["number"], shown["captions"]) == ("received", "1359", ["SENSITIVE", "EYES ONLY"])
    assert [(each["post"], each["control"]) for each in shown["posts"]] == [(USUN, 1)]
    assert [each["act"] for each in shown["acts"]][-2:] == ["transmit", "receive"]


def test_a_refusal_names_the_rule_and_has_a_status_of_its_own(ran: Run, where: tuple[str, str], tmp_path: Path) -> None:
    with desk(tmp_path / "d") as held:
        paper = begun(held)
    where = ("-c", str(tmp_path / "d"))
    for verb in (("desk", "transmit"), ("desk", "why", "transmit")):
        refused = ran(*verb, paper, "--as", "clerk", *where)
        assert refused.status == 9
        assert "refused: not cleared by G, S/S" in refused.out + refused.err
    assert ran("desk", "why", "clear", paper, "--office", "G", "--as", "johnson", "--json", *where).json == [
        {"act": "clear", "paper": paper, "allowed": True, "rule": ""}
    ]
    ((shown),) = ran("desk", "show", paper, "--as", "ball", "--json", *where).json
    assert len(shown["acts"]) == 1


def test_whether_a_number_may_be_taken_takes_none(ran: Run, tmp_path: Path) -> None:
    with desk(tmp_path / "c") as held:
        paper = begun(held)
        carried(held, paper, CLEARED)
    where = ("-c", str(tmp_path / "c"), "--as", "clerk")
    assert [ran("desk", "why", "number", paper, *where).status for _ in range(2)] == [0, 0]
    assert ran("desk", "number", paper, "--json", *where).json[0]["yields"]["number"] == 1


def test_trays_tell_what_is_overdue(ran: Run, tmp_path: Path) -> None:
    with desk(tmp_path / "c") as held:
        paper = begun(held, acknowledge_by="1962-11-25")
        carried(held, paper, COME)
    told = ran("desk", "tray", "--as", "stevenson", "-c", str(tmp_path / "c")).out.splitlines()
    assert [line.split(None, 1) for line in told] == [["in", "1"], ["acknowledge", "1, 1 overdue"]]


def test_trays_and_lists_hold_what_one_may_know_of(ran: Run, tmp_path: Path) -> None:
    with desk(tmp_path / "c") as held:
        paper = begun(held)
    where = ("-c", str(tmp_path / "c"))
    assert ran("desk", "tray", "--as", "johnson", "--json", *where).json == [
        {"person": "johnson", "trays": {"clear": 1}, "overdue": {}}
    ]
    assert [row["id"] for row in ran("desk", "tray", "clear", "--as", "johnson", "--json", *where).json] == [paper]
    assert ran("desk", "list", "--as", "ball", *where).out.startswith(f"{paper}\ttelegram\t")
    assert ran("desk", "list", "--as", "visitor", "--json", *where).json == []
    hidden, missing = (
        ran("desk", "show", each, "--as", "visitor", *where).err.replace(each, "") for each in (paper, "os-" + "0" * 20)
    )
    assert hidden == missing


def test_an_envelope_is_told_without_what_is_in_it(ran: Run, tmp_path: Path) -> None:
    with desk(tmp_path / "c") as held:
        paper = begun(held)
        carried(held, paper, CLEARED)
    for form in ((), ("--json",)):
        told = ran("desk", "show", paper, "--as", "clerk", *form, "-c", str(tmp_path / "c")).out
        assert "TOP SECRET" in told
        assert USUN in told  # Where it goes stands on the envelope: the registry that sends it must know.
        for within in ("Next Steps", "Kuznetsov", "johnson"):
            assert within not in told


def test_drafts_and_remarks_are_not_released_with_a_paper(ran: Run, tmp_path: Path) -> None:
    with desk(tmp_path / "c") as held:
        paper = begun(held, text="You should offer the bases.", eyes_only=[])
        held.perform("ball", DeskAct.AMEND, paper, {"text": "You should see Kuznetsov."}, at=EVENING)
        held.perform("johnson", DeskAct.CLEAR, paper, {"office": "G", "remarks": "at last"}, at=EVENING)
        released: Course = (
            ("breisky", DeskAct.CLEAR, {"office": "S/S"}),
            ("ball", DeskAct.APPROVE, {}),
            ("ball", DeskAct.CLASSIFY, {"level": "SECRET"}),
            ("clerk", DeskAct.NUMBER, {}),
            ("clerk", DeskAct.TRANSMIT, {}),
            ("requests", DeskAct.REQUEST, {"case": "88-0034"}),
            ("reviewer", DeskAct.REVIEW, {}),
            ("reviewer", DeskAct.DECLASSIFY, {"authority": "EO 12356"}),
            ("reviewer", DeskAct.RELEASE, {"authority": "EO 12356"}),
        )
        carried(held, paper, released)
    for form in ((), ("--json",), ("--on", "1962-11-24"), ("--version", "1")):
        told = ran("desk", "show", paper, "--as", "visitor", *form, "-c", str(tmp_path / "c"))
        assert told.status == 0, told.err
        assert "released" in told.out
        assert "offer the bases" not in told.out
        assert "at last" not in told.out


def test_a_desk_is_begun_from_a_file_in_a_new_collection(ran: Run, tmp_path: Path) -> None:
    roster, where = tmp_path / "roster.toml", ("-c", str(tmp_path / "new"))
    roster.write_text(ROSTER, "utf-8")
    assert ran("desk", "begin", str(roster), *where).out.endswith("1 persons at 1 posts\n")
    assert ran("desk", "begin", str(roster), *where).status == 2
    assert ran("desk", "persons", "--on", "1961-01-19", "--json", *where).json == []
    assert [each["name"] for each in ran("desk", "persons", "--json", *where).json] == ["ball"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("roles = [", "not TOML"),
        (ROSTER.replace('"drafter"', '"drawer"'), "ball: 'drawer' is no role"),
        (ROSTER.replace("[[person]]", "[person]"), "Begin each with [[person]]"),
        (ROSTER.replace("day", "since"), "no 'since' belongs here"),
    ],
)
def test_a_file_of_persons_that_is_wrong_appoints_nobody(ran: Run, tmp_path: Path, wrong: str, told: str) -> None:
    roster, where = tmp_path / "roster.toml", ("-c", str(tmp_path / "new"))
    roster.write_text(wrong, "utf-8")
    failed = ran("desk", "begin", str(roster), *where)
    assert (failed.status, told in failed.err, str(roster) in failed.err) == (2, True, True)
    assert not (tmp_path / "new").exists()


def test_a_person_changes_in_what_is_told_of_them_alone(ran: Run, where: tuple[str, str]) -> None:
    ((now),) = ran("desk", "appoint", "--name", "johnson", "--caption", "nodis", "--json", *where).json
    assert (now["offices"], now["clearance"], now["captions"]) == (["G"], "TOP SECRET", ["NODIS"])
    ran("desk", "appoint", "--name", "johnson", "--gone", *where)
    assert "johnson" not in ran("desk", "persons", *where).out
    assert "johnson" in ran("desk", "persons", "--on", "1962-11-23", *where).out


def test_posts_are_opened_and_listed(ran: Run, where: tuple[str, str]) -> None:
    ran("desk", "post", "Reykjavik", "--zone", "Atlantic/Reykjavik", *where)
    ((last),) = ran("desk", "post", "Reykjavik", "--mail", "desk@reykjavik.example", "--json", *where).json
    assert (last["zone"], last["mail"]) == ("Atlantic/Reykjavik", "desk@reykjavik.example")
    assert ran("desk", "post", *where).out.splitlines()[0] == f"{DEPARTMENT}  America/New_York"


def test_the_acts_of_a_file_are_done_and_the_bad_lines_told(ran: Run, where: tuple[str, str], tmp_path: Path) -> None:
    begins = {"as": "ball", "act": "draft", "paper": "first", "takes": {"form": "letter", "post": DEPARTMENT}}
    lines = [
        begins,
        {"as": "ball", "act": "amend", "paper": "first", "takes": {"text": "I should be grateful."}},
        {"as": "ball", "act": "amend", "paper": "second", "takes": {"text": "Nothing."}},
        {"as": "ball", "act": "transmit", "paper": "first"},
        {"act": "amend", "paper": "first", "takes": {"text": "Very grateful."}},
        {"act": "amended"},
    ]
    file = tmp_path / "acts.jsonl"
    file.write_text("\n".join([*map(json.dumps, lines), "{"]), "utf-8")
    done = ran("desk", "do", str(file), "--json", *where)
    assert (done.status, [each["act"] for each in done.json]) == (9, ["draft", "amend"])
    for n, told in (
        (3, "no such paper for you"),
        (4, "only the registry"),
        (5, "names nobody"),
        (6, "is no act"),
        (7, "not JSON"),
    ):
        assert f"line {n}: " in done.err
        assert told in done.err
    assert ran("desk", "do", str(file), "--as", "ball", "--json", *where).json[-1]["takes"]["text"] == "Very grateful."


def test_options_are_those_of_the_procedures_that_the_collection_adopted(
    ran: Run, where: tuple[str, str], tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'title = "Own"\n[act.draft]\nabout = "Begun"\nsource = "our manual"\nwho = ["role-drafter"]\n'
        'takes = ["form", "post", "text", "file"]\nsees = "nothing"\n',
        "utf-8",
    )
    assert ran("desk", "procedures", str(own), *where).status == 0
    assert "--file" not in ran("desk", "draft", "--help", *where).out
    assert ran("desk", "procedures", str(own), "--adopt", *where).status == 0
    assert ran("desk", "procedures", "--json", *where).json[0]["acts"].keys() == {"draft"}
    told = ran("desk", *where, "draft", "--help").out
    assert "--file" in told
    assert "our manual" in told
    assert ran("desk", "draft", *LETTER, "--file", "320.1", "--as", "ball", *where).status == 0
    assert ran("desk", "clear", "os-1", *where).status == 2


def test_bad_procedures_are_refused_with_the_line_at_fault(ran: Run, where: tuple[str, str], tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('title = "Own"\n[act.drafts]\n', "utf-8")
    failed = ran("desk", "procedures", str(own), "--adopt", *where)
    assert failed.status != 0
    assert f"{own}, line 2" in failed.err
    held = ran("desk", "procedures", "--json", *where).json[0]
    assert "clear" in held["acts"]
    assert held["series"]["number"] == {"named": "{post} to {to}", "begins": ""}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("draft", *LETTER, "--at", "1962-11-23T21:43"), "time with its zone"),
        (("draft", *LETTER, "--at", "1962-02-30"), "no time of an act"),
        (("draft", *LETTER, "--told", "subject"), "NAME=VALUE"),
        (("draft", *LETTER, "--form", "letter"), "form is not in form"),
        (("excise", "os-" + "0" * 20, "--authority", "State", "--passage", "10 to 20"), "no passage"),
        (("appoint",), "nobody is named"),
        (("procedures", "--adopt"), "needs a file"),
        (("post", "--zone", "UTC"), "no post is named"),
    ],
)
def test_what_is_out_of_form_is_told(ran: Run, where: tuple[str, str], arguments: tuple[str, ...], told: str) -> None:
    acts = ("--as", "ball") if arguments[0] in {"draft", "excise"} else ()
    failed = ran("desk", *arguments, *acts, *where)
    assert (failed.status, told in failed.err) == (2, True)


def test_who_is_nobody_here_is_told_how_to_become_somebody(
    ran: Run, where: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "ann")
    failed = ran("desk", "tray", *where)
    assert (failed.status, "desk appoint --name ann" in failed.err) == (2, True)
    monkeypatch.setenv("LOGNAME", "ball")
    assert ran("desk", "tray", *where).status == 0


@pytest.mark.parametrize("act", [each.value for each in standard().acts])
def test_every_act_has_help_with_an_example_and_the_source_of_its_procedure(ran: Run, act: str) -> None:
    told = " ".join(ran("desk", act, "--help", "-c", "/nowhere").out.split())
    assert f"Example: onionskin desk {act}" in told
    assert "By the procedure of" in told


def test_a_shell_completes_acts_and_their_options() -> None:
    def completed(*words: str) -> set[str]:
        complete = ShellComplete(main.tree, {}, "onionskin", "_ONIONSKIN_COMPLETE")
        return {each.value for each in complete.get_completions(list(words[:-1]), words[-1])}

    assert completed("desk", "cl") == {"clear", "classify"}
    assert completed("desk", "clear", "os-1", "--off") == {"--office"}
    assert completed("desk", "why", "tr") == {"transmit"}


def test_the_example_of_every_command_of_the_desk_is_of_that_command() -> None:
    group = main.tree.get_command(click.Context(main.tree), "desk")
    assert isinstance(group, click.Group)
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        assert f"onionskin desk {name}" in (command.epilog or "")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_their_help_says(name: str) -> None:
    tree = DeskTree()
    found = tree.get_command(click.Context(tree), name)
    assert found is not None
    assert (found.help or "").split("\n")[0].startswith(COMMANDS[name][1].rstrip("."))
