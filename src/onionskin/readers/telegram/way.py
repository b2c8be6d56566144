"""Which way a telegram went, who sent it and to whom it came, where no label says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.lexicon import spellings
from onionskin.phrases.addressees import HOME
from onionskin.phrases.post_forms import PostForm, post_form
from onionskin.phrases.titles import title_on
from onionskin.readers.findings import Findings
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import Line

DEPARTMENT = re.compile(r"(?:Dep|(?<!\w)p)(?:artmen|t)t?\.? of State|SecState(?: WashDC)?|Department", re.IGNORECASE)
"""The Department named on its form."""
SHORT = 40
"""Characters under which a line of the form is its letterhead."""
FORM_LINES = 30
"""Lines among which a form's head stands."""


def read_way(lines: Sequence[Line], findings: Findings, *, printed: str | None, incoming: bool) -> None:
    """Fields direction, from and to, as far as the form, the parties and the series let them be inferred.

    `printed` is the direction that a title gives; `incoming`: a received stamp stands on the paper.
    """
    sent = _value("from", findings)
    if form := _posts_form(lines, findings):
        if form.direction == "outgoing" and form.post and sent is None:
            line = next(line for line in lines if form.post.text in line.text)
            findings.field("from", form.post.value, form.post.span.shifted(line.span.start), confidence=0.9)
        return
    direction = _direction(sent, findings, printed=printed, incoming=incoming)
    if sent is None and direction == "outgoing":
        _from_the_department(lines, findings)
    if _value("to", findings) is None and direction == "incoming":
        name = Named("Department of State", NamedKind.ORGANIZATION, "")
        why = "an incoming telegram is the Department's"
        findings.inferred("to", name, "incoming-to-department", "INCOMING TELEGRAM", reason=why)


def _value(name: str, findings: Findings) -> object:
    return next((field.reading.value for field in findings.fields if field.name == name), None)


def _posts_form(lines: Sequence[Line], findings: Findings) -> PostForm | None:
    """The post's own form on which it stands: that a post received or sent it says nothing of the Department."""
    for line in lines[:FORM_LINES]:
        if form := post_form(line.text):
            findings.claim(line.ink, "form-title", furniture=True)
            return form
    return None


def _direction(sent: object, findings: Findings, *, printed: str | None, incoming: bool) -> str | None:
    to, series = _value("to", findings), _value("series", findings)
    entry = spellings("series").get(str(series).lower())
    counted = entry.text("direction") if entry else None
    from_post = isinstance(sent, Named) and sent.kind is NamedKind.POST
    foreign = isinstance(sent, Named) and not from_post and not HOME.match(sent.name)
    whom = to.name if isinstance(to, Named) and (HOME.match(to.name) or to.kind is NamedKind.POST) else None
    if printed is not None:
        return printed
    if whom and not foreign:
        direction = "incoming" if HOME.match(whom) else "outgoing"
        findings.inferred("direction", direction, "direction-from-addressee", whom, reason=f"it is addressed to {whom}")
        return direction
    if counted:
        findings.inferred("direction", counted, "direction-from-series", str(series), reason=f"a {series} went so")
        return counted
    if incoming or from_post:
        why = "a received stamp" if incoming else "a post sent it"
        findings.inferred("direction", "incoming", "direction-from-form", why, reason=why)
        return "incoming"
    return None


def _from_the_department(lines: Sequence[Line], findings: Findings) -> None:
    for line in lines:
        m = DEPARTMENT.search(line.text) if title_on(line.text) or len(line.text.strip()) < SHORT else None
        if m and "state" in m[0].lower():
            name = Named("Department of State", NamedKind.ORGANIZATION, m[0])
            why = "the form of the Department's own telegrams"
            findings.field("from", name, Span(*m.span()).shifted(line.span.start), reason=why)
            return
    name = Named("Department of State", NamedKind.ORGANIZATION, "")
    why = "an outgoing telegram is the Department's"
    findings.inferred("from", name, "outgoing-from-department", "an outgoing telegram", reason=why)
