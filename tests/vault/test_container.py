import os
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from heartjournal.model.problems import (
    CannotRead,
    CannotWrite,
    DamagedHeader,
    DamagedJournal,
    ForeignFolder,
    JournalInUse,
    KnownProblem,
    NewerJournal,
    NoJournal,
    WrongPassphrase,
)
from heartjournal.vault import container, open_vault, unlocking
from heartjournal.vault.copies import HeaderCopies
from heartjournal.vault.header import Header, Unreadable, _with_sum, encode, sealed
from heartjournal.vault.slots import HkdfKdf, Slot, SlotKind
from heartjournal.vault.unlocking import unlocked
from tests.vault.folders import PASSPHRASE, WHOLE, add_note, contents, database, header, make, names, notes


def no_key_is_derived(passphrase: str, **named: object) -> bytes:
    raise AssertionError("a key was derived")


def flip(path: Path, offset: int) -> None:
    data = bytearray(path.read_bytes())
    data[offset] ^= 0x10
    path.write_bytes(data)


def damage_both(folder: Path) -> None:
    flip(folder / "vault.json", 3)
    flip(folder / "vault.json.2", 300)


# --- Opening ---------------------------------------------------------------------------------------------------------


def test_what_was_written_is_there_after_opening_again(folder: Path) -> None:
    add_note(folder, "it rained")

    assert notes(folder) == ["furnished", "it rained"]


def test_an_open_vault_knows_its_identity(folder: Path) -> None:
    vault = open_vault(folder, PASSPHRASE)

    assert vault.vault_id == header(folder).vault_id
    vault.close()


def test_closing_twice_is_closing(folder: Path) -> None:
    vault = open_vault(folder, PASSPHRASE)
    vault.close()
    vault.close()

    assert names(folder) == WHOLE


def test_opening_and_closing_changes_no_byte(folder: Path) -> None:
    before = contents(folder)

    open_vault(folder, PASSPHRASE).close()

    assert contents(folder) == before


def test_no_file_but_the_log_is_added_while_open(folder: Path) -> None:
    vault = open_vault(folder, PASSPHRASE)
    vault.connection.execute("INSERT INTO note VALUES ('more')")

    assert names(folder) == ["journal.db", "journal.db-wal", *WHOLE[1:]]
    vault.close()


@pytest.mark.parametrize(
    "passphrase", ["a", " ", "  leading and trailing  ", 'it\'s "quoted"; --', "🕯️🫖", "é" * 1024, "\0", "日記", "-p"]
)
def test_any_passphrase_opens_what_it_made(tmp_path: Path, passphrase: str) -> None:
    assert notes(make(tmp_path / "journal", passphrase), passphrase) == ["furnished"]


def test_a_second_opening_is_told_that_the_journal_is_open(folder: Path) -> None:
    vault = open_vault(folder, PASSPHRASE)

    with pytest.raises(JournalInUse, match="The journal is open in the window; lock it first"):
        open_vault(folder, PASSPHRASE)
    vault.close()

    assert notes(folder) == ["furnished"]


def test_a_copied_folder_without_its_lock_opens(folder: Path) -> None:
    (folder / "lock").unlink()

    assert notes(folder) == ["furnished"]


def test_keys_changed_while_ours_were_derived_are_not_undone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = iter([HeaderCopies(header(folder), header(folder)), HeaderCopies(header(folder), None)])
    monkeypatch.setattr(container, "read_copies", lambda _: next(found))

    with pytest.raises(JournalInUse):
        open_vault(folder, PASSPHRASE)


# --- The passphrase --------------------------------------------------------------------------------------------------


def test_twenty_wrong_passphrases_change_no_byte(folder: Path) -> None:
    (folder / "lock").unlink()
    before = contents(folder)

    for number in range(20):
        with pytest.raises(WrongPassphrase) as told:
            open_vault(folder, f"wrong {number}")

    assert str(told.value) == (
        "That isn't the passphrase. Check Caps Lock and keyboard layout, then try again. Nothing has been lost."
    )
    assert contents(folder) == before


