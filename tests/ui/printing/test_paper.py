"""A letter becomes a PDF that another program reads: every word in it, nothing about it, for nobody else's eyes."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from heartjournal.model.problems import CannotWrite
from heartjournal.resources.theme import theme_tokens
from heartjournal.ui.printing import Printout, Sheets, keep_pdf, pdf_of, print_on, usual_paper
from heartjournal.ui.theme.print_look import print_look
from tests.ui.printing.poppler import facts_of, fonts_in, words_in

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QTextBlock

    from heartjournal.ui.theme.print_look import PrintLook

pytestmark = [pytest.mark.platform("linux"), pytest.mark.usefixtures("qapp")]

A4 = QPageSize(QPageSize.PageSizeId.A4)
PARAGRAPH = "You came home tonight and went straight to the list of everything you had not done. " * 4
LETTER = Printout("For an evening like this", "Thursday 12 November 2026", (f"My dear,\n\n{PARAGRAPH}",))


def pdf(folder: Path, look: PrintLook, *printouts: Printout, paper: QPageSize = A4) -> Path:
    path = folder / "letter.pdf"
    keep_pdf(pdf_of(printouts, look, paper=paper), path)
    return path


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_the_words_of_a_letter_are_in_its_pdf(tmp_path: Path, look: PrintLook) -> None:
    words = one_line(words_in(pdf(tmp_path, look, LETTER)))
    assert words == one_line(f"{LETTER.title} {LETTER.day_line} My dear, {PARAGRAPH}")


def test_a_letter_on_one_sheet_has_no_number(tmp_path: Path, look: PrintLook) -> None:
    assert facts_of(pdf(tmp_path, look, LETTER))["Pages"] == "1"


def test_several_sheets_are_numbered_and_lose_and_repeat_no_line(tmp_path: Path, look: PrintLook) -> None:
    lines = [f"Line {number} of a long letter." for number in range(400)]
    path = pdf(tmp_path, look, Printout("", "", ("\n\n".join(lines),)))
    count = int(facts_of(path)["Pages"])
    assert count >= 10
    found = []
    for page in range(1, count + 1):
        *words, number = [line for line in words_in(path, page=page).splitlines() if line.strip("\f ")]
        assert number == str(page)
        found += words
    assert found == lines


def test_each_printout_begins_on_a_sheet_of_its_own(tmp_path: Path, look: PrintLook) -> None:
    second = Printout("The second", "", ("Shorter.",))
    path = pdf(tmp_path, look, LETTER, second)
    assert facts_of(path)["Pages"] == "2"
    assert words_in(path, page=2).split() == ["The", "second", "Shorter.", "2"]


def test_a_pdf_says_nothing_of_itself_but_the_programs_name(tmp_path: Path, look: PrintLook) -> None:
    path = pdf(tmp_path, look, LETTER)
    facts = facts_of(path)
    assert facts["Creator"] == "HeartJournal"
    assert [facts[name] for name in ("Title", "Author", "Page size")] == ["", "", "595 x 842 pts (A4)"]
    assert "Subject" not in facts
    assert b"evening" not in path.read_bytes()


def test_it_is_set_in_the_reading_type_which_comes_with_it(tmp_path: Path, look: PrintLook) -> None:
    fonts = fonts_in(pdf(tmp_path, look, LETTER))
    assert sorted(row[0].rpartition("+")[2] for row in fonts) == [
        "Literata-Italic",
        "Literata-Regular",
        "LiterataDisplay-Regular",
    ]
    assert all(row[4] == "yes" for row in fonts), "embedded"


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("x" * 1500, "x" * 1500),
        ("```\n" + "y" * 900 + "\n```", "y" * 900),
        ("office, fjord, Thursday, finished", "office, fjord, Thursday, finished"),
        ("Ελληνικά, Русский, café, naïve", "Ελληνικά, Русский, café, naïve"),
        ("# One\n\n## Two *and*\n\n#### Four", "One Two and Four"),
        ("- one\n- two\n\n1. three", "one two 1. three"),
        ("a\n\n---\n\nb", "a * * * b"),
        ("> kept\n> close", "kept close"),
        ("[a garden](https://example.org/x)", "a garden (https://example.org/x)"),
        (
            "[**a** garden](https://example.org/x) and [b](http://b.org)",
            "a garden (https://example.org/x) and b (http://b.org)",
        ),
        ("<https://example.org> or <me@example.org>", "https://example.org or me@example.org"),
        ("[a@b.org](mailto:a@b.org)", "a@b.org"),
        ("<b>bold</b> &amp; <script>", "<b>bold</b> & <script>"),
    ],
)
def test_every_word_is_kept(tmp_path: Path, look: PrintLook, markdown: str, words: str) -> None:
    found = words_in(pdf(tmp_path, look, Printout("", "", (markdown,))))
    assert "".join(found.split()) == "".join(words.split())


def test_words_from_right_to_left_are_kept(tmp_path: Path, look: PrintLook) -> None:
    found = words_in(pdf(tmp_path, look, Printout("", "", ("שלום עולם",))))
    assert set("שלום עולם") <= set(found)


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A6, QPageSize.PageSizeId.Letter, QPageSize.PageSizeId.A7])
def test_any_paper_will_do(tmp_path: Path, look: PrintLook, size: QPageSize.PageSizeId) -> None:
    path = pdf(tmp_path, look, LETTER, paper=QPageSize(size))
    assert "everything you had not done." in one_line(words_in(path))


@pytest.mark.parametrize(
    ("place", "paper"), [("en_US", QPageSize.PageSizeId.Letter), ("en_GB", QPageSize.PageSizeId.A4)]
)
def test_the_usual_paper_is_that_of_the_place(place: str, paper: QPageSize.PageSizeId) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(place))
        assert usual_paper().id() == paper
    finally:
        QLocale.setDefault(before)


def test_nothing_is_loaded_for_a_printout(tmp_path: Path, look: PrintLook) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"no picture")
    path = pdf(tmp_path, look, Printout("", "", (f"![seen](file://{picture}) ![](https://example.org/a.png)",)))
    assert "seen" in words_in(path)
    sheets = Sheets([LETTER], look, paper=A4.size(QPageSize.Unit.Point))
    document, _ = sheets._sheets[0]
    assert isinstance(document, QTextDocument)
    assert bytes(document.resource(2, picture.as_uri()).data()) == b"\0"


@given(title=st.text(max_size=40), day=st.text(max_size=40), parts=st.lists(st.text(), max_size=3))
def test_any_text_can_be_set(title: str, day: str, parts: list[str]) -> None:
    look = print_look(theme_tokens())
    sheets = Sheets([Printout(title, day, tuple(parts))], look, paper=A4.size(QPageSize.Unit.Point))
    assert sheets.count >= 1


def sheet_of(block: QTextBlock, line: int) -> int:
    document = block.document()
    above = document.documentLayout().blockBoundingRect(block).top() + block.layout().lineAt(line).y()
    return int((above + 1) // document.pageSize().height())


def test_a_heading_and_a_first_line_never_stand_alone_at_the_foot(look: PrintLook) -> None:
    """However much stands above them. Somewhere in between the rule has moved each of them."""
    moved = set()
    for above in range(30, 48):
        text = "\n".join(["A line."] * above) + "\n\n## A heading\n\n" + PARAGRAPH
        sheets = Sheets([Printout("", "", (text,))], look, paper=A4.size(QPageSize.Unit.Point))
        document, _ = sheets._sheets[0]
        assert isinstance(document, QTextDocument)
        blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
        places = [sheet_of(blocks[-2], 0), sheet_of(blocks[-1], 0), sheet_of(blocks[-1], 1)]
        assert len(set(places)) == 1, above
        moved |= {block.text()[:5] for block in blocks if block.blockFormat().pageBreakPolicy()}
    assert "A hea" in moved


def test_a_pdf_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path, look: PrintLook) -> None:
    before = os.umask(0)
    try:
        path = pdf(tmp_path, look, LETTER)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["letter.pdf"]


def test_a_file_that_was_there_is_replaced_and_a_part_left_over_too(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"old")
    (tmp_path / "letter.pdf.part").write_bytes(b"left over")
    keep_pdf(b"new", path)
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["letter.pdf"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="could not be written"):
        keep_pdf(b"new", tmp_path / "nowhere" / "letter.pdf")


def test_a_printer_prints_the_same_words_under_the_programs_name(tmp_path: Path, look: PrintLook) -> None:
    """Qt's own printer that writes a file stands in for one that takes paper."""
    path = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(A4)
    print_on(printer, (LETTER,), look)
    assert one_line(words_in(path)) == one_line(f"{LETTER.title} {LETTER.day_line} My dear, {PARAGRAPH}")
    assert printer.docName() == "HeartJournal"
    assert facts_of(path)["Creator"] == "HeartJournal"


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_answer_is_said(tmp_path: Path, look: PrintLook) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    with pytest.raises(CannotWrite, match="did not answer"):
        print_on(printer, (LETTER,), look)


def test_a_printout_shows_no_word_of_itself() -> None:
    assert repr(LETTER) == "Printout()"
