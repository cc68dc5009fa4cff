"""Which phrases are shown: all of them, or those of one voice or tone, named as the person named it; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from heartjournal.model.phrase import Phrase
    from heartjournal.model.timeline import Timeline


def voices_of(phrases: Iterable[Phrase]) -> tuple[str, ...]:
    """Whose voices the person named, then the tones, each once and in the order of the alphabet."""
    named: dict[str, str] = {}
    tones: dict[str, str] = {}
    for phrase in phrases:
        if phrase.whose_voice.strip():
            named.setdefault(_same(phrase.whose_voice), phrase.whose_voice.strip())
        for tone in phrase.tones:
            tones.setdefault(_same(tone), tone)
    # What is a voice and a tone as well is offered once, and finds both.
    rest = [tone for key, tone in tones.items() if key not in named]
    return (*sorted(named.values(), key=_same), *sorted(rest, key=_same))


def has_voice(phrase: Phrase, wanted: str) -> bool:
    """Whether the person gave a phrase this voice or this tone; "" is any."""
    given = (phrase.whose_voice, *phrase.tones)
    return not wanted or _same(wanted) in {_same(each) for each in given}


def only(timeline: Timeline, wanted: str) -> Timeline:
    """The timeline with the lanes of one voice or tone; the pages stay."""
    return replace(timeline, lanes=tuple(lane for lane in timeline.lanes if has_voice(lane.phrase, wanted)))


def _same(words: str) -> str:
    return " ".join(words.split()).casefold()
