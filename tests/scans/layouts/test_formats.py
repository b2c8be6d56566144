"""hOCR, ALTO and PAGE come to the same page: words in the file's order, their boxes in pixels, their confidences."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from onionskin.errors import DamagedSourceError, LimitError
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.layouts.alone import opened
from onionskin.scans.layouts.parsing import MOST_ELEMENTS
from onionskin.scans.limits import Limits
from onionskin.scans.sniff import ALTO, HOCR, PAGE_XML, media_type
from onionskin.scans.source import open_source

TEXT = "OUTGOING TELEGRAM\n\nYou should see\nKuznetsov\n"
BOXES = [Box(100, 50, 300, 90), Box(320, 50, 560, 90), Box(100, 200, 160, 240), Box(180, 200, 320, 240)]
SURE = [0.96, 0.9, 0.5, 1.0]


def alto(unit: str = "pixel", scale: float = 1.0, version: int = 4, image: str = "a.tif", order: str = "") -> str:
    def at(left: float, top: float, right: float, bottom: float) -> str:
        places = [left * scale, top * scale, (right - left) * scale, (bottom - top) * scale]
        names = ("HPOS", "VPOS", "WIDTH", "HEIGHT")
        return " ".join(f'{name}="{place:g}"' for name, place in zip(names, places, strict=True))

    return f"""<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v{version}#">
 <Description><MeasurementUnit>{unit}</MeasurementUnit>
  <sourceImageInformation><fileName>{image}</fileName></sourceImageInformation></Description>{order}
 <Layout><Page ID="p1" PHYSICAL_IMG_NR="1" WIDTH="{2550 * scale:g}" HEIGHT="{3300 * scale:g}"><PrintSpace>
  <TextBlock ID="b1"><TextLine {at(100, 50, 560, 90)}>
   <String CONTENT="OUTGOING" WC="0.96" {at(100, 50, 300, 90)}/><SP/>
   <String CONTENT="TELEGRAM" WC="0.9" {at(320, 50, 560, 90)}/></TextLine></TextBlock>
  <TextBlock ID="b2"><TextLine {at(100, 200, 400, 240)}>
   <String CONTENT="You" WC="0.5" {at(100, 200, 160, 240)}/><SP/>
   <String CONTENT="should" CC="000000" {at(180, 200, 320, 240)}/>
   <String CONTENT="see" {at(330, 200, 400, 240)}/></TextLine>
   <TextLine><String CONTENT="Kuznetsov" {at(100, 260, 290, 300)}/>
   </TextLine></TextBlock>
 </PrintSpace></Page></Layout></alto>"""


HOCR_PAGE = """<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html><head>
<meta name='ocr-system' content='tesseract 5.3.0'/></head><body>
<div class='ocr_page' id='page_1' title='image "a.tif"; bbox 0 0 2550 3300; ppageno 0; scan_res 300 300'>
 <div class='ocr_carea'><p class='ocr_par'>
  <span class='ocr_header' title='bbox 100 50 560 90; baseline 0 0'>
   <span class='ocrx_word' title='bbox 100 50 300 90; x_wconf 96'>OUTGOING</span>
   <span class='ocrx_word' title='bbox 320 50 560 90; x_wconf 90'><strong>TELEGRAM</strong></span></span></p></div>
 <div class='ocr_carea'><p class='ocr_par'>
  <span class='ocr_line' title='bbox 100 200 400 240'>
   <span class='ocrx_word' title='bbox 100 200 160 240; x_wconf 50'>You</span>
   <span class='ocrx_word' title='bbox 180 200 320 240; x_wconf 100'>should</span>
   <span class='ocrx_word' title='bbox 330 200 400 240'>see</span></span>
  <span class='ocr_line' title='bbox 100 260 290 300'>Kuznetsov</span></p></div>
