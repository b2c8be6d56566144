"""The use cases, one function each: all that the command line and the reading room may call."""

from onionskin.scans.page_forms import PageForm
from onionskin.scans.text_layers import LayerPolicy
from onionskin.store.contract import Fault
from onionskin.store.summary import Listing, Row
from onionskin.workbench.collection import Collection, check, open_collection
from onionskin.workbench.finding import Hit, Results, find
from onionskin.workbench.importing import import_edition, import_editions
from onionskin.workbench.pages import Given, PageQuality, give_pages, page_qualities, worst_pages
from onionskin.workbench.parsing import PARSE_KINDS, parse
from onionskin.workbench.reading import Outcome, Progress, read, read_records
from onionskin.workbench.showing import Explanation, explain, listing, page_image, show

__all__ = [
    "PARSE_KINDS",
    "Collection",
    "Explanation",
    "Fault",
    "Given",
    "Hit",
    "LayerPolicy",
    "Listing",
    "Outcome",
    "PageForm",
    "PageQuality",
    "Progress",
    "Results",
    "Row",
    "check",
    "explain",
    "find",
    "give_pages",
    "import_edition",
    "import_editions",
    "listing",
    "open_collection",
    "page_image",
    "page_qualities",
    "parse",
    "read",
    "read_records",
    "show",
    "worst_pages",
]
