"""The inner critic is heard where the writer speaks against themself, and only there."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heartjournal.critic import CriticEar, DespairEar
from heartjournal.model.criticism import CriticLexicon, Heard, Tier
from heartjournal.resources import despair_lexicon
from tests.critic.sentences import FOUND, GUARDS

SENTENCES = [sentence for sentences in FOUND.values() for sentence in sentences]
TEXTS = st.lists(
    st.sampled_from(
        [*SENTENCES, *(guard.format(SENTENCES[0]) for guard in GUARDS), "\n\n", " ", "“", "”", "'", "> ", ", "]
    )
    | st.text(max_size=12)
).map(" ".join)


def sure(ear: CriticEar, text: str) -> list[tuple[str, str]]:
    return [(str(find.key), text[find.start : find.end]) for find in ear.hear(text).finds if find.tier is Tier.SURE]


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("Well, I am a failure, again.", "am|failure", "I am a failure"),
        ("i feel like a FAILURE rn", "am|failure", "i feel like a FAILURE"),
        ("I’m such an idiot!", "am|idiot", "I’m such an idiot"),
        ("Im sooooo stuuupid", "am|stupid", "Im sooooo stuuupid"),
        ("im a faliure", "am|failure", "im a faliure"),
        ("I'm just, well, useless", "am|useless", "I'm just, well, useless"),
        ("İ was tired. I'm useless", "am|useless", "I'm useless"),
        ("I'm a terrible mum", "am|bad mother", "I'm a terrible mum"),
        ("I'm a terrible gardener", "am|bad gardener", "I'm a terrible gardener"),
        ("If others can do it, why can't I be normal?", "cannot|be normal", "why can't I be normal"),
        ("What a fool I am.", "am|fool", "What a fool I am"),
        ("I'm a 🤡", "am|clown", "I'm a 🤡"),
        ("- fed the cat\n- I'm so lazy\n- slept", "am|lazy", "I'm so lazy"),
        ("I am such an\nidiot", "am|idiot", "I am such an\nidiot"),
        ("I don't know if it rains but I'm useless", "am|useless", "I'm useless"),
        ("I am a bad “mother”", "am|bad mother", "I am a bad “mother"),
        ("“I am a fool,” I told myself.", "am|fool", "I am a fool"),
        ("'Well', she said, and I'm useless", "am|useless", "I'm useless"),
        ("“It was 'fine' and I'm useless", "am|useless", "I'm useless"),
        ("I mess it up", "always|mess", "I mess it up"),
        ("I always mess everything up", "always|mess", "I always mess everything up"),
        ("Why am I so stupid?", "am|stupid", "Why am I so stupid"),
        ("I'm a lazy, lazy fool", "am|lazy fool", "I'm a lazy, lazy fool"),
        ("I'm not good enough for him", "am|not good enough him", "I'm not good enough for him"),
        ("Why am I like this?", "am|this", "Why am I like this"),
        ("Why am I this way?", "am|this", "Why am I this way"),
        ("Fool that I am, I waited", "am|fool", "Fool that I am"),
        ("Still a mum who burns toast. Bad mum.", "am|bad mother", "Bad mum"),
        ("(I'm useless) the cat slept", "am|useless", "I'm useless"),
        ("Rain - I'm useless -- wind", "am|useless", "I'm useless"),
    ],
)
def test_a_phrase_is_found_where_it_stands(critic_ear: CriticEar, text: str, key: str, words: str) -> None:
    assert sure(critic_ear, text) == [(key, words)]


@pytest.mark.parametrize(
    "text",
    [
        "I felt a pain in my side.",
        "I felt a bug on my arm.",
        "I cried like a baby.",
        "A dreadful annoyance, this rain.",
        "I'm a mess of flour and happiness, we baked all day.",
        "I can't do anything right in his eyes.",
        "What is wrong with me, the doctor says, is a trapped nerve.",
        "Uncle told me before them all that I was idle.",
        "I did not mind what he said of my idleness.",
        "Feeling like an impostor is common.",
        "I had two left feet and nobody minded.",
        "My heart is weak.",
        "Stupid bus was late again.",
        "Not enough milk for tea.",
        "What a waste of time that meeting was.",
        "I deserve a rest.",
        "I look back without contempt for myself.",
        "I'm slow today.",
        "I dreamt that we were late and I was a coward.",
        "In the play I am a fool.",
        "I am a coward, or so he says.",
        "I am lazy, as my sister puts it.",
        "I was a coward, and I am not.",
        "She says I trip like the clown I am.",
        "I'm entitled to a refund.",
        "",
        "'",
        "...",
        "I am a baker.",
        "I am tired and sad.",
        "I feel bad for him.",
        "> I am an idiot",
        "'I am a failure,' she said.",
        "«I am a failure» is the title",
        "You are an idiot.",
        "You idiot, I told him, you are late.",
        "My brother is so lazy.",
        "I have the courage to go.",
        "I hate my job.",
        "I'm no fool.",
        "I will never be a failure again.",
        "It was all my idea.",
        "Everyone else is doing well and I am glad.",
        "Why can't I get a signal here?",
        "What is wrong with the car?",
        "What was I thinking about all day?",
        "I failed the exam but I will try again.",
        "You idiot dog, come here.",
        "I can't please everyone, and I do not have to.",
        "I am not good enough yet, but I practise.",
        "I am allowed to be lazy today.",
        "Being lazy on a Sunday is lovely.",
        "I forgave myself for being such an idiot.",
        "I am not ashamed of myself any more.",
        "Maybe I am not a failure after all.",
        "I told her she is not a failure.",
        "I am fat free and sugar free.",
        "The film was called I am an idiot.",
        "I hate the rain.",
    ],
)
def test_nothing_is_found_where_nobody_speaks_against_themself(critic_ear: CriticEar, text: str) -> None:
    assert critic_ear.hear(text).finds == ()


def test_a_sentence_of_despair_has_neither_finds_nor_answers(critic_ear: CriticEar) -> None:
    assert critic_ear.hear("I'm a failure and I want to die, but everyone fails sometimes") == Heard()
    assert critic_ear.hear("I'm a failure, but everyone fails sometimes") != Heard()


def test_an_answer_in_the_same_sentence_is_kept_instead_of_the_phrase(critic_ear: CriticEar) -> None:
    text = "I feel like a failure, but everyone fails sometimes."
    heard = critic_ear.hear(text)
    assert heard.finds == ()
    (answer,) = heard.answers
    assert str(answer.key) == "am|failure"
    assert text[answer.start : answer.end] == "but everyone fails sometimes"


def test_an_answer_in_the_next_sentence_stands_beside_the_phrase(critic_ear: CriticEar) -> None:
    heard = critic_ear.hear("I feel like a failure. But nobody is perfect. I am an idiot.")
    assert [str(find.key) for find in heard.finds] == ["am|failure", "am|idiot"]
    assert [str(answer.key) for answer in heard.answers] == ["am|failure"]


def test_in_words_without_any_mark_what_is_far_away_silences_nothing(critic_ear: CriticEar) -> None:
    heard = critic_ear.hear("if " + "it rains on and on " * 40 + "I am a failure")
    assert [str(find.key) for find in heard.finds] == ["am|failure"]


def test_an_answer_goes_to_the_end_of_its_clause(critic_ear: CriticEar) -> None:
    text = "I am useless, but I am learning today"
    (answer,) = critic_ear.hear(text).answers
    assert text[answer.start : answer.end] == "but I am learning today"


def test_a_trait_word_is_only_perhaps_meant(critic_ear: CriticEar) -> None:
    (find,) = critic_ear.hear("I am shy").finds
    assert find.tier is Tier.MAYBE


def test_a_find_gives_one_reason_and_the_version_of_its_rules(critic_ear: CriticEar, lexicon: CriticLexicon) -> None:
    (find,) = critic_ear.hear("I am such a failure").finds
    assert find.reason == "“I am” + “failure”"
    assert find.rule_version == lexicon.version


def test_a_reason_may_name_the_cue(critic_ear: CriticEar) -> None:
    (find,) = critic_ear.hear("Fool that I am").finds
    assert find.reason == "“fool”, said of oneself"


def test_what_a_guard_silences_leaves_no_answer_behind(critic_ear: CriticEar) -> None:
    assert critic_ear.hear("My boss said that I am an idiot. But I want to die.") == Heard()


def test_private_words_are_not_in_a_repr(critic_ear: CriticEar) -> None:
    (find,) = critic_ear.hear("I am such a failure").finds
    assert "failure" not in repr(find)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_spans_lie_in_the_text_in_order_and_apart(critic_ear: CriticEar, text: str) -> None:
    finds = critic_ear.hear(text).finds
    ends = [0]
    for find in finds:
        assert ends[-1] <= find.start < find.end <= len(text)
        assert text[find.start].isalnum() or text[find.start] > "\U0001f300"
        ends.append(find.end)
    assert all(0 <= answer.start < answer.end <= len(text) for answer in critic_ear.hear(text).answers)


@given(text=TEXTS)
def test_the_same_text_has_the_same_finds_whoever_listened_before(
    critic_ear: CriticEar, lexicon: CriticLexicon, text: str
) -> None:
    first = critic_ear.hear(text)
    critic_ear.hear(text[::-1])
    assert critic_ear.hear(text) == first


def test_another_ear_hears_the_same(critic_ear: CriticEar, lexicon: CriticLexicon) -> None:
    other = CriticEar(lexicon, DespairEar(despair_lexicon()))
    for text in SENTENCES:
        assert other.hear(text) == critic_ear.hear(text)
