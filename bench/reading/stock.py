"""What the generator draws from: posts, offices, public officials and invented clerks of the Department, 1945-1973."""

from __future__ import annotations

from datetime import date

SECRETARIES: tuple[tuple[date, str, str], ...] = (
    (date(1945, 7, 3), "James F. Byrnes", "Byrnes"),
    (date(1947, 1, 21), "George C. Marshall", "Marshall"),
    (date(1949, 1, 21), "Dean Acheson", "Acheson"),
    (date(1953, 1, 21), "John Foster Dulles", "Dulles"),
    (date(1959, 4, 22), "Christian A. Herter", "Herter"),
    (date(1961, 1, 21), "Dean Rusk", "Rusk"),
    (date(1969, 1, 22), "William P. Rogers", "Rogers"),
)
"""From when each Secretary signed for the Department (public record)."""

EMBASSIES = (
    *(
        "Moscow",
        "Paris",
        "London",
        "Bonn",
        "Rome",
        "Cairo",
        "Beirut",
        "Amman",
        "Tel Aviv",
        "Ankara",
        "Athens",
        "Belgrade",
    ),
    *("Saigon", "Bangkok", "Vientiane", "Djakarta", "Manila", "Tokyo", "New Delhi", "Karachi", "Tehran", "Baghdad"),
    *("Mexico City", "Rio de Janeiro", "Buenos Aires", "Santiago", "Caracas", "Bogota", "Ottawa", "Madrid", "Lisbon"),
    *("The Hague", "Brussels", "Copenhagen", "Oslo", "Stockholm", "Warsaw", "Prague", "Vienna", "Rabat", "Tunis"),
)
CONSULATES = ("Hong Kong", "Singapore", "Frankfurt", "Munich", "Geneva", "Jerusalem", "Istanbul", "Zagreb", "Sao Paulo")

OFFICES = (
    *(
        "EUR",
        "EUR/SOV",
        "EUR/GER",
        "EUR/WE",
        "EUR/RA",
        "ARA",
        "ARA/CMA",
        "NEA",
        "NEA/NE",
        "NEA/GTI",
        "FE",
        "FE/SEA",
        "AF",
    ),
    *("IO", "IO/UNP", "L", "INR", "S/P", "S/S", "G", "G/PM", "E", "P", "U", "M", "SOV", "OES", "AFN", "FE/VN"),
)
DISTRIBUTION = (
    "SS",
    "G",
    "SP",
    "L",
    "H",
    "SAL",
    "EUR",
    "ARA",
    "NEA",
    "FE",
    "AF",
    "IO",
    "P",
    "USIA",
    "NSC",
    "INR",
    "CIA",
    "NSA",
    "OSD",
    "ARMY",
    "NAVY",
    "AIR",
    "RMR",
)
PASSED_TO = ("DEFENSE", "WHITE HOUSE", "CIA", "EXCOM", "CINCEUR", "USIA", "TREASURY", "JCS")

CLERKS = (
    *("Abelard", "Ashcombe", "Barlow", "Bexley", "Carrick", "Coverdale", "Dunmore", "Ellery", "Fairweather", "Garrick"),
    *(
        "Hadleigh",
        "Holloway",
        "Ingram",
        "Kestrel",
        "Lanyon",
        "Larrabee",
        "Marchbanks",
        "Norwell",
        "Ormsby",
        "Pemberton",
    ),
    *("Quimby", "Ravenel", "Sedgwick", "Thorne", "Underhill", "Vickery", "Wexford", "Winslow", "Yarrow", "Zeller"),
)
"""Drafters and reviewers of our own invention; no private person is meant."""

OFFICIALS = (
    *(
        ("George W. Ball", "Ball"),
        ("U. Alexis Johnson", "Johnson"),
        ("Foy D. Kohler", "Kohler"),
        ("W. Averell Harriman", "Harriman"),
    ),
    *(
        ("Harlan Cleveland", "Cleveland"),
        ("McGeorge Bundy", "Bundy"),
        ("Walt W. Rostow", "Rostow"),
        ("Robert Murphy", "Murphy"),
    ),
    *(
        ("Livingston T. Merchant", "Merchant"),
        ("William M. Rountree", "Rountree"),
        ("Walter S. Robertson", "Robertson"),
    ),
    *(("Loy W. Henderson", "Henderson"), ("Llewellyn E. Thompson", "Thompson"), ("Charles E. Bohlen", "Bohlen")),
    *(
        ("Adlai E. Stevenson", "Stevenson"),
        ("John J. McCloy", "McCloy"),
        ("Henry Cabot Lodge", "Lodge"),
        ("Chester Bowles", "Bowles"),
    ),
)
"""Public officials of the time: full name and surname."""

SUBJECTS = (
    *(
        "Next Steps in Air Transport Negotiations",
        "Proposed Visit of the Foreign Minister",
        "Status of Base Rights Talks",
    ),
    *("Exchange of Notes on Wheat Shipments", "Travel Controls on Diplomatic Personnel", "Draft Communique"),
    *("Aide-Memoire of the Ministry of Foreign Affairs", "Debt Rescheduling", "Position on Disarmament Proposals"),
    *("Claims of American Nationals", "Call by the Ambassador", "Implementation of the Cultural Agreement"),
)

ADDRESSES = (
    *(
        ("Secretary of Defense,", "The Pentagon,", "Washington 25, D. C."),
        ("United States Senate,", "Washington, D. C."),
    ),
    *(
        ("American Ambassador,", "London."),
        ("American Ambassador,", "Paris."),
        ("House of Representatives,", "Washington, D. C."),
    ),
    *(("Department of Commerce,", "Washington 25, D. C."), ("American Embassy,", "Moscow.")),
    *(("Director of Central Intelligence,", "Washington, D. C."), ("Bureau of the Budget,", "Washington 25, D. C.")),
)
ENCLOSURES = (
    *("Draft memorandum of understanding", "Copy of telegram from Bonn", "Talking paper", "Text of proposed note"),
    *("Memorandum of conversation, October 12", "List of outstanding claims", "Copy of letter to the Ambassador"),
)
DECIMAL_CLASSES = (
    "611.61",
    "762.00",
    "751G.00",
    "783A.00",
    "737.00",
    "611.37",
    "660.509",
    "396.1-GE",
    "511.613",
    "684A.86",
)
SUBJECT_NUMERIC = (
    "POL 27 VIET S",
    "POL 1 US-USSR",
    "DEF 15 IND-US",
    "POL 15-1 IRAQ",
    "AID 1 UAR",
    "POL 32-1 ISR-JORDAN",
)

FOIA_CODES = ("(b)(1)", "B1", "(b)(3)", "B1, A5")
ORDER_CODES = ("1.3(a)(5)", "1.5(d)", "1.4(D)")
"""Codes of the orders of 1982, 1995 and 2003."""


def secretary(on: date) -> tuple[str, str]:
    """Full name and surname of the Secretary of State on a day; the earliest one for days before the list."""
    before = [each for each in SECRETARIES if each[0] <= on]
    _, name, surname = before[-1] if before else SECRETARIES[0]
    return name, surname