def test_no_passphrase_is_a_wrong_one(folder: Path) -> None:
    with pytest.raises(WrongPassphrase):
        open_vault(folder, "")


def test_a_wrong_passphrase_is_told_also_through_the_second_copy(folder: Path) -> None:
    flip(folder / "vault.json", 3)
    before = contents(folder)

    with pytest.raises(WrongPassphrase):
        open_vault(folder, "wrong")

    assert contents(folder) == before


def test_a_journal_without_a_passphrase_slot_opens_to_no_passphrase(folder: Path) -> None:
    slot = Slot(bytes(8), SlotKind.RECOVERY, HkdfKdf(bytes(16)), bytes(12), bytes(48), confirmed=True)
    without = replace(header(folder), slots=(slot,))

    with pytest.raises(WrongPassphrase):
        unlocked(HeaderCopies(without, without), PASSPHRASE)


# --- The header ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["vault.json", "vault.json.2"])
def test_any_flipped_byte_of_one_copy_is_healed_through_the_other(folder: Path, name: str) -> None:
    whole = (folder / name).read_bytes()

    for offset in range(0, len(whole), 23):
        flip(folder / name, offset)
        assert notes(folder) == ["furnished"]
        assert (folder / name).read_bytes() == whole
        assert names(folder) == WHOLE


@pytest.mark.parametrize("name", ["vault.json", "vault.json.2"])
def test_a_missing_copy_comes_back(folder: Path, name: str) -> None:
    whole = (folder / name).read_bytes()
    (folder / name).unlink()

    assert notes(folder) == ["furnished"]
    assert (folder / name).read_bytes() == whole


def test_a_copy_that_cannot_be_healed_keeps_nobody_out(folder: Path) -> None:
    flip(folder / "vault.json.2", 3)
    (folder / "vault.json.next").mkdir()

    assert notes(folder) == ["furnished"]


def test_a_copy_put_there_by_another_program_is_left_alone(folder: Path) -> None:
    (folder / "vault.json.2").write_text('{"secrets": []}')

    assert notes(folder) == ["furnished"]
    assert (folder / "vault.json.2").read_text() == '{"secrets": []}'


def test_two_damaged_copies_are_never_called_a_wrong_passphrase(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unlocking, "key_from_passphrase", no_key_is_derived)
    first, second = (folder / "vault.json").read_bytes(), (folder / "vault.json.2").read_bytes()

    for offset in range(len(first)):
        (folder / "vault.json").write_bytes(first)
        (folder / "vault.json.2").write_bytes(second)
        flip(folder / "vault.json", offset)
        flip(folder / "vault.json.2", len(second) - 1 - offset)
        before = contents(folder)
        with pytest.raises(DamagedHeader):
            open_vault(folder, PASSPHRASE)
        assert contents(folder) == before


def forged(folder: Path) -> Header:
    """Changed by somebody who can count a sum and has no key."""
    return replace(header(folder), sequence=9)


def test_a_forged_copy_is_passed_over_and_healed(folder: Path) -> None:
    whole = header(folder)
    (folder / "vault.json").write_bytes(encode(forged(folder)))

    assert notes(folder) == ["furnished"]
    assert header(folder) == whole


def test_two_forged_copies_are_damage(folder: Path) -> None:
    data = encode(forged(folder))
    (folder / "vault.json").write_bytes(data)
    (folder / "vault.json.2").write_bytes(data)

    with pytest.raises(DamagedHeader):
        open_vault(folder, PASSPHRASE)


def test_the_newer_of_two_copies_opens_and_is_levelled(folder: Path) -> None:
    old = header(folder)
    opening = unlocked(HeaderCopies(old, None), PASSPHRASE)
    newer = sealed(replace(old, sequence=2), opening.data_key)
    (folder / "vault.json.2").write_bytes(encode(newer))

    assert notes(folder) == ["furnished"]
    assert header(folder) == newer


# --- Verdicts that derive no key and change nothing ------------------------------------------------------------------


def newer(folder: Path) -> None:
    (folder / "vault.json").write_bytes(_with_sum({"format": "heartjournal-vault", "version": 2}))


