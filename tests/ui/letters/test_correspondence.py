"""Letters in the open journal: from the key that begins one to Today, the page it answers, the offer after a page."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from threading import Event
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QTextBrowser, QTextEdit, QWidget

from heartjournal.model.letter import Felt, LetterLink, LetterState
from heartjournal.ui.editor import PageEditor
from heartjournal.ui.editor.page_menu import PageMenu
from heartjournal.ui.editor.writing_text import WritingText
from heartjournal.ui.letters.letter_editor import LetterEditor
from heartjournal.ui.letters.letter_reader import LetterReader
from heartjournal.ui.letters.letters_room import LettersRoom
from heartjournal.ui.open_journal import OpenJournal
from heartjournal.ui.pages import JournalRoom
from heartjournal.ui.today import Today
from heartjournal.ui.wanted import EntryWanted, LetterWanted, ReadingWanted
from heartjournal.ui.widgets import LetterRow, NavigationItem, SafeBrowser, SearchField
from tests.ui.letters.correspondent import Correspondent, letter
from tests.ui.person import CONTROL, SHIFT
from tests.ui.writing import ask, keep, page, refuse_saves

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtGui import QAccessibleInterface
    from pytestqt.qtbot import QtBot

    from heartjournal.model.letter import LetterLine
    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

Key = Qt.Key


class AtHome(Correspondent):
    """A person in the open journal."""

    def __init__(self, journal: OpenJournal, surroundings: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(journal, surroundings, clock, qtbot)
        self.journal = journal

    def arrives_in(self, kind: type[QWidget]) -> None:
        """Wait until this is shown and has the keyboard."""
        self.qtbot.waitUntil(lambda: self._is_in(kind))

    def _is_in(self, kind: type[QWidget]) -> bool:
        shown = [part for part in self.journal.findChildren(kind) if part.isVisible()]
        return len(shown) == 1 and shown[0].isAncestorOf(self.focus)

    def go_to_letters(self) -> None:
        self.press(Key.Key_3, CONTROL)
        self.arrives_in(LettersRoom)

    def begin_letter(self, words: str) -> None:
        self.press(Key.Key_L, CONTROL | SHIFT)
        self.arrives_in(LetterEditor)
        assert self.has_focus(self.part(WritingText))
        self.click("Straight to a blank letter")
        self.type_in(words)

    def write_page(self, words: str) -> None:
        """Write a page and leave it."""
        self.press(Key.Key_N, CONTROL | SHIFT)
        self.arrives_in(PageEditor)
        self.type_in(words)
        self.press(Key.Key_Return, CONTROL)
        self.qtbot.waitUntil(lambda: not self.journal.is_writing)
        self.settle()

    def read_today(self) -> None:
        self.wait_to_read("A letter has come back")
        self.click("Read it")
        self.arrives_in(LetterReader)

    def line(self) -> LetterLine:
        (line,) = self.lines()
        return line

    def letter_words(self) -> str:
        reader = self.part(LetterReader)
        return next(each.toPlainText() for each in reader.findChildren(QTextBrowser) if each.isVisible())


@pytest.fixture
def home(opened: Surroundings, clock: FixedClock, journal_folder: Path, qtbot: QtBot) -> AtHome:
    journal = OpenJournal(opened, folder=journal_folder)
    qtbot.addWidget(journal)
    person = AtHome(journal, opened, clock, qtbot)
    person.sit_down()
    journal.arrive()
    return person


# writing and putting away


def test_a_letter_that_is_put_away_says_when_it_comes_and_undo_makes_it_a_draft_again(home: AtHome) -> None:
    home.begin_letter("Dear you,")
    home.press(Key.Key_Return, CONTROL)
    home.wait_to_read("The letter is put away. It comes back around 15 November.")
    home.arrives_in(Today)
    assert home.line().state is LetterState.AWAKE
    home.click("Undo")
    home.settle()
    assert home.line().state is LetterState.DRAFT


def test_a_sealed_letter_says_until_when_and_undo_opens_it_as_a_draft(home: AtHome) -> None:
    home.begin_letter("Dear you,")
    home.click("Closed until then")
    home.click("Seal the letter")
    home.wait_to_read("The letter is sealed until 15 November.")
    home.click("Undo")
    home.settle()
    line = home.line()
    assert (line.state, line.opening) == (LetterState.DRAFT, "Dear you,")


def test_back_in_the_room_the_keyboard_waits_there(home: AtHome) -> None:
    home.go_to_letters()
    home.begin_letter("Dear you,")
    home.press(Key.Key_Return, CONTROL)
    home.arrives_in(LettersRoom)
    home.qtbot.waitUntil(lambda: len(rows(home)) == 1)
    home.press(Key.Key_Escape)
    home.arrives_in(Today)


def test_going_elsewhere_keeps_a_draft_which_is_written_on_from_the_room(home: AtHome) -> None:
    home.begin_letter("Dear you,")
    home.go_to_letters()
    home.qtbot.waitUntil(lambda: len(rows(home)) == 1)
    home.qtbot.keyClick(rows(home)[0].face, Key.Key_Return)
    home.arrives_in(LetterEditor)
    home.type_in(" sit down.")
    home.press(Key.Key_Escape)
    home.arrives_in(LettersRoom)
    home.qtbot.waitUntil(lambda: home.line().opening == "Dear you, sit down.")


def test_a_letter_in_the_bin_comes_back_with_undo(home: AtHome) -> None:
    identity = home.put_away(letter("Dear you,", title="Mine"))
    before = home.letter(identity).line
    home.go_to_letters()
    home.qtbot.waitUntil(lambda: len(rows(home)) == 1)
    home.qtbot.keyClick(rows(home)[0].menu_button, Key.Key_Space)
    home.choose("Move to the bin")
    home.wait_to_read("The letter is in the bin.")
    assert home.lines() == ()
    home.click("Undo")
    home.qtbot.waitUntil(lambda: len(rows(home)) == 1)
    assert home.line() == before


def test_a_letter_put_in_the_bin_while_it_is_written_comes_back_with_undo(home: AtHome) -> None:
    home.begin_letter("Dear you,")
    home.part(LetterEditor)._move_to_bin()
    home.wait_to_read("The letter is in the bin.")
    home.arrives_in(Today)
    assert home.lines() == ()
    home.click("Undo")
    home.settle()
    assert home.line().opening == "Dear you,"


@pytest.mark.parametrize("is_sentence", [True, False])
def test_a_letter_is_begun_from_a_page_or_a_sentence_and_the_page_is_found_again_from_it(
    home: AtHome, is_sentence: bool
) -> None:
    home.press(Key.Key_N, CONTROL | SHIFT)
    home.arrives_in(PageEditor)
    home.type_in("I always let people down.")
    if is_sentence:
        home.press(Key.Key_A, CONTROL)
    home.click("Page options")
    menu = home.journal.findChild(PageMenu)
    assert isinstance(menu, PageMenu)
    home.choose("Write a letter about this sentence" if is_sentence else "Write a letter about this page")
    home.arrives_in(LetterEditor)
    assert ("In answer to “I always let people down.”" in home.read()) is is_sentence
    home.click("Straight to a blank letter")
    home.type_in("Not always.")
    home.press(Key.Key_Return, CONTROL)
    home.arrives_in(Today)
    line = home.line()
    (link,) = home.letter(line.id).links
    assert link.quote == ("I always let people down." if is_sentence else "")
    assert line.about == "I always let people down."

    home.go_to_letters()
    home.qtbot.waitUntil(lambda: len(rows(home)) == 1)
    home.qtbot.keyClick(rows(home)[0].face, Key.Key_Return)
    home.arrives_in(LetterReader)
    home.click("What it answers")
    home.click("Open the page it answers")
    home.arrives_in(JournalRoom)
    home.qtbot.waitUntil(lambda: reads(home, "I always let people down."))
    assert len(home.letter(line.id).rereadings) == 1


# a letter that is slow to come


@contextmanager
def slow(home: AtHome) -> Iterator[None]:
    """While this lasts, nothing that is asked of the journal is answered."""
    answering = Event()
    home.surroundings.tasks.run(lambda _journal: answering.wait(), owner=home.surroundings.tasks)
    try:
        yield
    finally:
        answering.set()


@pytest.mark.parametrize("wish", ["write", "read", "print_out"])
def test_a_letter_that_is_slow_to_come_waits_for_a_page_that_cannot_be_saved(
    home: AtHome, wish: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = home.put_away(letter("Dear you."))
    with slow(home):
        if wish == "write":
            home.journal._letters.write(LetterWanted(identity))
        else:
            getattr(home.journal._letters, wish)(ReadingWanted(identity))
        home.press(Key.Key_N, CONTROL | SHIFT)
        home.arrives_in(PageEditor)
        home.type_in("On a full disk.")
        refuse_saves(monkeypatch)
    home.wait_to_read("Not saved yet.")
    home.settle()
    assert home.part(WritingText).words == "On a full disk."
    assert home.part(PageEditor).isVisible()


def test_a_letter_that_is_slow_to_come_puts_the_page_begun_meanwhile_away_first(home: AtHome) -> None:
    identity = home.put_away(letter("Dear you."))
    with slow(home):
        home.journal._letters.read(ReadingWanted(identity))
        home.press(Key.Key_N, CONTROL | SHIFT)
        home.arrives_in(PageEditor)
        home.type_in("Rain.")
    home.arrives_in(LetterReader)
    (line,) = ask(home.surroundings, home.qtbot, lambda journal: journal.pages.lines())
    assert line.opening == "Rain."
    assert "Rain." not in words_of(home.journal._editor)


def test_a_letter_that_is_slow_to_come_takes_no_word_of_one_begun_meanwhile(home: AtHome) -> None:
    identity = home.keep(letter("Dear you."))
    with slow(home):
        home.journal._letters.write(LetterWanted(identity))
        home.begin_letter("Newer words.")
    home.settle()
    assert home.part(WritingText).words == "Newer words."


def test_before_the_lock_no_front_keeps_a_word_also_not_one_that_stands_behind_another(home: AtHome) -> None:
    home.begin_letter("Dear you,")
    editor = home.part(LetterEditor)
    with home.qtbot.waitSignal(editor._sitting.saved):
        home.journal.bring(home.journal._editor)
    home.journal.clear()
    assert "Dear you," not in words_of(editor)


# the letter of the day


def test_today_shows_the_letter_that_came_back_until_it_is_read(home: AtHome) -> None:
    identity = home.receive(letter("Dear you, sit down.", title="The chair"))
    home.press(Key.Key_1, CONTROL)
    home.wait_to_read("“Dear you, sit down.”")
    assert "You wrote it on 9 November." in home.read()
    assert notes_a_letter(home)
    home.read_today()
    assert home.letter_words() == "Dear you, sit down."
    home.press(Key.Key_Escape)
    home.arrives_in(Today)
    home.wait_to_read("If tonight is a lot")
    assert not notes_a_letter(home)
    assert home.line().times_read == 1
    assert home.letter(identity).line.next_on is not None


def test_on_today_it_is_put_off_to_another_evening(home: AtHome) -> None:
    home.receive(letter("Dear you."))
    home.receive(letter("Dear other."))
    home.press(Key.Key_1, CONTROL)
    home.wait_to_read("A letter has come back")
    home.click("Another evening")
    home.wait_to_read("If tonight is a lot")
    assert home.due() is None
    home.clock.advance(timedelta(days=1))
    home.journal.look_at_day()
    home.wait_to_read("A letter has come back")


def test_when_the_day_turns_at_four_another_letter_may_have_come(home: AtHome) -> None:
    home.put_away(letter("Dear you."), first_in=1)
    home.clock.set("2026-11-13 03:59")
    home.journal.look_at_day()
    home.settle()
    assert "A letter has come back" not in home.read()
    home.clock.set("2026-11-13 04:00")
    home.journal.look_at_day()
    home.wait_to_read("A letter has come back")
    assert notes_a_letter(home)


@pytest.mark.parametrize(
    ("key", "modifiers", "kind"),
    [
        (Key.Key_1, CONTROL, Today),
        (Key.Key_2, CONTROL, JournalRoom),
        (Key.Key_3, CONTROL, LettersRoom),
        (Key.Key_N, CONTROL, PageEditor),
        (Key.Key_L, CONTROL | SHIFT, LetterEditor),
        (Key.Key_E, CONTROL, LetterEditor),
        (Key.Key_F, CONTROL, SearchField),
    ],
)
def test_left_for_any_other_place_a_letter_counts_as_read_once_and_its_reply_is_kept(
    home: AtHome, key: Key, modifiers: Qt.KeyboardModifier, kind: type[QWidget]
) -> None:
    identity = home.receive(letter("Dear you."))
    suggested = home.letter(identity).suggested
    home.press(Key.Key_1, CONTROL)
    home.read_today()
    home.click("Write back")
    home.type_in("Thank you.")
    home.press(key, modifiers)
    home.arrives_in(kind)
    home.settle()
    after = home.letter(identity)
    assert [each.reply for each in after.rereadings] == ["Thank you."]
    assert after.line.next_on == suggested


def test_read_twice_on_one_evening_it_moves_once(home: AtHome) -> None:
    identity = home.receive(letter("Dear you."))
    suggested = home.letter(identity).suggested
    home.press(Key.Key_1, CONTROL)
    home.read_today()
    home.press(Key.Key_Escape)
    home.go_to_letters()
    home.qtbot.waitUntil(lambda: len(rows(home)) == 1)
    home.qtbot.keyClick(rows(home)[0].face, Key.Key_Return)
    home.arrives_in(LetterReader)
    home.press(Key.Key_Escape)
    home.arrives_in(LettersRoom)
    after = home.letter(identity)
    assert (after.line.next_on, len(after.rereadings)) == (suggested, 2)


# called by need


def test_nobody_without_letters_is_offered_one(home: AtHome) -> None:
    home.press(Key.Key_1, CONTROL)
    home.settle()
    assert not home.can_press("I need a letter")


def test_where_no_letter_may_come_that_is_said_kindly(home: AtHome) -> None:
    home.receive(letter("I want to be dead."))
    home.press(Key.Key_1, CONTROL)
    home.qtbot.waitUntil(lambda: home.can_press("I need a letter"))
    home.click("I need a letter")
    home.wait_to_read("None of your letters fits tonight")


def test_called_from_today_a_letter_says_that_it_came_by_chance(home: AtHome) -> None:
    home.rest(home.put_away(letter("Dear you.")))
    home.press(Key.Key_1, CONTROL)
    home.qtbot.waitUntil(lambda: home.can_press("I need a letter"))
    home.click("I need a letter")
    home.arrives_in(LetterReader)
    assert "Drawn by chance, from your own letters." in home.read()
    assert home.letter_words() == "Dear you."


def test_called_after_a_page_it_is_the_one_written_about_that_page(home: AtHome) -> None:
    for number in range(5):
        home.put_away(letter(f"Another {number}."))
    mine = home.put_away(letter("About that."))
    home.write_page("She cried.")
    (written,) = ask(home.surroundings, home.qtbot, lambda journal: journal.pages.lines())
    ask(home.surroundings, home.qtbot, lambda journal: journal.letters.link(mine, LetterLink(written.id)))
    home.qtbot.waitUntil(lambda: home.can_press("I need a letter"))
    home.click("I need a letter")
    home.arrives_in(LetterReader)
    assert "You wrote this letter about the page you have just written." in home.read()
    assert home.letter_words() == "About that."


def test_called_while_a_page_is_written_it_fits_that_page_and_the_page_is_kept(home: AtHome) -> None:
    (old,) = keep(home.surroundings, home.qtbot, page("She cried."))
    mine = home.put_away(letter("About that."))
    for number in range(5):
        home.put_away(letter(f"Another {number}."))
    ask(home.surroundings, home.qtbot, lambda journal: journal.letters.link(mine, LetterLink(old)))
    home.journal.open_entry(EntryWanted(old))
    home.arrives_in(PageEditor)
    home.type_in(" And I.")
    home.journal.call_letter()
    home.arrives_in(LetterReader)
    assert "You wrote this letter about the page you have just written." in home.read()
    (line,) = ask(home.surroundings, home.qtbot, lambda journal: journal.pages.lines())
    assert line.opening == "She cried. And I."


# the offer after a page


SHARED = "I always let people down."


def answer(home: AtHome) -> UUID:
    """A letter of two weeks ago that answers a sentence, and comes much later."""
    home.clock.advance(-timedelta(days=14))
    identity = home.put_away(letter("Not always.", day=home.today), first_in=60)
    (about,) = keep(home.surroundings, home.qtbot, page("An old page.", day=home.today))
    ask(home.surroundings, home.qtbot, lambda journal: journal.letters.link(identity, LetterLink(about, quote=SHARED)))
    home.clock.advance(timedelta(days=14))
    return identity


def test_after_a_page_that_shares_its_sentence_a_letter_is_offered_once_and_esc_says_no(home: AtHome) -> None:
    answer(home)
    home.write_page(f"Again: {SHARED}")
    home.wait_to_read("A letter of yours answers something on this page.")
    home.press(Key.Key_Escape)
    home.settle()
    assert not home.can_press("No, thanks")
    home.clock.advance(timedelta(days=40))
    home.write_page(f"Once more: {SHARED}")
    assert "A letter of yours answers" not in home.read()


def test_an_offered_letter_is_read_with_its_reason(home: AtHome) -> None:
    identity = answer(home)
    home.write_page(f"Again: {SHARED}")
    home.wait_to_read("A letter of yours answers something on this page.")
    notice = home.button("Read it")
    notice.click()
    home.arrives_in(LetterReader)
    assert f"It answers a sentence of that page: “{SHARED}”." in home.read()
    home.press(Key.Key_Escape)
    home.arrives_in(Today)
    home.qtbot.waitUntil(lambda: len(home.letter(identity).rereadings) == 1)


def test_after_a_page_that_shares_nothing_no_letter_is_offered(home: AtHome) -> None:
    answer(home)
    home.write_page("A quiet day.")
    assert not home.can_press("No, thanks")


def test_a_page_of_despair_is_followed_by_no_offer(home: AtHome) -> None:
    answer(home)
    home.write_page(f"{SHARED} I want to kill myself.")
    assert not home.can_press("No, thanks")


# sealed

SECRETS = {"letter": "qzletterword", "hurt": "qzhurtword", "feeling": "qzfeelingword"}


@pytest.mark.parametrize("is_sealed", [True, False])
def test_a_sealed_letter_shows_no_word_in_any_room_search_title_or_to_a_screen_reader(
    home: AtHome, is_sealed: bool
) -> None:
    """The letter that is not sealed is the control: its words would be seen."""
    draft = letter(
        f"{SECRETS['letter']} to you.",
        title="The chair",
        hurt=f"{SECRETS['hurt']} in it.",
        feelings=(SECRETS["feeling"],),
    )
    identity = home.put_away(draft, sealed=is_sealed)
    seen = set()
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_Comma):
        home.press(key, CONTROL)
        home.settle()
        seen |= secrets_in(home)
    home.go_to_letters()
    home.qtbot.waitUntil(lambda: len(rows(home)) == 1)
    home.qtbot.keyClick(rows(home)[0].face, Key.Key_Return)
    if is_sealed:
        seen |= secrets_in(home)
        home.choose("Open it before its day…")
    home.qtbot.waitUntil(lambda: home.journal.is_writing)
    home.settle()
    seen |= secrets_in(home)
    home.press(Key.Key_Escape)
    home.arrives_in(LettersRoom)
    for words in SECRETS.values():
        home.part(SearchField).setText(words)
        home.settle()
        assert len(rows(home)) == (0 if is_sealed else 1)
        seen |= secrets_in(home, but=words)
    home.press(Key.Key_F, CONTROL)
    home.arrives_in(SearchField)
    home.part(SearchField).setText(SECRETS["letter"])
    home.settle()
    assert ("Nothing found." in home.read()) is is_sealed
    assert seen == (set() if is_sealed else set(SECRETS.values()))
    assert SECRETS["letter"] not in home.journal.window().windowTitle()
    assert home.letter(identity).line.state is (LetterState.SEALED if is_sealed else LetterState.AWAKE)


def test_a_sealed_letter_is_not_opened_for_writing_by_whoever_asks(home: AtHome) -> None:
    identity = home.put_away(letter("Dear you.", title="The chair"), sealed=True)
    home.journal.open_entry(EntryWanted(identity))
    home.arrives_in(LetterReader)
    assert "“The chair” is sealed" in home.read()
    home.press(Key.Key_Escape)
    home.settle()
    assert home.line().state is LetterState.SEALED
    assert not home.journal.is_writing


def test_a_sealed_letter_is_here_on_its_day_with_its_words(home: AtHome) -> None:
    home.put_away(letter("Dear you."), sealed=True)
    home.clock.advance(timedelta(days=3))
    home.journal.look_at_day()
    home.wait_to_read("“Dear you.”")


def test_a_hard_letter_is_not_followed_by_another(home: AtHome) -> None:
    hard = [home.receive(letter(words)) for words in ("First.", "Second.")]
    ask(
        home.surroundings,
        home.qtbot,
        lambda journal: [journal.letters.say(identity, uuid4(), felt=Felt.HARD) for identity in hard],
    )
    home.press(Key.Key_1, CONTROL)
    home.read_today()
    home.press(Key.Key_Escape)
    home.arrives_in(Today)
    home.clock.advance(timedelta(days=1))
    home.journal.look_at_day()
    home.settle()
    assert "A letter has come back" not in home.read()


def rows(home: AtHome) -> list[LetterRow]:
    return [row for row in home.journal.findChildren(LetterRow) if row.isVisible()]


def reads(home: AtHome, words: str) -> bool:
    browsers = home.journal.findChildren(SafeBrowser)
    return any(browser.isVisible() and words in browser.toPlainText() for browser in browsers)


def secrets_in(home: AtHome, *, but: str = "") -> set[str]:
    """Which secrets stand anywhere in the window, shown or hidden, or are told to a screen reader."""
    told = "\n".join([*words_of(home.journal), *told_by(QAccessible.queryAccessibleInterface(home.journal))])
    return {secret for secret in SECRETS.values() if secret in told and secret != but}


def words_of(window: QWidget) -> Iterator[str]:
    for part in (window, *window.findChildren(QWidget)):
        yield from (part.toolTip(), part.statusTip(), part.whatsThis(), part.windowTitle())
        yield from (part.accessibleName(), part.accessibleDescription())
        if isinstance(part, QLabel | QLineEdit):
            yield part.text()
        if isinstance(part, QTextEdit):
            yield part.toPlainText()
        if isinstance(part, WritingText):
            yield part.words


def told_by(interface: QAccessibleInterface | None) -> Iterator[str]:
    if interface is None or not interface.isValid():
        return
    for text in QAccessible.Text:
        if text is not QAccessible.Text.UserText:
            yield interface.text(text)
    for number in range(interface.childCount()):
        yield from told_by(interface.child(number))


def notes_a_letter(home: AtHome) -> bool:
    """Whether the navigation says that a letter is back."""
    return any("1 back" in item.accessibleName() for item in home.journal.findChildren(NavigationItem))


def test_on_its_day_the_rooms_are_told_of_a_letter_whose_seal_ends(home: AtHome) -> None:
    identity = home.put_away(letter("Dear you, sit down."), first_in=1, sealed=True)
    home.clock.advance(timedelta(days=1))
    tasks = home.surroundings.tasks
    with home.qtbot.waitSignal(tasks.changed, check_params_cb=lambda changes: identity in changes.entries):
        home.journal._letters.look()


def test_every_screen_of_a_letter_has_the_way_to_grounding_in_sight(home: AtHome, qtbot: QtBot) -> None:
    home.receive(letter("Dear you."))
    home.journal._letters.write(LetterWanted())
    home.arrives_in(LetterEditor)
    with qtbot.waitSignal(home.journal.grounding_wanted):
        home.click("Too much right now")
    home.press(Key.Key_1, CONTROL)
    home.read_today()
    with qtbot.waitSignal(home.journal.grounding_wanted):
        home.click("Too much right now")
