"""A small volume of our own making, in the shape of the real ones."""

from __future__ import annotations

from pathlib import Path

HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/ns/1.0">
<teiHeader><fileDesc><titleStmt><title type="complete">Foreign Relations of the United States, 1961–1963, Volume XCIX,
  Ruritania and Graustark</title><title type="series">Foreign Relations of the United States</title>
  <title type="subseries">1961–1963</title><title type="volumenumber">Volume XCIX</title>
  <title type="volume">Ruritania and
    Graustark</title><editor role="primary">A. B. Able</editor><editor role="primary">C. Baker</editor>
  <editor role="general">D. Cable</editor></titleStmt>
<publicationStmt><publisher>United States Government Printing Office</publisher><pubPlace>Washington</pubPlace>
  <date>1996</date><idno type="frus">frus1961-63v99</idno></publicationStmt></fileDesc></teiHeader>
<text><body><div type="compilation" xml:id="comp1"><head>Cuba</head>
"""
FOOTER = "</div></body></text></TEI>\n"

TELEGRAM = """<pb n="34" xml:id="pg_34"/>
<div type="document" xml:id="d1" n="1">
  <head>1. Telegram From the <gloss type="from">Embassy in Ruritania</gloss> to the
     <gloss type="to">Department of State</gloss>
     <note n="1" xml:id="d1fn1" type="source">Source: Department of State, Central Files, 737.00/10-2662. Secret;
        Niact. Drafted by Able and Baker. Repeated to Paris and London. Received at 10:32 p.m.</note></head>
  <dateline><placeName>Washington</placeName>, <date when="1962-10-26T18:56:00">October 26, 1962, 6:56
     p.m.</date></dateline>
  <p>1181. Eyes only for <persName corresp="#p_AB1">Able</persName>. See <ref target="#d2">Document 2</ref>
     and <ref target="frus1961-63v98#d7">another</ref>.<note n="2" xml:id="d1fn2">Not printed.</note> The
     <pb n="35" xml:id="pg_35"/>paper goes on [<hi rend="italic">2-1/2 lines of source text not declassified</hi>].</p>
  <closer><signed>Rusk</signed></closer>
</div>
"""
ENTRY = """<div type="chapter" xml:id="ch1"><head>October 1962</head>
<div type="document" xml:id="d2" n="2"><head>2. Memorandum from Able to Baker, October 27. Missiles in Ruritania.
  Top Secret. 4 pp. DOS, CF, 737.00/10–2762.</head>
<frus:page-count-according-to-citation>4</frus:page-count-according-to-citation></div></div>
"""
WITH_ATTACHMENT = """<div type="document" xml:id="d3" n="3" frus:doc-dateTime-min="1962-06-01T00:00:00-05:00"
    frus:doc-dateTime-max="1962-06-30T23:59:59-05:00">
  <head>3. Letter From the Minister in Ruritania (Able) to the Secretary of State
     <note n="1" xml:id="d3fn1" type="source">Source: Department of State, Central Files, 737.00/6-1262.
        Secret.</note></head>
  <opener><dateline><placeName>Strelsau</placeName>, <date>undated</date>.</dateline>
     <salute>Dear Mr. Secretary:</salute></opener>
  <p>I enclose what was said.</p>
  <closer><signed>Able</signed></closer>
  <frus:attachment xml:id="d3at1">
    <head>Attachment<note n="2" xml:id="d3fn2" type="source">Source: Another Library, Papers. Top Secret.</note></head>
    <opener><dateline>London, <date when="1961-05-04">May 4, 1961</date>.</dateline></opener>
    <p>What was said.</p><closer><signed>Baker</signed></closer>
  </frus:attachment>
  <frus:attachment xml:id="d3at2"><head>Tab B</head><p>More of it.</p></frus:attachment>
</div>
"""
"""In the shape of the volumes of today: an opener around the dateline, attachments, the span of days in attributes."""


def volume(folder: Path, *divisions: str, name: str = "frus1961-63v99.xml") -> Path:
    """A file with these divisions."""
    path = folder / name
    path.write_text(HEADER + "".join(divisions) + FOOTER, encoding="utf-8")
    return path
