"""The process is killed in the middle of a sentence: what is missing, what lies in the clear, and what opens again."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from heartjournal.ui.editor.autosave import LIMIT_MILLISECONDS, REST_MILLISECONDS
from tests.leaks.canaries import Leak, canary, leaks_below, leaks_in, leaks_written, watching_writes
from tests.stories.evening import Evening, Home, Key
from tests.stories.journals import keep, pages, today

pytestmark = pytest.mark.platform("linux")

SENTENCES = (
    "The rain began on the way home, and I stood in it longer than I needed to. Nobody had asked me to hurry. I said "
    "to myself that I ought to have known, as if anybody could have. Then the bus came with its lights on, and a woman "
    "moved her bag so that I could sit. I want to remember her hand on the wet strap."
)
_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  looked at only
# What may be missing after a kill: what was typed in these last seconds.
MOST_SECONDS = 2.0


@dataclass(frozen=True)
class Killed:
    """What one evening left: the words given to it, the keys typed last, and what of them lay in the clear after it."""

    home: Home
    page: str
    keys: tuple[Key, ...]
    at: float
    kept: str
    leaks: tuple[Leak, ...]
    words: tuple[str, str, str]

    @property
    def typed(self) -> str:
        """What was typed on the last page."""
        return SENTENCES[: self.keys[-1].number]

    @property
    def longest_pause(self) -> float:
        """In seconds."""
        return max(after.at - before.at for before, after in zip(self.keys, self.keys[1:], strict=False))

    @property
    def missing_seconds(self) -> float:
        """For how long before the end nothing of what was typed is kept."""
        lost = [key.at for key in self.keys if key.number > len(self.kept)]
        return self.at - lost[0] if lost else 0.0


def write_and_be_killed(root: Path, *, seconds: float, sabotage: str = "") -> Killed:
    """Keep a page, search, keep a number, and type on another page until the end."""
    home, log = Home(root / "home"), root / "writes"
    words = page, sought, name = canary("q"), canary("x"), canary("z")
    with Evening(home, sabotage=sabotage, under=watching_writes(log)) as evening:
        evening.make_journal()
        _keep_a_page(evening, page)
        evening.press("Ctrl+F")
        evening.type(page.lower())
        evening.see(page, focus="Search your pages")
        evening.press("Ctrl+A")
        evening.type(sought)
        evening.see("Nothing found.")
        _keep_a_number(evening, name)
        evening.press("Ctrl+Shift+N")
        evening.see("Leave the page", focus="Your words")
        keys = _type_for(evening, seconds)
        at = evening.kill()
        left = leaks_in(evening.complaints.encode(), "standard error", words)
    left |= {*leaks_below(home.root, words), *leaks_below(_SHARED_MEMORY, words), *leaks_written(log, words)}
    return Killed(home, page, keys, at, (_kept_in_the_clear if sabotage else _kept)(home), tuple(sorted(left)), words)


def _keep_a_page(evening: Evening, words: str) -> None:
    evening.press("Ctrl+Shift+N")
    evening.see("Leave the page", focus="Your words")
    evening.type(f"Today I thought of {words} again.")
    evening.press("Ctrl+Return")
    evening.see(words, focus="Open tonight’s page")


def _keep_a_number(evening: Evening, name: str) -> None:
    evening.press("Ctrl+,")
    evening.see(focus="Appearance")
    evening.press("Down")
    evening.see(focus="Evenings and letters")
    evening.press("Down")
    evening.see(focus="Inner critic")
    evening.press("Down")
    evening.see(focus="Numbers I can call")
    evening.walk_to("Add a number")
    evening.press("Space")
    evening.see(focus="Name")
    evening.type(name)
    evening.press("Return")
    evening.see(focus="Number")
    evening.type("0800 123")
    evening.press("Return")
    evening.press("Return")
    evening.see(name)


def _type_for(evening: Evening, seconds: float) -> tuple[Key, ...]:
    """Type until so many seconds have passed and a sentence is in its middle."""
    evening.type_on(SENTENCES)
    keys = [evening.next_key()]
    while keys[-1].at - keys[0].at < seconds or SENTENCES[keys[-1].number - 2 : keys[-1].number].strip(" .") == "":
        keys.append(evening.next_key())
    return tuple(keys)


def _kept(home: Home) -> str:
    """What the journal has of the last page; the lock of the dead process is no longer held."""
    return pages(home)[0].sections[0].body


def _kept_in_the_clear(home: Home) -> str:
    """The same where the key was left out."""
    (database,) = home.journal.glob("journal-*.db")
    connection = sqlite3.connect(database)
    bodies = [body for (body,) in connection.execute("SELECT body FROM section")]
    connection.close()
    return max((body for body in bodies if SENTENCES.startswith(body)), key=len, default="")


@pytest.fixture(scope="module")
def evenings(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> tuple[Killed, Killed]:
    """Two evenings side by side: the program as it is, and its control with everything broken that must not be.

    Five keys a second for longer than autosave may wait, several times over; in the long form half a minute.
    """
    seconds = 30.0 if request.config.getoption("--long") else 4 * LIMIT_MILLISECONDS / 1000
    places = (tmp_path_factory.mktemp(name) for name in ("killed", "sabotaged"))
    with ThreadPoolExecutor(max_workers=2) as together:
        as_it_is = together.submit(write_and_be_killed, next(places), seconds=seconds)
        broken = together.submit(
            write_and_be_killed, next(places), seconds=1.5 * MOST_SECONDS, sabotage="no_key sort_on_disk no_limit"
        )
        return as_it_is.result(), broken.result()


@pytest.fixture
def killed(evenings: tuple[Killed, Killed]) -> Killed:
    """The evening as it is."""
    return evenings[0]


@pytest.fixture
def sabotaged(evenings: tuple[Killed, Killed]) -> Killed:
    """Its control: no key, sorting on the disk, and nothing saved while the hand moves."""
    return evenings[1]


def test_after_a_kill_at_most_the_words_of_the_last_two_seconds_are_missing(killed: Killed) -> None:
    # A longer pause would be a rest of the hand, after which everything is saved anyway.
    assert killed.longest_pause < REST_MILLISECONDS / 1000
    assert killed.typed.startswith(killed.kept)
    assert killed.kept
    assert killed.missing_seconds <= MOST_SECONDS


def test_an_autosave_that_waits_for_a_rest_of_the_hand_is_noticed(sabotaged: Killed) -> None:
    """The control of the test above."""
    assert sabotaged.missing_seconds > MOST_SECONDS


def test_no_word_of_a_killed_evening_lies_in_the_clear(killed: Killed) -> None:
    assert killed.leaks == ()


def test_the_same_evening_in_plain_sqlite_is_caught(sabotaged: Killed) -> None:
    """A control of the test above: the database as it is, and the index with its small letters."""
    page, _sought, name = sabotaged.words
    found = {leak.word for leak in sabotaged.leaks if "journal-" in leak.file}
    assert found >= {page, page.lower(), name}


def test_the_same_evening_with_temporary_files_is_caught(sabotaged: Killed) -> None:
    """A control too: a file that is gone at once, and is seen only while it is written."""
    page, *_ = sabotaged.words
    written = {leak.file for leak in sabotaged.leaks if leak.word == page}
    assert any(not Path(file).exists() and "etilqs" in file for file in written), written


def test_a_killed_journal_opens_through_the_window_and_the_page_is_found_by_day_and_by_word(killed: Killed) -> None:
    keep(killed.home, "Older words.", day=today() - timedelta(days=1))
    with Evening(killed.home) as evening:
        evening.unlock()
        evening.press("Ctrl+2")
        evening.see(killed.kept, focus="Pages")
        evening.walk_to(", chosen, has a page")
        evening.press("Left")
        evening.see(focus=", has a page")
        evening.press("Return")
        evening.see("Older words.")
        evening.press("Right")
        evening.press("Return")
        evening.see(f"Today I thought of {killed.page} again.")
        evening.press("Ctrl+F")
        evening.type("rain bega")
        evening.see(killed.kept, focus="Search your pages")
