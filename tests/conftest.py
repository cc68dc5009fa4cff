"""What every test stands on: a home of its own, a clock that stands still, and nothing left open behind it."""

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from tests.clock import FixedClock

_HOME = pytest.StashKey[Path]()
_ENVIRONMENT = pytest.StashKey[Mapping[str, str]]()

_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
    "TEMP": "tmp",
    "TMP": "tmp",
}
# The screen, the bus and the keyring of whoever runs the tests are no business of theirs.
_NOT_INHERITED = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "DBUS_SESSION_BUS_ADDRESS",
    "PYTHON_KEYRING_BACKEND",
    "QT_SCALE_FACTOR",
    "QT_STYLE_OVERRIDE",
    "QT_QPA_PLATFORMTHEME",
)

settings.register_profile("usual", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the long forms of the tests too")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("long" if config.getoption("--long") else "usual")
    config.stash[_ENVIRONMENT] = dict(os.environ)
    config.stash[_HOME] = _move_home()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_unconfigure(config: pytest.Config) -> None:
    if _HOME in config.stash:
        earlier = config.stash[_ENVIRONMENT]
        os.environ.clear()
        os.environ.update(earlier)
        tempfile.tempdir = None
        shutil.rmtree(config.stash[_HOME], ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = [item for item in items if _is_left_out(item, long=config.getoption("--long"))]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if _in_ci() and report.skipped and not hasattr(report, "wasxfail"):
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if _in_ci() and report.skipped:
        _fail(report)
    return report


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The arguments pytest-qt makes the application with: the style is the program's on every system."""
    from heartjournal.ui.theme import STYLE_ARGUMENTS  # noqa: PLC0415  nothing of ours before the home has moved

    return ["heartjournal", *STYLE_ARGUMENTS]


@pytest.fixture
def clock() -> FixedClock:
    """Thursday 12 November 2026, 21:40 in London."""
    return FixedClock()


@pytest.fixture
def long_form(request: pytest.FixtureRequest) -> bool:
    """Whether `--long` was asked for: more rounds, the same test."""
    return bool(request.config.getoption("--long"))


@pytest.fixture(autouse=True, scope="session")
def _one_pair_of_ears() -> Iterator[None]:
    """Every journal of a test run hears with the same ears: to make them takes a third of a second each time."""
    from heartjournal.journal import Hearing, door  # noqa: PLC0415  nothing of ours before the home has moved

    ears = Hearing()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(door, "Hearing", lambda: ears)
        yield


@pytest.fixture(autouse=True)
def _nothing_left_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window on the screen or an animation running."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    before = _left_open()
    yield
    left = _left_open()
    windows = [window for window in left.windows if window not in before.windows]
    animations = [animation for animation in left.animations if animation not in before.animations]
    assert not windows, f"windows left open: {windows}"
    assert not animations, f"animations left running: {animations}"


@dataclass(frozen=True)
class _Open:
    windows: tuple[QWidget, ...]
    animations: tuple[QAbstractAnimation, ...]


def _left_open() -> _Open:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    windows = tuple(window for window in QApplication.topLevelWidgets() if isValid(window) and window.isVisible())
    kinds = _kinds_of(QAbstractAnimation)
    animations = tuple(
        thing
        for thing in gc.get_objects()
        if type(thing) in kinds and isValid(thing) and thing.state() is QAbstractAnimation.State.Running
    )
    return _Open(windows, animations)


def _kinds_of(kind: type[QAbstractAnimation]) -> set[type[QAbstractAnimation]]:
    """The class with all below it: to look a type up in a set is three times as quick as `issubclass`."""
    return {kind}.union(*(_kinds_of(below) for below in kind.__subclasses__()))


def _move_home() -> Path:
    """Point every folder a program may write to into a new private one, and forget the person's session."""
    root = Path(tempfile.mkdtemp(prefix="heartjournal-"))
    for variable, folder in _FOLDERS.items():
        place = root / folder
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[variable] = str(place)
    for variable in _NOT_INHERITED:
        os.environ.pop(variable, None)
    tempfile.tempdir = None
    return root


def _is_left_out(item: pytest.Item, *, long: bool) -> bool:
    if item.get_closest_marker("long") and not long:
        return True
    platform = item.get_closest_marker("platform")
    return platform is not None and platform.args[0] != sys.platform


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"{reason} (a skip is a failure where CI is set: every real part must be there)"
