"""Real encrypted journals at the least cost, and what was asked of their connections."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import pytest

from heartjournal.journal import LEAST_COST, Journal, create_journal, open_journal
from heartjournal.vault import Connection, Cursor
from tests.clock import FixedClock

OpenAgain = Callable[[], Journal]
PASSPHRASE = "rain on the window"
_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass
class Asked:
    """The statements run on any connection, oldest first."""

    statements: list[str] = field(default_factory=list)

    def reads(self) -> list[str]:
        return [statement for statement in self.statements if statement.startswith("SELECT")]

    def writes(self) -> list[str]:
        return [statement for statement in self.statements if statement.startswith(("INSERT", "UPDATE", "DELETE"))]


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock) -> Path:
    """The folder of a new journal that nobody has open."""
    folder = tmp_path / "journal"
    create_journal(folder, PASSPHRASE, clock=clock, cost=LEAST_COST)
    return folder


@pytest.fixture
def open_again(folder: Path, clock: FixedClock) -> Iterator[OpenAgain]:
    """Closes the journal opened before and opens it once more."""
    opened: list[Journal] = []

    def open_it() -> Journal:
        for journal in opened:
            journal.close()
        opened.append(open_journal(folder, PASSPHRASE, clock=clock))
        return opened[-1]

    yield open_it
    for journal in opened:
        journal.close()


@pytest.fixture
def journal(open_again: OpenAgain) -> Journal:
    """A new journal, open."""
    return open_again()


@pytest.fixture
def connection(journal: Journal) -> Connection:
    """The journal's connection, to look at its rows."""
    return journal._vault.connection


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What is asked of connections from here on."""
    asked = Asked()
    execute = Connection.execute

    def recorded(connection: Connection, sql: str, parameters: Mapping[str, object] = _NOTHING) -> Cursor:
        asked.statements.append(" ".join(sql.split()))
        return execute(connection, sql, parameters)

    monkeypatch.setattr(Connection, "execute", recorded)
    return asked
