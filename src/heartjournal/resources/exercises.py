"""Reads what the grounding room says and offers."""

from heartjournal.model.grounding import Breath, Exercise, ExerciseKind, Grounding, Notice, ReachWords
from heartjournal.resources.fields import Fields, check_different, read_fields
from heartjournal.resources.location import root
from heartjournal.resources.theme import icon_names

_LINE = 80
_SENTENCES = 240


def grounding(language: str = "en") -> Grounding:
    """The words of the grounding room. Blocking; raises BadResource."""
    return read_grounding(read_fields(root() / "grounding" / f"{language}.toml"))


def read_grounding(fields: Fields) -> Grounding:
    """The words in the top table of a file. Raises BadResource."""
    words = Grounding(
        title=fields.text("title", most=_LINE),
        over_a_page=fields.text("over_a_page", most=_SENTENCES),
        not_saved=fields.text("not_saved", most=_SENTENCES),
        over_a_room=fields.text("over_a_room", most=_SENTENCES),
        while_locked=fields.text("while_locked", most=_SENTENCES),
        back_to_page=fields.text("back_to_page", most=_LINE),
        back=fields.text("back", most=_LINE),
        exercises=_exercises(fields),
        reach=_reach(fields.required_table("reach")),
        danger=_notice(fields.required_table("danger")),
    )
    fields.finish()
    return words


def _notice(fields: Fields) -> Notice:
    notice = Notice(heading=fields.text("heading", most=_LINE), text=fields.text("text", most=_SENTENCES))
    fields.finish()
    return notice


def _reach(fields: Fields) -> ReachWords:
    words = ReachWords(
        heading=fields.text("heading", most=_LINE),
        introduction=fields.text("introduction", most=_SENTENCES),
        none_yet=fields.text("none_yet", most=_SENTENCES),
        locked=fields.text("locked", most=_SENTENCES),
        add=fields.text("add", most=_LINE),
        change=fields.text("change", most=_LINE),
        comforts_heading=fields.text("comforts_heading", most=_LINE),
        comforts_none_yet=fields.text("comforts_none_yet", most=_SENTENCES),
    )
    fields.finish()
    return words


def _exercises(fields: Fields) -> tuple[Exercise, ...]:
    tables = fields.tables("exercises", least=1, most=9)
    exercises = tuple(_exercise(table) for table in tables)
    ids = tuple(exercise.id for exercise in exercises)
    check_different(tables, ids)
    with_cards = {exercise.id for exercise in exercises if not exercise.after}
    for table, exercise in zip(tables, exercises, strict=True):
        if exercise.after and exercise.after not in with_cards:
            table.refuse("after", "must name an exercise that has a card of its own")
    return exercises


def _exercise(fields: Fields) -> Exercise:
    kind = fields.word("kind", ExerciseKind)
    exercise = Exercise(
        id=fields.name("id"),
        title=fields.text("title", most=_LINE),
        summary=fields.text("summary", most=_SENTENCES),
        icon=_icon(fields),
        kind=kind,
        seconds=fields.number("seconds", least=0, most=3600, default=0),
        steps=fields.texts("steps", most_items=9, most=_SENTENCES),
        closing=fields.text("closing", most=_SENTENCES, default=""),
        breath=_breath(fields.required_table("breath")) if kind is ExerciseKind.BREATHING else None,
        after=fields.text("after", most=40, default=""),
    )
    if kind is ExerciseKind.STEPS and not exercise.steps:
        fields.refuse("steps", "must hold at least one")
    fields.finish()
    return exercise


def _icon(fields: Fields) -> str:
    name = fields.text("icon", most=40)
    if name not in icon_names():
        fields.refuse("icon", "is not a shipped icon")
    return name


def _breath(fields: Fields) -> Breath:
    breath = Breath(
        seconds_in=fields.number("seconds_in", least=2, most=15),
        seconds_out=fields.number("seconds_out", least=2, most=20),
    )
    fields.finish()
    return breath
