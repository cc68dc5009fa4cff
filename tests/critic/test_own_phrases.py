"""A person's own phrases are found by their words, wherever they stand, in every script, and nothing else is."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from heartjournal.critic import own_phrases
from heartjournal.critic.own_phrases import OwnFind, OwnPhrases, is_own, own_key

# Letters of several scripts with and without accents, apostrophes of every kind, blanks and marks.
SIGNS = "abtAßẞſÄéÉe\u0301\u0308ŉİΣσςنُم我让คำกि-—.,!?_'’ʼ`´ \n\t12🌙\u200d\u00ad"
TEXTS = st.text(st.sampled_from(SIGNS) | st.characters(), max_size=200)
WORDS = st.text("abcdeABCDEäöüßéنم", min_size=1, max_size=5)
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=6)


def found_in(text: str, *phrases: str) -> list[str]:
    return [text[find.start : find.end] for find in OwnPhrases(map(own_key, phrases)).finds(text)]


@given(text=TEXTS, phrases=PHRASES | st.lists(TEXTS, max_size=4))
@example(text="", phrases=["a"])
@example(text="a a a", phrases=["a a"])
def test_finds_stand_inside_the_text_in_order_and_do_not_overlap(text: str, phrases: list[str]) -> None:
    keys = [own_key(phrase) for phrase in phrases]
    finds = OwnPhrases(keys).finds(text)
    end = 0
    for find in finds:
        assert end <= find.start < find.end <= len(text)
        assert find.key in keys
        assert own_key(text[find.start : find.end]) == find.key
        end = find.end
    assert OwnPhrases(reversed(keys)).finds(text) == finds, "the same text has the same finds"


@given(phrase=TEXTS)
@example(phrase="don’t")
@example(phrase="I\u0307")
@example(phrase="ŉ")
@example(phrase="cafe\u0301")
@example(phrase="_a_")
def test_whatever_was_kept_is_found_where_it_was_kept(phrase: str) -> None:
    key = own_key(phrase)
    assume(key)
    assert is_own(key)
    (find,) = OwnPhrases([key]).finds(phrase)
    assert find.key == key


@given(phrase=st.lists(WORDS, min_size=1, max_size=4), before=st.lists(WORDS, max_size=6), after=st.lists(WORDS))
def test_it_is_found_between_other_words(phrase: list[str], before: list[str], after: list[str]) -> None:
    text = " ".join([*before, *phrase, *after])
    assert own_key(" ".join(phrase)) in {find.key for find in OwnPhrases([own_key(" ".join(phrase))]).finds(text)}


@given(words=st.lists(st.sampled_from("abc"), max_size=40), phrases=st.lists(st.text("abc", min_size=1, max_size=4)))
def test_what_is_found_is_what_a_look_at_every_place_finds(words: list[str], phrases: list[str]) -> None:
    """Words of one letter: at each place the longest phrase, and on behind it."""
    expected, place = [], 0
    while place < len(words):
        here = [phrase for phrase in phrases if "".join(words[place : place + len(phrase)]) == phrase]
        longest = max(here, key=len, default="")
        if longest:
            expected.append((2 * place, 2 * (place + len(longest)) - 1))
        place += max(1, len(longest))
    finds = OwnPhrases(own_key(" ".join(phrase)) for phrase in phrases).finds(" ".join(words))
    assert [(find.start, find.end) for find in finds] == expected


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("Don’t make a fuss", "It said: DON'T MAKE A FUSS, again.", "DON'T MAKE A FUSS"),
        ("dont make a fuss", "don`t make a fuss", "don`t make a fuss"),
        ("I’m too much", "I am. I’m, too, much", "I’m, too, much"),
        ("typical me", "Typical\n me!", "Typical\n me"),
        ("Ich schaffe das nie, wie üblich", "ICH SCHAFFE DAS NIE WIE ÜBLICH", "ICH SCHAFFE DAS NIE WIE ÜBLICH"),
        ("so ein Mist, große Straße", "So ein Mist: GROSSE STRASSE.", "So ein Mist: GROSSE STRASSE"),
        ("quel café", "Quel cafe\u0301, encore", "Quel cafe\u0301"),
        ("quel cafe\u0301", "Quel café, encore", "Quel café"),
        ("ΠΑΝΤΑ ΛΑΘΟΣ", "πάλι: παντα λαθος.", "παντα λαθος"),
        ("我总是让人失望", "今天我总是让人失望了。", "我总是让人失望"),
        ("いつも失敗する", "また、いつも失敗すると思う", "いつも失敗する"),
        ("ฉันแย่", "วันนี้ฉันแย่มาก", "ฉันแย่"),
        ("أنا دائماً أخذل الناس", "قال: أنا دائماً أخذل الناس، ثم سكت.", "أنا دائماً أخذل الناس"),
        ("मैं बेकार हूँ", "आज मैं बेकार हूँ।", "मैं बेकार हूँ"),
    ],
)
def test_case_marks_accents_and_script_do_not_matter(phrase: str, text: str, stands: str) -> None:
    assert found_in(text, phrase) == [stands]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("let me", "outlet mechanism, let mean"),
        ("a b", "a c b"),
        ("a b", "b a"),
        ("quel cafe", "quel cafe\u0301"),
        ("كتب", "كتبت"),
        ("too much", "too"),
    ],
)
def test_other_words_are_not_found(phrase: str, text: str) -> None:
    assert found_in(text, phrase) == []


def test_the_longest_phrase_goes_first_and_a_word_alone_is_one_too() -> None:
    assert found_in("so stupid, stupid me, stupid", "stupid", "so stupid", "stupid me too") == [
        "so stupid",
        "stupid",
        "stupid",
    ]


@pytest.mark.parametrize("words", ["", "…", "🌙 —", "'’", "\u0301"])
def test_what_has_no_word_has_no_key(words: str) -> None:
    assert own_key(words) == ""
    assert OwnPhrases([own_key(words)]).finds("a b") == ()


def test_keys_of_other_frames_are_left_to_the_ear() -> None:
    assert not is_own("am|a failure")
    assert OwnPhrases(["am|a failure", "own|", "own|me"]).finds("a failure, me") == (OwnFind(11, 13, "own|me"),)


def test_what_is_remembered_of_spellings_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_phrases, "MOST_SPELLINGS", 10)
    phrases = OwnPhrases([own_key("typical me")])
    for number in range(30):
        assert phrases.finds(f"word{number} typical me"), "a text in between was not read"
        assert len(phrases._spellings) <= 13
