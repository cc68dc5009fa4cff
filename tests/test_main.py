"""The process itself: what a mistake of ours leaves on the terminal, and what takes its place after a lock."""

import subprocess
import sys
from pathlib import Path

from tests.leaks.canaries import canary

MISTAKES = """
import sys, threading
from heartjournal.__main__ import report_every_bug

if sys.argv[1:] == ["report"]:
    report_every_bug()

class Page:
    def __del__(self):
        raise ValueError("{word}")

def write():
    raise ValueError("{word}")

thread = threading.Thread(target=write)
thread.start()
thread.join()
page = Page()
del page
raise ValueError("{word}")
"""


def complaints(program: Path, *arguments: str) -> str:
    command = [sys.executable, str(program), *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True).stderr


def test_a_mistake_in_any_thread_is_reported_without_its_words(tmp_path: Path) -> None:
    word = canary("m")
    program = tmp_path / "mistakes.py"
    program.write_text(MISTAKES.format(word=word), encoding="utf-8")
    assert complaints(program).count(word) >= 2 * 3

    reported = complaints(program, "report")
    assert word not in reported
    assert reported.count("HeartJournal met a mistake of its own.\nValueError\n") == 3
    assert [line.split()[-1] for line in reported.splitlines() if "mistakes.py" in line] == [
        "write",
        "__del__",
        "<module>",
    ]


def plant(folder: Path) -> Path:
    """A package named like the program in a folder; the file that it leaves when it is run."""
    package = folder / "heartjournal"
    package.mkdir()
    was_run = package / "was-run"
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text("import pathlib\npathlib.Path(__file__).with_name('was-run').touch()\n")
    return was_run


def test_what_takes_over_after_a_lock_is_the_program_and_nothing_that_lies_in_the_folder(tmp_path: Path) -> None:
    was_run = plant(tmp_path)
    lock = "from heartjournal.__main__ import start_afresh; start_afresh(['--help'])"
    afresh = subprocess.run(
        [sys.executable, "-P", "-c", lock], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert not was_run.exists()
    assert "--journal DIR" in afresh.stdout

    subprocess.run([sys.executable, "-m", "heartjournal"], check=True, cwd=tmp_path)
    assert was_run.exists()


MAKING_ROOM = """
import gc
from heartjournal.__main__ import kept_from_the_collector

looks = []
gc.callbacks.append(lambda phase, about: looks.append(phase))
before = gc.get_freeze_count()
with kept_from_the_collector():
    looks.clear()
    kept = [[number] for number in range(50_000)]
    assert looks == [], looks
    assert not gc.isenabled()
assert gc.isenabled()
assert gc.get_freeze_count() - before > 50_000
gc.disable()
with kept_from_the_collector():
    pass
assert not gc.isenabled()
print("as it should be")
"""


def test_what_is_made_to_stay_is_looked_through_by_no_collector() -> None:
    command = [sys.executable, "-c", MAKING_ROOM]
    finished = subprocess.run(command, check=False, capture_output=True, text=True)
    assert finished.stdout == "as it should be\n", finished.stderr
