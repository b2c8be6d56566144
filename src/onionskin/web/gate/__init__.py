"""Who is asking, and what they may do.

Every route that changes anything takes a visitor of the role it needs:

    from onionskin.web.gate import Editor

    @router.post("/papers/{record_id}/words")
    def correct(record_id: RecordId, visitor: Editor, word: Annotated[str, Form()]) -> Response:
        workbench.decide(holdings.collection, ..., author=visitor.name)

`Reader`, `Editor` and `Owner` are dependencies that give a `Visitor` with a `name` and a `role`. They refuse whoever
has less, and, of every method but GET and HEAD, whoever does not show the token that our own pages carry:

- A form has `{{ csrf() }}` inside: the hidden field `csrf`.
- A script sends the header `X-CSRF-Token`, whose value stands in `<meta name="csrf-token">` of every page.
- A program asks `GET /api/visitor` for its `csrf` and sends the same header; one with a key (`Bearer`) needs none.

The desk (`web.desk`) asks for no role but `Reader`: an account whose name is that of a person of the desk acts as that
person, by the rules of the desk, and an account that is none sees nothing of it, an owner's neither
(`web.desk.who`).

Templates may ask `may("editor")`, to show only the buttons that the visitor can use, and `visitor()`, which is None
where nobody has logged in. A GET that reads needs no dependency: on an open network whoever is no reader gets no
further than the login page, since `Gatekeeper` stands before all routes.

On one's own machine there is no login: the visitor is the user of the machine and an owner. The token is asked for
there too, since a page of any other site can post to 127.0.0.1.
"""

from onionskin.web.gate.admission import Editor, Owner, Reader
from onionskin.web.gate.guarded import GuardedGate
from onionskin.web.gate.keeper import Gate, Gatekeeper, LocalGate
from onionskin.web.gate.visitors import Asking, Visitor
from onionskin.workbench import Role

__all__ = ["Asking", "Editor", "Gate", "Gatekeeper", "GuardedGate", "LocalGate", "Owner", "Reader", "Role", "Visitor"]
