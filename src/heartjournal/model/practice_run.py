"""One sitting with a practice: its steps and the answers given so far, to a draft and back from an entry.

Free writing is a run of no practice with one part that asks nothing. A part without words or feelings leaves nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from heartjournal.model.clock import Moment
from heartjournal.model.entry import Draft, Entry, EntryKind, Section
from heartjournal.model.journal_day import journal_day
from heartjournal.model.practice import InputKind, Practice, Saves, Step, StepInput

Identify = Callable[[datetime], UUID]

RUNNING_KINDS = frozenset({InputKind.TEXT, InputKind.FEELINGS, InputKind.CHOICE})
_MARK = "- "
_CHOSEN_LINES = re.compile(r"(?:- [^\n]+(?:\n|\Z))*")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was given to one step: a tuple of sentences for each choice it offers, in their order, and the text."""

    chosen: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """One section as the page shows it. `step` is None for free writing and for prompts no practice has any more."""

    section: Section
    step: Step | None = None

    @property
    def word(self) -> str:
        """What it is called where no element names it: the short word of its step, empty where that is not known."""
        return self.step.short if self.step and self.section.element is None else ""

    @property
    def answer(self) -> Answer:
        """Its body taken apart into choices and text; put together again it is the same body."""
        return read_answer(choices_of(self.step), self.section.body)

    @property
    def asks_for_text(self) -> bool:
        """Whether it has room for words: the step asks for them, or there are some already."""
        return self.step is None or _asks(self.step, InputKind.TEXT) or bool(self.answer.text)

    @property
    def asks_for_feelings(self) -> bool:
        """Whether it has room for feelings: the step asks for them, or there are some already."""
        return (self.step is not None and _asks(self.step, InputKind.FEELINGS)) or bool(self.section.feelings)


@dataclass(frozen=True, slots=True)
class PracticeRun:
    """A page while it is written. `draft` holds what does not change; `parts` are all of it, `shown` what is seen."""

    draft: Draft
    parts: tuple[Part, ...]
    practice: Practice | None = None

    @property
    def shown(self) -> tuple[Part, ...]:
        """The parts that a person sees, in their order; the others are kept as they are."""
        return tuple(part for part in self.parts if part.section.is_shown)

    def part(self, section: UUID) -> Part:
        """The part of this section. Raises KeyError for a section of another page."""
        for part in self.parts:
            if part.section.id == section:
                return part
        raise KeyError(section)

    def with_answer(self, section: UUID, answer: Answer, feelings: tuple[str, ...]) -> "PracticeRun":
        """The run after a part was answered anew."""
        return self._with(replace(self.part(section).section, body=write_answer(answer), feelings=feelings))

    def with_prompt(self, section: UUID, prompt_text: str) -> "PracticeRun":
        """The run after a part asked in other words, as with another anchor of the same step."""
        return self._with(replace(self.part(section).section, prompt_text=prompt_text))

    def as_draft(self) -> Draft:
        """The draft of the answered parts, in their order; skipped ones leave nothing."""
        return replace(self.draft, sections=tuple(part.section for part in self.parts if not part.section.is_empty))

    def _with(self, section: Section) -> "PracticeRun":
        parts = (replace(part, section=section) if part.section.id == section.id else part for part in self.parts)
        return replace(self, parts=tuple(parts))


def begin(practice: Practice | None, *, moment: Moment, identify: Identify) -> PracticeRun:
    """A new page: every step of the practice unanswered, or one part for free writing."""
    draft = Draft(
        id=identify(moment.instant),
        day=journal_day(moment),
        sections=(),
        happened_at=moment,
        kind=_kind_left_by(practice),
        practice_id=practice.id if practice else "",
    )
    if practice is None:
        return PracticeRun(draft, (_free_part(moment, identify),))
    return PracticeRun(draft, tuple(_unanswered(practice, step, moment, identify) for step in practice.steps), practice)


def reopen(entry: Entry, practices: tuple[Practice, ...], *, moment: Moment, identify: Identify) -> PracticeRun:
    """A page taken up again: its sections as they are, and the prompts of its practice that were not answered.

    Sections whose practice or step is no longer known keep the prompt they were written to. An unanswered step
    stands behind the nearest step before it that is on the page.
    """
    practice = _practice_of(entry, practices)
    parts = [Part(section, _step_of(practice, section)) for section in entry.sections]
    if practice is not None:
        _add_unanswered(parts, practice, moment, identify)
    if not any(part.section.is_shown for part in parts):
        parts.insert(0, _free_part(moment, identify))
    return PracticeRun(entry.as_draft(), tuple(parts), practice)


