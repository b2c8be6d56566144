"""Set pages as a PDF file: real text in faces that every reader carries, strokes as lines, and nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name

from onionskin.facsimile.press.letters import OPEN_BOX, TICKED_BOX, Type, in_codes
from onionskin.facsimile.press.setting import SHEET, Words

_STROKE = 1.1
_STRUCK_AT = 0.28
"""Of the size, over the baseline."""
_BOX = "600 0 0 0 600 600 d1 50 w 60 0 480 480 re S"
_TICK = f"{_BOX} 110 50 m 490 430 l S 110 430 m 490 50 l S"
_MEANS = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def /CMapName /Boxes def
1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfchar <%02X> <2610> <%02X> <2612> endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end""" % (OPEN_BOX[0], TICKED_BOX[0])


def pdf_of(pages: Sequence[Iterable[Words]], title: str) -> bytes:
    """The file, the same bytes for the same pages. UsageError of letters that cannot be typed."""
    with pikepdf.new() as pdf:
        fonts = Dictionary({f"/{face.name}": pdf.make_indirect(_font(pdf, face)) for face in Type})
        resources = pdf.make_indirect(Dictionary(Font=fonts))
        for page in pages:
            leaf = pdf.add_blank_page(page_size=SHEET)
            leaf.obj.Resources = resources
            leaf.obj.Contents = pdf.make_stream(b"\n".join(map(_drawn, page)))
        pdf.docinfo["/Title"] = title
        pdf.Root.Lang = pikepdf.String("en-US")
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _drawn(words: Words) -> bytes:
    """One piece of type as PDF draws it: words that were taken out leave black or nothing, and no letter beneath."""
    style, left, baseline = words.style, words.left, words.baseline
    if style.hidden:
        black = f"{left:.2f} {baseline - 2:.2f} {words.wide:.2f} {style.size - 2:.2f} re f"
        return black.encode() if style.hidden == "blackout" else b""
    shown = in_codes(words.text, style.face).hex().encode()
    place = f"BT /{style.face.name} {style.size:g} Tf {100 * words.stretch:g} Tz {left:.2f} {baseline:.2f} Td".encode()
    drawn = place + b" <" + shown + b"> Tj ET"
    if style.struck:
        high, end = baseline + _STRUCK_AT * style.size, left + words.wide
        drawn += f"\n{_STROKE} w {left - 1:.2f} {high:.2f} m {end + 1:.2f} {high:.2f} l S".encode()
    return drawn


def _font(pdf: pikepdf.Pdf, face: Type) -> Dictionary:
    if face is not Type.BOXES:
        return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{face}"), Encoding=Name.WinAnsiEncoding)
    glyphs = {"/open": _BOX, "/ticked": _TICK}
    first, last = OPEN_BOX[0], TICKED_BOX[0]
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 600, 600]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary({name: pdf.make_stream(drawn.encode()) for name, drawn in glyphs.items()}),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([first, Name("/open"), last, Name("/ticked")])),
        FirstChar=first,
        LastChar=last,
        Widths=Array([600] * (last - first + 1)),
        Resources=Dictionary(),
        ToUnicode=pdf.make_stream(_MEANS),
    )
