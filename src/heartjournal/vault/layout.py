"""The names of the files in a journal's folder."""

import re
from pathlib import Path

HEADER = "vault.json"
SECOND_HEADER = "vault.json.2"
DATABASE_ID_BYTES = 8
HEADERS = (HEADER, SECOND_HEADER)
LOCK = "lock"

# Creation alone writes this name: with a database beside it and no header, creation was interrupted.
NEW_HEADER = "vault.json.new"
# Levelling the two copies writes this one, so that it can never be taken for an interrupted creation.
NEXT_HEADER = "vault.json.next"

_DATABASE = re.compile(r"journal-[0-9a-f]{16}\.db")
_NEW_DATABASE = re.compile(r"journal-[0-9a-f]{16}\.db\.new(-wal|-journal|-shm)?")
_LEFT_BY_THE_SYSTEM = frozenset({".DS_Store", "desktop.ini", "Thumbs.db", ".directory"})


def database_name(database_id: bytes) -> str:
    """The file name of a database (8 bytes of identity)."""
    return f"journal-{database_id.hex()}.db"


def database_identity(name: str) -> bytes:
    """The 8 bytes a database's file name carries."""
    return bytes.fromhex(name.removeprefix("journal-").removesuffix(".db"))


def new_name(path: Path) -> Path:
    """The name a database has until it is whole."""
    return path.with_name(path.name + ".new")


def is_database(name: str) -> bool:
    """Whether `name` is a database of ours."""
    return _DATABASE.fullmatch(name) is not None


def is_left_by_creation(name: str) -> bool:
    """Whether only an interrupted creation leaves a file of this name."""
    return name == NEW_HEADER or _NEW_DATABASE.fullmatch(name) is not None


def is_nothing(name: str) -> bool:
    """Whether a folder with only such files counts as empty."""
    return name == LOCK or name in _LEFT_BY_THE_SYSTEM