</div></body></html>"""

PAGE_2019 = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Metadata><Creator>T</Creator></Metadata>
<Page imageFilename="a.tif" imageWidth="2550" imageHeight="3300" imageXResolution="300" imageResolutionUnit="PPI">
<ReadingOrder><OrderedGroup id="o"><RegionRefIndexed index="1" regionRef="r2"/>
 <RegionRefIndexed index="0" regionRef="r1"/></OrderedGroup></ReadingOrder>
<TextRegion id="r2"><Coords points="100,200 400,200 400,300 100,300"/>
 <TextLine id="l2"><Coords points="100,200 400,200 400,240 100,240"/>
  <Word id="w3"><Coords points="100,200 160,200 160,240 100,240"/>
   <TextEquiv index="1"><Unicode>Yon</Unicode></TextEquiv>
   <TextEquiv index="0" conf="0.5"><Unicode>You</Unicode></TextEquiv></Word>
  <Word id="w4"><Coords points="180,200 320,240"/><TextEquiv><Unicode>should</Unicode></TextEquiv></Word>
  <Word id="w5"><Coords points="330,200 400,240"/><TextEquiv><Unicode>see</Unicode></TextEquiv></Word>
  <TextEquiv><Unicode>You should see</Unicode></TextEquiv></TextLine>
 <TextLine id="l3"><Coords points="100,260 290,300"/><TextEquiv><Unicode>Kuznetsov</Unicode></TextEquiv></TextLine>
</TextRegion>
<TextRegion id="r1"><Coords points="100,50 560,90"/><TextLine id="l1"><Coords points="100,50 560,90"/>
  <Word id="w1"><Coords points="100,50 300,50 300,90 100,90"/>
   <TextEquiv conf="0.96"><Unicode>OUTGOING</Unicode></TextEquiv></Word>
  <Word id="w2"><Coords points="320,50 560,90"/><TextEquiv conf="0.9"><Unicode>TELEGRAM</Unicode></TextEquiv></Word>
</TextLine></TextRegion></Page></PcGts>"""

SAME = {
    "alto-pixel": (alto(), ALTO, "alto"),
    "alto-2": (alto(version=2), ALTO, "alto"),
    "alto-3-mm10": (alto("mm10", 254 / 300, 3), ALTO, "alto"),
    "alto-inch1200": (alto("inch1200", 4.0), ALTO, "alto"),
    "hocr": (HOCR_PAGE, HOCR, "hocr"),
    "page": (PAGE_2019, PAGE_XML, "page-xml"),
}


def read(text: str, limits: Limits | None = None) -> PageText:
    return opened(io.BytesIO(text.encode()), "box/a.xml", limits or Limits()).leaf(PageNumber(1))


@pytest.mark.parametrize("name", SAME)
def test_all_formats_and_units_come_to_one_page(name: str) -> None:
    text, kind, reader = SAME[name]
    assert media_type(text.encode()[:60_000], "a.xml") == kind
    page = read(text)
    assert page.text == TEXT
    assert (page.width, page.height, page.dpi, page.reader) == (2550, 3300, 300, reader)
    assert [word.span.of(page.text) for word in page.words] == TEXT.split()
    for word, box, sure in zip(page.words, BOXES, SURE, strict=False):
        assert all(abs(a - b) <= 1 for a, b in zip(box_of(word.box), box_of(box), strict=True))
        assert word.confidence == pytest.approx(sure)


def box_of(box: Box) -> tuple[int, int, int, int]:
    return box.left, box.top, box.right, box.bottom


def test_utf_16_is_read_as_any_other_encoding() -> None:
    data = alto().replace("UTF-8", "UTF-16").encode("utf-16")
    assert media_type(data[:60_000], "a.xml") == ALTO
    assert opened(io.BytesIO(data), "a.xml", Limits()).leaf(PageNumber(1)).text == TEXT


def test_a_hyphen_that_alto_keeps_apart_stands_at_its_word() -> None:
    hyphened = alto().replace('"Kuznetsov"', '"Kuznet" SUBS_CONTENT="Kuznetsov"')
    hyphened = hyphened.replace("\n   </TextLine>", '<HYP CONTENT="-"/></TextLine>')
    assert read(hyphened).text.endswith("Kuznet-\n")


def test_the_order_that_alto_states_is_kept() -> None:
    order = '<ReadingOrder><OrderedGroup ID="g"><ElementRef ID="e1" REF="b2"/><ElementRef ID="e2" REF="b1"/>'
    assert read(alto(order=f"{order}</OrderedGroup></ReadingOrder>")).text.startswith(
        "You should see\nKuznetsov\n\nOUT"
    )


