"""Sheets as clerks typed them, one for each layout; persons and numbers are invented, but for Secretaries of State."""

OUTGOING_1961 = """
                    OUTGOING TELEGRAM  Department of State

    INDICATE: [ ] COLLECT
              [ ] CHARGE TO

                           SECRET

    ACTION:  Amembassy BRUSSELS  PRIORITY  812

    INFO:    Amembassy PARIS  1440
             Amembassy LONDON 2261

                                       Feb 9  7 14 PM '61

    LIMIT DISTRIBUTION

    SUBJECT:  Airlift of Foodstuffs

    Embtel 955.  You should inform Foreign Minister that Department is
    prepared to meet his request for transport aircraft, provided that
    costs are borne by the Government of Belgium.

    You should report to us at once what the Minister thinks of this.

                                                  RUSK

    Drafted by:
    EUR/WE:HPMarlow:jd 2/9/61

    Telegraphic transmission and
    classification approved by:  EUR - Mr. Kessler

    Clearances:
    AF - Mr. Tolland
    S/S - Mr. Avery
"""

TWO_COLUMNS_1962 = """
    OUTGOING TELEGRAM   Department of State

    SECRET

    ACTION: Amembassy ANKARA 631                         Mar 5  5 02 PM '62

    You should tell the Prime Minister that we welcome his proposals and
    that we are ready to begin the talks in April.

                             BALL

    Drafted by:                              Telegraphic transmission and
    NEA:WSBarrow:mk  3/5/62                  classification approved by:  NEA - Mr. Harrow

    Clearances:
    EUR - Mr. Kessler                        S/S - Mr. Avery
"""

INCOMING_1962 = """
    INCOMING TELEGRAM   Department of State

    SECRET

    Control:  11427
    Rec'd:    November 17, 1962
              1:03 p.m.

    FROM:  Moscow

    TO:    Secretary of State

    NO:    1587, November 17, 7 p.m.

    PRIORITY

    EYES ONLY FOR SECRETARY

    Deptel 1201.  I saw Gromyko this afternoon and handed him the
    message.  He promised an early reply and said that he would
    consult his colleagues before the weekend.

    I shall report further when he replies to our note.

                                            KOHLER
"""

INCOMING_1951 = """
    TELEGRAM RECEIVED

    CONFIDENTIAL

    FROM: Tehran
    TO: Secretary of State
    NO: 287, July 17, 4 p.m.

    Rec'd: July 17, 1951
           2:11 p.m.

    Prime Minister told me this morning that he would receive the
    mission of the Bank, and that he hoped for an early settlement.

                                 GRADY
"""

OUTGOING_1947 = """
    OUTGOING TELEGRAM

    Department of State
    Washington

    May 8, 1947
    7 p.m.

    SECRET

    AMERICAN EMBASSY
    MOSCOW.

    1016.  Please inform the Foreign Office that this Government
    regards the reply of April 30 as unsatisfactory, and that it
    reserves its full rights under the agreement.

                          MARSHALL
"""

VISION_MODEL_1960 = """
    **INCOMING TELEGRAM** *Department of State*

    ~~SECRET~~

    Control: 4410
    Rec'd: March 3, 1960 9:15 a.m.

    FROM: Bonn

    TO: Secretary of State

    NO: 1622, March 3, 1 p.m.

    Foreign Minister said that he had ~~no~~ read the note with care and
    that he would answer it before the meeting of the Council.

    DOWLING
"""

LETTER_ADDRESS_AT_HEAD = """
    DEPARTMENT OF STATE
    WASHINGTON

    March 4, 1963

    CONFIDENTIAL

    The Honorable
    Lucius P. Hathaway,
    American Ambassador,
    Lisbon.

    Dear Mr. Ambassador:

    I have read with much interest your letter of February 20 about
    the base negotiations, and I agree that we should wait for the
    Foreign Minister to return before we take the matter up again.

    We shall send you instructions as soon as the Department of
    Defense has finished its review of our needs.

    Sincerely yours,

    Dean Rusk

    Enclosure:
         Copy of memorandum of February 27.

    cc: EUR - Mr. Kessler
        S/S
"""

