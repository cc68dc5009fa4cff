import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from heartjournal.model.problems import (
    CannotWrite,
    DiskFull,
    EmptyPassphrase,
    ForeignFolder,
    JournalExists,
    JournalInUse,
    NoJournal,
    UnfinishedJournal,
)
from heartjournal.vault import LEAST_COST, Connection, create_vault, creation, open_vault, state
from heartjournal.vault.keys import key_from_passphrase
from heartjournal.vault.lockfile import VaultLock
from heartjournal.vault.slots import Argon2Kdf
from heartjournal.vault.state import VaultState, vault_state
from tests.vault.folders import CREATED, PASSPHRASE, WHOLE, contents, database, furnish, header, make, names, notes


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_vault_is_a_folder_of_four_files(folder: Path) -> None:
    assert names(folder) == WHOLE
    assert notes(folder) == ["furnished"]


def test_both_headers_are_the_same_and_name_the_database(folder: Path) -> None:
    assert (folder / "vault.json").read_bytes() == (folder / "vault.json.2").read_bytes()
    assert header(folder).database == database(folder).name
    assert header(folder).created == CREATED.replace(microsecond=0)
    assert header(folder).sequence == 1


def test_the_usual_cost_is_what_a_new_vault_asks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def cheap(passphrase: str, **named: object) -> bytes:
        asked.append(named["cost"])
        return key_from_passphrase(passphrase, salt=bytes(16), cost=LEAST_COST)

    monkeypatch.setattr("heartjournal.vault.unlocking.key_from_passphrase", cheap)
    create_vault(tmp_path / "journal", PASSPHRASE, furnish=furnish, created=CREATED).release()
    kdf = header(tmp_path / "journal").slots[0].kdf

    assert isinstance(kdf, Argon2Kdf)
    assert (kdf.cost.memory_kib, kdf.cost.passes, kdf.cost.lanes) == (131072, 3, 4)
    assert set(asked) == {kdf.cost}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.usefixtures("umask")