def test_a_line_without_words_is_parted_by_the_width_of_its_letters() -> None:
    line = (
        '<TextLine id="l"><Coords points="0,0 100,20"/><TextEquiv><Unicode>at the UN</Unicode></TextEquiv></TextLine>'
    )
    page = read(
        f'<PcGts><Page imageWidth="850" imageHeight="1100"><TextRegion id="r">{line}</TextRegion></Page></PcGts>'
    )
    assert page.dpi == 100
    assert [(word.box.left, word.box.right) for word in page.words] == [(0, 22), (33, 67), (78, 100)]


def test_a_region_of_the_oldest_page_without_lines_is_parted_by_its_height() -> None:
    points = "".join(f'<Point x="{x}" y="{y}"/>' for x, y in ((0, 0), (100, 0), (100, 40), (0, 40)))
    region = f"<Coords>{points}</Coords><TextEquiv><Unicode>SECRET\nEYES ONLY</Unicode></TextEquiv>"
    page = read(f'<PcGts><Page imageWidth="850" imageHeight="1100"><TextRegion>{region}</TextRegion></Page></PcGts>')
    assert page.text == "SECRET\nEYES ONLY\n"
    assert [(word.box.top, word.box.bottom) for word in page.words] == [(0, 20), (20, 40), (20, 40)]


def test_an_hocr_of_several_pages_is_several_pages() -> None:
    body = HOCR_PAGE.split("<body>")[1].split("</body>", maxsplit=1)[0]
    leaves = opened(io.BytesIO(HOCR_PAGE.replace("</body>", f"{body}</body>").encode()), "a.hocr", Limits())
    assert [leaves.leaf(PageNumber(n)).text for n in (1, 2)] == [TEXT, TEXT]
    with pytest.raises(LimitError, match=r"2 pages.*max_pages"):
        opened(io.BytesIO(HOCR_PAGE.replace("</body>", f"{body}</body>").encode()), "a.hocr", Limits(max_pages=1))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (alto()[:900], "cannot be parsed"),
        (alto().replace("&", "").replace("</Layout>", "</Lay>"), "cannot be parsed"),
        ("<alto><Layout></Layout></alto>", "there is no page"),
        ('<!DOCTYPE alto [<!ENTITY a "b">]><alto>&a;</alto>', "declares entities of its own"),
        ('<!DOCTYPE alto [<!entity a SYSTEM "file:///etc/passwd">]><alto>&a;</alto>', "declares entities of its own"),
        ("<alto>" + "<b>" * 3000 + "</b>" * 3000 + "</alto>", "cannot be parsed"),
    ],
)
def test_a_damaged_file_is_our_error_with_its_name(text: str, told: str) -> None:
    with pytest.raises(DamagedSourceError, match=rf"box/a\.xml: .*{told}"):
        read(text)


def test_more_elements_than_memory_can_bear_are_refused_before_they_are_parsed() -> None:
    with pytest.raises(LimitError, match="3,000,000 elements"):
        read("<alto>" + "<b/>" * (2 * MOST_ELEMENTS + 1) + "</alto>")


def test_numbers_that_no_page_has_do_no_harm() -> None:
    page = read(alto().replace('HPOS="320"', 'HPOS="1e300"').replace('HPOS="180"', 'HPOS="-7"').replace("0.9", "nan"))
    assert page.text.split() == TEXT.split()
    assert all(0 <= word.box.left <= word.box.right <= 2550 for word in page.words)


def test_other_markup_stays_the_text_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<TEI><text><body><p>SECRET</p></body></text></TEI>")
    with open_source(tmp_path / "a.xml", Limits()) as source:
        assert source.media_type == "text/plain"


def test_the_lines_of_a_header_are_read_once() -> None:
    box = "title='bbox 0 0 900 50'"
    word = f"<span class='ocrx_word' {box}>SECRET</span>"
    header = f"<div class='ocr_header' {box}><span class='ocr_line' {box}>{word}</span></div>"
    data = f"<html><body><div class='ocr_page' {box}>{header}</div></body></html>".encode()
    assert opened(io.BytesIO(data), "a.hocr", Limits()).leaf(PageNumber(1)).text == "SECRET\n"
