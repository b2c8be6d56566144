"""The manners that only score: no rule is made from their misses."""

from __future__ import annotations

from bench.kinds import Layout, Manners, letters, meetings, posts, reports

generate = Manners(
    "unseen",
    (
        Layout("minutes", "", "conversation", meetings.minutes_with_labels),
        Layout("minutes", "", "conversation", meetings.summary_record),
        Layout("memorandum-of-conversation", "telephone", "conversation", meetings.telephone_between),
        Layout("memorandum", "for-the-record", "memorandum", meetings.for_the_files),
        Layout("telegram", "circular", "outgoing", posts.circular_title),
        Layout("minutes", "record-of-action", "conversation", meetings.record_of_action_numbered),
        Layout("airgram", "", "incoming", posts.airgram_letter),
        Layout("despatch", "", "memorandum", posts.despatch_letter),
        Layout("report", "intelligence", "memorandum", reports.research_memorandum),
        Layout("letter", "head-of-state", "letter", letters.to_the_president),
        Layout("letter", "official", "letter", letters.embassy),
        Layout("letter", "personal", "letter", letters.marked_personal),
    ),
).generate
