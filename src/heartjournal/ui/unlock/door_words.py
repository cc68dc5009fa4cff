"""What a known problem says at the door of the journal, where some are said otherwise than elsewhere."""

from __future__ import annotations

from heartjournal.model.problems import JournalInUse, KnownProblem
from heartjournal.ui.problem_words import problem_words
from heartjournal.ui.translation import translate


def door_words(problem: KnownProblem) -> tuple[str, str]:
    """Its sentence and its advice."""
    sentence, advice = problem_words(problem)
    if isinstance(problem, JournalInUse):
        # "It is open in the window" is what a terminal says; here a window would say it of itself.
        return translate("Unlock", "It is open in another window of this computer. Lock it there first."), advice
    return sentence, advice
