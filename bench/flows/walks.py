"""The flows, each a person's errand from the first page to its end; what one does it takes back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.flows.person import GaveUpError, Person

Flow = Callable[[Person, "Facts"], None]
NOTE = "MEMORANDUM FOR THE RECORD\n\nOctober 3, 1961\n\nSUBJECT: Delivery of {what} typewriters\n\nThey arrived.\n"


class Facts:
    """What a person has come for: some papers of the collection."""

    def __init__(self, collection: Path, work: Path) -> None:
        """Look them up."""
        self.work = work
        self._database = sqlite3.connect(f"file:{collection / 'collection.db'}?mode=ro", uri=True)

    def scan(self) -> str:
        """A paper with a page image."""
        return self._one(
            "SELECT records.id FROM records JOIN sources ON sources.n = records.source"
            " WHERE superseded IS NULL AND (media_type LIKE 'image/%' OR media_type = 'application/pdf')"
            " ORDER BY records.n"
        )

    def paper(self) -> str:
        """A paper that others cite."""
        return self._one("SELECT id FROM records WHERE superseded IS NULL ORDER BY n LIMIT 1")

    def behind_another(self) -> tuple[str, int, int]:
        """A paper that begins behind another of its file, with the page and line of its second printed line."""
        found = self._database.execute(
            "SELECT id, line FROM records JOIN bodies ON bodies.record = records.n"
            " WHERE place > 0 AND superseded IS NULL AND line LIKE '%\"boundaries\"%' ORDER BY records.n LIMIT 50"
        )
        for record, line in found:
            told = json.loads(line)
            first = told["boundaries"][0]
            text = next((page["text"] for page in told["pages"] if page["n"] == first["page"]), "")
            lines = enumerate(text.split("\n"), 1)
            if next_line := next((n for n, words in lines if n > first["line"] and len(words.split()) > 1), 0):
                return record, first["page"], next_line
        raise GaveUpError("the collection has no paper behind another one in its file")

    def _one(self, query: str) -> str:
        found = self._database.execute(query).fetchone()
        if found is None:
            raise GaveUpError(f"the collection has none: {query}")
        return str(found[0])


def reading(person: Person, facts: Facts) -> None:
    """A scan beside its reading text, zoomed."""
    person.go(f"/papers/{facts.scan()}")
    person.press('.views a:has-text("Both")', to="**view=both*")
    person.press("button.zoom-open")
    person.see(".zoom.ready")
    person.key("+", instead='.zoom-tools button:has-text("+")')
    person.key("Escape", instead='.zoom-tools button:has-text("Close")')


def searching(person: Person, facts: Facts) -> None:  # noqa: ARG001 - every flow has the facts
    """From words to the paper and its citation."""
    person.go("/")
    person.write("#q", '"draft declaration"', then='header button:has-text("Search")', to="**/search?q=*")
    person.press("a.hit >> nth=0", to="**/papers/*")
    person.see("#leaf mark, #leaf .lit")
    person.press('nav.sections a:has-text("Cite")')
    person.press("#cite button.clip >> nth=0")
    person.see('#cite button.clip:has-text("Copied")')


def narrowing(person: Person, facts: Facts) -> None:  # noqa: ARG001
    """A result narrowed by facets, and widened again."""
    person.go("/search?q=Soviet")
    person.press('.beside section[aria-labelledby="beside-kind"] a >> nth=0', to="**kind*")
    person.press(".beside ol.when a >> nth=0", to="**date*")
    person.press(".beside a.chip >> nth=0", to="**/search*")
    person.see("a.hit")


def by_day(person: Person, facts: Facts) -> None:  # noqa: ARG001
    """From the calendar to a day's paper."""
    person.go("/")
    person.press('nav a:has-text("Calendar")', to="**/calendar")
    person.press("table.months td.heat-4 a >> nth=0", to="**/calendar/*")
    person.press("table.days td a >> nth=0", to="**/calendar/*-*-*")
    person.press("ol.papers h3 a >> nth=0", to="**/papers/*")


def by_person(person: Person, facts: Facts) -> None:  # noqa: ARG001
    """From a name to a person's papers."""
    person.go("/")
    person.press('nav a:has-text("Persons")', to="**/persons")
    person.write("#find", "Rusk", then='form.narrow button:has-text("Find")', to="**find=Rusk*")
    person.press("main table a[href^='/persons/'], main ol a[href^='/persons/'] >> nth=0", to="**/persons/*")
    person.press("ol.papers h3 a >> nth=0", to="**/papers/*")


def by_thread(person: Person, facts: Facts) -> None:  # noqa: ARG001
    """From a thread to a paper that it lacks."""
    person.go("/")
    person.press('nav a:has-text("Threads")', to="**/threads")
    person.press("ol.papers h2 a >> nth=0", to="**/threads/*")
    person.see("ol.thread li.gap")


def correcting(person: Person, facts: Facts) -> None:
    """A word put right where it stands, and the correction taken back."""
    person.go(f"/papers/{facts.scan()}?view=transcription")
    if person.by_keys:
        words = person.page.locator("#leaf pre.typed").first.inner_text().split()
        text = person.page.locator("#leaf").inner_text()
        word = next(each for each in words if each.isalpha() and len(each) > 6 and text.count(each) == 1)
        person.press('nav.sections a:has-text("Desk")')
        person.write('#desk input[name="words"]', word, to="**/correct?*")
    else:
        word = person.page.locator("#leaf pre.typed span").first
        word.dblclick()
        person.press(".correct-this", to="**/correct?*")
    person.write("#to", "correction", then='button:has-text("The machine misread")', to="**done=*")
    person.see(".done")
    person.key("u", instead=".done .undo button", to="**done=*")
    person.see('.done:has-text("Took back")')


