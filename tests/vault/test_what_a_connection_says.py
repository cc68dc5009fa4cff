"""The connection: its settings, and errors that leave without a private word."""

import threading
from pathlib import Path

import pytest

from heartjournal.model.problems import DamagedJournal
from heartjournal.vault import Connection, Interrupted, Vault, VaultBug, open_vault
from heartjournal.vault.connection import _translated
from tests.vault.folders import PASSPHRASE, database


@pytest.fixture
def vault(folder: Path) -> Vault:
    return open_vault(folder, PASSPHRASE)


def value(vault: Vault, pragma: str) -> object:
    row = vault.connection.execute(f"PRAGMA {pragma}").fetchone()
    assert row is not None
    return row[0]


def test_every_setting_is_the_one_that_was_decided(vault: Vault) -> None:
    found = {
        name: value(vault, name)
        for name in (
            "cipher_page_size",
            "journal_mode",
            "synchronous",
            "locking_mode",
            "temp_store",
            "secure_delete",
            "foreign_keys",
            "trusted_schema",
            "cell_size_check",
            "cache_size",
        )
    }
    vault.close()
    assert found == {
        "cipher_page_size": "16384",
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "temp_store": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "cache_size": -16384,
    }


def test_a_block_that_fails_is_rolled_back(vault: Vault) -> None:
    with pytest.raises(ZeroDivisionError), vault.connection.transaction():
        vault.connection.execute("INSERT INTO note VALUES ('half')")
        raise ZeroDivisionError
    with pytest.raises(VaultBug), vault.connection.transaction():
        vault.connection.execute("COMMIT")
    rows = vault.connection.execute("SELECT words FROM note").fetchall()
    vault.close()
    assert rows == [("furnished",)]


def test_rows_come_as_tuples_and_changes_are_counted(vault: Vault) -> None:
    with vault.connection.transaction():
        added = vault.connection.executemany("INSERT INTO note VALUES (:words)", [{"words": "a"}, {"words": "b"}])
    assert added.rowcount == 2
    assert [row[0] for row in vault.connection.execute("SELECT words FROM note ORDER BY 1")] == ["a", "b", "furnished"]
    vault.close()


@pytest.mark.parametrize("parameters", [{}, {"words": "canary \ud800"}, {"words": object()}])
def test_a_mistake_of_ours_carries_no_word(vault: Vault, parameters: dict[str, object]) -> None:
    with pytest.raises(VaultBug) as bug:
        vault.connection.execute("INSERT INTO canary VALUES (:words)", parameters or {"words": "canary"})
    vault.close()
    assert "canary" not in f"{bug.value!r} {bug.value}"
    assert bug.value.__cause__ is None
    assert bug.value.__context__ is None


def test_a_running_statement_can_be_stopped_from_another_thread(vault: Vault) -> None:
    stop = threading.Timer(0.05, vault.connection.interrupt)
    stop.start()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(Interrupted):
        vault.connection.execute(endless).fetchall()
    stop.join()
    vault.close()
    vault.connection.interrupt()


def test_without_sqlcipher_nothing_is_ever_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    execute = Connection.execute

    def plain(self: Connection, sql: str) -> object:
        return execute(self, sql.replace("cipher_version", "no_such_pragma"))

    monkeypatch.setattr(Connection, "execute", plain)
    with pytest.raises(VaultBug):
        open_vault(folder, PASSPHRASE)


def test_damage_in_a_page_is_told_when_it_is_read(folder: Path) -> None:
    vault = open_vault(folder, PASSPHRASE)
    with vault.connection.transaction():
        vault.connection.executemany("INSERT INTO note VALUES (:words)", [{"words": "x" * 9000}] * 50)
    vault.close()
    raw = bytearray(database(folder).read_bytes())
    raw[20 * 16384 + 100] ^= 0xFF
    database(folder).write_bytes(raw)
    vault = open_vault(folder, PASSPHRASE)
    with pytest.raises(DamagedJournal):
        vault.connection.execute("SELECT sum(length(words)) FROM note").fetchall()
    vault.close()


def test_an_unknown_code_of_sqlite_is_a_bug_of_ours() -> None:
    assert "canary" not in str(_translated(OverflowError("canary")))
