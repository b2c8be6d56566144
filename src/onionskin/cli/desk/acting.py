"""Acts at the command line: each a command whose options are what its procedure has it take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import click

from onionskin.cli import output
from onionskin.cli.desk.options import desk_of, person_option, who
from onionskin.cli.options import collection_option, json_option
from onionskin.errors import ActRefusedError, NotFoundError, UsageError
from onionskin.workbench.desk_terms import BEGINNING, DeskAct, Performed, Procedure, Procedures, standard

SINGULAR = {"captions": "caption", "exemptions": "exemption", "passages": "passage"}
"""Options that are named for one of what the particular holds; all may be given again where there may be several."""

WORDS: Mapping[str, str] = {
    "form": "telegram, letter or memorandum.",
    "post": "The post: that it goes from, or that takes it in.",
    "office": "For which office.",
    "to": "To whom; may be given again.",
    "info": "For whose information; may be given again.",
    "eyes_only": "Whom the attention line names; may be given again.",
    "asked": "An office whose clearance is asked; may be given again.",
    "approver": "The office that approves it.",
    "signer": "Who signs it.",
    "precedence": "FLASH, IMMEDIATE, PRIORITY, ROUTINE ...",
    "info_precedence": "Of the addressees for information, if another.",
    "to_pass": "To whom it is to be passed on; may be given again.",
    "acknowledge_by": "The day by which receipt is to be acknowledged.",
    "level": "TOP SECRET, SECRET, CONFIDENTIAL ...",
    "until": "The day on which the level ends by itself, or OADR.",
    "captions": "EYES ONLY, NODIS, LIMDIS ...; may be given again.",
    "authority": "By what authority.",
    "number": "This number, instead of the next of the series.",
    "control": "This control number, instead of the next of the post.",
    "groups": "Which groups (words) of the text, from 1: 12-18, 40.",
    "service": "The number of the service message.",
    "holder": "For whom the copy is made.",
    "copy": "The number of the copy.",
    "due": "By which day.",
    "enclosure": "What is enclosed, by its name.",
    "file": "Its number in the files.",
    "case": "The case: C.A. 88-0034.",
    "agency": "The other agency.",
    "exemptions": "(b)(1) ...; may be given again.",
    "passages": "What is withheld, in characters of the text, and why: 10-250:(b)(1).",
    "again": "The day on which what is withheld is to be looked at once more.",
    "tells": "subject, where the index of a case may tell it though the paper is withheld.",
    "remarks": "Words that go with the act.",
}

EXAMPLES: Mapping[DeskAct, str] = {
    DeskAct.DRAFT: 'draft --form telegram --post "Department of State" --to "USUN New York" --asked G --asked S/S '
    '--approver U \\\n      --subject "Next Steps in New York Negotiations" --text-file telegram.txt',
    DeskAct.INJECT: 'inject --form telegram --post "A news agency" --to "Department of State" '
    '--text "Two ships have turned back."',
    DeskAct.ENTER: 'enter --form letter --post "Department of State" --level "TOP SECRET" --text-file letter.txt',
    DeskAct.AMEND: "amend os-1eb0d --text-file telegram.txt",
    DeskAct.CLEAR: 'clear os-1eb0d --office G --remarks "With the change in paragraph 2"',
    DeskAct.REFUSE_CLEARANCE: 'refuse-clearance os-1eb0d --office S/S --remarks "Not before the meeting"',
    DeskAct.CLASSIFY: 'classify os-1eb0d --level "TOP SECRET" --caption "EYES ONLY"',
    DeskAct.RECEIVE: 'receive os-1eb0d --post "USUN New York"',
    DeskAct.ASSIGN: 'assign os-1eb0d --post "Department of State" --office IO --info S/S --info G',
    DeskAct.SERVICE: 'service os-1eb0d --post "USUN New York" --groups "12-18, 40" --remarks "Garbled"',
    DeskAct.RETRANSMIT: 'retransmit os-1eb0d --post "USUN New York" --service 1',
    DeskAct.ACKNOWLEDGE: 'acknowledge os-1eb0d --post "USUN New York"',
    DeskAct.PASS: "pass os-1eb0d --to EXCOM",
    DeskAct.COPY: 'copy os-1eb0d --holder "The Vice President"',
    DeskAct.CHARGE_OUT: 'charge-out os-1eb0d --copy 1 --to "Mrs. Hanning"',
    DeskAct.RETURN: "return os-1eb0d --copy 1 --office S/S",
    DeskAct.REQUEST: 'request os-1eb0d --case "C.A. 88-0034"',
    DeskAct.EXCISE: 'excise os-1eb0d --passage "10-250:(b)(1)" --authority State',
    DeskAct.DOWNGRADE: "downgrade os-1eb0d --level SECRET --until OADR --authority State",
    DeskAct.RELEASE: "release os-1eb0d --authority State",
}

_PASSAGE = re.compile(r"(\d+)-(\d+):(.+)")


@cache
def procedures_of(collection: Path | None) -> Procedures:
    """Those that hold in a collection; those that come with Onionskin where there is none yet."""
    if collection is None:
        return standard()
    try:
        with desk_of(collection) as desk:
            return desk.procedures
    except NotFoundError:
        return standard()


def forget_acts() -> None:
    """Ask the collection again: one process may run several command lines."""
    procedures_of.cache_clear()


def act_command(act: DeskAct, procedures: Procedures, *, asks: bool = False) -> click.Command | None:
    """The command of an act, None where the procedures have no such act. With `asks` it only says what would be."""
    procedure = procedures.acts.get(act)
    if procedure is None:
        return None

    @json_option
    @collection_option
    @person_option
    @click.option(
        "--at", default="", metavar="TIME", help="When it was done, if not now: 1962-11-23, or 1962-11-23T21:43-05:00."
    )
    def acts(*, person: str, at: str, as_json: bool, collection: Path, **told: Any) -> int:  # noqa: ANN401 - of click
        paper, given = told.pop("paper", ""), given_by(told)
        with desk_of(collection) as desk:
            by = who(desk, person, at[:10])
            paper = desk.named(by, paper) if paper else ""
            if asks:
                return show_why(act, paper, desk.why(by, act, paper, given, at=at), as_json=as_json)
            show_done(desk.perform(by, act, paper, given, at=at), as_json=as_json)
        return 0

    example = EXAMPLES.get(act, f"{act} os-1eb0d")
    return click.Command(
        name=act.value,
        callback=acts,
        params=[*_parameters(procedure), *reversed(getattr(acts, "__click_params__", ()))],
        help=f"{procedure.about}.\n\nBy the procedure of {procedure.source}.",
        epilog=f"\b\nExample:\n  onionskin desk {'why ' if asks else ''}{example}",
    )


def _parameters(procedure: Procedure) -> Iterable[click.Parameter]:
    if procedure.act not in BEGINNING:
        yield click.Argument(["paper"], metavar="PAPER")
    for name, must in procedure.takes.items():
        if name == "told":
            yield click.Option(["--subject"], metavar="WORDS", help="What it is about.")
        called = SINGULAR.get(name, name).replace("_", "-")
        words = "What else its form says, as NAME=VALUE; may be given again." if name == "told" else WORDS.get(name, "")
        if name == "text":
            yield click.Option(["--text", "text"], metavar="WORDS", help="The text itself.")
            yield click.Option(["--text-file"], type=click.File(encoding="utf-8"), help="A file of it; - for stdin.")
        else:
            metavar = "NAME=VALUE" if name == "told" else called.upper()
            needed = " Must be there." if must else ""
            yield click.Option([f"--{called}", name], multiple=True, metavar=metavar, help=words + needed)


def given_by(told: Mapping[str, Any]) -> dict[str, object]:
    """The particulars of an act as its options said them; what was not said is left out."""
    out: dict[str, object] = {}
    for name, value in told.items():
        if value is None or value == ():
            continue
        if name == "subject":
            out["told"] = {**_named(told.get("told", ())), "subject": value}
        elif name == "told":
            out["told"] = {**_named(value), **({"subject": told["subject"]} if told.get("subject") else {})}
        elif name == "text_file":
            if told.get("text"):
                raise UsageError("--text and --text-file both give the text", advice="Give one of them")
            out["text"] = value.read()
        elif name == "passages":
            out[name] = [_passage(each) for each in value]
        else:
            out[name] = value[0] if isinstance(value, tuple) and len(value) == 1 else value
    return out


def _named(pairs: Sequence[str]) -> dict[str, str]:
    parted = [(each, *each.partition("=")) for each in pairs]
    for each, name, sign, _ in parted:
        if not (name and sign):
            raise UsageError(f"--told takes NAME=VALUE, not {each}")
    return {name: value for _, name, _, value in parted}


def _passage(words: str) -> dict[str, object]:
    found = _PASSAGE.fullmatch(words)
    if not found:
        raise UsageError(f"{words!r} is no passage", advice="Write it so: --passage 10-250:(b)(1)")
    return {"start": int(found[1]), "end": int(found[2]), "exemption": found[3]}


def show_done(done: Performed, *, as_json: bool) -> None:
    """Print what was done."""
    if as_json:
        output.json_line(
            {"paper": done.paper, "by": done.by, **done.body(), "entry": done.entry, "logged": done.logged}
        )
        return
    yields = ", ".join(f"{name} {value}" for name, value in done.yields.items())
    output.line(f"{done.paper}  {done.act} by {done.by}, {done.at}" + (f": {yields}" if yields else ""))


def show_why(act: DeskAct, paper: str, rule: str, *, as_json: bool) -> int:
    """Print whether an act would be allowed; the status is that of the refusal where it would not."""
    if as_json:
        output.json_line({"act": act.value, "paper": paper, "allowed": not rule, "rule": rule})
    else:
        output.line(f"{act} would be refused: {rule}" if rule else f"{act} would be allowed")
    return ActRefusedError.exit_code if rule else 0


@click.command(
    "why",
    context_settings={"ignore_unknown_options": True},
    epilog="""\b
Example:
  onionskin desk why transmit os-1eb0d --as clerk
  onionskin desk why clear os-1eb0d --office G --as johnson""",
)
@click.argument("act", type=click.Choice([each.value for each in DeskAct]))
@click.argument("rest", nargs=-1, type=click.UNPROCESSED, metavar="PAPER [OPTIONS OF THE ACT]")
@collection_option
@click.pass_context
def why_command(ctx: click.Context, act: str, rest: tuple[str, ...], collection: Path) -> int:
    """Say whether an act would be allowed, and if not by which rule; nothing is done."""
    command = act_command(DeskAct(act), procedures_of(collection), asks=True)
    if command is None:
        raise UsageError(f"no procedure of this desk knows {act}", advice="`onionskin desk procedures` shows them")
    with command.make_context(act, [*rest, "-c", str(collection)], parent=ctx) as asking:
        status: int = command.invoke(asking)
    return status
