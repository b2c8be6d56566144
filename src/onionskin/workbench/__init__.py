"""The use cases, one function each: all that the command line and the reading room may call.

Each is imported when it is first asked for, so that nobody pays for what he does not use: who lists papers loads no
reader.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onionskin.desk.choices import Asked
    from onionskin.desk.lines import box_of, place_of
    from onionskin.desk.parts import Part
    from onionskin.desk.question import Above, Option, Question, Sort
    from onionskin.desk.questions import questions
    from onionskin.desk.unread import unread_ink
    from onionskin.exports.citing import Citation, cite
    from onionskin.exports.spreadsheet import csv_row
    from onionskin.inventory.calendars import Tally
    from onionskin.inventory.coverage import Coverage
    from onionskin.inventory.lacking import MissingList, MissingOrder
    from onionskin.inventory.people import PERSONS, POSTS, PartyList, PartyOrder, PartyRow
    from onionskin.inventory.shelves import Folder, Holding, Shelf
    from onionskin.inventory.threads import ThreadOrder
    from onionskin.linking.authorities.entity import Entity, line_of
    from onionskin.linking.wanting import Citing, Missing
    from onionskin.record.boundaries import Place
    from onionskin.scans.cutting import Piece, PieceForm, Tone
    from onionskin.scans.page_forms import PageForm
    from onionskin.scans.registry import ENGINES
    from onionskin.scans.text_layers import LayerPolicy
    from onionskin.store.accounts import Account, PassKind, Role
    from onionskin.store.contract import Fault, Removal
    from onionskin.store.jobs import Job, JobFile, JobKind, JobState
    from onionskin.store.searches import SavedSearch
    from onionskin.store.summary import Listing, Row
    from onionskin.workbench.accounts import Invited, Issued, Porter, Standing
    from onionskin.workbench.asking import Waits, proposed_records, questions_of, queue
    from onionskin.workbench.authorities import entity_names, find_entities, holders_of, import_authority
    from onionskin.workbench.backups import back_up, name_of, restore
    from onionskin.workbench.boundaries import decide_boundary
    from onionskin.workbench.browsing import (
        CalendarPart,
        Holder,
        PartyView,
        SourceView,
        ThreadsPart,
        archived,
        calendar,
        calendar_part,
        coverage,
        folder,
        folders,
        missing_papers,
        parties,
        party,
        rows_of,
        source,
        threads_of,
    )
    from onionskin.workbench.checking import check
    from onionskin.workbench.collection import Behind, Collection, open_collection
    from onionskin.workbench.deciding import (
        Answer,
        adrift,
        decide,
        decide_alike,
        decide_lines,
        decision_lines,
        open_questions,
    )
    from onionskin.workbench.effects import carry_on
    from onionskin.workbench.facsimiles import copy_mark, make_facsimile, print_form
    from onionskin.workbench.finding import Counted, Hit, Order, Results, ResultsForm, each_alone, find, result_lines
    from onionskin.workbench.importing import import_edition, import_editions
    from onionskin.workbench.intake import Intake, open_intake
    from onionskin.workbench.jobs import Workshop, run_job
    from onionskin.workbench.linking import link_again
    from onionskin.workbench.mending import Mended, MendingAsked, MendingState, mend_page, mending_state
    from onionskin.workbench.outcomes import Outcome, Progress
    from onionskin.workbench.overlaying import overlay_pages
    from onionskin.workbench.pages import PageQuality, give_pages, page_qualities, worst_pages
    from onionskin.workbench.parsing import PARSE_KINDS, parse
    from onionskin.workbench.past import History, Past, decision_at, history
    from onionskin.workbench.picturing import PageSight, cut_page, page_image, page_sight, page_sights
    from onionskin.workbench.reading import read, read_records
    from onionskin.workbench.removing import (
        Along,
        along_with_paper,
        along_with_source,
        bring_back,
        is_much,
        removals,
        remove,
    )
    from onionskin.workbench.rereading import INCOMING
    from onionskin.workbench.saving import (
        SearchNews,
        change_search,
        forget_search,
        look,
        save_search,
        saved_search,
        saved_searches,
        search_called,
        searches_of,
    )
    from onionskin.workbench.search_form import SearchForm, form_of, narrowed, part_of, parts_of, query_of
    from onionskin.workbench.showing import Explanation, as_linked, explain, listing, rows, show, show_line
    from onionskin.workbench.sparing import seldom_collecting
    from onionskin.workbench.strips import strip
    from onionskin.workbench.taking_apart import warm_up
    from onionskin.workbench.threads import Thread, cited_by, missing, thread
    from onionskin.workbench.tracing import Wording, wording
    from onionskin.workbench.warming import catch_up, warm
    from onionskin.workbench.words import Passage, words_at, words_like
else:
    _HOMES = {
        "onionskin.workbench.rereading": ("INCOMING",),
        "onionskin.workbench.backups": ("back_up", "restore", "name_of"),
        "onionskin.workbench.removing": (
            "Along",
            "along_with_paper",
            "along_with_source",
            "bring_back",
            "is_much",
            "removals",
            "remove",
        ),
        "onionskin.workbench.jobs": ("Workshop", "run_job"),
        "onionskin.workbench.intake": ("Intake", "open_intake"),
        "onionskin.store.jobs": ("Job", "JobFile", "JobKind", "JobState"),
        "onionskin.desk.choices": ("Asked",),
        "onionskin.desk.lines": ("box_of", "place_of"),
        "onionskin.desk.parts": ("Part",),
        "onionskin.exports.citing": ("Citation", "cite"),
        "onionskin.exports.spreadsheet": ("csv_row",),
        "onionskin.linking.authorities.entity": ("Entity", "line_of"),
        "onionskin.record.boundaries": ("Place",),
        "onionskin.scans.cutting": ("Piece", "PieceForm", "Tone"),
        "onionskin.scans.page_forms": ("PageForm",),
        "onionskin.scans.registry": ("ENGINES",),
        "onionskin.scans.text_layers": ("LayerPolicy",),
        "onionskin.store.accounts": ("Account", "PassKind", "Role"),
        "onionskin.store.contract": (
            "Fault",
            "Removal",
        ),
        "onionskin.store.summary": ("Listing", "Row"),
        "onionskin.workbench.checking": ("check",),
        "onionskin.workbench.collection": ("Behind", "Collection", "open_collection"),
        "onionskin.workbench.accounts": ("Invited", "Issued", "Porter", "Standing"),
        "onionskin.workbench.authorities": ("entity_names", "find_entities", "holders_of", "import_authority"),
        "onionskin.inventory.calendars": ("Tally",),
        "onionskin.inventory.coverage": ("Coverage",),
        "onionskin.inventory.lacking": ("MissingList", "MissingOrder"),
        "onionskin.inventory.people": ("PERSONS", "POSTS", "PartyList", "PartyOrder", "PartyRow"),
        "onionskin.inventory.shelves": ("Folder", "Holding", "Shelf"),
        "onionskin.inventory.threads": ("ThreadOrder",),
        "onionskin.workbench.boundaries": ("decide_boundary",),
        "onionskin.workbench.taking_apart": ("warm_up",),
        "onionskin.workbench.browsing": (
            *("archived", "CalendarPart", "Holder", "PartyView", "SourceView", "ThreadsPart"),
            *("calendar", "calendar_part", "coverage", "folder", "folders", "missing_papers"),
            *("parties", "party", "rows_of", "source", "threads_of"),
        ),
        "onionskin.workbench.deciding": (
            *("Answer", "adrift", "decide", "decide_alike", "decide_lines", "decision_lines", "open_questions"),
        ),
        "onionskin.workbench.asking": ("Waits", "proposed_records", "queue", "questions_of"),
        "onionskin.workbench.effects": ("carry_on",),
        "onionskin.workbench.past": ("History", "Past", "decision_at", "history"),
        "onionskin.desk.question": ("Above", "Option", "Question", "Sort"),
        "onionskin.desk.questions": ("questions",),
        "onionskin.desk.unread": ("unread_ink",),
        "onionskin.workbench.words": ("Passage", "words_at", "words_like"),
        "onionskin.workbench.facsimiles": ("copy_mark", "make_facsimile", "print_form"),
        "onionskin.workbench.finding": (
            *("Counted", "Hit", "Order", "Results", "ResultsForm", "each_alone", "find", "result_lines"),
        ),
        "onionskin.workbench.saving": (
            *("SearchNews", "change_search", "forget_search", "look", "save_search"),
            *("saved_search", "saved_searches", "search_called", "searches_of"),
        ),
        "onionskin.store.searches": ("SavedSearch",),
        "onionskin.workbench.search_form": ("SearchForm", "form_of", "narrowed", "part_of", "parts_of", "query_of"),
        "onionskin.workbench.strips": ("strip",),
        "onionskin.workbench.sparing": ("seldom_collecting",),
        "onionskin.workbench.warming": ("catch_up", "warm"),
        "onionskin.workbench.importing": ("import_edition", "import_editions"),
        "onionskin.workbench.linking": ("link_again",),
        "onionskin.workbench.mending": ("Mended", "MendingAsked", "MendingState", "mend_page", "mending_state"),
        "onionskin.workbench.outcomes": ("Outcome", "Progress"),
        "onionskin.workbench.overlaying": ("overlay_pages",),
        "onionskin.workbench.pages": ("PageQuality", "give_pages", "page_qualities", "worst_pages"),
        "onionskin.workbench.parsing": ("PARSE_KINDS", "parse"),
        "onionskin.workbench.picturing": ("PageSight", "cut_page", "page_image", "page_sight", "page_sights"),
        "onionskin.workbench.reading": ("read", "read_records"),
        "onionskin.linking.wanting": ("Citing", "Missing"),
        "onionskin.workbench.tracing": ("Wording", "wording"),
        "onionskin.workbench.threads": ("Thread", "cited_by", "missing", "thread"),
        "onionskin.workbench.showing": ("as_linked", "Explanation", "explain", "listing", "rows", "show", "show_line"),
    }

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names:
                return getattr(import_module(home), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "ENGINES",
    "INCOMING",
    "PARSE_KINDS",
    "PERSONS",
    "POSTS",
    "Above",
    "Account",
    "Along",
    "Answer",
    "Asked",
    "Behind",
    "CalendarPart",
    "Citation",
    "Citing",
    "Collection",
    "Counted",
    "Coverage",
    "Entity",
    "Explanation",
    "Fault",
    "Folder",
    "History",
    "Hit",
    "Holder",
    "Holding",
    "Intake",
    "Invited",
    "Issued",
    "Job",
    "JobFile",
    "JobKind",
    "JobState",
    "LayerPolicy",
    "Listing",
    "Mended",
    "MendingAsked",
    "MendingState",
    "Missing",
    "MissingList",
    "MissingOrder",
    "Option",
    "Order",
    "Outcome",
    "PageForm",
    "PageQuality",
    "PageSight",
    "Part",
    "PartyList",
    "PartyOrder",
    "PartyRow",
    "PartyView",
    "PassKind",
    "Passage",
    "Past",
    "Piece",
    "PieceForm",
    "Place",
    "Porter",
    "Progress",
    "Question",
    "Removal",
    "Results",
    "ResultsForm",
    "Role",
    "Row",
    "SavedSearch",
    "SearchForm",
    "SearchNews",
    "Shelf",
    "Sort",
    "SourceView",
    "Standing",
    "Tally",
    "Thread",
    "ThreadOrder",
    "ThreadsPart",
    "Tone",
    "Waits",
    "Wording",
    "Workshop",
    "adrift",
    "along_with_paper",
    "along_with_source",
    "archived",
    "as_linked",
    "back_up",
    "box_of",
    "bring_back",
    "calendar",
    "calendar_part",
    "carry_on",
    "catch_up",
    "change_search",
    "check",
    "cite",
    "cited_by",
    "copy_mark",
    "coverage",
    "csv_row",
    "cut_page",
    "decide",
    "decide_alike",
    "decide_boundary",
    "decide_lines",
    "decision_at",
    "decision_lines",
    "each_alone",
    "entity_names",
    "explain",
    "find",
    "find_entities",
    "folder",
    "folders",
    "forget_search",
    "form_of",
    "give_pages",
    "history",
    "holders_of",
    "import_authority",
    "import_edition",
    "import_editions",
    "is_much",
    "line_of",
    "link_again",
    "listing",
    "look",
    "make_facsimile",
    "mend_page",
    "mending_state",
    "missing",
    "missing_papers",
    "name_of",
    "narrowed",
    "open_collection",
    "open_intake",
    "open_questions",
    "overlay_pages",
    "page_image",
    "page_qualities",
    "page_sight",
    "page_sights",
    "parse",
    "part_of",
    "parties",
    "parts_of",
    "party",
    "place_of",
    "print_form",
    "proposed_records",
    "query_of",
    "questions",
    "questions_of",
    "queue",
    "read",
    "read_records",
    "removals",
    "remove",
    "restore",
    "result_lines",
    "rows",
    "rows_of",
    "run_job",
    "save_search",
    "saved_search",
    "saved_searches",
    "search_called",
    "searches_of",
    "seldom_collecting",
    "show",
    "show_line",
    "source",
    "strip",
    "thread",
    "threads_of",
    "unread_ink",
    "warm",
    "warm_up",
    "wording",
    "words_at",
    "words_like",
    "worst_pages",
]
