"""Where HeartJournal's files lie on this machine; looks at names only and makes nothing."""

import os
import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from heartjournal.model.problems import CannotRead

APPLICATION = "HeartJournal"

_HEADER_NAMES = frozenset({"vault.json", "vault.json.2"})
_DATABASE_NAME = re.compile(r"journal-[^/]*\.db")
# What counts as nothing when a journal is to be made: our own lock, what a making that was interrupted leaves, and
# what a system puts into every folder.
_NOTHING = re.compile(
    r"lock|vault\.json\.new|journal-[0-9a-f]{16}\.db\.new(-wal|-journal|-shm)?"
    r"|\.DS_Store|desktop\.ini|Thumbs\.db|\.directory"
)
_DEMO_NAME = re.compile(r"demo-[0-9]{1,10}")


def data_folder() -> Path:
    """The folder for what a person keeps, as the desktop names it. It may not exist yet."""
    # platformdirs takes some ten milliseconds to load, which a start with a known journal folder need not pay.
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_data_path(APPLICATION, appauthor=False)


def config_folder() -> Path:
    """The folder for the preferences needed before unlocking. It may not exist yet."""
    import platformdirs  # noqa: PLC0415  see data_folder

    return platformdirs.user_config_path(APPLICATION, appauthor=False)


def cache_folder() -> Path:
    """The folder for what may be thrown away at any time. It may not exist yet."""
    import platformdirs  # noqa: PLC0415  see data_folder

    return platformdirs.user_cache_path(APPLICATION, appauthor=False)


def preferences_file() -> Path:
    """The one plain file of preferences."""
    return config_folder() / "preferences.toml"


def default_journal() -> Path:
    """The journal folder of a person who chose none."""
    return data_folder() / "journal"


class FolderSign(Enum):
    """What a folder's names say of a journal in it."""

    JOURNAL = "journal"
    """One, whole or damaged or unfinished."""
    NONE = "none"
    """The folder is there, and nothing in it."""
    FOREIGN = "foreign"
    """The folder is there, and what is in it is no journal."""
    MISSING = "missing"
    """There is no such folder."""
    UNREADABLE = "unreadable"
    """Whatever is there cannot be listed: nobody knows what it holds."""


def sign_of(folder: Path) -> FolderSign:
    """What the names in a folder say. Opens no file and never raises."""
    try:
        with os.scandir(folder) as found:
            names = [file.name for file in found]
    except FileNotFoundError:
        return FolderSign.MISSING
    except (OSError, ValueError):
        return FolderSign.UNREADABLE
    if any(name in _HEADER_NAMES or _DATABASE_NAME.fullmatch(name) for name in names):
        return FolderSign.JOURNAL
    return FolderSign.NONE if all(_NOTHING.fullmatch(name) for name in names) else FolderSign.FOREIGN


@dataclass(frozen=True, slots=True)
class JournalPlace:
    """Where the journal of this start lies.

    `is_new` says that there is none and one may be made; only then does a start lead to the pages of a first run. A
    damaged, unfinished or unreadable journal is not new: it must reach Unlock, which says what is wrong. `is_awaited`
    says that a journal was kept here before, so that a missing folder is one whose disk is not connected. `is_foreign`
    says that other things lie in the folder: there is nothing to open, and another one must be chosen to make one in.
    """

    folder: Path
    is_new: bool
    is_awaited: bool = False
    is_foreign: bool = False


def journal_place(*, named: Path | None, preferred: Path | None) -> JournalPlace:
    """The folder named for this start, else the one in the preferences, else the usual one."""
    if named is not None:
        sign = sign_of(named)
        # Where even the folder around it is missing, it is more likely a disk that is not connected.
        may_be_made = sign is FolderSign.MISSING and sign_of(named.absolute().parent) is not FolderSign.MISSING
        return _place(named, sign, may_be_made=may_be_made)
    if preferred is not None:
        return JournalPlace(preferred, is_new=False, is_awaited=True)
    usual = default_journal()
    sign = sign_of(usual)
    return _place(usual, sign, may_be_made=sign is FolderSign.MISSING)


def _place(folder: Path, sign: FolderSign, *, may_be_made: bool) -> JournalPlace:
    is_foreign = sign is FolderSign.FOREIGN
    return JournalPlace(folder, is_new=may_be_made or is_foreign or sign is FolderSign.NONE, is_foreign=is_foreign)


def require_connected(place: JournalPlace) -> None:
    """Raise CannotRead where a journal was kept before and its folder is not there now."""
    if place.is_awaited and sign_of(place.folder) is FolderSign.MISSING:
        raise CannotRead(
            "The folder of your journal isn't there.", "If it is on a disk or stick, connect that, then try again."
        )


def demo_folder() -> Path:
    """Where this process may keep its sample journal; the name carries the process id, so that no two share one."""
    return cache_folder() / f"demo-{os.getpid()}"


def demo_folders() -> tuple[Path, ...]:
    """The folders of sample journals, by name: those in use, and those that a process left behind."""
    try:
        with os.scandir(cache_folder()) as found:
            names = sorted(folder.name for folder in found if folder.is_dir(follow_symlinks=False))
    except OSError:
        return ()
    return tuple(cache_folder() / name for name in names if _DEMO_NAME.fullmatch(name))
