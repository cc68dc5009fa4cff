"""A disk that refuses a PDF: the file that was there stays as it was, nothing half written lies about, one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.platform("linux")

# strace counts from the beginning of the process, so it looks only at calls that name these files.
_KEEP = """
import sys
from pathlib import Path
from heartjournal.model.problems import KnownProblem
from heartjournal.ui.printing.paper import keep_pdf
try:
    keep_pdf(b"new" * 100_000, Path(sys.argv[1]))
except KnownProblem as problem:
    print(type(problem).__name__, problem)
    sys.exit(1)
"""


def keep(path: Path, *fault: str) -> subprocess.CompletedProcess[str]:
    part = f"{path}.part"
    strace = ("strace", "-f", "-qq", "-o", os.devnull, "-P", part, "-P", str(path), *fault) if fault else ()
    command = (*strace, sys.executable, "-B", "-c", _KEEP, str(path))
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


def test_a_disk_that_takes_it_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"old")
    assert keep(path).returncode == 0
    assert path.read_bytes() == b"new" * 100_000


@pytest.mark.parametrize("call", ["openat", "write", "fsync", "rename"])
@pytest.mark.parametrize(("error", "name"), [("ENOSPC", "DiskFull"), ("EIO", "CannotWrite"), ("EACCES", "CannotWrite")])
def test_a_disk_that_refuses_leaves_what_was_there(tmp_path: Path, call: str, error: str, name: str) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"old")
    done = keep(path, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when=1+")
    assert done.returncode == 1, done.stderr
    assert done.stdout.split()[0] == name
    assert str(tmp_path) not in done.stdout
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["letter.pdf"]


@pytest.mark.parametrize("call", ["openat", "write", "fsync", "rename"])
def test_a_process_killed_at_any_step_leaves_the_old_file_or_the_new_one(tmp_path: Path, call: str) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"old")
    assert keep(path, "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when=1").returncode != 0
    assert path.read_bytes() in {b"old", b"new" * 100_000}
    assert keep(path).returncode == 0
    assert [each.name for each in tmp_path.iterdir()] == ["letter.pdf"]
