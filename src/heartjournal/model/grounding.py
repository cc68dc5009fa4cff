"""What the room for too much right now says and offers: short exercises and the words around them."""

from dataclasses import dataclass
from enum import StrEnum


class ExerciseKind(StrEnum):
    """How an exercise runs."""

    STEPS = "steps"
    BREATHING = "breathing"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Breath:
    """How long the circle widens and how long it narrows, in seconds."""

    seconds_in: int
    seconds_out: int


@dataclass(frozen=True, slots=True)
class Exercise:
    """One thing to do. `icon` is the name of a shipped icon; `seconds` is about how long it takes, never a limit.

    A `steps` exercise shows its steps one at a time, each left by the person's own hand. A `breathing` one shows the
    circle in the rhythm of `breath` and its steps, if any, beneath. `close` locks the journal. An exercise with
    `after` has no card of its own: it is offered at the end of the one so named.
    """

    id: str
    title: str
    summary: str
    icon: str
    kind: ExerciseKind
    seconds: int = 0
    steps: tuple[str, ...] = ()
    closing: str = ""
    breath: Breath | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class ReachWords:
    """The words around the numbers to call and the things that comfort, whose own words are kept in the journal."""

    heading: str
    introduction: str
    none_yet: str
    locked: str
    add: str
    change: str
    comforts_heading: str
    comforts_none_yet: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A heading and a sentence that stand out."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Grounding:
    """Everything the room says; it begins in four ways: over a page, saved or not, over a room, before unlocking."""

    title: str
    over_a_page: str
    not_saved: str
    over_a_room: str
    while_locked: str
    back_to_page: str
    back: str
    exercises: tuple[Exercise, ...]
    reach: ReachWords
    danger: Notice

    @property
    def cards(self) -> tuple[Exercise, ...]:
        """The exercises that are offered at once, in order."""
        return tuple(exercise for exercise in self.exercises if not exercise.after)

    def following(self, exercise_id: str) -> tuple[Exercise, ...]:
        """The exercises that are offered at the end of this one."""
        return tuple(exercise for exercise in self.exercises if exercise.after == exercise_id)
