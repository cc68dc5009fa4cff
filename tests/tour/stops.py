"""The two walks of the tour: from a first run to a real diary, and an evening in the sample journal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from heartjournal.model.grounding import ExerciseKind
from heartjournal.resources import grounding as grounding_words
from heartjournal.resources.demo import demo_tonight
from heartjournal.ui.editor import PageEditor
from heartjournal.ui.grounding import Grounding
from heartjournal.ui.letters.letter_editor import LetterEditor
from heartjournal.ui.letters.letter_reader import LetterReader
from heartjournal.ui.letters.letters_room import LettersRoom
from heartjournal.ui.open_journal import OpenJournal
from heartjournal.ui.pages import JournalRoom
from heartjournal.ui.settings.settings import Section, Settings
from heartjournal.ui.shell import RoomName
from heartjournal.ui.unlock import FirstRun, Unlock
from heartjournal.ui.wanted import BREAK, EVENING_JOURNAL, FREE_WRITING, LetterWanted, PageWanted, ReadingWanted
from heartjournal.ui.widgets import SavedState, SaveState, SearchField
from tests.tour.critic_stops import (
    see_a_phrase,
    see_the_critic,
    see_the_critic_of_a_real_diary,
    see_the_month,
    see_the_way_out,
)
from tests.tour.gallery import Gallery
from tests.tour.house import PASSPHRASE
from tests.tour.letter_gallery import LetterGallery
from tests.tour.parts import part
from tests.tour.room_gallery import RoomGallery

if TYPE_CHECKING:
    from heartjournal.ui.wanted import LetterPutAway
    from tests.tour.house import House

DIARY = Path(__file__).parent.parent / "data" / "diaries" / "maclane-1901"
_FREE = "The kitchen is quiet. Tom has gone up.\n\nI want to write down the light on the weir before it goes."
_LETTER_WORDS = (
    "Love,\n\nI saw you on the stairs. You sat there as if you were waiting to be told off, and nobody came, because "
    "nobody was cross.\n\nYou forgot a call. You have not forgotten her. All week you carried other people’s "
    "deadlines, and one thing slid off the pile. It would slide off mine.\n\nSleep first. In the morning you’ll ring, "
    "and she will laugh, and"
)
_LETTER = ("I forgot Mum’s birthday and found out too late to call.", "A stone in the chest.", _LETTER_WORDS)


def from_first_run_to_a_real_diary(house: House) -> None:
    """Make a journal, see it empty, bring an old diary in and read it."""
    first_run = part(house, FirstRun)
    house.picture("02-first-run-words")
    first_run._next.click()
    house.type_passphrases(PASSPHRASE)
    house.until(lambda: bool(first_run._passphrase._strength.words), "the strength of a passphrase")
    house.picture("02-first-run-passphrase")
    first_run._next.click()
    house.picture("02-first-run-begin")
    first_run._next.click()
    house.until(lambda: isinstance(house.window.stage, OpenJournal), "the new journal to open")
    house.picture("03-today-new")
    open_journal = part(house, OpenJournal)
    open_journal.go(RoomName.JOURNAL)
    house.picture("16-empty-journal")
    open_journal.go(RoomName.LETTERS)
    house.picture("16b-empty-letters")
    open_journal.go(RoomName.CRITIC)
    house.picture("16c-empty-critic")
    open_journal.go(RoomName.JOURNAL)
    room = part(house, JournalRoom)
    room._show_importing()
    room._importing.look_at(DIARY)
    house.until(lambda: room._importing._report is not None, "the preview of the old pages")
    house.picture("04-journal-import")
    room._importing._bring.click()
    house.until(lambda: room._importing._report is None, "the old pages to come in")
    house.picture("04-journal-imported")
    room._importing._close.click()
    room.arrive()
    house.picture("04-journal-real-diary")
    see_the_critic_of_a_real_diary(house, open_journal)


def an_evening_in_the_sample(house: House) -> None:
    """Unlock, look around, write, step out, and see the settings."""
    _unlock(house)
    open_journal = part(house, OpenJournal)
    house.picture("03-today")
    see_the_month(house, open_journal)
    _see_the_journal(house, open_journal)
    _see_the_letters(house, open_journal)
    see_the_critic(house, open_journal)
    see_a_phrase(house, open_journal)
    _write(house, open_journal)
    _step_out(house)
    _see_the_settings(house, open_journal)
    for name, gallery in (("1", Gallery), ("2", RoomGallery), ("3", LetterGallery)):
        sheet = gallery(house.surroundings.theme)
        sheet.show()
        house.picture(f"17-components-{name}", sheet)
        sheet.close()
        sheet.deleteLater()


def _unlock(house: House) -> None:
    unlock = part(house, Unlock)
    house.picture("01-unlock")
    house.type_passphrases("not these words")
    unlock._button.click()
    house.until(unlock._notice.isVisible, "the word about a wrong passphrase")
    house.picture("01-unlock-wrong-passphrase")
    house.type_passphrases(PASSPHRASE)
    unlock._button.click()
    house.until(lambda: isinstance(house.window.stage, OpenJournal), "the journal to open")


def _see_the_journal(house: House, open_journal: OpenJournal) -> None:
    open_journal.go(RoomName.JOURNAL)
    house.picture("04-journal")
    field = next(field for field in open_journal.findChildren(SearchField) if field.isVisible())
    open_journal.search()
    field.setText("let people d")
    house.picture("04-journal-search")
    field.clear()


def _see_the_letters(house: House, open_journal: OpenJournal) -> None:
    """The room, the letter that came back, and one that is written in three steps and sealed."""
    open_journal.go(RoomName.LETTERS)
    house.picture("06a-letters")
    room = part(house, LettersRoom)
    room._here.read.click()
    house.until(lambda: isinstance(open_journal.currentWidget(), LetterReader), "the letter that came back")
    house.picture("07-letter-returned")
    QTest.keyClick(part(house, LetterReader), Qt.Key.Key_Escape)
    house.until(room.isVisible, "the room behind the letter")
    open_journal._letters.write(LetterWanted())
    house.settle()
    editor = part(house, LetterEditor)
    written: list[LetterPutAway] = []
    editor.put_away.connect(written.append)
    for place, screen in enumerate(("06b-first-step", "06b-second-step", "06b-letter-writing")):
        _write_step(house, editor, place)
        house.picture(screen)
    editor._bar.when._sealed.setChecked(True)
    editor._bar.finish.click()
    house.until(lambda: bool(written), "the letter to be sealed")
    house.picture("06a-letters-sealed")
    open_journal._letters.read(ReadingWanted(written[0].letter_id))
    house.settle()
    house.picture("07-sealed-letter")
    QTest.keyClick(part(house, LetterReader), Qt.Key.Key_Escape)
    house.until(room.isVisible, "the room behind the sealed letter")


def _write_step(house: House, editor: LetterEditor, place: int) -> None:
    """Write what the picture of the design has, and wait until that is said to be saved."""
    editor._go_to(place)
    sheet = editor._sheet.steps[place]
    sheet.text.insertPlainText(_LETTER[place])
    if sheet.feelings is not None:
        for word in ("ashamed", "sad", "tired"):
            sheet.feelings._turn(word)
    saved: list[None] = []
    editor.save_now(lambda: saved.append(None))
    saying = part(house, SavedState)
    house.until(lambda: bool(saved) and saying.shown is SaveState.SAVED, "the word that the letter is saved")


def _write(house: House, open_journal: OpenJournal) -> None:
    open_journal.open_page(PageWanted(BREAK))
    house.picture("11-break")
    open_journal.open_page(PageWanted(FREE_WRITING))
    house.settle()
    editor = part(house, PageEditor)
    text = editor._column.sections[0].text
    assert text is not None
    text.insertPlainText(_FREE)
    _save(house, editor)
    house.picture("05-free-page")
    see_the_way_out(house, editor)
    open_journal.open_page(PageWanted(EVENING_JOURNAL))
    house.settle()
    _write_tonight(editor)
    _save(house, editor)
    saying = part(house, SavedState)
    house.until(lambda: saying.shown is SaveState.SAVED, "the word that the page is saved")
    _open_a_note(house, editor)
    open_journal._notice.hide()
    house.picture("05-entry-editor")


def _open_a_note(house: House, editor: PageEditor) -> None:
    """The note on what is underlined, with the caret where the picture of the design has it."""
    editor._column.go_to(len(editor._column.sections) - 1)
    editor._critic.look()
    house.settle()
    editor._critic.notes.open_near()


def _write_tonight(editor: PageEditor) -> None:
    tonight = demo_tonight()
    answers = {answer.step_id: answer.body for answer in tonight.answers}
    for section in editor._column.sections:
        step_id = section._part.section.prompt_id.rpartition("/")[2]
        if section.text is not None and step_id in answers:
            section.text.insertPlainText(answers[step_id])
        if section.feelings_input is not None:
            for word in tonight.feelings:
                section.feelings_input._turn(word)
    editor._column.go_to(0)


def _save(house: House, editor: PageEditor) -> None:
    saved: list[None] = []
    editor.save_now(lambda: saved.append(None))
    house.until(lambda: bool(saved) and not editor.has_unsaved, "the page to be saved")


def _step_out(house: House) -> None:
    house.window.step_out()
    house.picture("13-too-much-right-now")
    grounding = part(house, Grounding)
    exercises = (exercise for exercise in grounding_words().cards if exercise.kind is not ExerciseKind.CLOSE)
    for number, _exercise in enumerate(exercises):
        grounding._cards[number].click()
        assert grounding._exercise is not None
        house.picture(f"13-{grounding._exercise.exercise.id}")
        QTest.keyClick(grounding, Qt.Key.Key_Escape)
    QTest.keyClick(grounding, Qt.Key.Key_Escape)
    house.until(lambda: isinstance(house.window.stage, OpenJournal), "the page behind grounding")


def _see_the_settings(house: House, open_journal: OpenJournal) -> None:
    open_journal.go(RoomName.SETTINGS)
    settings = part(house, Settings)
    house.settle()
    for section in Section:
        settings.show_section(section)
        if section is Section.ABOUT:
            house.until(lambda: bool(settings._about.words.toPlainText()), "the words about the program")
        house.picture(f"14-settings-{section.name.lower()}")
