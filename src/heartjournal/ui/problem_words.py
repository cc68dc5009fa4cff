"""What a known problem, or the refusal of a file, says to the person, in their language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from heartjournal.model.problems import KnownProblem

_CONTEXT = "KnownProblem"


def problem_words(problem: KnownProblem) -> tuple[str, str]:
    """Its sentence and its advice; the advice may be empty."""
    return problem.filled(_said(problem.sentence)), problem.filled(_said(problem.advice))


def problem_line(problem: KnownProblem) -> str:
    """Both in one, for where there is no room to tell them apart."""
    return " ".join(words for words in problem_words(problem) if words)


def reason_words(reason: str) -> str:
    """Why a file was refused."""
    return _said(reason)


def _said(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text) if text else ""
