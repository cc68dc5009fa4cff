"""Hears the person's own phrases with the ear's guards: what denies, quotes or answers one makes it no criticism."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from heartjournal.critic.own_phrases import OwnFind, OwnPhrases
from heartjournal.journal.hearing import Hearing
from heartjournal.model.criticism import Answer
from heartjournal.model.quotation import quotation_of

_STAND_IN: Final = "I am an idiot"
"""What the ear hears in place of a phrase it does not know. In a language it does not know either, nothing guards."""

_MOST_HEARD: Final = 8
"""How often in one text a phrase is weighed by what stands around it."""


@dataclass(frozen=True, slots=True)
class OwnHeard:
    """Where a person's own phrases stand as criticism, and where the words begin and end that answer one kindly."""

    finds: tuple[OwnFind, ...]
    answers: tuple[OwnFind, ...]


def hear_own(own: OwnPhrases, text: str, hearing: Hearing) -> OwnHeard:
    """The phrases in a text, but for those in a sentence of despair and in a line that quotes somebody."""
    finds: list[OwnFind] = []
    answers: list[OwnFind] = []
    heard_of: Counter[str] = Counter()
    for find in own.finds(text):
        if _is_quoted_line(text, find.start):
            continue
        heard_of[find.key] += 1
        if heard_of[find.key] > _MOST_HEARD:
            # A page counts once; what stands in it this often is not weighed each time.
            finds.append(find)
            continue
        quotation = quotation_of(text, find.start, find.end)
        if hearing.hears_despair(quotation.before + quotation.words + quotation.after):
            continue
        # Where words are not set apart by blanks, the stand-in must be.
        before = quotation.before + " " * quotation.before[-1:].isalnum()
        stands_from, stands_to = len(before), len(before) + len(_STAND_IN)
        gap = quotation.after[:1].isalnum()
        heard = hearing.hear(before + _STAND_IN + " " * gap + quotation.after)
        if any(each.start < stands_to and stands_from < each.end for each in heard.finds):
            finds.append(find)
        answers.extend(_moved(each, find, stands_to + gap) for each in heard.answers if each.start >= stands_to)
    return OwnHeard(tuple(finds), tuple(answers))


def _moved(answer: Answer, find: OwnFind, stands_to: int) -> OwnFind:
    return OwnFind(find.end + answer.start - stands_to, find.end + answer.end - stands_to, find.key)


def _is_quoted_line(text: str, start: int) -> bool:
    return text[text.rfind("\n", 0, start) + 1 : start].lstrip().startswith(">")
