"""Words to draw from. The clerks and officers are invented; posts, offices and secretaries are those of the time."""

import datetime as dt

SURNAMES = (
    *("Abernathy", "Ackland", "Barstow", "Bellingham", "Birdwell", "Brackett", "Burchell", "Cathcart", "Chilton"),
    *("Colquhoun", "Cranford", "Dalrymple", "Dearborn", "Eastlake", "Ellsworth", "Fairweather", "Farnsworth"),
    *("Gathercole", "Gilfillan", "Goodspeed", "Haddock", "Halloran", "Harkness", "Hathaway", "Heppner", "Ingersoll"),
    *("Jessup-Hale", "Kettering", "Kilbride", "Lattimer", "Leffingwell", "Lockridge", "MacAllister", "Mansfeld"),
    *("McCandless", "McIlhenny", "Merriwell", "Nettleton", "Norquist", "O'Dell", "Ormsby", "Pettibone", "Pomfret"),
    *("Quackenbush", "Ravenel", "Rutledge", "Saltmarsh", "Seabury", "Sturgis", "Talmadge", "Thackeray", "Tuttle"),
    *("Umstead", "Vanhorne", "Vandermeer", "Wadleigh", "Wetherell", "Winthrop-Lee", "Yarnall", "Zimmerlin"),
)
GIVEN = (
    *("Albert", "Amos", "Bernard", "Calvin", "Carlton", "Clement", "Duncan", "Edgar", "Elliott", "Ernest", "Everett"),
    *("Francis", "Gilbert", "Grant", "Harold", "Herbert", "Horace", "Hugh", "Irving", "Julian", "Kenneth", "Laurence"),
    *("Leland", "Lionel", "Malcolm", "Margaret", "Martin", "Norman", "Oliver", "Paul", "Philip", "Ralph", "Rufus"),
    *("Ruth", "Sidney", "Stanley", "Theodore", "Vernon", "Wallace", "Warren", "Wilbur"),
)
SECRETARIES = (
    (dt.date(1953, 1, 21), "DULLES", "John Foster Dulles"),
    (dt.date(1959, 4, 22), "HERTER", "Christian A. Herter"),
    (dt.date(1961, 1, 21), "RUSK", "Dean Rusk"),
    (dt.date(1969, 1, 22), "ROGERS", "William P. Rogers"),
)
EMBASSIES = (
    *("ANKARA", "ATHENS", "BAGHDAD", "BANGKOK", "BEIRUT", "BELGRADE", "BERN", "BONN", "BOGOTA", "BRUSSELS", "CAIRO"),
    *("CANBERRA", "CARACAS", "COLOMBO", "COPENHAGEN", "DAMASCUS", "DJAKARTA", "DUBLIN", "KABUL", "KARACHI", "LIMA"),
    *("LISBON", "LONDON", "MADRID", "MANILA", "MEXICO", "MOSCOW", "NEW DELHI", "OSLO", "OTTAWA", "PARIS", "QUITO"),
    *("RIO DE JANEIRO", "ROME", "SAIGON", "SEOUL", "SANTIAGO", "STOCKHOLM", "TAIPEI", "TEHRAN", "TEL AVIV"),
    *("THE HAGUE", "TOKYO", "TUNIS", "VIENNA", "VIENTIANE", "WARSAW"),
)
CONSULATES = ("GENEVA", "HONG KONG", "ISTANBUL", "JERUSALEM", "MUNICH", "NAIROBI", "SALONIKA", "SINGAPORE", "TANGIER")
COMMANDS = ("CINCPAC", "CINCEUR", "USCINCEUR", "CINCLANT", "CINCUSAFE", "COMUSMACV")
BUREAUS = ("EUR", "NEA", "FE", "ARA", "AF", "IO", "INR", "E", "L", "P", "S/P", "G/PM", "SCA", "H", "CU")
DIVISIONS = {
    "EUR": ("GER", "WE", "RA", "SOV", "BNA"),
    "NEA": ("NE", "SOA", "GTI", "NR"),
    "FE": ("VN", "SEA", "CA", "NA"),
    "ARA": ("CCA", "CMA", "RPA", "EST"),
    "AF": ("AFC", "AFN", "AFW"),
    "IO": ("UNP", "OES", "OIA"),
}
SYMBOLS = (
    "SS",
    "G",
    "SP",
    "L",
    "H",
    "E",
    "U",
    "P",
    "INR",
    "SAL",
    "SAH",
    "OCB",
    "CIA",
    "NSA",
    "OSD",
    "ARMY",
    "NAVY",
    "AIR",
    "NSC",
)
COLLECTIONS = ("NLE", "NLK", "NLJ", "NLN", "NLT")
SUBJECTS = (
    *("Talks on the Extension of the Trade Agreement", "Visit of the Foreign Minister", "Landing Rights"),
    *("Recognition of the New Government", "Proposed Reply to the Soviet Note", "Cease-Fire Along the Armistice Line"),
    *("Military Assistance, Fiscal Year 1962", "Wheat Sales Under Public Law 480", "Status of Forces Negotiations"),
    *("Rights of Transit Through the Straits", "Nuclear Free Zone Proposal", "Refugee Resettlement Program"),
)
CITY_OF = {"Washington": "WASHINGTON", "Jidda": "JIDDA", "Hue": "HUE", "Honolulu": "HONOLULU"}
