"""Corrections and doubts proposed beside a record, each with its rule, its reason in words and what it rests on.

Nothing here touches the pages or the transcription: what is sure enough enters the reading text, and is listed.
"""