def foreign(folder: Path) -> None:
    (folder / "vault.json").write_text('{"secrets": []}')
    (folder / "vault.json.2").unlink()


def unreadable(folder: Path) -> None:
    for name in ("vault.json", "vault.json.2"):
        (folder / name).unlink()
        (folder / name).symlink_to(name)


def lost(folder: Path) -> None:
    (folder / "vault.json").unlink()
    (folder / "vault.json.2").unlink()


def emptied(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        (newer, NewerJournal),
        (foreign, ForeignFolder),
        (unreadable, CannotRead),
        (lost, DamagedHeader),
        (damage_both, DamagedHeader),
        (emptied, NoJournal),
    ],
)
def test_a_verdict_on_the_folder_needs_no_key(
    folder: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], verdict: type[KnownProblem]
) -> None:
    monkeypatch.setattr(unlocking, "key_from_passphrase", no_key_is_derived)
    change(folder)
    before = contents(folder)

    with pytest.raises(KnownProblem) as told:
        open_vault(folder, PASSPHRASE)

    assert type(told.value) is verdict
    assert told.value.advice
    assert contents(folder) == before


# --- The database ----------------------------------------------------------------------------------------------------


def missing(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def shorter_than_a_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:16383])


def cut_to_one_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:16384])


def last_page_lost(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-16384])


def junk(path: Path) -> None:
    path.write_bytes(os.urandom(path.stat().st_size))


def first_page_flipped(path: Path) -> None:
    flip(path, 5000)


def plain(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA page_size = 16384")
    connection.execute("CREATE TABLE note (words TEXT)")
    connection.close()


def of_another_vault(path: Path) -> None:
    other = make(path.parent.parent / "other")
    shutil.copy(database(other), path)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    for number in range(3000):
        (path / f"{number:0200d}").touch()


@pytest.mark.parametrize(
    "change",
    [
        missing,
        empty,
        shorter_than_a_page,
        cut_to_one_page,
        last_page_lost,
        junk,
        first_page_flipped,
        plain,
        of_another_vault,
        a_folder,
    ],
)
def test_a_database_that_is_not_the_right_one_is_damage_and_is_left_alone(
    folder: Path, change: Callable[[Path], None]
) -> None:
    change(folder / header(folder).database)
    before = contents(folder)

    with pytest.raises(DamagedJournal):
        open_vault(folder, PASSPHRASE)

    assert contents(folder) == before


def test_a_missing_database_has_a_sentence_of_its_own(folder: Path) -> None:
    database(folder).unlink()

    with pytest.raises(DamagedJournal, match="is missing"):
        open_vault(folder, PASSPHRASE)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE meta SET value = x'00' WHERE name = 'vault_id'", "DROP TABLE meta", "DELETE FROM meta"],
)
def test_a_database_that_names_another_vault_is_damage(folder: Path, statement: str) -> None:
    vault = open_vault(folder, PASSPHRASE)
    vault.connection.execute(statement)
    vault.close()

    with pytest.raises(DamagedJournal):
        open_vault(folder, PASSPHRASE)
    with pytest.raises(DamagedJournal):  # the lock came back
        open_vault(folder, PASSPHRASE)


def test_a_lost_salt_is_made_good_by_the_header(folder: Path) -> None:
    data = database(folder).read_bytes()
    database(folder).write_bytes(bytes(16) + data[16:])

    assert notes(folder) == ["furnished"]


def test_a_database_the_disk_will_not_hand_over_cannot_be_read(folder: Path) -> None:
    path = database(folder)
    path.unlink()
    path.symlink_to(path.name)

    with pytest.raises(CannotRead):
        open_vault(folder, PASSPHRASE)


def test_a_folder_that_takes_no_lock_cannot_be_written(folder: Path) -> None:
    (folder / "lock").unlink()
    (folder / "lock").mkdir()

    with pytest.raises(CannotWrite):
        open_vault(folder, PASSPHRASE)


def test_the_data_key_is_never_shown(folder: Path) -> None:
    opening = unlocked(HeaderCopies(header(folder), Unreadable.DAMAGED), PASSPHRASE)

    assert "data_key" not in repr(opening)
