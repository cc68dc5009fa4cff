"""Every sentence a problem can say is a literal that the extraction finds and `lupdate` reads."""

from __future__ import annotations

import html
import re
import subprocess
from pathlib import Path

import PySide6
import pytest

from tools.problem_sentences import CONTEXT, for_lupdate, problem_kinds, sentences_below, sentences_in

KINDS = frozenset({"DiskFull"})


def found_in(source: str) -> list[str | None]:
    return [each.text for each in sentences_in(source, "module.py", KINDS)]


def test_every_sentence_in_the_sources_can_be_translated() -> None:
    found = list(sentences_below())
    assert [each.place for each in found if each.text is None] == []
    texts = {each.text for each in found}
    assert {
        "The disk is full.",
        "That isn't the passphrase.",
        "It is not an ordinary file.",
        "The file “{file}” cannot be used. “{key}” {reason}.",
    } <= texts


def test_every_kind_of_problem_is_known() -> None:
    assert {"KnownProblem", "DiskFull", "SealedLetter"} <= problem_kinds()


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("raise DiskFull('It is full.', 'Make room.')", ["It is full.", "Make room."]),
        ("DiskFull('It is ' 'full.')", ["It is full."]),
        ("DiskFull('It is full.' if x else 'Nearly.')", ["It is full.", "Nearly."]),
        ("_FULL = 'It is full.'\nproblems.DiskFull(_FULL)", ["It is full."]),
        ("DiskFull('{file} is full.', values={'file': name})", ["{file} is full."]),
        ("_WHY = source_text('It is a link.')", ["It is a link."]),
    ],
)
def test_what_is_said_is_found(source: str, texts: list[str]) -> None:
    assert found_in(source) == texts


@pytest.mark.parametrize(
    "source",
    [
        "DiskFull(f'{name} is full.')",
        "DiskFull(words)",
        "DiskFull('It is ' + words)",
        "DiskFull(' '.join(words))",
        "DiskFull(sentence='It is full.')",
        "source_text(words)",
    ],
)
def test_what_nobody_could_translate_is_found_out(source: str) -> None:
    assert None in found_in(source)


def test_lupdate_reads_every_one(tmp_path: Path) -> None:
    texts = {each.text for each in sentences_below() if each.text}
    written = tmp_path / "sentences.py"
    written.write_text(for_lupdate(iter(texts)), encoding="utf-8")
    lupdate = Path(PySide6.__file__).parent / "lupdate"
    subprocess.run([lupdate, written, "-ts", tmp_path / "all.ts"], check=True, capture_output=True)
    written_down = (tmp_path / "all.ts").read_text(encoding="utf-8")
    assert re.findall("<name>(.*)</name>", written_down) == [CONTEXT]
    assert {html.unescape(source) for source in re.findall("<source>(.*)</source>", written_down)} == texts
