"""What must be known before unlocking, in one plain file with no private word: read leniently, written atomically."""

import contextlib
import math
import os
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, get_args

from heartjournal.model.problems import CannotWrite, DiskFull

ThemeChoice = Literal["system", "light", "dark"]

LEAST_TEXT_SCALE = 0.9
LARGEST_TEXT_SCALE = 1.75
LEAST_WINDOW_SIDE = 200
LARGEST_WINDOW_SIDE = 20_000

_LARGEST_FILE = 64 * 1024
_LONGEST_LANGUAGE = 35  # RFC 5646, 4.4.1
_NO_SPACE = frozenset({"ENOSPC", "EDQUOT"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class Preferences:
    """Every preference there is; a key that is not here is neither read nor kept.

    `text_scale` is a factor from 0.9 to 1.75; `language` is a BCP 47 tag or "" for the system's; window sides are
    logical pixels; `journal_folder` is None for the usual one.
    """

    theme: ThemeChoice = "system"
    text_scale: float = 1.0
    language: str = ""
    window_width: int = 1280
    window_height: int = 800
    journal_folder: Path | None = None


def load(path: Path, *, note: Callable[[str], None] | None = None) -> Preferences:
    """The preferences in a file. Never raises: a missing or bad file gives the usual ones, a bad value its usual one.

    `note` is called with one plain sentence when there is a file that could not be read as a whole.
    """
    try:
        if not path.exists():
            return Preferences()
        found = _table(path)
    except (OSError, ValueError, RecursionError):
        if note is not None:
            note("The preferences file could not be read, so the usual settings are used.")
        return Preferences()
    usual = Preferences()
    return Preferences(
        theme=_theme(found.get("theme")) or usual.theme,
        text_scale=_number(found.get("text_scale")) or usual.text_scale,
        language=_language(found.get("language")) or usual.language,
        window_width=_side(found.get("window_width")) or usual.window_width,
        window_height=_side(found.get("window_height")) or usual.window_height,
        journal_folder=_folder(found.get("journal_folder")),
    )


def save(path: Path, preferences: Preferences) -> None:
    """Write the file anew: beside it, synced, readable by its owner only, then in its place in one step.

    Raises DiskFull or CannotWrite; the file that was there is then untouched.
    """
    fresh = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write_synced(fresh, _toml(preferences).encode())
        fresh.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise _problem(error) from None


def _problem(error: OSError) -> DiskFull | CannotWrite:
    import errno  # noqa: PLC0415  only a failed write needs it, and this module is loaded before the first paint

    if errno.errorcode.get(error.errno or 0) in _NO_SPACE:
        return DiskFull("The disk is full, so your settings could not be kept.", "Make some room and try again.")
    return CannotWrite("Your settings could not be kept.", "Check that you may write to your settings folder.")


def _write_synced(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the rename durable; Windows has no such thing and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _toml(preferences: Preferences) -> str:
    pairs = ((each.name, getattr(preferences, each.name)) for each in fields(preferences))
    return "".join(f"{name} = {_value(value)}\n" for name, value in pairs if _can_be_kept(value))


def _can_be_kept(value: object) -> bool:
    """None has no TOML; a path of bytes that are no UTF-8 has none either and stays for this run only."""
    if value is None:
        return False
    try:
        str(value).encode()
    except UnicodeEncodeError:
        return False
    return True


def _value(value: object) -> str:
    if isinstance(value, int | float):
        return repr(value)
    return f'"{"".join(_escaped(character) for character in str(value))}"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return f"\\u{ord(character):04X}" if ord(character) < 0x20 or ord(character) == 0x7F else character


def _table(path: Path) -> dict[str, object]:
    """The file's keys and values. Raises OSError, or ValueError when it is not small UTF-8 TOML."""
    import tomllib  # noqa: PLC0415  a first start has no file to read

    if not path.is_file():
        raise ValueError("not an ordinary file")
    with path.open("rb") as file:
        raw = file.read(_LARGEST_FILE + 1)
    if len(raw) > _LARGEST_FILE:
        raise ValueError("too large")
    return tomllib.loads(raw.decode())


def _theme(value: object) -> ThemeChoice | None:
    return next((choice for choice in get_args(ThemeChoice) if choice == value), None)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
        return None
    return float(value) if LEAST_TEXT_SCALE <= value <= LARGEST_TEXT_SCALE else None


def _side(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if LEAST_WINDOW_SIDE <= value <= LARGEST_WINDOW_SIDE else None


def _language(value: object) -> str | None:
    """A tag is letters, digits and hyphens, so that it can safely become part of a file name."""
    if not isinstance(value, str) or len(value) > _LONGEST_LANGUAGE:
        return None
    return value if value.isascii() and all(part.isalnum() for part in value.replace("_", "-").split("-")) else None


def _folder(value: object) -> Path | None:
    """An absolute path, since a relative one would mean another journal in every folder one starts from."""
    if not isinstance(value, str) or "\0" in value:
        return None
    folder = Path(value)
    return folder if folder.is_absolute() else None