def read_parts(entry: Entry, practices: tuple[Practice, ...]) -> tuple[Part, ...]:
    """The parts of a page that are read, each with the step it answers."""
    practice = _practice_of(entry, practices)
    return tuple(Part(section, _step_of(practice, section)) for section in entry.sections if section.is_shown)


def prompt_id(practice: Practice, step: Step) -> str:
    """The name under which an answer remembers its prompt: "practice/step"."""
    return f"{practice.id}/{step.id}"


def choices_of(step: Step | None) -> tuple[StepInput, ...]:
    """The choices that a step offers, in order."""
    return tuple(asked for asked in step.inputs if asked.kind is InputKind.CHOICE) if step else ()


def can_run(practice: Practice) -> bool:
    """Whether everything that the practice asks for can be asked: text, feelings, choices and timers."""
    asked = {given.kind for step in practice.steps for given in step.inputs}
    return asked <= RUNNING_KINDS and not any(step.later for step in practice.steps)


def write_answer(answer: Answer) -> str:
    """The body of an answer: each chosen sentence a list item, then an empty line and the text."""
    lines = "\n".join(_MARK + " ".join(sentence.split()) for group in answer.chosen for sentence in group)
    return f"{lines}\n\n{answer.text}" if lines and answer.text else lines or answer.text


def read_answer(choices: tuple[StepInput, ...], body: str) -> Answer:
    """Take a body apart, so that `write_answer` gives it back to the byte; what is not understood is text."""
    plain = Answer(tuple(() for _ in choices), body)
    matched = _CHOSEN_LINES.match(body)
    if not choices or matched is None or not matched.group():
        return plain
    sentences = [line.removeprefix(_MARK) for line in matched.group().rstrip("\n").split("\n")]
    chosen = _shared_out(choices, sentences)
    answer = Answer(chosen, body[matched.end() :].removeprefix("\n"))
    return answer if chosen and write_answer(answer) == body else plain


def _shared_out(choices: tuple[StepInput, ...], sentences: list[str]) -> tuple[tuple[str, ...], ...]:
    """Which choice each sentence answers, going forward only; empty when one answers none of them."""
    groups: list[list[str]] = [[] for _ in choices]
    reached = 0
    for sentence in sentences:
        open_choices = range(reached, len(choices))
        offering = [index for index in open_choices if sentence in choices[index].options]
        taking = offering or [index for index in open_choices if choices[index].own]
        if not taking:
            return ()
        reached = taking[0]
        groups[reached].append(sentence)
    return tuple(tuple(group) for group in groups)


def _practice_of(entry: Entry, practices: tuple[Practice, ...]) -> Practice | None:
    return next((known for known in practices if known.id == entry.practice_id), None)


def _step_of(practice: Practice | None, section: Section) -> Step | None:
    if practice is None:
        return None
    return next((step for step in practice.steps if prompt_id(practice, step) == section.prompt_id), None)


def _add_unanswered(parts: list[Part], practice: Practice, moment: Moment, identify: Identify) -> None:
    place = 0
    for step in practice.steps:
        present = [index for index, part in enumerate(parts) if part.step is step]
        if not present:
            parts.insert(place, _unanswered(practice, step, moment, identify))
        place = present[-1] + 1 if present else place + 1


def _kind_left_by(practice: Practice | None) -> EntryKind:
    if practice is None or practice.saves is Saves.PAGE:
        return EntryKind.PAGE
    return EntryKind.LETTER if practice.saves is Saves.LETTER else EntryKind.PRACTICE


def _free_part(moment: Moment, identify: Identify) -> Part:
    return Part(Section(identify(moment.instant), ""))


def _unanswered(practice: Practice, step: Step, moment: Moment, identify: Identify) -> Part:
    section = Section(
        identify(moment.instant),
        "",
        element=step.element,
        prompt_id=prompt_id(practice, step),
        prompt_text=step.prompt,
    )
    return Part(section, step)


def _asks(step: Step, kind: InputKind) -> bool:
    return any(asked.kind is kind for asked in step.inputs)