def emending(person: Person, facts: Facts) -> None:  # noqa: ARG001
    """A proposed correction accepted, another refused, both taken back."""
    _decide(person, "emendation", "a", '[data-key="a"]')
    _decide(person, "emendation", "r", '[data-key="r"]')


def linking(person: Person, facts: Facts) -> None:  # noqa: ARG001
    """The paper that a reference means, chosen."""
    _decide(person, "reference", "a", '[data-key="a"]')


def settling(person: Person, facts: Facts) -> None:  # noqa: ARG001
    """Where a paper begins, decided otherwise than it was read."""
    _decide(person, "boundary", "r", '[data-key="r"]')


def moving(person: Person, facts: Facts) -> None:
    """The beginning of a paper laid one line further, and back."""
    record, page, line = facts.behind_another()
    person.go(f"/papers/{record}?view=transcription")
    if person.by_keys:
        person.press('nav.sections a:has-text("Desk")')
        person.put('#desk form.begins input[name="to"]', f"{page}:{line}")
    else:
        person.select_line(f'#leaf pre.typed[data-page="{page}"]', line)
        person.press(".begin-here")
    person.press('#desk button:has-text("This one begins there")', to="**done=*")
    person.see(".done")
    person.key("u", instead=".done .undo button", to="**done=*")
    person.see('.done:has-text("Took back")')


def typing(person: Person, facts: Facts) -> None:  # noqa: ARG001
    """Ink that nobody read, typed."""
    person.go("/queue?kind=ink")
    if person.by_keys:
        person.page.keyboard.press("e")
    person.write("#q-1 [data-other]", "LIMDIS", then='#q-1 .write button:has-text("Decide so")', to="**done=*")
    person.key("u", instead=".done .undo button", to="**done=*")


def merging(person: Person, facts: Facts) -> None:  # noqa: ARG001
    """Two persons said to be one, and not."""
    person.go("/queue?kind=name")
    two = "[data-question]:has(details form[action='/entities/decisions']) >> nth=0"
    person.press(f"{two} >> summary:has-text('Two of these')")
    person.tick(f"{two} >> input[name=entity] >> nth=0")
    person.tick(f"{two} >> input[name=entity] >> nth=1")
    person.press(f"{two} >> button:has-text('They are one')", to="**done=*")
    person.key("u", instead=".done .undo button", to="**done=*")


def ten(person: Person, facts: Facts) -> None:  # noqa: ARG001
    """Ten questions of the queue, one after the other."""
    person.go("/queue?kind=word")
    for n in range(10):
        before = person.page.url
        person.key("r", instead='#q-1 [data-key="r"]')
        person.page.wait_for_url(lambda url, before=before: url != before)
        person.see("[data-question]")
        if n == 0 and person.by_keys:
            person.see("#q-1:focus")


def uploading(person: Person, facts: Facts) -> None:
    """A file sent in, and watched until its paper is there."""
    file = facts.work / f"note-{'keys' if person.by_keys else 'mouse'}.txt"
    file.write_text(NOTE.format(what=file.stem), encoding="utf-8")
    person.go("/collection")
    person.page.set_input_files("#files", file)
    person.press('form.upload button:has-text("Send")', to="**/collection/work/*")
    _watched(person)
    person.see(f'td:has-text("{file.name}")')


def rereading(person: Person, facts: Facts) -> None:
    """A file read again by the readers of today."""
    person.go(f"/papers/{facts.scan()}")
    person.press('main a[href^="/files/"] >> nth=0', to="**/files/*")
    person.press('button:has-text("Read it again")', to="**/collection/work/*")
    _watched(person)


def removing(person: Person, facts: Facts) -> None:
    """A paper taken out, and brought back."""
    person.go(f"/papers/{facts.paper()}")
    person.press('nav.sections a:has-text("Remove")', to="**/collection/remove*")
    person.press('button:has-text("Remove")', to="**/collection*")
    person.press('button:has-text("Bring back")', to="**/collection*")


def backing_up(person: Person, facts: Facts) -> None:
    """The collection as one file."""
    person.go("/collection")
    with person.page.expect_download(timeout=300_000) as coming:
        person.press('button:has-text("Make a copy")')
    coming.value.save_as(facts.work / "copy.onionskin")


def _decide(person: Person, kind: str, key: str, button: str) -> None:
    person.go(f"/queue?kind={kind}")
    person.key(key, instead=f"#q-1 {button}", to="**done=*")
    person.see(".done")
    person.key("u", instead=".done .undo button", to="**done=*")
    person.see('.done:has-text("Took back")')


def _watched(person: Person) -> None:
    """Work beside the room, to its end: its page renews itself."""
    person.watch(lambda: person.page.locator("main").inner_text().count("Done.") > 0, "the work does not end")


FLOWS: Mapping[str, Flow] = {
    "read a scan beside its text, zoomed": reading,
    "search, open, cite": searching,
    "narrow by facets": narrowing,
    "calendar to a paper": by_day,
    "person to papers": by_person,
    "thread to a missing paper": by_thread,
    "correct a word, undo": correcting,
    "accept and refuse emendations": emending,
    "choose a link": linking,
    "merge two persons, undo": merging,
    "answer where a paper begins, undo": settling,
    "move a boundary, undo": moving,
    "type unread ink, undo": typing,
    "ten of the queue": ten,
    "upload and watch": uploading,
    "read a file again": rereading,
    "remove and bring back": removing,
    "back up": backing_up,
}
