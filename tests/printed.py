"""Reading PDFs as readers' programs do, and everything that may be wrong with one.

Each function gives its findings; none is good. They are tested on files with seeded defects.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import page as page_validation
import pypdfium2
import zxingcpp
from pikepdf import Array, Dictionary, Name, NameTree, OutlineItem, Pdf, String

MARGIN = 14.0
"""Points at the edge of a sheet that stay empty of text."""
FEW_LETTERS = 60
SHORT = 6
"""Letters of a piece that a page may cut from a sentence."""
FONTS = {"NotoSans-Regular", "NotoSans-SemiBold", "NotoSans-Italic", "NotoSans-SemiBoldItalic"}
FONTS |= {"NotoSansMath-Regular"}


def accessibility_findings(path: Path) -> list[str]:
    """What fails PDF/UA-1."""
    profile = page_validation.ValidationProfile.PDF_UA_1
    failures = page_validation.validate_pdf(str(path), profile=profile).failures
    return [f"{each.rule_id}: {each.message}" for each in failures]


def structure_findings(pdf: Pdf) -> list[str]:
    """Language, title, marks: what the whole file must have; and what none may have."""
    found = []
    with pdf.open_metadata() as data:
        if not data.get("dc:title"):
            found.append("no title")
        if str(data.get("pdfuaid:part")) != "1":
            found.append("does not say that it keeps PDF/UA-1")
    if str(pdf.Root.get("/Lang", "")) != "en-US":
        found.append("no language")
    marks: Any = pdf.Root.get("/MarkInfo", {})
    names: Any = pdf.Root.get("/Names", {})
    if not marks.get("/Marked"):
        found.append("not tagged")
    found += [f"has {key}" for key in ("/OpenAction", "/AA", "/AcroForm") if key in pdf.Root]
    if pdf.attachments or "/JavaScript" in names:
        found.append("has an attachment or a script")
    return [*found, *_element_findings(pdf)]


def elements(pdf: Pdf) -> Iterator[Any]:
    """Every element of the tree of tags, in reading order."""
    todo = list(reversed(kids(pdf.Root.StructTreeRoot)))
    while todo:
        element = todo.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield element
            todo += reversed(kids(element))


def kids(element: Any) -> list[Any]:
    found = element.get("/K")
    return [] if found is None else list(found) if isinstance(found, Array) else [found]


def _element_findings(pdf: Pdf) -> Iterator[str]:
    for element in elements(pdf):
        if Name.Figure == element.S and not str(element.get("/Alt", "")):
            yield "a figure without words for those who do not see it"
        if element.S == Name.TH and not _scope(element):
            yield "a head of a table without its scope"
        if Name.Table == element.S and not _has_heads(element):
            yield "a table without heads"


def _scope(element: Any) -> bool:
    attributes = element.get("/A", [])
    listed = list(attributes) if isinstance(attributes, Array) else [attributes]
    return any("/Scope" in each for each in listed if isinstance(each, Dictionary))


def _has_heads(table: Any) -> bool:
    todo = kids(table)
    while todo:
        each = todo.pop()
        if isinstance(each, Dictionary) and "/S" in each:
            if each.S == Name.TH:
                return True
            todo += kids(each)
    return False


def layout_findings(path: Path) -> list[str]:
    """Text off the sheet or on other text: Typst says nothing of either."""
    found = []
    pdf = pypdfium2.PdfDocument(path)
    for number, sheet in enumerate(pdf, 1):
        width, height = sheet.get_size()
        text = sheet.get_textpage()
        boxes = sorted((text.get_rect(n) for n in range(text.count_rects())), key=lambda b: b[1])
        for at, box in enumerate(boxes):
            if not _within(box, width, height):
                found.append(f"page {number}: off the sheet: {text.get_text_bounded(*box)}")
            if any(_overlap(box, other) for other in _near(boxes[at + 1 :], box[3])):
                found.append(f"page {number}: on other text: {text.get_text_bounded(*box)}")
    pdf.close()
    return found


Box = tuple[float, float, float, float]


def _within(box: Box, width: float, height: float) -> bool:
    left, bottom, right, top = box
    upright = bottom >= MARGIN and top <= height - MARGIN
    return upright and left >= MARGIN and right <= width - MARGIN


def _near(boxes: list[Box], top: float) -> Iterator[Box]:
    for box in boxes:
        if box[1] >= top:
            return
        yield box


def _overlap(one: Box, other: Box) -> bool:
    wide = max(0.0, min(one[2], other[2]) - max(one[0], other[0]))
    high = max(0.0, min(one[3], other[3]) - max(one[1], other[1]))
    smaller = min((b[2] - b[0]) * (b[3] - b[1]) for b in (one, other))
    return wide * high > 0.4 * smaller


def texts(path: Path) -> list[str]:
    """The text of each page, as a reader copies it."""
    pdf = pypdfium2.PdfDocument(path)
    found = [sheet.get_textpage().get_text_bounded() for sheet in pdf]
    pdf.close()
    return found


def blank_pages(path: Path) -> list[str]:
    """Pages with next to nothing on them but head and foot."""
    found = []
    for number, words in enumerate(texts(path), 1):
        inner = words.splitlines()[1:-1] if number > 1 else [words]
        if len("".join(inner).strip()) < FEW_LETTERS:
            found.append(f"page {number} is empty")
    return found


def folded(words: str) -> str:
    """Letters only as they count: no white space, no soft or line-end hyphens."""
    plain = (
        unicodedata.normalize("NFKC", words)
        .replace("\ufffe", "")
        .replace("\u00ad", "")
        .replace("\x02", "")
    )
    return re.sub(r"[\s\u200b\u2010\u2060\u00ad\ufffe\x02-]+", "", plain)


def missing_words(path: Path, wanted: Iterable[str]) -> list[str]:
    """Words that should be in a file and are not; a page may end in their midst."""
    there = folded(" ".join(_body(words, n) for n, words in enumerate(texts(path))))
    return [each for each in dict.fromkeys(wanted) if not _stands(folded(each), there)]


def _stands(words: str, there: str) -> bool:
    halves = ((words[:at], words[at:]) for at in range(SHORT, len(words) - SHORT))
    return words in there or any(one in there and two in there for one, two in halves)


def _body(words: str, number: int) -> str:
    """A page without head and foot, which may stand in the midst of a sentence, or of a word."""
    lines = re.split(r"[\r\n\x02]+", words)
    start = 1 if number and lines and re.search(r"As of \d", lines[0]) else 0
    return "\n".join(lines[start:-1])


def link_findings(pdf: Pdf) -> list[str]:
    """Links that lead nowhere, or elsewhere than over https."""
    found = []
    pages: set[Any] = {page.objgen for page in pdf.pages}
    names = _named(pdf)
    for number, sheet in enumerate(pdf.pages, 1):
        for link in sheet.get("/Annots", []):
            if link.Subtype == Name.Link:
                found += [f"page {number}: {each}" for each in _link_findings(link, pages, names)]
    return found


def _named(pdf: Pdf) -> Mapping[str, Any]:
    root: Any = pdf.Root
    tree = root.get("/Names", {}).get("/Dests")
    return {str(name): target for name, target in NameTree(tree).items()} if tree else {}


def _link_findings(link: Any, pages: set[Any], names: Mapping[str, Any]) -> Iterator[str]:
    action = link.get("/A", {})
    target = link.get("/Dest", action.get("/D"))
    if isinstance(target, String):
        target = names.get(str(target))
    if not str(link.get("/Contents", "")):
        yield "a link without a description"
    if "/URI" in action:
        if not str(action.URI).startswith("https://"):
            yield f"a link to {action.URI}"
    elif not isinstance(target, Array) or target[0].objgen not in pages:
        yield "a link that leads nowhere"


def bookmarks(pdf: Pdf) -> list[tuple[str, int]]:
    """Every bookmark with the number of its page."""
    names = _named(pdf)
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}

    def walk(items: Iterable[OutlineItem]) -> Iterator[tuple[str, int]]:
        for item in items:
            target: Any = item.destination
            if isinstance(target, String):
                target = names[str(target)]
            yield item.title, numbers[target[0].objgen]
            yield from walk(item.children)

    with pdf.open_outline() as outline:
        return list(walk(outline.root))


def headings(pdf: Pdf) -> list[str]:
    """Every heading by its tag, in order."""
    return [
        str(each.get("/T", "")) for each in elements(pdf) if re.fullmatch(r"/H[1-6]", str(each.S))
    ]


def contents_findings(path: Path, pdf: Pdf) -> list[str]:
    """Lines of the list of contents with another page than their heading has."""
    known = bookmarks(pdf)
    listed = [
        (match[1].strip(), int(match[2]))
        for words in texts(path)[:6]
        for match in re.finditer(r"^(.*?)(?: \.){3,} (\d+)\s*$", words, re.MULTILINE)
    ]
    names = {(folded(name), number) for name, number in known}
    return [
        f"{name}: not on page {number}"
        for name, number in listed
        if not any(each.endswith(folded(name)) and at == number for each, at in names)
    ] + (["no list of contents"] if not listed else [])


def font_findings(pdf: Pdf) -> list[str]:
    """Fonts that are not ours, not in the file, or whose letters cannot be copied."""
    found = []
    for font in pdf.objects:
        if isinstance(font, Dictionary) and font.get("/Type") == Name.Font:
            name = str(font.BaseFont).lstrip("/").split("+")[-1].removesuffix("-Identity-H")
            if name not in FONTS:
                found.append(f"a font that is not ours: {name}")
            if font.Subtype == Name.Type0 and "/ToUnicode" not in font:
                found.append(f"letters that cannot be copied: {name}")
            descriptor: Any = font.get("/FontDescriptor", {})
            if font.Subtype != Name.Type0 and not {"/FontFile2", "/FontFile3"} & set(descriptor):
                found.append(f"a font that is not in the file: {name}")
    return found


def address_in_code(path: Path) -> str:
    """What the QR code on the first page says."""
    pdf = pypdfium2.PdfDocument(path)
    picture = pdf[0].render(scale=2).to_pil()
    pdf.close()
    found = zxingcpp.read_barcodes(picture)
    return found[0].text if found else ""


def paper_findings(pdf: Pdf, paper: tuple[float, float]) -> list[str]:
    """Pages of another size, upright or turned."""
    found = []
    for number, sheet in enumerate(pdf.pages, 1):
        size = sorted(round(float(each), 1) for each in sheet.mediabox[2:])
        if any(abs(a - b) > 1 for a, b in zip(size, sorted(paper), strict=True)):
            found.append(f"page {number} is {size}")
    return found


def opened(path: Path) -> Pdf:
    return Pdf.open(io.BytesIO(path.read_bytes()))
