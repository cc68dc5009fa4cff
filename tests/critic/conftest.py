"""The ear for the inner critic as it is shipped, made once: making it takes half a second."""

import pytest

from heartjournal.critic import CriticEar, DespairEar
from heartjournal.model.criticism import CriticLexicon
from heartjournal.resources import critic_lexicon, despair_lexicon


@pytest.fixture(scope="session")
def lexicon() -> CriticLexicon:
    return critic_lexicon()


@pytest.fixture(scope="session")
def critic_ear(lexicon: CriticLexicon) -> CriticEar:
    return CriticEar(lexicon, DespairEar(despair_lexicon()))
