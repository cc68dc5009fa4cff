import re
import shutil
from pathlib import Path

import pytest

from tools.ground import (
    CHECKOUT,
    LIBRARIES,
    LOCK,
    PATH_FILE,
    Need,
    debian_packages,
    is_set_up,
    lacking,
    lacking_libraries,
    lacking_programs,
    make_importable,
    note_set_up,
)

GLIB = Need("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0"))
UBUNTU_24_04 = {"libglib2.0-0t64"}
DEBIAN_12 = {"libglib2.0-0"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in (LOCK, "tools/ground.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(CHECKOUT / name, tmp_path / name)
    (tmp_path / ".venv").mkdir()
    return tmp_path


@pytest.mark.platform("linux")
def test_a_shared_object_is_found_by_loading_it_not_by_a_package_name() -> None:
    there, gone = Need("libc.so.6", ("libc6",)), Need("libnowhere.so.9", ("libnowhere9",))
    assert lacking_libraries([there, gone]) == (gone,)


@pytest.mark.platform("linux")
def test_a_program_is_found_on_the_search_path() -> None:
    there, gone = Need("sh", ("dash",)), Need("no-such-program", ("nothing",))
    assert lacking_programs([there, gone]) == (gone,)


@pytest.mark.platform("linux")
def test_this_machine_has_all_that_the_window_needs() -> None:
    assert lacking("window") == ()


def test_the_command_line_needs_nothing_of_the_system() -> None:
    assert lacking("program") == ()


@pytest.mark.parametrize(
    ("release", "package"), [(UBUNTU_24_04, "libglib2.0-0t64"), (DEBIAN_12, "libglib2.0-0"), (set(), "libglib2.0-0")]
)
def test_a_package_goes_by_the_name_of_the_release(release: set[str], package: str) -> None:
    assert debian_packages([GLIB], known=release.__contains__) == (package,)


def test_two_libraries_of_one_package_are_asked_for_once() -> None:
    asked = debian_packages(LIBRARIES, known=DEBIAN_12.__contains__)
    assert len(asked) == len(set(asked)) < len(LIBRARIES)


def test_an_environment_is_set_up_once_it_is_noted(checkout: Path) -> None:
    assert not is_set_up(checkout)
    note_set_up(checkout)
    assert is_set_up(checkout)


def test_a_changed_lock_asks_for_the_set_up_again(checkout: Path) -> None:
    note_set_up(checkout)
    lock = checkout / LOCK
    lock.write_text(lock.read_text() + "another==1.0\n")
    assert not is_set_up(checkout)


def test_a_moved_checkout_asks_for_the_set_up_again(checkout: Path) -> None:
    note_set_up(checkout)
    moved = checkout.parent / "moved"
    checkout.rename(moved)
    assert not is_set_up(moved)


def test_a_stamp_that_is_not_text_counts_as_none(checkout: Path) -> None:
    (checkout / ".venv/set-up.stamp").write_bytes(b"\xff\x00")
    assert not is_set_up(checkout)


def test_the_source_is_importable_through_one_path_file(checkout: Path, tmp_path: Path) -> None:
    packages = tmp_path / "site-packages"
    packages.mkdir()
    make_importable(packages, checkout=checkout)
    assert (packages / PATH_FILE).read_text() == f"{checkout / 'src'}\n"


def test_the_exported_lock_says_what_uv_lock_says() -> None:
    resolved = (CHECKOUT / "uv.lock").read_text()
    locked = set(re.findall(r'^name = "(.+)"\nversion = "(.+)"\nsource = \{ registry', resolved, re.MULTILINE))
    exported = set(re.findall(r"^([a-z0-9-]+)==(\S+)", (CHECKOUT / LOCK).read_text(), re.MULTILINE))
    assert exported == locked


def test_every_locked_package_carries_its_hashes() -> None:
    entries = re.split(r"^(?=[a-z0-9-]+==)", (CHECKOUT / LOCK).read_text(), flags=re.MULTILINE)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
