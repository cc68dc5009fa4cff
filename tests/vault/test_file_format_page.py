"""The page on the file format is enough: its own program gives the key, its own statements read the words."""

import re
import subprocess
import sys
from pathlib import Path

from sqlcipher3 import dbapi2

from heartjournal.journal import LEAST_COST, create_journal, open_journal
from heartjournal.model.entry import Draft, Section
from heartjournal.model.identity import new_identity
from tests.clock import FixedClock

PAGE = (Path(__file__).parents[2] / "docs" / "file-format.md").read_text(encoding="utf-8")
PASSPHRASE = "  a café on the corner  "
WORDS = "The kettle hums, and somebody far away hums with it."


def journal_with_a_page(folder: Path, clock: FixedClock) -> Path:
    create_journal(folder, PASSPHRASE, clock=clock, cost=LEAST_COST)
    journal = open_journal(folder, PASSPHRASE, clock=clock)
    instant = clock.now().instant
    section = Section(new_identity(instant), WORDS)
    journal.pages.save(Draft(new_identity(instant), instant.date(), (section,)))
    journal.close()
    (database,) = folder.glob("journal-*.db")
    return database


def digits_from_the_page(header: Path, passphrase: str) -> subprocess.CompletedProcess[str]:
    program = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert program
    return subprocess.run(
        [sys.executable, "-c", program[1], str(header)],
        input=passphrase + "\n",
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,  # without a terminal the passphrase is read from standard input
    )


def test_the_words_are_read_with_nothing_but_what_the_page_says(tmp_path: Path, clock: FixedClock) -> None:
    database = journal_with_a_page(tmp_path / "journal", clock)
    digits = digits_from_the_page(database.with_name("vault.json"), PASSPHRASE).stdout.strip()
    connection = dbapi2.connect(str(database))
    for statement in re.findall(r"^sqlite> (PRAGMA .*;)$", PAGE, re.MULTILINE):
        connection.execute(statement.replace("<96 digits>", digits))
    assert connection.execute("SELECT body FROM section").fetchall() == [(WORDS,)]
    connection.close()


def test_another_passphrase_gives_no_key(tmp_path: Path, clock: FixedClock) -> None:
    database = journal_with_a_page(tmp_path / "journal", clock)
    refused = digits_from_the_page(database.with_name("vault.json"), PASSPHRASE.strip())
    assert refused.returncode == 1
    assert not refused.stdout
