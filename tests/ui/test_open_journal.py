"""The open journal: its rooms and its page by key, nothing lost on the way between them, and Undo where it was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from heartjournal import resources
from heartjournal.model.changes import Changes
from heartjournal.model.problems import NoSuchPage
from heartjournal.ui.critic import CriticRoom
from heartjournal.ui.critic.phrase_page import PhraseRoom
from heartjournal.ui.critic.sentences import Sentence
from heartjournal.ui.critic.suggestion_row import SuggestionRow
from heartjournal.ui.editor import PageEditor
from heartjournal.ui.editor.writing_text import WritingText
from heartjournal.ui.open_journal import OpenJournal
from heartjournal.ui.pages import JournalRoom
from heartjournal.ui.settings import Settings
from heartjournal.ui.today import Today
from heartjournal.ui.wanted import EntryWanted, PageWanted, PassingWords
from heartjournal.ui.widgets import (
    EntryList,
    KeyboardFocus,
    NavigationItem,
    PageCard,
    PassingNotice,
    SafeBrowser,
    SearchField,
)
from tests.ui.person import CONTROL, SHIFT, Person
from tests.ui.writing import ask, keep, page, refuse_saves

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.ui.surroundings import Surroundings

Key = Qt.Key


class AtHome(Person):
    """A person in the open journal."""

    def __init__(self, journal: OpenJournal, surroundings: Surroundings, qtbot: QtBot) -> None:
        super().__init__(journal, qtbot)
        self.journal = journal
        self.surroundings = surroundings
        self.qtbot = qtbot

    def arrives_in(self, kind: type[QWidget]) -> None:
        """Wait until this is shown and has the keyboard."""
        self.qtbot.waitUntil(lambda: self._is_in(kind))

    def _is_in(self, kind: type[QWidget]) -> bool:
        shown = [part for part in self.journal.findChildren(kind) if part.isVisible()]
        return len(shown) == 1 and shown[0].isAncestorOf(self.focus)

    def write(self, words: str) -> None:
        self.press(Key.Key_N, CONTROL | SHIFT)
        self.arrives_in(PageEditor)
        self.type_in(words)

    def kept(self) -> list[str]:
        """The first words of every page, newest first."""
        lines = ask(self.surroundings, self.qtbot, lambda journal: journal.pages.lines())
        return [line.opening for line in lines]

    def bodies(self) -> list[str]:
        """The words of every page, as the journal holds them."""

        def bodies(journal: Journal) -> list[str]:
            entries = [journal.pages.entry(line.id) for line in journal.pages.lines()]
            return [section.body for entry in entries for section in entry.sections]

        return ask(self.surroundings, self.qtbot, bodies)

    def wait_for_text(self, words: str) -> WritingText:
        """The text in front, once it has the keyboard and says this."""

        def text() -> WritingText | None:
            focus = self.focus
            return focus if isinstance(focus, WritingText) and focus.words == words else None

        self.qtbot.waitUntil(lambda: text() is not None)
        found = text()
        assert found is not None
        return found

    def reads(self, words: str) -> bool:
        """Whether a page beside the list says this."""
        browsers = self.journal.findChildren(SafeBrowser)
        return any(browser.isVisible() and words in browser.toPlainText() for browser in browsers)


@pytest.fixture
def home(opened: Surroundings, journal_folder: Path, qtbot: QtBot) -> AtHome:
    """The open journal with the person in front of it; what is still written on is saved when its window closes."""
    journal = OpenJournal(opened, folder=journal_folder)
    qtbot.addWidget(journal)
    person = AtHome(journal, opened, qtbot)
    person.sit_down()
    journal.arrive()
    return person


def test_one_arrives_in_today_where_enter_opens_tonight_s_page(home: AtHome) -> None:
    home.arrives_in(Today)
    home.press(Key.Key_Return)
    home.arrives_in(PageEditor)
    assert home.journal.is_writing


PLACES: tuple[tuple[Key, Qt.KeyboardModifier, type[QWidget]], ...] = (
    (Key.Key_1, CONTROL, Today),
    (Key.Key_2, CONTROL, JournalRoom),
    (Key.Key_4, CONTROL, CriticRoom),
    (Key.Key_Comma, CONTROL, Settings),
    (Key.Key_N, CONTROL, PageEditor),
    (Key.Key_N, CONTROL | SHIFT, PageEditor),
    (Key.Key_B, CONTROL | SHIFT, PageEditor),
    (Key.Key_F, CONTROL, JournalRoom),
)


def test_every_place_is_one_shortcut_away_from_a_room_and_from_a_page(home: AtHome) -> None:
    for key, modifiers, kind in PLACES:
        for from_key, from_modifiers, start in ((Key.Key_1, CONTROL, Today), (Key.Key_N, CONTROL | SHIFT, PageEditor)):
            home.press(from_key, from_modifiers)
            home.arrives_in(start)
            home.press(key, modifiers)
            home.arrives_in(kind)
            assert home.journal.is_writing is (kind is PageEditor)


def test_each_shortcut_opens_its_own_kind_of_page(home: AtHome) -> None:
    prompts = []
    for key, modifiers in ((Key.Key_N, CONTROL), (Key.Key_N, CONTROL | SHIFT), (Key.Key_B, CONTROL | SHIFT)):
        home.press(key, modifiers)
        home.arrives_in(PageEditor)
        prompts.append(len(home.part(PageEditor)._column.sections))
    sections = {practice.id: len(practice.steps) for practice in resources.practices().good}
    assert prompts == [sections["evening_journal"], 1, sections["break"]]


def test_what_is_said_in_passing_stays_in_sight_when_a_page_comes_in_front(home: AtHome) -> None:
    home.journal._tell(PassingWords("The page is in the bin."))
    notice = next(each for each in home.journal.findChildren(PassingNotice) if each.isVisible())
    home.press(Key.Key_N, CONTROL | SHIFT)
    home.arrives_in(PageEditor)
    assert home.journal.childAt(notice.geometry().center()) in {notice, *notice.findChildren(QWidget)}


def test_the_search_key_puts_the_caret_in_the_search_field(home: AtHome) -> None:
    home.press(Key.Key_F, CONTROL)
    home.arrives_in(SearchField)
    assert isinstance(home.focus, QLineEdit)


def test_in_an_empty_journal_one_waits_on_its_first_thing_to_do_and_later_on_its_pages(home: AtHome) -> None:
    for _ in range(2):
        home.press(Key.Key_2, CONTROL)
        home.wait_to_read("No pages yet.")
        assert home.has_focus(home.button("New page"))
        home.press(Key.Key_1, CONTROL)
        home.arrives_in(Today)
    home.press(Key.Key_2, CONTROL)
    home.press(Key.Key_Space)
    home.arrives_in(PageEditor)
    home.type_in("Rain.")
    home.press(Key.Key_2, CONTROL)
    home.qtbot.waitUntil(lambda: home.reads("Rain."))
    assert home.has_focus(home.part(EntryList))


def test_one_sees_where_the_keyboard_is_also_on_coming_back_to_a_room(home: AtHome) -> None:
    for key, room in ((Key.Key_2, JournalRoom), (Key.Key_1, Today)):
        home.press(key, CONTROL)
        home.arrives_in(room)
    focused = home.focus
    assert isinstance(focused, KeyboardFocus)
    assert focused.has_ring()


def test_a_search_without_a_hit_keeps_the_caret_also_when_one_comes_back_to_it(home: AtHome) -> None:
    home.write("Rain.")
    home.press(Key.Key_F, CONTROL)
    home.arrives_in(SearchField)
    home.type_in("snow")
    home.wait_to_read("Nothing found.")
    assert home.focus.parent() is home.part(SearchField)
    home.press(Key.Key_1, CONTROL)
    home.arrives_in(Today)
    home.press(Key.Key_2, CONTROL)
    home.wait_to_read("Nothing found.")
    assert home.focus.parent() is home.part(SearchField)


def test_going_elsewhere_saves_the_page_and_leaves_no_word_of_it_on_the_screen(home: AtHome) -> None:
    home.write("Rain.")
    home.press(Key.Key_2, CONTROL)
    home.arrives_in(JournalRoom)
    assert home.kept() == ["Rain."]
    assert not home.journal.findChild(PageEditor).findChildren(WritingText)  # type: ignore[union-attr]  # it is there


def test_a_page_that_cannot_be_saved_is_not_left_for_any_other_place(
    home: AtHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.write("Rain.")
    editor, text = home.part(PageEditor), home.part(WritingText)
    with monkeypatch.context() as disk:
        refuse_saves(disk)
        for key, modifiers, _ in PLACES:
            with home.qtbot.waitSignal(editor._sitting.troubled):
                home.press(key, modifiers)
            assert home.journal.is_writing
            assert home.part(WritingText) is text
            assert text.words == "Rain."
    assert "Not saved yet." in home.read()
    home.press(Key.Key_1, CONTROL)
    home.arrives_in(Today)
    assert home.kept() == ["Rain."]


def test_esc_leads_from_the_page_and_through_the_rooms_one_came_through(home: AtHome) -> None:
    home.press(Key.Key_2, CONTROL)
    home.arrives_in(JournalRoom)
    home.press(Key.Key_Comma, CONTROL)
    home.arrives_in(Settings)
    home.write("Rain.")
    for kind in (Settings, JournalRoom, Today, Today):
        home.press(Key.Key_Escape)
        home.arrives_in(kind)
    assert home.kept() == ["Rain."]


def test_esc_leaves_a_search_before_it_leaves_the_journal(home: AtHome) -> None:
    home.press(Key.Key_F, CONTROL)
    home.arrives_in(SearchField)
    home.type_in("weir")
    home.press(Key.Key_Escape)
    home.arrives_in(JournalRoom)
    assert home.part(SearchField).text() == ""
    home.press(Key.Key_Escape)
    home.arrives_in(Today)


def test_f6_goes_between_the_navigation_and_the_room(home: AtHome) -> None:
    home.press(Key.Key_F6)
    assert isinstance(home.focus, NavigationItem)
    home.press(Key.Key_F6)
    home.arrives_in(Today)


def test_f6_takes_no_key_from_a_page_that_is_written(home: AtHome) -> None:
    home.write("Rain.")
    home.press(Key.Key_F6)
    home.type_in(" More.")
    assert home.part(WritingText).words == "Rain. More."


def show_today_with(home: AtHome, *drafts: str) -> list[UUID]:
    ids = keep(home.surroundings, home.qtbot, *[page(words) for words in drafts])
    home.qtbot.waitUntil(lambda: len([card for card in home.journal.findChildren(PageCard) if card.isVisible()]) >= 1)
    return ids


def test_a_page_of_the_last_days_opens_to_be_read_and_esc_leads_back_to_today(home: AtHome) -> None:
    show_today_with(home, "Rain on the stairs")
    home.part(PageCard).click()
    home.qtbot.waitUntil(lambda: home.reads("Rain on the stairs"))
    home.press(Key.Key_Escape)
    home.arrives_in(Today)


def test_a_page_that_is_read_is_written_on_with_one_key_and_esc_leads_back_to_it(home: AtHome) -> None:
    show_today_with(home, "Rain on the stairs")
    home.part(PageCard).click()
    home.qtbot.waitUntil(lambda: home.reads("Rain on the stairs"))
    home.press(Key.Key_E, CONTROL)
    home.arrives_in(PageEditor)
    home.press(Key.Key_End, CONTROL)
    home.type_in(", and wind")
    home.press(Key.Key_Escape)
    home.arrives_in(JournalRoom)
    home.qtbot.waitUntil(lambda: home.reads("Rain on the stairs, and wind"))


def test_a_page_put_in_the_bin_comes_back_with_undo(home: AtHome) -> None:
    show_today_with(home, "Rain on the stairs")
    home.part(PageCard).click()
    home.qtbot.waitUntil(lambda: home.reads("Rain on the stairs"))
    home.journal.findChild(JournalRoom)._reading._ask_to_trash()  # type: ignore[union-attr]  # a menu entry
    home.wait_to_read("The page is in the bin.")
    assert home.kept() == []
    home.click("Undo")
    home.qtbot.waitUntil(lambda: home.kept() == ["Rain on the stairs"])
    home.qtbot.waitUntil(lambda: [row.opening for row in home.part(EntryList).rows.rows] == ["Rain on the stairs"])


def test_a_page_put_in_the_bin_while_it_is_written_comes_back_with_undo(home: AtHome) -> None:
    home.write("Rain.")
    home.part(PageEditor)._move_to_bin()
    home.wait_to_read("The page is in the bin.")
    home.arrives_in(Today)
    assert home.kept() == []
    home.click("Undo")
    home.qtbot.waitUntil(lambda: home.kept() == ["Rain."])


def test_a_page_that_is_gone_is_told_and_nothing_is_opened(home: AtHome, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.surroundings.tasks.troubled) as told:
        home.journal.open_entry(EntryWanted(uuid4()))
    assert isinstance(told.args[0], NoSuchPage)
    assert not home.journal.is_writing


def test_what_was_written_waits_for_the_index_until_the_hand_rests(home: AtHome) -> None:
    def due() -> int:
        rows = "SELECT entry FROM index_due"
        return ask(
            home.surroundings, home.qtbot, lambda journal: len(journal.pages._connection.execute(rows).fetchall())
        )

    home.write("heron by the weir")
    home.press(Key.Key_1, CONTROL)
    home.arrives_in(Today)
    assert due() == 1
    assert home.journal._resting.isActive()
    home.journal._resting.setInterval(0)
    home.qtbot.waitUntil(lambda: due() == 0)


def test_the_numbers_are_shown_with_the_caret_in_the_form_and_the_page_put_away(home: AtHome) -> None:
    home.write("Rain.")
    home.journal.show_numbers()
    home.arrives_in(Settings)
    assert home.focus.accessibleName() == "Name"
    assert home.kept() == ["Rain."]


def test_the_way_out_and_the_lock_are_asked_of_the_window(home: AtHome, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.journal.lock_wanted):
        home.click("Lock")
    home.press(Key.Key_2, CONTROL)
    with qtbot.waitSignal(home.journal.grounding_wanted):
        home.click("Too much right now")


def test_the_way_out_on_a_page_is_asked_of_the_window_with_its_words_saved(home: AtHome, qtbot: QtBot) -> None:
    home.write("Rain.")
    with qtbot.waitSignal(home.journal.grounding_wanted):
        home.click("Too much right now")
    assert home.kept() == ["Rain."]
    assert home.part(WritingText).words == "Rain."


def test_saving_where_nothing_is_written_goes_on_at_once(home: AtHome) -> None:
    went: list[str] = []
    home.journal.save_now(lambda: went.append("on"), lambda: went.append("back"))
    assert went == ["on"]


def test_pages_of_other_days_are_in_the_journal_too(home: AtHome) -> None:
    keep(home.surroundings, home.qtbot, page("Older", day=date(2025, 1, 3)), page("Newer"))
    home.press(Key.Key_2, CONTROL)
    home.qtbot.waitUntil(lambda: [row.opening for row in home.part(EntryList).rows.rows] == ["Newer", "Older"])


# no page is opened over words that are newer


def test_a_page_asked_for_again_while_it_is_written_on_shows_its_newest_words(home: AtHome) -> None:
    (known,) = keep(home.surroundings, home.qtbot, page("Rain."))
    home.journal.open_entry(EntryWanted(known))
    home.wait_for_text("Rain.")
    home.type_in(" Then sun.")
    before = home.focus

    home.journal.open_entry(EntryWanted(known))

    home.qtbot.waitUntil(lambda: home.focus is not before)
    home.wait_for_text("Rain. Then sun.")
    home.type_in(" Then wind.")
    home.press(Key.Key_S, CONTROL)
    home.qtbot.waitUntil(lambda: home.bodies() == ["Rain. Then sun. Then wind."])


def test_a_page_that_was_opened_and_written_on_while_it_was_being_fetched_shows_its_newest_words(home: AtHome) -> None:
    (known,) = keep(home.surroundings, home.qtbot, page("Rain."))
    entry = ask(home.surroundings, home.qtbot, lambda journal: journal.pages.entry(known))
    home.journal.open_entry(EntryWanted(known))
    home.wait_for_text("Rain.")
    home.type_in(" Then sun.")
    before = home.focus

    home.journal._write_in(entry, EntryWanted(known))

    home.qtbot.waitUntil(lambda: home.focus is not before)
    home.wait_for_text("Rain. Then sun.")


def test_a_page_asked_for_from_another_page_puts_that_one_away_with_its_words(home: AtHome) -> None:
    (known,) = keep(home.surroundings, home.qtbot, page("Rain."))
    home.journal.open_page(PageWanted())
    home.wait_for_text("")
    home.type_in("Sun.")
    home.journal.open_entry(EntryWanted(known))
    home.wait_for_text("Rain.")
    assert sorted(home.bodies()) == ["Rain.", "Sun."]


# the inner critic


def suggested(home: AtHome) -> list[str]:
    """What waits to be sorted in the room that is shown."""
    rows = home.journal.findChildren(SuggestionRow)
    return [row.suggestion.words for row in rows if row.isVisible()]


def hear_two_evenings(home: AtHome) -> None:
    """The same sentence on two evenings, heard as it is once the hand rests."""
    days = (date(2026, 11, 9), date(2026, 11, 10))
    keep(home.surroundings, home.qtbot, *(page("I am such a failure. It rained.", day=day) for day in days))
    home.journal._resting.timeout.emit()
    home.press(Key.Key_4, CONTROL)
    home.qtbot.waitUntil(lambda: suggested(home) == ["I am such a failure"])


def test_what_was_written_is_heard_once_the_hand_rests_and_sorted_with_one_key_and_undo(home: AtHome) -> None:
    hear_two_evenings(home)
    home.arrives_in(SuggestionRow)
    home.press(Key.Key_K)
    home.qtbot.waitUntil(lambda: suggested(home) == [])
    home.wait_to_read("Kept as one of your own phrases.")
    home.click("Undo")
    home.qtbot.waitUntil(lambda: suggested(home) == ["I am such a failure"])


def test_a_sentence_of_a_suggestion_opens_its_page_in_the_journal(home: AtHome) -> None:
    hear_two_evenings(home)
    home.arrives_in(SuggestionRow)
    home.press(Key.Key_Space)
    sentence = next(each for each in home.journal.findChildren(Sentence) if each.isVisible())
    home.qtbot.keyClick(sentence, Key.Key_Return)
    home.arrives_in(JournalRoom)
    home.qtbot.waitUntil(lambda: home.reads("I am such a failure. It rained."))


def test_a_sentence_that_is_added_is_found_in_pages_written_before(home: AtHome) -> None:
    keep(home.surroundings, home.qtbot, page("Wieder alles falsch gemacht."))
    home.journal._resting.timeout.emit()
    (phrase,) = ask(home.surroundings, home.qtbot, lambda journal: journal.phrases.keep("alles falsch gemacht")).phrases
    home.surroundings.tasks.changed.emit(Changes(phrases=frozenset({phrase})))

    def is_found() -> bool:
        found = ask(home.surroundings, home.qtbot, lambda journal: journal.phrases.page(phrase))
        return found.line.times == 1

    home.qtbot.waitUntil(is_found)


def test_what_is_written_about_a_phrase_is_saved_before_the_journal_closes(home: AtHome) -> None:
    (phrase,) = ask(home.surroundings, home.qtbot, lambda journal: journal.phrases.keep("I am too much")).phrases
    home.press(Key.Key_4, CONTROL)
    home.journal._critic.show_phrase(phrase)
    home.arrives_in(PhraseRoom)
    home.wait_to_read("I am too much")
    home.click("Edit what it wants for you")
    home.type_in("It wants me small")
    saved: list[None] = []
    home.journal.save_now(lambda: saved.append(None))
    home.qtbot.waitUntil(lambda: bool(saved))
    kept = ask(home.surroundings, home.qtbot, lambda journal: journal.phrases.page(phrase)).line.phrase
    assert kept.protecting == "It wants me small"