def test_nobody_else_may_read_under_any_umask(tmp_path: Path) -> None:
    folder = make(tmp_path / "above" / "journal")
    vault = open_vault(folder, PASSPHRASE)
    with vault.connection.transaction():
        vault.connection.execute("INSERT INTO note VALUES ('more')")
    modes = [mode(path) for path in folder.iterdir()]
    held = names(folder)
    vault.close()

    assert held == ["journal.db", "journal.db-wal", *WHOLE[1:]]
    assert modes == [0o600] * 5
    assert mode(folder) == mode(folder.parent) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_an_empty_folder_that_everybody_could_read_is_closed(tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal").chmod(0o755)

    assert mode(make(tmp_path / "journal")) == 0o700


@pytest.mark.parametrize("name", ["a?b#c%20d", "Tagebuch für mich", "'; --", "日記"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    assert notes(make(tmp_path / name)) == ["furnished"]


def test_a_folder_may_be_named_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert notes(make(Path("journal"))) == ["furnished"]


def test_an_empty_passphrase_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(EmptyPassphrase):
        make(tmp_path / "journal", "")

    assert not (tmp_path / "journal").exists()


def test_a_journal_is_never_made_over_another(folder: Path) -> None:
    before = contents(folder)

    with pytest.raises(JournalExists):
        make(folder)

    assert contents(folder) == before


@pytest.mark.parametrize("name", ["vault.json", "vault.json.2"])
def test_a_journal_is_never_made_over_a_damaged_one(folder: Path, name: str) -> None:
    for copy in ("vault.json", "vault.json.2"):
        (folder / copy).unlink()
    (folder / name).write_bytes(b"")
    before = contents(folder)

    with pytest.raises(JournalExists):
        make(folder)

    assert contents(folder) == before


def test_a_journal_is_never_made_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("dear diary")
    before = contents(tmp_path)

    with pytest.raises(ForeignFolder):
        make(tmp_path)

    assert contents(tmp_path) == before


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "journal").symlink_to(tmp_path / "gone")

    with pytest.raises(CannotWrite):
        make(tmp_path / "journal")


def test_two_processes_cannot_make_the_same_journal(tmp_path: Path) -> None:
    lock = VaultLock.taken(tmp_path)

    with pytest.raises(JournalInUse):
        make(tmp_path)
    lock.release()

    assert notes(make(tmp_path)) == ["furnished"]


def test_a_journal_made_meanwhile_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(folder)
    answers = iter([VaultState.MISSING, VaultState.READY])
    monkeypatch.setattr(creation, "vault_state", lambda _: next(answers))

    with pytest.raises(JournalExists):
        make(folder)

    assert contents(folder) == before


class Unhappy(Exception):
    pass


def test_what_goes_wrong_while_furnishing_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail(connection: Connection) -> None:
        furnish(connection)
        raise Unhappy

    with pytest.raises(Unhappy):
        create_vault(tmp_path / "journal", PASSPHRASE, furnish=fail, cost=LEAST_COST, created=CREATED)

    assert names(tmp_path / "journal") == ["lock"]
    assert notes(make(tmp_path / "journal")) == ["furnished"]


@pytest.mark.parametrize(("number", "verdict"), [(errno.ENOSPC, DiskFull), (errno.EIO, CannotWrite)])
def test_a_disk_that_gives_up_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, verdict: type[Exception]
) -> None:
    def fail(path: Path, content: bytes) -> None:
        raise OSError(number, "the disk gives up")

    with monkeypatch.context() as patch:
        patch.setattr("heartjournal.vault.durable.write_private_file", fail)
        with pytest.raises(verdict):
            make(tmp_path / "journal")

    assert names(tmp_path / "journal") == ["lock"]


def test_a_header_that_does_not_read_back_is_never_given_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(creation, "encode", lambda header: b"{}")
        with pytest.raises(CannotWrite):
            make(tmp_path / "journal")

    assert names(tmp_path / "journal") == ["lock"]


def test_a_header_that_does_not_unwrap_is_never_given_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(creation, "data_key_of", lambda header, passphrase: None)
        with pytest.raises(CannotWrite):
            make(tmp_path / "journal")

    assert names(tmp_path / "journal") == ["lock"]


def unfinished(folder: Path) -> Path:
    """As after a stop between the two renames."""
    make(folder)
    (folder / "vault.json").rename(folder / "vault.json.new")
    (folder / "vault.json.2").unlink()
    (folder / "journal-0011223344556677.db.new").write_bytes(b"half")
    (folder / "journal-0011223344556677.db.new-wal").write_bytes(b"half")
    return folder


def test_an_unfinished_journal_does_not_open_and_is_not_touched(tmp_path: Path) -> None:
    folder = unfinished(tmp_path / "journal")
    before = contents(folder)

    with pytest.raises(UnfinishedJournal):
        open_vault(folder, PASSPHRASE)

    assert contents(folder) == before


def test_making_an_unfinished_journal_again_cleans_up(tmp_path: Path) -> None:
    folder = make(unfinished(tmp_path / "journal"), "another passphrase")

    assert names(folder) == WHOLE
    assert notes(folder, "another passphrase") == ["furnished"]


def test_cleaning_up_that_is_stopped_can_be_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = unfinished(tmp_path / "journal")
    removed: list[str] = []
    unlink = Path.unlink

    def stop_after_the_database(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == "vault.json.new":
            raise Unhappy
        unlink(path, missing_ok=missing_ok)
        removed.append(path.suffix)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", stop_after_the_database)
        with pytest.raises(Unhappy):
            make(folder)

    assert ".db" in removed
    assert vault_state(folder) is VaultState.UNFINISHED
    assert notes(make(folder)) == ["furnished"]


def test_a_folder_that_vanishes_while_cleaning_up_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(creation, "vault_state", lambda _: VaultState.UNFINISHED)
    monkeypatch.setattr(creation, "file_names", lambda _: None)

    assert notes(make(tmp_path / "journal")) == ["furnished"]


def test_no_two_vaults_share_a_salt_a_nonce_or_a_key(tmp_path: Path) -> None:
    headers = [header(make(tmp_path / str(number))) for number in range(20)]
    slots = [found.slots[0] for found in headers]

    for drawn in (
        [found.vault_id for found in headers],
        [found.database_salt for found in headers],
        [found.database for found in headers],
        [slot.slot_id for slot in slots],
        [slot.nonce for slot in slots],
        [slot.wrapped for slot in slots],
        [slot.kdf for slot in slots],
    ):
        assert len(set(drawn)) == 20


def test_nothing_was_made_where_nothing_is(tmp_path: Path) -> None:
    with pytest.raises(NoJournal):
        open_vault(tmp_path / "journal", PASSPHRASE)

    assert state.file_names(tmp_path) == ()
