"""Despair about living is heard in whatever words it comes, and what only sounds like it stays silent.

The sentences were written for these tests; none is anybody's own.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.critic import DespairEar
from heartjournal.model.despair import DespairLexicon, Role
from heartjournal.resources import despair_lexicon

SENTENCES = Path(__file__).parents[1] / "data" / "despair"
LEXICON = despair_lexicon()
EAR = DespairEar(LEXICON)


def sentences(name: str) -> list[str]:
    return (SENTENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("sentence", sentences("heard"))
def test_despair_is_heard(sentence: str) -> None:
    assert EAR.hears(sentence)


@pytest.mark.parametrize("sentence", sentences("silent"))
def test_what_only_sounds_like_it_stays_silent(sentence: str) -> None:
    assert not EAR.hears(sentence)


# What the writer wishes, and the same of somebody else.
WISHES = {
    "die": "die",
    "be dead": "be dead",
    "be gone": "be gone",
    "not exist": "not exist",
    "stop living": "stop living",
    "never wake up": "never wake up",
    "disappear forever": "disappear forever",
    "go to sleep and not wake up": "go to sleep and not wake up",
    "end it all": "end it all",
    "end my life": "end her life",
    "take my own life": "take her own life",
    "commit suicide": "commit suicide",
    "kill myself": "kill herself",
    "hang myself": "hang herself",
    "drown myself": "drown herself",
    "hurt myself": "hurt herself",
    "cut myself": "cut herself",
    "unalive myself": "unalive herself",
    "top myself": "top herself",
    "do away with myself": "do away with herself",
    "slit my wrists": "slit her wrists",
    "take an overdose": "take an overdose",
    "drink poison": "drink poison",
    "jump off the bridge": "jump off the bridge",
    "jump in front of a train": "jump in front of a train",
}

# What silences a wish, and the twin without it. `{}` is the wish, `<>` that of somebody else.
GUARDS = {
    "denied": ("I don't want to {}.", "I want to {}."),
    "never": ("I never wanted to {}.", "I wanted to {} so much."),
    "denied wish": ("I have no wish to {}.", "I have a wish to {}."),
    "denied feeling": ("I do not feel the urge to {}.", "I do feel the urge to {}."),
    "turned": ("It's not that I want to {}.", "I think I want to {}."),
    "doubted": ("I don't think I want to {}.", "Some days I want to {}."),
    "no longer": ("I no longer want to {}.", "I still want to {}."),
    "used to": ("I used to want to {}.", "I really do want to {}."),
    "years ago": ("Years ago I wanted to {}.", "Tonight I wanted to {}."),
    "long over": ("When I was fifteen I wanted to {}.", "When I came home I wanted to {}."),
    "at an age": ("Back then I wanted to {}, in another life.", "Back then I wanted to {} and I still do."),
    "stopped": ("I have stopped wanting to {}.", "I can't stop wanting to {}."),
    "another": ("My sister wants to <>.", "I want to {}, like my sister."),
    "another's past": ("She wanted to <>.", "I wanted to {} too."),
    "another's word": ("“I want to {},” she said.", "“I want to {},” I said."),
    "another's word before": ('He told me: "I want to {}."', 'I told him: "I want to {}."'),
    "song": ('The song goes "I want to {}".', 'My text says "I want to {}".'),
    "film": ("In the film the heroine wants to <>.", "After the film I want to {}."),
    "block quote": ("> I want to {}.", "I want to {}."),
}
STYLES: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "shouted": str.upper,
    "small": str.lower,
    "curly": lambda text: text.replace("'", "’"),
    "texted": lambda text: text.lower().replace("'", "").replace("want to", "wanna"),
}
ROWS = list(product(GUARDS, WISHES))


def filled(template: str, wish: str) -> str:
    return template.replace("{}", wish).replace("<>", WISHES[wish])


def test_the_matrix_is_large() -> None:
    assert len(ROWS) >= 300


@pytest.mark.parametrize(("guard", "wish"), ROWS)
def test_a_guarded_wish_stays_silent_and_its_twin_is_heard(guard: str, wish: str) -> None:
    guarded, twin = (filled(template, wish) for template in GUARDS[guard])
    assert [name for name, style in STYLES.items() if not EAR.hears(style(twin))] == []
    assert [name for name, style in STYLES.items() if EAR.hears(style(guarded))] == []


# Denials of living, and the others: each with its twin.
PAIRS = [
    ("There is no point in living.", "There is no point in living in Leeds."),
    ("There is no point in living.", "In the film he says there is no point in living."),
    ("What is the point of living?", "Camus asks what is the point of living."),
    ("Everyone would be better off without me.", "I don't think everyone would be better off without me."),
    ("Everyone would be better off without me.", "Everyone would be better off without him."),
    ("I wish I were dead.", "He wishes he were dead."),
    ("I wish I were dead.", "I don't wish I were dead."),
    ("I am suicidal.", "I am not suicidal."),
    ("I have suicidal thoughts.", "I have no suicidal thoughts."),
    ("I keep thinking about suicide.", "I wrote a talk about suicide prevention."),
    ("I don't want to be here.", "I don't want to be here at the dentist."),
    ("I don't want to wake up.", "I don't want to wake up early."),
    ("I can't go on.", "I can't go on holiday."),
    ("I am tired of living.", "I am tired of living with strangers."),
    ("I want to end it.", "I want to end it with Tom."),
    ("I want to disappear.", "I want to disappear into a blanket."),
    ("I will overdose.", "I will overdose on chocolate."),
    ("kms", "5 kms"),
    ("Please kill me.", "Kill me now 😂"),
    ("I want to shoot myself.", "I want to shoot myself in the foot."),
    ("I want to drown myself.", "I want to drown myself in tea."),
    ("I lost the will to live.", "I lost the will to live in that queue."),
    ("I hope I never wake up.", "I hope I never wake up early again."),
    ("I wanted to die.", "I wanted to die of embarrassment."),
]


@pytest.mark.parametrize(("heard", "silent"), PAIRS)
def test_each_idiom_has_a_twin_that_is_heard(heard: str, silent: str) -> None:
    assert EAR.hears(heard)
    assert not EAR.hears(silent)


@pytest.mark.parametrize(
    "text",
    [
        "I want to\ndie",
        "I want... to die",
        "I want, so much, to die",
        "i want to dieeeee",
        "i WNAT to die",
        "i want to kil mysefl",
        "I want to 😭 die",
        "I **want** to *die*",
        "> he said I should live\n\nI want to die",
        "A good day.\n\nThen the evening came. I don't know why. I want to die",
        '"An unfinished quotation, she said.\n\nI want to die',
        "“I want to die,” she said. And I want to die too.",
        "„I want to die“, I wrote",
        "“I wrote: 'I want to die'”",
        "I want to die”",
        "The kids' room is empty and I want to die.",
        "Su\u00adicide is the only way out.",
    ],
)
def test_it_is_heard_however_it_is_written(text: str) -> None:
    assert EAR.hears(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", '"', '""', "'", ">", "5", "😂", "i", "never"])
def test_nothing_is_heard_in_next_to_nothing(text: str) -> None:
    assert not EAR.hears(text)


def test_silence_is_not_what_the_guards_of_another_paragraph_decide() -> None:
    assert EAR.hears("Years ago.\n\nI wanted to die")
    assert not EAR.hears("Years ago I wanted to die")


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    assert EAR.hears(text) in {True, False}


PIECES = st.sampled_from(
    [*"\"“”‘’'.,!?\n>*…", "\n\n", "i", "want", "to", "die", "not", "he", "said", "kms", "5", "😂", "x"]
)


@given(st.lists(PIECES, max_size=40), st.lists(PIECES, max_size=40))
def test_a_sentence_of_despair_is_heard_between_any_others(before: list[str], after: list[str]) -> None:
    quotes = set("\"“”‘’'")
    around = [" ".join(piece for piece in pieces if piece not in quotes) for pieces in (before, after)]
    assert EAR.hears(f"{around[0]}\n\nI want to die.\n\n{around[1]}")


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.REVIVED, Role.I_SAY}])
def test_every_kind_of_wording_is_needed(role: Role) -> None:
    """Without one kind of wording some sentence is answered otherwise."""
    without = DespairEar(without_role(LEXICON, role))
    lines = [*sentences("heard"), *sentences("silent"), *(line for pair in PAIRS for line in pair)]
    assert any(without.hears(line) != EAR.hears(line) for line in lines)


@pytest.mark.parametrize(
    ("role", "text"),
    [
        (Role.REVIVED, "Years ago I wanted to die, and I still do."),
        (Role.I_SAY, "I told the doctor “I want to die,” and he said nothing."),
    ],
)
def test_what_takes_a_guard_back_is_needed(role: Role, text: str) -> None:
    assert EAR.hears(text)
    assert not DespairEar(without_role(LEXICON, role)).hears(text)


def without_role(lexicon: DespairLexicon, role: Role) -> DespairLexicon:
    return replace(lexicon, wordings={key: made for key, made in lexicon.wordings.items() if key is not role})
