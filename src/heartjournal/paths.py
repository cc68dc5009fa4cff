"""Where HeartJournal's files lie on this machine; looks at names only and makes nothing."""

import os
import re
from pathlib import Path

APPLICATION = "HeartJournal"

_HEADER_NAMES = frozenset({"vault.json", "vault.json.2"})
_DATABASE_NAME = re.compile(r"journal-[^/]*\.db")
_DEMO_NAME = re.compile(r"demo-([0-9]{1,10})")


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


def looks_like_a_journal(folder: Path) -> bool:
    """Whether the names in a folder are those of a journal. Opens no file and never raises.

    True also for a damaged or unfinished journal: such a folder must reach Unlock, which says what is wrong, and
    never the pages of a first run.
    """
    try:
        with os.scandir(folder) as found:
            return any(file.name in _HEADER_NAMES or _DATABASE_NAME.fullmatch(file.name) for file in found)
    except (OSError, ValueError):
        return False


def demo_folder() -> Path:
    """Where this process may keep its sample journal; the name carries the process id for `left_demo_folders`."""
    return cache_folder() / f"demo-{os.getpid()}"


def left_demo_folders() -> tuple[Path, ...]:
    """The sample journals that earlier processes left behind, by name, also after a SIGKILL.

    To be asked before `demo_folder` is made: a folder with the id of this very process is an earlier one's.
    """
    try:
        with os.scandir(cache_folder()) as found:
            names = sorted(folder.name for folder in found if folder.is_dir(follow_symlinks=False))
    except OSError:
        return ()
    matches = (_DEMO_NAME.fullmatch(name) for name in names)
    return tuple(cache_folder() / match[0] for match in matches if match and not _is_another_running(int(match[1])))


def _is_another_running(process: int) -> bool:
    """Whether another process has this id now. On Windows nothing is asked: files in use cannot be deleted there."""
    if os.name == "nt" or process in {0, os.getpid()}:
        return False
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True
