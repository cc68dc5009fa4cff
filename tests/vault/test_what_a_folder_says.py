"""Every verdict on a folder, each kept apart from the others, and not one byte changed by giving it."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from heartjournal.model.problems import (
    CannotRead,
    CannotWrite,
    DamagedHeader,
    DamagedJournal,
    DiskFull,
    EmptyPassphrase,
    ForeignFolder,
    JournalExists,
    JournalInUse,
    KnownProblem,
    NewerJournal,
    NoJournal,
    UnfinishedJournal,
    WrongPassphrase,
)
from heartjournal.vault import LEAST_COST, VaultState, copies, create_vault, durable, lockfile, open_vault, vault_state
from heartjournal.vault.header import Header, Unreadable, decode, encode, sealed
from heartjournal.vault.slots import HkdfKdf, NoKdf, Slot, SlotKind, canonical_json
from heartjournal.vault.unlocking import data_key_of
from tests.vault.folders import (
    CREATED,
    PASSPHRASE,
    WHOLE,
    add_note,
    contents,
    database,
    furnish,
    header,
    make,
    names,
    notes,
)

COPIES = ("vault.json", "vault.json.2")


def both(folder: Path, data: bytes) -> None:
    for name in COPIES:
        (folder / name).write_bytes(data)


def entry_of(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "vault.json").read_bytes())
    return found


def with_sum(entry: dict[str, object]) -> bytes:
    import hashlib  # noqa: PLC0415  only here

    rest = {key: value for key, value in entry.items() if key != "sum"}
    return canonical_json(rest | {"sum": hashlib.sha256(canonical_json(rest).encode()).hexdigest()}).encode() + b"\n"


def refused(folder: Path, problem: type[KnownProblem], passphrase: str = PASSPHRASE) -> KnownProblem:
    """Opening is refused with this problem and changes nothing."""
    before = contents(folder) if folder.is_dir() else None
    with pytest.raises(problem) as told:
        open_vault(folder, passphrase)
    assert told.type is problem
    assert (contents(folder) if folder.is_dir() else None) == before
    return told.value


def test_a_new_vault_opens_and_keeps_what_is_written(folder: Path) -> None:
    add_note(folder, "rain")
    assert notes(folder) == ["furnished", "rain"]
    assert names(folder) == WHOLE


@pytest.mark.parametrize("passphrase", ["'; --", "🌧️ rain", " leading", "x" * 1024, "e\u0301te\u0301"])
def test_any_passphrase_works_however_its_letters_are_composed(tmp_path: Path, passphrase: str) -> None:
    made = make(tmp_path / "j", passphrase)
    import unicodedata  # noqa: PLC0415  only here

    for form in ("NFC", "NFD"):
        assert notes(made, unicodedata.normalize(form, passphrase)) == ["furnished"]


def test_no_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyPassphrase):
        make(tmp_path / "j", "")
    assert not (tmp_path / "j").exists()


def test_twenty_wrong_tries_change_no_byte(folder: Path) -> None:
    for number in range(20):
        refused(folder, WrongPassphrase, f"wrong {number}")
    assert notes(folder) == ["furnished"]


def test_a_missing_or_empty_folder_holds_no_journal(tmp_path: Path) -> None:
    refused(tmp_path / "never", NoJournal)
    (tmp_path / ".DS_Store").touch()
    refused(tmp_path, NoJournal)
    assert vault_state(tmp_path) is VaultState.MISSING


def test_other_files_make_a_folder_foreign(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    refused(tmp_path, ForeignFolder)
    with pytest.raises(ForeignFolder):
        make(tmp_path)
    (tmp_path / "a file").touch()
    refused(tmp_path / "a file", ForeignFolder)


def test_a_vault_json_of_another_program_is_foreign(tmp_path: Path) -> None:
    (tmp_path / "vault.json").write_text('{"format": "their vault"}')
    refused(tmp_path, ForeignFolder)


def test_a_journal_is_never_created_over_another(folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(JournalExists):
        make(folder)
    assert contents(folder) == before


def test_a_database_whose_headers_are_lost_is_damage_and_never_an_empty_folder(folder: Path) -> None:
    for name in COPIES:
        (folder / name).unlink()
    refused(folder, DamagedHeader)
    with pytest.raises(JournalExists):
        make(folder)


@pytest.mark.parametrize("lost", COPIES)
def test_one_copy_of_the_header_is_enough_and_is_copied_again(folder: Path, lost: str) -> None:
    whole = (folder / lost).read_bytes()
    (folder / lost).unlink()
    assert notes(folder) == ["furnished"]
    assert (folder / lost).read_bytes() == whole


def test_a_byte_flipped_anywhere_in_a_copy_is_healed_by_the_other(folder: Path) -> None:
    whole = (folder / "vault.json").read_bytes()
    for place in range(0, len(whole), 7):
        flipped = bytearray(whole)
        flipped[place] ^= 0x10
        assert decode(bytes(flipped)) in {Unreadable.DAMAGED, Unreadable.FOREIGN, Unreadable.NEWER}
    (folder / "vault.json").write_bytes(bytes(flipped))
    assert notes(folder) == ["furnished"]
    assert (folder / "vault.json").read_bytes() == whole


def test_both_copies_flipped_are_damage_and_never_a_wrong_passphrase(folder: Path) -> None:
    whole = (folder / "vault.json").read_bytes()
    for place in range(0, len(whole), 11):
        flipped = bytearray(whole)
        flipped[place] ^= 0x01
        both(folder, bytes(flipped))
        refused(folder, DamagedHeader)


def test_a_newer_header_is_told_as_newer(folder: Path) -> None:
    both(folder, with_sum(entry_of(folder) | {"version": 2}))
    refused(folder, NewerJournal)


def test_a_header_sealed_by_another_key_does_not_open(folder: Path) -> None:
    both(folder, encode(sealed(replace(header(folder), sequence=2), b"x" * 32)))
    refused(folder, DamagedHeader)


def test_the_older_copy_opens_when_the_newer_is_not_sealed_by_its_key(folder: Path) -> None:
    (folder / "vault.json.2").write_bytes(encode(sealed(replace(header(folder), sequence=2), b"x" * 32)))
    assert notes(folder) == ["furnished"]
    assert (folder / "vault.json").read_bytes() == (folder / "vault.json.2").read_bytes()


def test_other_kinds_of_slots_are_read_and_a_header_without_a_passphrase_does_not_open(folder: Path) -> None:
    whole = header(folder)
    [slot] = whole.slots
    recovery = replace(slot, kind=SlotKind.RECOVERY, kdf=HkdfKdf(salt=b"s" * 16), confirmed=True)
    keyring = replace(slot, kind=SlotKind.KEYRING, kdf=NoKdf(), service="org.heartjournal")
    many = replace(whole, slots=(slot, recovery, keyring))
    assert decode(encode(many)) == many
    assert data_key_of(replace(whole, slots=(recovery,)), PASSPHRASE) is None


def changed(folder: Path, change: Callable[[dict[str, object]], object]) -> bytes:
    entry = json.loads((folder / "vault.json").read_bytes())
    change(entry)
    return with_sum(entry)


def slot_of(entry: dict[str, object]) -> dict[str, object]:
    slots = entry["slots"]
    assert isinstance(slots, list)
    slot: dict[str, object] = slots[0]
    return slot


HOSTILE: dict[str, Callable[[dict[str, object]], object]] = {
    "a missing key": lambda entry: entry.pop("seq"),
    "a key too many": lambda entry: entry.update(more=1),
    "a sequence of zero": lambda entry: entry.update(seq=0),
    "a sequence that is true": lambda entry: entry.update(seq=True),
    "an identity that is no text": lambda entry: entry.update(vault_id=7),
    "an identity that is no hexadecimal": lambda entry: entry.update(vault_id="zz"),
    "an identity too short": lambda entry: entry.update(vault_id="00"),
    "a moment that is none": lambda entry: entry.update(created="yesterday"),
    "a moment without a zone": lambda entry: entry.update(created="2026-11-12T21:40:07"),
    "a database elsewhere": lambda entry: entry.update(db="../other.db"),
    "a strange page size": lambda entry: entry.update(
        cipher={"name": "sqlcipher", "major": 4, "page": 1000, "reserve": 80}
    ),
    "another cipher": lambda entry: entry.update(cipher={"name": "rot13", "major": 4, "page": 16384, "reserve": 80}),
    "a cipher that is a list": lambda entry: entry.update(cipher=[]),
    "no slots": lambda entry: entry.update(slots=[]),
    "slots that are no list": lambda entry: entry.update(slots="none"),
    "a thousand slots": lambda entry: entry.update(slots=[slot_of(entry)] * 1000),
    "two passphrases": lambda entry: entry.update(slots=[slot_of(entry)] * 2),
    "a slot of no kind": lambda entry: slot_of(entry).update(kind="retina"),
    "a slot that is a number": lambda entry: entry.update(slots=[1]),
    "a derivation of four tebibytes": lambda entry: slot_of(entry).update(
        kdf={"alg": "argon2id", "v": 19, "m_kib": 1 << 32, "t": 10**9, "p": 1, "salt": "00" * 16}
    ),
    "a recovery slot half confirmed": lambda entry: slot_of(entry).update(
        kind="recovery", kdf={"alg": "hkdf-sha256", "salt": "00" * 16}, confirmed="perhaps"
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_header_is_refused_before_any_key(folder: Path, name: str) -> None:
    data = changed(folder, HOSTILE[name])
    assert decode(data) is Unreadable.DAMAGED
    both(folder, data)
    refused(folder, DamagedHeader)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"[]", b'{"vault_id": NaN}', b'{"vault_id": 1.5}', b'{"vault_id": 1, "vault_id": 1}'],
)
def test_what_is_no_header_is_damage(data: bytes) -> None:
    assert decode(data) is Unreadable.DAMAGED


def test_a_huge_or_deep_header_is_damage() -> None:
    assert decode(b" " * (64 * 1024 + 1)) is Unreadable.DAMAGED
    assert decode(b"[" * 60_000) is Unreadable.DAMAGED


def test_a_header_of_any_other_bytes_than_ours_is_damage(folder: Path) -> None:
    assert decode((folder / "vault.json").read_bytes().rstrip()) is Unreadable.DAMAGED


def zero(path: Path) -> None:
    path.write_bytes(b"")


def junk(path: Path) -> None:
    path.write_bytes(os.urandom(65536))


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


def plain(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA page_size = 65536")
        connection.execute("CREATE TABLE meta (name, value)")
    connection.close()


def folder_in_its_place(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "x").write_bytes(b"x" * 20000)


@pytest.mark.parametrize("damage", [zero, junk, truncate, plain, Path.unlink, folder_in_its_place])
def test_a_damaged_database_is_told_as_damage_and_left_as_it_is(folder: Path, damage: Callable[[Path], None]) -> None:
    damage(database(folder))
    refused(folder, DamagedJournal)


def test_another_journals_database_in_ours_is_damage(folder: Path, tmp_path: Path) -> None:
    other = make(tmp_path / "other")
    shutil.copy(database(other), database(folder))
    refused(folder, DamagedJournal)


def test_a_database_of_another_identity_under_our_own_key_is_damage(folder: Path) -> None:
    vault = open_vault(folder, PASSPHRASE)
    with vault.connection.transaction():
        vault.connection.execute("UPDATE meta SET value = zeroblob(16) WHERE name = 'vault_id'")
    vault.close()
    refused(folder, DamagedJournal)
    for change in ("DROP TABLE meta",):
        from heartjournal.vault.unlocking import unlocked  # noqa: PLC0415  only here

        connection = unlocked(copies.read_copies(folder), PASSPHRASE).connect(database(folder))
        connection.execute(change)
        connection.close()
    refused(folder, DamagedJournal)


def test_a_second_opening_is_refused_until_the_first_is_closed(folder: Path) -> None:
    first = open_vault(folder, PASSPHRASE)
    with pytest.raises(JournalInUse):
        open_vault(folder, PASSPHRASE)
    first.close()
    first.close()
    assert notes(folder) == ["furnished"]


def test_the_lock_of_a_killed_process_is_free(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from heartjournal.vault import open_vault\n"
        "vault = open_vault(Path(sys.argv[1]), sys.argv[2]); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(folder), PASSPHRASE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"open\n"
        with pytest.raises(JournalInUse):
            open_vault(folder, PASSPHRASE)
        child.kill()
    assert notes(folder) == ["furnished"]


def test_keys_changed_while_ours_were_derived_are_not_undone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = lockfile.VaultLock.taken

    def change_first(where: Path) -> lockfile.VaultLock:
        (where / "vault.json.2").unlink(missing_ok=True)
        return taken(where)

    monkeypatch.setattr(lockfile.VaultLock, "taken", change_first)
    with pytest.raises(JournalInUse):
        open_vault(folder, PASSPHRASE)


@pytest.mark.skipif(os.name == "nt", reason="fcntl is for POSIX")
def test_windows_locks_a_byte_and_tells_when_it_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int, int]] = []

    class FakeMsvcrt:
        LK_NBLCK = 2

        @staticmethod
        def locking(descriptor: int, mode: int, count: int) -> None:
            asked.append((descriptor, mode, count))

    monkeypatch.setitem(sys.modules, "msvcrt", FakeMsvcrt())
    lockfile.lock_on_windows(5)
    assert asked == [(5, 2, 1)]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_every_file_is_for_its_owner_only(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        made = make(tmp_path / "deep" / "j")
        add_note(made, "rain")
    finally:
        os.umask(before)
    assert made.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in made.iterdir()} == {0o600}


class StopError(Exception):
    """Stands for the moment the machine stopped."""


STEPS = ("make_private_file", "sync_file", "write_private_file", "rename")


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("nth", [1, 2])
def test_creation_stopped_at_any_step_never_leaves_an_empty_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, nth: int
) -> None:
    folder = tmp_path / "j"
    script = (
        "import os, sys, signal; from pathlib import Path; from heartjournal.vault import durable, LEAST_COST\n"
        "from tests.vault.folders import make\n"
        "name, nth = sys.argv[2], int(sys.argv[3]); real = getattr(durable, name); calls = []\n"
        "def stop(*arguments):\n"
        "    calls.append(1)\n"
        "    if len(calls) == nth: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return real(*arguments)\n"
        "setattr(durable, name, stop); make(Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", script, str(folder), name, str(nth)], check=False, cwd=Path.cwd())
    state = vault_state(folder)
    if state is VaultState.READY:
        assert notes(folder) == ["furnished"]
    else:
        assert state in {VaultState.UNFINISHED, VaultState.MISSING}
        with pytest.raises((UnfinishedJournal, NoJournal)):
            open_vault(folder, PASSPHRASE)
        assert notes(make(folder)) == ["furnished"]
    assert names(folder) == WHOLE


def test_what_furnishing_raises_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail(_connection: object) -> None:
        raise StopError

    with pytest.raises(StopError):
        create_vault(tmp_path / "j", PASSPHRASE, furnish=fail, cost=LEAST_COST, created=CREATED)
    assert vault_state(tmp_path / "j") is VaultState.MISSING
    assert notes(make(tmp_path / "j")) == ["furnished"]


def test_a_journal_made_meanwhile_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "j"
    make_private = durable.make_private_folder

    def make_the_other_first(where: Path) -> None:
        make_private(where)
        monkeypatch.undo()
        make(where)

    monkeypatch.setattr(durable, "make_private_folder", make_the_other_first)
    with pytest.raises(JournalExists):
        create_vault(folder, PASSPHRASE, furnish=furnish, cost=LEAST_COST, created=CREATED)
    assert notes(folder) == ["furnished"]


def test_a_header_that_reads_back_otherwise_is_not_given_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = durable.write_private_file
    monkeypatch.setattr(durable, "write_private_file", lambda path, content: write(path, content[:-9]))
    with pytest.raises(CannotWrite):
        make(tmp_path / "j")
    assert vault_state(tmp_path / "j") is VaultState.MISSING


def failing(number: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_full_disk_and_a_refusing_one_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno  # noqa: PLC0415  only here

    for number, problem in ((errno.ENOSPC, DiskFull), (errno.EACCES, CannotWrite)):
        with monkeypatch.context() as patched, pytest.raises(problem):
            patched.setattr(durable, "sync_file", failing(number))
            make(tmp_path / "j")
        assert vault_state(tmp_path / "j") is VaultState.MISSING


def test_a_disk_that_takes_no_copy_keeps_nobody_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "vault.json.2").unlink()
    monkeypatch.setattr(durable, "write_private_file", failing(28))
    assert notes(folder) == ["furnished"]


def test_what_cannot_be_read_is_told_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", failing(13))
        with pytest.raises(CannotRead):
            open_vault(folder, PASSPHRASE)
    with monkeypatch.context() as patched, pytest.raises(CannotRead):
        patched.setattr(Path, "iterdir", failing(13))
        vault_state(folder)
    stat = Path.stat

    def refuse(path: Path, **options: bool) -> os.stat_result:
        if path.suffix == ".db":
            raise PermissionError
        return stat(path, **options)

    with monkeypatch.context() as patched, pytest.raises(CannotRead):
        patched.setattr(Path, "stat", refuse)
        open_vault(folder, PASSPHRASE)


def test_a_pipe_in_the_headers_place_keeps_nobody_waiting(folder: Path) -> None:
    (folder / "vault.json").unlink()
    os.mkfifo(folder / "vault.json")
    assert notes(folder) == ["furnished"]


def test_a_folder_that_cannot_be_opened_needs_no_flush(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", failing(13))
    durable.sync_folder(tmp_path)


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    with pytest.raises(CannotWrite):
        lockfile.VaultLock.taken(tmp_path)


def test_the_header_has_one_passphrase_slot_with_a_key_wrapped_in_it(folder: Path) -> None:
    whole = header(folder)
    assert isinstance(whole, Header)
    assert isinstance(whole.slots[0], Slot)
    assert whole.slot(SlotKind.PASSPHRASE) is whole.slots[0]
    assert whole.slot(SlotKind.KEYRING) is None


def test_nothing_lies_in_the_clear(folder: Path) -> None:
    add_note(folder, "canary-8f1c")
    vault = open_vault(folder, PASSPHRASE)
    with vault.connection.transaction():
        vault.connection.execute("INSERT INTO note VALUES ('canary-8f1c again')")
    found = b"".join(path.read_bytes() for path in folder.iterdir())
    vault.close()
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        assert "canary-8f1c".encode(encoding) not in found
    (folder / "control").write_text("canary-8f1c")
    assert b"canary-8f1c" in b"".join(path.read_bytes() for path in folder.iterdir())
