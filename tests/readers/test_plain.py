"""Papers of no kind that is read further."""

from __future__ import annotations

from tests.readers.marked import paper as marked
from tests.readers.reading import paper, place, state, value

from onionskin.readers.plain import PlainReader
from onionskin.record.reading import ReadingState


def test_the_name_of_a_paper_is_not_its_date_nor_its_text() -> None:
    """A paper of no kind we know: its date on a line of its own, and its running text."""
    read = paper(
        """
        Notes on the talks

        May 4, 1959

        The delegation came at noon of March 3, 1959 and stayed until it was dark,
        and nothing was agreed between us that we had not agreed the day before.
        """
    )
    assert value(read, "date") == "1959-05-04"
    assert place(read, "date") == (1, 3, "May 4, 1959")
    assert read.text.reading.startswith("The delegation came at noon")
    assert "Notes on the talks" in {line.text for line in read.unclaimed}
    assert state(read, "signed_by") is ReadingState.ABSENT


def test_its_own_title_stands_over_its_text() -> None:
    read = paper(
        """
        Notes on the Talks in the President's Office

        May 4, 1959

        The delegation came at noon of March 3, 1959 and stayed until it was dark,
        and nothing was agreed between us that we had not agreed the day before.
        """
    )
    assert value(read, "title") == "Notes on the Talks in the President's Office"
    assert read.text.reading.startswith("Notes on the Talks in the President's Office\n\nThe delegation came at noon")


def test_a_plain_paper_without_date_has_none() -> None:
    text = marked("The delegation came at noon of March 3, 1959 and stayed until it was dark.\n")
    result = PlainReader().read(text)
    assert result.fields == ()
    assert len(result.body) == 1
