"""The one door to a journal: create, open, its desks, close. Blocking, without threads and without Qt."""

from contextlib import suppress
from pathlib import Path

from heartjournal.journal import schema
from heartjournal.journal.critic import Critic
from heartjournal.journal.feelings import Feelings
from heartjournal.journal.findings import Findings
from heartjournal.journal.hearing import Hearing
from heartjournal.journal.imports import Imports
from heartjournal.journal.letters import Letters
from heartjournal.journal.pages import Pages
from heartjournal.journal.phrases import Phrases
from heartjournal.journal.practices import Practices
from heartjournal.journal.reading_aloud import ReadingAloud
from heartjournal.journal.search import Search
from heartjournal.journal.settings import Settings
from heartjournal.journal.support import Support
from heartjournal.journal.truth import Truth
from heartjournal.model.clock import Clock
from heartjournal.model.problems import KnownProblem
from heartjournal.vault import USUAL_COST, KdfCost, Vault, VaultLock, create_vault, open_vault


class Journal:
    """An open journal. Its desks are used in the thread that opened it; `interrupt` alone may come from any."""

    def __init__(self, vault: Vault, folder: Path, *, clock: Clock, hearing: Hearing) -> None:
        self.folder = folder
        self._vault = vault
        connection, truth = vault.connection, Truth(vault.connection, clock)
        self.pages = Pages(connection, truth)
        self.search = Search(connection)
        self.support = Support(connection, truth)
        self.feelings = Feelings(connection, truth)
        self.practices = Practices(connection, truth)
        self.settings = Settings(connection, truth)
        self.reading_aloud = ReadingAloud(self.settings)
        self.imports = Imports(connection, truth)
        findings = Findings(connection, truth, hearing)
        self.phrases = Phrases(connection, truth, clock, hearing=hearing, findings=findings)
        self.critic = Critic(connection, truth, clock, hearing=hearing, findings=findings, phrases=self.phrases)
        self.letters = Letters(
            connection, truth, clock, hears_despair=hearing.hears_despair, hear_due=findings.hear_due
        )
        # A disk that takes nothing must not keep anybody out; the day's first look at the letters tries again.
        with suppress(KnownProblem):
            self.letters.unseal_due()

    def interrupt(self) -> None:
        """Stop the statement that is running; it raises Interrupted in its own thread. From any thread, at any time."""
        self._vault.connection.interrupt()

    def close(self) -> None:
        """Move everything into the database file and let go of the folder; a second call does nothing."""
        self._vault.close()


def create_journal(folder: Path, passphrase: str, *, clock: Clock, cost: KdfCost = USUAL_COST) -> None:
    """Make an empty journal in a missing or empty folder; most of two seconds. Raises what `create_vault` raises."""
    _create(folder, passphrase, clock, cost).release()


def create_and_open_journal(
    folder: Path, passphrase: str, *, clock: Clock, cost: KdfCost = USUAL_COST, hearing: Hearing | None = None
) -> Journal:
    """Make a journal as `create_journal` does and open it, without letting go of its lock in between."""
    return _open(folder, passphrase, clock, _create(folder, passphrase, clock, cost), hearing or Hearing())


def open_journal(folder: Path, passphrase: str, *, clock: Clock, hearing: Hearing | None = None) -> Journal:
    """Open a journal; most of a second. Raises what `open_vault` raises, NewerJournal and OlderJournal.

    `hearing` is handed in by whoever opens several journals, since making an ear takes a while.
    """
    return _open(folder, passphrase, clock, None, hearing or Hearing())


def _create(folder: Path, passphrase: str, clock: Clock, cost: KdfCost) -> VaultLock:
    return create_vault(
        folder,
        passphrase,
        furnish=lambda connection: schema.furnish(connection, clock),
        cost=cost,
        created=clock.now().instant,
    )


def _open(folder: Path, passphrase: str, clock: Clock, lock: VaultLock | None, hearing: Hearing) -> Journal:
    vault = open_vault(folder, passphrase, lock=lock)
    try:
        schema.check(vault.connection)
    except BaseException:
        vault.close()
        raise
    return Journal(vault, folder, clock=clock, hearing=hearing)
