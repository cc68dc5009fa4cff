"""A practice as data: steps with prompts and inputs, for the one runner that runs them all."""

from dataclasses import dataclass, field
from enum import StrEnum

from heartjournal.model.element import Element
from heartjournal.model.problems import BadResource, KnownProblem


class InputKind(StrEnum):
    """What a step can ask for."""

    TEXT = "text"
    FEELINGS = "feelings"
    CHOICE = "choice"
    PHRASE = "phrase"
    ACTIONS = "actions"
    PAIR = "pair"
    SCALE = "scale"
    DATE = "date"


class Saves(StrEnum):
    """What a practice leaves behind."""

    PAGE = "page"
    PAGE_OR_NOTHING = "page_or_nothing"
    NOTHING = "nothing"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class StepInput:
    """One thing a step asks for.

    `options` are the sentences or words of a choice, phrase or action list; `several` and `own` say whether more
    than one may be chosen and whether own words may be added; `labels` name the two columns of a pair or the two
    ends of a scale; `steps` is how many positions a scale has.
    """

    kind: InputKind
    label: str = ""
    options: tuple[str, ...] = ()
    several: bool = False
    own: bool = False
    labels: tuple[str, str] | None = None
    steps: int = 0


@dataclass(frozen=True, slots=True)
class Timer:
    """A quiet clock of a step: one or several lengths in seconds; `breathing` shows the circle while it runs."""

    seconds: tuple[int, ...]
    breathing: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """The same step with another anchor: sounds, feet, eyes open."""

    id: str
    label: str
    prompt: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """A question to ask about this step after a number of journal days."""

    question: str
    after_days: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step; every step may be skipped and leaves nothing then. `short` is its word in the stepper."""

    id: str
    prompt: str
    element: Element | None = None
    short: str = ""
    hint: str = ""
    starters: tuple[str, ...] = ()
    inputs: tuple[StepInput, ...] = ()
    timer: Timer | None = None
    variants: tuple[Variant, ...] = ()
    later: Later | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """When a practice is suggested: not again within N days; only after K different practices."""

    not_within_days: int = 0
    after_different_practices: int = 0


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice file, validated. `minutes` is a guess for the person, never a limit."""

    id: str
    title: str
    summary: str
    minutes: int
    elements: tuple[Element, ...]
    when: str
    steps: tuple[Step, ...]
    closing: str
    sources: tuple[str, ...]
    saves: Saves = Saves.PAGE
    offer: Offer = field(default_factory=Offer)


@dataclass(frozen=True, slots=True)
class Practices:
    """What a folder of practice files holds: the good ones, and one problem for each file that is left out."""

    good: tuple[Practice, ...]
    problems: tuple[KnownProblem, ...] = ()

    def required(self, practice_id: str) -> Practice:
        """The practice of this id. Raises BadResource with what is wrong with the files that were left out."""
        for practice in self.good:
            if practice.id == practice_id:
                return practice
        if not self.problems:
            raise BadResource("A practice file is missing.", "Install HeartJournal anew.")
        # A practice lies in a file of its own name; where none is to blame, what keeps all of them away is.
        own = (problem for problem in self.problems if problem.values.get("file") == f"{practice_id}.toml")
        raise next(own, self.problems[0])
