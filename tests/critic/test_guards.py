"""Every frame is silent behind every guard, and found without it: silence alone does not pass."""

import pytest

from heartjournal.critic import CriticEar
from heartjournal.model.criticism import CriticLexicon, Tier
from tests.critic.sentences import FOUND, GUARDS

GUARDED = 3


def test_every_frame_has_its_rows(lexicon: CriticLexicon) -> None:
    assert set(FOUND) == set(lexicon.frames)
    assert all(len(set(sentences)) >= GUARDED for sentences in FOUND.values())
    assert len(FOUND) * GUARDED * len(GUARDS) > 500


@pytest.mark.parametrize("frame", FOUND)
def test_every_unguarded_sentence_is_found_by_its_frame(critic_ear: CriticEar, frame: str) -> None:
    silent = []
    for sentence in FOUND[frame]:
        finds = critic_ear.hear(f"{sentence}.").finds
        if not any(find.frame == frame and find.tier is Tier.SURE for find in finds):
            silent.append(sentence)
    assert silent == []


@pytest.mark.parametrize("guard", GUARDS)
def test_nothing_is_suggested_behind_a_guard(critic_ear: CriticEar, guard: str) -> None:
    guarded = [guard.format(sentence) for sentences in FOUND.values() for sentence in sentences[:GUARDED]]
    assert [sentence for sentence in guarded if critic_ear.hear(sentence).finds] == []
