"""A release of PySide6 lost a reference to True and None at every signal; this is the canary."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

EMITS = 200
SLACK = 20  # other parts of the interpreter come and go
# From Python 3.12 on the constants are immortal. Extensions built for the stable ABI still count them up and down, so
# only the order of magnitude means anything (PEP 683, "Accidental De-Immortalizing").
IMMORTAL = 2**31


class Bell(QObject):
    rung = Signal(bool)
    stopped = Signal()


@pytest.mark.parametrize("constant", [True, False, None], ids=str)
def test_two_hundred_emits_lose_no_reference(constant: object) -> None:
    bell = Bell()
    heard: list[object] = []
    bell.rung.connect(heard.append)
    bell.stopped.connect(lambda: heard.append("stopped"))
    before = sys.getrefcount(constant)
    for _ in range(EMITS):
        bell.rung.emit(True)
        bell.stopped.emit()
    assert len(heard) == 2 * EMITS
    assert sys.getrefcount(constant) >= min(before - SLACK, IMMORTAL)
