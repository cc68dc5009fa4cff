"""Near phrases are proposed as one, and what only looks alike is not."""

import pytest

from heartjournal.critic import Grouping
from heartjournal.model.criticism import CriticLexicon, PhraseKey


def proposed(lexicon: CriticLexicon, *keys: tuple[str, str]) -> list[tuple[str, str]]:
    found = Grouping(lexicon).proposals(PhraseKey(*key) for key in keys)
    return [(str(each.first), str(each.second)) for each in found]


def test_the_same_stems_in_another_frame_are_proposed(lexicon: CriticLexicon) -> None:
    assert proposed(lexicon, ("am", "lazy"), ("my", "laziness"), ("am", "ugly")) == [("am|lazy", "my|laziness")]


def test_equal_keys_group_by_themselves(lexicon: CriticLexicon) -> None:
    assert proposed(lexicon, ("am", "lazy"), ("am", "lazy")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("bad", "bad mother"), ("bad mother", "bad friend"), ("good enough", "not good enough"), ("lazy", "useless")],
)
def test_what_a_role_or_a_not_tells_apart_is_never_proposed(lexicon: CriticLexicon, first: str, second: str) -> None:
    assert proposed(lexicon, ("am", first), ("am", second)) == []


def test_what_somebody_is_is_never_proposed_with_what_they_did(lexicon: CriticLexicon) -> None:
    assert proposed(lexicon, ("am", "mess"), ("always", "mess")) == []
    assert proposed(lexicon, ("cannot", "mess"), ("always", "mess")) == [("always|mess", "cannot|mess")]


def test_the_nearest_come_first(lexicon: CriticLexicon) -> None:
    keys = (("a", "ruin people day"), ("b", "ruining people day"), ("c", "ruin people day always"))
    found = Grouping(lexicon).proposals(PhraseKey(*key) for key in keys)
    assert [each.overlap for each in found] == [1.0, 0.75, 0.75]


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("laziness", "laz"),
        ("lazy", "laz"),
        ("is", "is"),
        ("failures", "fail"),
        ("letting", "let"),
        ("swimming", "swim"),
    ],
)
def test_a_stem_keeps_three_letters(lexicon: CriticLexicon, word: str, stem: str) -> None:
    assert Grouping(lexicon).stem(word) == stem


def test_near_pairs_are_of_one_wanted_and_one_known_key(lexicon: CriticLexicon) -> None:
    wanted = (PhraseKey("am", "lazy"), PhraseKey("am", "ugly"))
    known = (PhraseKey("my", "laziness"), PhraseKey("my", "lazy"), PhraseKey("am", "lazy"))
    found = Grouping(lexicon).near(wanted, known)
    assert [(str(each.first), str(each.second)) for each in found] == [
        ("am|lazy", "my|laziness"),
        ("am|lazy", "my|lazy"),
    ]


def test_what_is_known_is_not_compared_with_each_other(lexicon: CriticLexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[PhraseKey, PhraseKey]] = []
    compare = Grouping._compared

    def noted(grouping: Grouping, first: PhraseKey, second: PhraseKey) -> object:
        compared.append((first, second))
        return compare(grouping, first, second)

    monkeypatch.setattr(Grouping, "_compared", noted)
    known = [PhraseKey("own", f"i am kettle {number}") for number in range(50)]
    Grouping(lexicon).near([PhraseKey("own", "i am tea")], known)
    assert len(compared) == len(known)


def test_an_irregular_form_has_the_stem_of_its_word(lexicon: CriticLexicon) -> None:
    assert proposed(lexicon, ("always", "chose wrong people"), ("cannot", "choose wrong people")) != []
