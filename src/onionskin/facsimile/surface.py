"""What the paper's type looks like once a machine has turned it into text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onionskin.facsimile.ink import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """The signs and habits of one kind of transcript.

    `columns` is the measure of the typewriter at which lines break; `reflowed` transcripts give a broken line as one.
    `placed` transcripts keep the columns of the page (indents, centring, what stands side by side); others set
    everything flush left, one column after the other. `loose` ones put an empty row after each line. `struck` and
    `hand` are the signs before and after words that were struck or written by hand; empty ones do not show it.
    `signature` stands where somebody signed; empty, the machine saw nothing there. `prints` keeps the blank's own print
    apart from what was typed, as inks without a field; `footed` pages have their foot at the foot of the sheet.
    """

    columns: int = 66
    depth: int = 54
    reflowed: bool = False
    placed: bool = True
    loose: bool = False
    hyphens: bool = False
    struck: tuple[str, str] = ("", "")
    hand: tuple[str, str] = ("", "")
    signature: str = ""
    open_box: str = "( )"
    ticked_box: str = "(X)"
    prints: bool = False
    footed: bool = False

    def signs(self, look: Look) -> tuple[str, str]:
        """What stands before and after words of this look."""
        if look is Look.STRUCK:
            return self.struck
        return self.hand if look is Look.HAND else ("", "")

    def box(self, ticked: bool) -> str:
        """A check box."""
        return self.ticked_box if ticked else self.open_box

    @property
    def shows_struck(self) -> bool:
        """Whether one can tell from the text that words were struck."""
        return any(self.struck)


PLAIN = Surface()
"""What OCR gives of a typed page: lines as typed, columns kept, nothing of what a pen did."""

PAPER = replace(PLAIN, signature="(signature)")
"""The sheet itself, before a machine turns it into text: as typed, with room where somebody signed."""

MARKDOWN = Surface(
    reflowed=True,
    placed=False,
    struck=("~~", "~~"),
    hand=("*", "*"),
    signature="[Signature]",
    open_box="☐",
    ticked_box="☒",
)
"""What a vision model prints, as in the two seed papers."""

FORM = replace(
    PLAIN,
    depth=58,
    signature=" ",
    open_box="\N{BALLOT BOX}",
    ticked_box="\N{BALLOT BOX WITH X}",
    prints=True,
    footed=True,
)
"""The clean form: the blank's print apart from the type, room for a hand to sign, the foot where the sheet ends."""
