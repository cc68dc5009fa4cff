"""The scanner sees a word in every spelling, in files and in what was written to files that are gone."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.leaks.canaries import Leak, canary, leaks_below, leaks_written, spellings, watching_writes

_WRITE_AND_REMOVE = """
import sys, tempfile
with tempfile.TemporaryFile() as file:
    file.write(bytes.fromhex(sys.argv[1]))
print(bytes.fromhex(sys.argv[1]))
"""


def test_a_word_is_found_as_it_was_written_and_as_an_index_keeps_it(tmp_path: Path) -> None:
    word = canary("q")
    for number, (written, encoding) in enumerate(spellings(word)):
        place = tmp_path / f"{number}" / ".hidden"
        place.mkdir(parents=True)
        (place / "note").write_bytes(b"\xff" + written.encode(encoding) + b"\xff")
        assert leaks_below(tmp_path / f"{number}", (word,)) == [Leak(".hidden/note", written, encoding)]


def test_other_words_are_not_found(tmp_path: Path) -> None:
    (tmp_path / "note").write_text(canary("q"))
    assert leaks_below(tmp_path, (canary("q"),)) == []


@pytest.mark.platform("linux")
def test_a_word_in_a_file_that_is_gone_at_once_is_found_in_each_spelling(tmp_path: Path) -> None:
    word = canary("q")
    for written, encoding in spellings(word):
        log = tmp_path / "log"
        child = (sys.executable, "-c", _WRITE_AND_REMOVE, written.encode(encoding).hex())
        subprocess.run((*watching_writes(log), *child), check=True, stdin=subprocess.DEVNULL, capture_output=True)
        (leak,) = leaks_written(log, (word,))
        assert (leak.word, leak.encoding) == (written, encoding)
        assert not Path(leak.file).exists()