LETTER_ADDRESS_AT_FOOT = """
    SECRET

    June 12, 1961

    Dear Walter:

    Thank you for your note about the talks. I think that you were
    right to hold back the paper, since the delegation has not yet
    seen it and would not understand our reasons.

    With warm regards.

    Sincerely,

    Dean Rusk

    The Honorable
    Walter J. Penhallow,
    American Consul General,
    Geneva.
"""

MEMORANDUM_1958 = """
    DEPARTMENT OF STATE
    MEMORANDUM

    SECRET

    August 14, 1958

    TO:       The Secretary

    THROUGH:  S/S

    FROM:     EUR - Mr. Kessler

    SUBJECT:  Next Steps on the Berlin Note

    The British Embassy has asked whether we would agree to send the
    reply before the end of the month.

    1. We believe that the reply should go forward at once, since
    further delay would be taken for a sign of doubt.

    Attachment:
       Draft reply.

    EUR:RLMorden:kt
"""

MEMORANDUM_FOR_THE_PRESIDENT = """
    THE WHITE HOUSE
    WASHINGTON

    TOP SECRET                                       October 22, 1962

    MEMORANDUM FOR THE PRESIDENT

    SUBJECT: Evacuation of Dependents

    The Joint Chiefs have asked whether the dependents should leave before
    the speech. I recommend that they do, and that we tell the Navy now.

    McGeorge Bundy
"""

CONVERSATION_1962 = """
    DEPARTMENT OF STATE

    MEMORANDUM OF CONVERSATION

    DATE: April 3, 1962
    PLACE: The Secretary's Office

    SUBJECT: Disarmament

    PARTICIPANTS: Mr. Foy D. Kohler, EUR
                  Anatoliy F. Dobrynin, Ambassador
                  Mr. Pavel Orlikov, Counselor

    COPIES TO: S/S, EUR

    The Ambassador opened by saying that his Government had studied
    the proposals and could not accept inspection on its territory.

    Mr. Kohler replied that without inspection there would be no
    treaty, and that the Congress would not approve any other.
"""

ENCLOSING = """
    April 2, 1961

    Dear Jack:

    Here is a copy of a letter I have sent to Walter Penhallow, which you
    should read before you see the delegation on Tuesday.

    Sincerely,

    Dean Rusk

    Attachment.

    The Honorable
    John J. McCloy,
    Washington, D.C.
"""

ENCLOSED = """
    April 1, 1961

    Dear Walter:

    I am sending you these points for your guidance in the conversation
    that you are to have with the delegation on Tuesday.

    Sincerely,

    Dean Rusk

    The Honorable
    Walter J. Penhallow,
    Geneva.
"""

COVER_SHEET = """
    Vice President's copy
    37a

    TOP SECRET

    Return to S/S
"""

SHEETS = {
    "outgoing 1961": OUTGOING_1961,
    "outgoing in two columns": TWO_COLUMNS_1962,
    "incoming 1962": INCOMING_1962,
    "incoming 1951": INCOMING_1951,
    "outgoing 1947": OUTGOING_1947,
    "from a vision model": VISION_MODEL_1960,
    "letter, address at its head": LETTER_ADDRESS_AT_HEAD,
    "letter, address at its foot": LETTER_ADDRESS_AT_FOOT,
    "memorandum": MEMORANDUM_1958,
    "memorandum for the President": MEMORANDUM_FOR_THE_PRESIDENT,
    "memorandum of conversation": CONVERSATION_1962,
    "a letter and its enclosure": ENCLOSING + "\f" + ENCLOSED,
    "a cover sheet and a letter": COVER_SHEET + "\f" + LETTER_ADDRESS_AT_FOOT,
}
