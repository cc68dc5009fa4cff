"""The exercises of the grounding room: which have a card, and which follow another."""

from heartjournal.model.grounding import Exercise, ExerciseKind, Grounding, Notice, ReachWords


def exercise(name: str, after: str = "") -> Exercise:
    return Exercise(name, name, "summary", "eye", ExerciseKind.STEPS, steps=("look",), after=after)


def test_an_exercise_after_another_has_no_card_of_its_own() -> None:
    room = Grounding(
        title="",
        over_a_page="",
        not_saved="",
        over_a_room="",
        while_locked="",
        back_to_page="",
        back="",
        exercises=(exercise("floor"), exercise("room", after="floor"), exercise("senses")),
        reach=ReachWords("", "", "", "", "", "", "", ""),
        danger=Notice("", ""),
    )
    assert [offered.id for offered in room.cards] == ["floor", "senses"]
    assert [offered.id for offered in room.following("floor")] == ["room"]
    assert room.following("senses") == ()
