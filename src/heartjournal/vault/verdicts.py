"""What can be wrong with a journal's folder, each as one calm sentence and what to do next."""

import contextlib
import errno
from collections.abc import Iterator

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
    NewerJournal,
    NoJournal,
    UnfinishedJournal,
    WrongPassphrase,
)

_NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


def wrong_passphrase() -> WrongPassphrase:
    """The header is sound and its slot does not open."""
    return WrongPassphrase(
        "That isn't the passphrase.", "Check Caps Lock and keyboard layout, then try again. Nothing has been lost."
    )


def empty_passphrase() -> EmptyPassphrase:
    """A journal was to be created without a passphrase."""
    return EmptyPassphrase("A passphrase needs at least one character.", "Choose one you will remember, then go on.")


def no_journal() -> NoJournal:
    """The folder is missing or empty."""
    return NoJournal(
        "There is no journal in this folder yet.", "Start a new one here, or choose the folder that holds yours."
    )


def unfinished_journal() -> UnfinishedJournal:
    """Creation was interrupted."""
    return UnfinishedJournal(
        "Setting up the journal in this folder was interrupted before anything was written in it.",
        "Set it up once more. Nothing is lost by that.",
    )


def foreign_folder() -> ForeignFolder:
    """The folder belongs to something else."""
    return ForeignFolder(
        "This folder holds other files and no journal.",
        "Choose the folder of your journal, or an empty one for a new journal. Nothing here was changed.",
    )


def newer_journal() -> NewerJournal:
    """The header's version is above ours."""
    return NewerJournal(
        "This journal was made by a newer version of HeartJournal.",
        "Update HeartJournal, then open it again. Nothing here was changed.",
    )


def damaged_header() -> DamagedHeader:
    """No copy of the header can be used."""
    return DamagedHeader(
        "The journal's key file and its second copy can't be read.",
        "Keep the whole folder as it is. If you have a copy of it, put vault.json or vault.json.2 back from there.",
    )


def missing_database() -> DamagedJournal:
    """The header names a database that is not there."""
    return DamagedJournal(
        "The key file is here, but the file with the pages is missing.",
        "If the folder was copied or synchronised, bring over the rest of it. Nothing here was changed.",
    )


def damaged_journal() -> DamagedJournal:
    """The database is empty, cut short, junk or another journal's."""
    return DamagedJournal(
        "The passphrase is right, but the file with the pages is damaged.",
        "Keep the whole folder as it is. If you have a copy of it, open that one.",
    )


def journal_in_use() -> JournalInUse:
    """Another process holds the vault lock."""
    return JournalInUse(
        "The journal is open in the window; lock it first.",
        "If no window is open, a command is still at work in it: try again in a moment.",
    )


def journal_exists() -> JournalExists:
    """Creation was asked for where a journal is."""
    return JournalExists("There is a journal in this folder already.", "Open it, or choose an empty folder.")


def disk_full() -> DiskFull:
    """A write found no room."""
    return DiskFull("The disk is full.", "Make some room, then try again. What was saved before is safe.")


def cannot_write() -> CannotWrite:
    """A write was refused."""
    return CannotWrite(
        "The journal's folder can't be written to.",
        "Check that the disk is connected and that you may write there, then try again.",
    )


def cannot_lock() -> CannotWrite:
    """The file system has no locks, or none left."""
    return CannotWrite(
        "The disk of the journal's folder can't keep two programs from writing to it at once.",
        "If it is a network folder, copy the whole of it to a disk of this computer and open it there.",
    )


def cannot_read() -> CannotRead:
    """A read was refused."""
    return CannotRead(
        "The journal's folder can't be read.",
        "Check that the disk is connected and that you may read it, then try again.",
    )


def unreadable_database() -> CannotRead:
    """The database is there and the system does not hand it over."""
    return CannotRead(
        "The file with the pages can't be read.",
        "Check that the disk is connected and that the file's permissions let you read and write it, then try again. "
        "Nothing here was changed.",
    )


@contextlib.contextmanager
def writing() -> Iterator[None]:
    """Turn an OSError of the block into DiskFull or CannotWrite."""
    try:
        yield
    except OSError as error:
        raise (disk_full() if error.errno in _NO_ROOM else cannot_write()) from None
