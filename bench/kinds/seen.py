"""The manners that those who write readers may look at."""

from __future__ import annotations

from bench.kinds import Layout, Manners, letters, meetings, posts, reports

generate = Manners(
    "seen",
    (
        Layout("minutes", "", "conversation", meetings.minutes_of_a_group),
        Layout("memorandum-of-conversation", "telephone", "conversation", meetings.telephone_form),
        Layout("memorandum", "for-the-record", "memorandum", meetings.for_the_record),
        Layout("telegram", "circular", "outgoing", posts.circular_form),
        Layout("minutes", "record-of-action", "conversation", meetings.record_of_actions),
        Layout("airgram", "", "incoming", posts.airgram_form),
        Layout("despatch", "", "memorandum", posts.despatch_form),
        Layout("report", "intelligence", "memorandum", reports.information_report),
        Layout("letter", "head-of-state", "letter", letters.from_the_white_house),
        Layout("letter", "official", "letter", letters.departmental),
        Layout("letter", "personal", "letter", letters.friend),
        Layout("memorandum-of-conversation", "telephone", "conversation", meetings.telephone_call),
        Layout("report", "intelligence", "memorandum", reports.estimate),
    ),
).generate
