"""Looking for phrases in one page of some 250 words: the ear and the person's own phrases, against the bare look-up."""

from __future__ import annotations

import time
from functools import partial
from itertools import cycle, islice
from typing import TYPE_CHECKING, Final

from bench.english import known_phrases, texts
from bench.measure import Row, middle
from bench.phrase_floor import PhraseFloor
from heartjournal.critic import CriticEar, DespairEar
from heartjournal.critic.own_phrases import OwnPhrases, own_key
from heartjournal.resources import critic_lexicon, despair_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PAGES: Final = 100
_ROUNDS: Final = 500
_WARM: Final = 100


def rows(_: Path) -> tuple[Row, ...]:
    """Page after page, both in turn; each knows the same 500 phrases of the person's own."""
    ear = CriticEar(critic_lexicon(), DespairEar(despair_lexicon()))
    known = known_phrases()
    bare, own = PhraseFloor(known), OwnPhrases(own_key(" ".join(phrase)) for phrase in known)
    floor, ours, of_ear = [], [], []
    for number, text in enumerate(islice(cycle(texts(_PAGES)), _ROUNDS + _WARM)):
        taken_floor = _seconds(partial(bare.find, text))
        taken_ear, taken_own = _seconds(partial(ear.hear, text)), _seconds(partial(own.finds, text))
        if number >= _WARM:
            floor.append(taken_floor)
            ours.append(taken_ear + taken_own)
            of_ear.append(taken_ear)
    note = f"the ear alone {middle(of_ear):.2f} ms"
    return (
        Row("phrases of one entry, 256 words", middle(floor), middle(ours), 2.0, note),
        Row("phrases of one entry, against 0.6 ms", 0.6, middle(ours), 1.0),
    )


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
