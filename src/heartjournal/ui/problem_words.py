"""What a known problem says to the person, in their language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from heartjournal.model.problems import KnownProblem

_CONTEXT = "KnownProblem"


def problem_words(problem: KnownProblem) -> tuple[str, str]:
    """Its sentence and its advice; the advice may be empty."""
    advice = QCoreApplication.translate(_CONTEXT, problem.advice) if problem.advice else ""
    return QCoreApplication.translate(_CONTEXT, problem.sentence), advice
