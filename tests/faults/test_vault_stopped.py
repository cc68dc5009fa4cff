"""A vault whose process is killed or whose disk is full: nothing acknowledged is lost, nothing half made opens."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from heartjournal.model.problems import JournalInUse, KnownProblem, NoJournal, UnfinishedJournal
from heartjournal.vault import VaultState, open_vault, vault_state
from tests.vault.folders import PASSPHRASE, WHOLE, contents, make, names, notes

pytestmark = pytest.mark.platform("linux")

CHILD = Path(__file__).with_name("vault_child.py")
# Every call by which creation changes the disk; starting Python makes none of them.
STEPS = ("mkdir", "fsync", "pwrite64", "ftruncate", "unlink", "rename")
MOST_STEPS = 200


def run(verb: str, folder: Path, *fault: str) -> subprocess.CompletedProcess[str]:
    """Run a child to its end, under strace if a fault is asked for."""
    strace = ("strace", "-f", "-qq", "-o", os.devnull, *fault) if fault else ()
    command = (*strace, sys.executable, "-B", str(CHILD), verb, str(folder))
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


def kill_at(call: str, number: int) -> tuple[str, ...]:
    return ("-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}")


def refuse(call: str, when: str, error: str) -> tuple[str, ...]:
    return ("-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}")


# Root reads everything unless it may not.
ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()


def test_a_child_that_is_left_alone_makes_a_journal(tmp_path: Path) -> None:
    assert run("create", tmp_path / "journal").returncode == 0
    assert notes(tmp_path / "journal") == ["furnished"]


@pytest.mark.parametrize("call", STEPS)
def test_creation_killed_before_any_step_never_leaves_an_empty_journal(tmp_path: Path, call: str) -> None:
    seen: Counter[VaultState] = Counter()
    for number in range(1, MOST_STEPS):
        folder = tmp_path / str(number)
        if run("create", folder, *kill_at(call, number)).returncode == 0:
            break
        seen[vault_state(folder)] += 1
        _expect_all_or_nothing(folder)
    else:
        pytest.fail("creation never came to its end")

    assert seen.total() >= 1
    assert call != "rename" or seen == {VaultState.UNFINISHED: 2, VaultState.READY: 1}


def _expect_all_or_nothing(folder: Path) -> None:
    try:
        found = notes(folder)
    except (NoJournal, UnfinishedJournal):
        make(folder)
        found = notes(folder)
    assert found == ["furnished"]
    assert names(folder) == WHOLE


# The first write is the header's; later ones tell the verdict.
@pytest.mark.parametrize(("call", "when"), [("pwrite64", "1+"), ("write", "1"), ("fsync", "2+"), ("rename", "1+")])
@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_creation_on_a_disk_that_refuses_leaves_nothing_that_opens(
    tmp_path: Path, call: str, when: str, error: str
) -> None:
    done = run("create", tmp_path / "journal", *refuse(call, when, error))

    assert done.returncode == 1, done.stderr
    assert done.stdout.strip() in {"DiskFull", "CannotWrite"}
    assert done.stderr == ""
    assert vault_state(tmp_path / "journal") in {VaultState.MISSING, VaultState.UNFINISHED}
    assert notes(make(tmp_path / "journal")) == ["furnished"]


@pytest.mark.parametrize(("error", "verdict"), [("ENOSPC", "DiskFull"), ("EIO", "CannotWrite")])
@pytest.mark.parametrize("number", [1, 2, 7, 20])
def test_what_was_acknowledged_before_the_disk_refused_is_there(
    tmp_path: Path, error: str, verdict: str, number: int
) -> None:
    folder = make(tmp_path / "journal")

    done = run("save", folder, *refuse("pwrite64", f"{number}+", error))
    *acknowledged, told = done.stdout.split()
    found = [words.split()[0] for words in notes(folder)[1:]]

    assert (done.returncode, told, done.stderr) == (1, verdict, "")
    assert found[: len(acknowledged)] == acknowledged
    assert len(found) <= len(acknowledged) + 1


def test_a_process_that_holds_the_journal_keeps_others_out_until_it_is_killed(tmp_path: Path) -> None:
    folder = make(tmp_path / "journal")
    with subprocess.Popen(
        (sys.executable, "-B", str(CHILD), "hold", str(folder)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        before = contents(folder)
        with pytest.raises(JournalInUse):
            open_vault(folder, PASSPHRASE)
        assert run("hold", folder).stdout == "JournalInUse\n"
        assert contents(folder) == before
        child.kill()

    assert notes(folder) == ["furnished", "saved"]


def test_a_journal_copied_with_its_log_is_whole(tmp_path: Path) -> None:
    """A copy of the folder taken while it is open, as a backup program takes it between two writes."""
    folder = make(tmp_path / "journal")
    vault = open_vault(folder, PASSPHRASE)
    with vault.connection.transaction():
        vault.connection.execute("INSERT INTO note VALUES ('saved')")
    shutil.copytree(folder, tmp_path / "copy")
    vault.close()

    assert notes(tmp_path / "copy") == ["furnished", "saved"]


def test_a_verdict_is_one_sentence_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KnownProblem) as told:
        open_vault(tmp_path, PASSPHRASE)

    assert told.value.sentence.endswith(".")
    assert told.value.advice.endswith(".")


@pytest.mark.parametrize(
    ("closed", "mode", "told"),
    [
        ("journal-*.db", 0o000, "CannotRead"),
        ("vault.json*", 0o000, "CannotRead"),
        ("", 0o000, "CannotRead"),
        ("journal-*.db", 0o400, "CannotWrite"),
        ("never there", 0o000, "open"),
    ],
)
def test_what_the_system_does_not_hand_over_cannot_be_read(tmp_path: Path, closed: str, mode: int, told: str) -> None:
    folder = make(tmp_path / "journal")
    paths = list(folder.glob(closed)) if closed else [folder]
    modes = [path.stat().st_mode for path in paths]
    for path in paths:
        path.chmod(mode)
    command = (*ANYBODY, sys.executable, "-B", str(CHILD), "hold", str(folder))
    finished = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    for path, before in zip(paths, modes, strict=True):
        path.chmod(before)
    assert finished.stdout.split() == [told], finished.stderr
    assert notes(folder) == (["furnished", "saved"] if told == "open" else ["furnished"])
