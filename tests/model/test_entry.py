"""Pages, drafts, and what a list shows of them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from heartjournal.model.element import Element
from heartjournal.model.entry import FRONT_MATTER, Draft, Entry, Section, Snippet, elements_of, opening_of


def section(body: str, *, element: Element | None = None, feelings: tuple[str, ...] = ()) -> Section:
    return Section(uuid4(), body, element=element, feelings=feelings)


@pytest.mark.parametrize(
    ("kept", "is_empty"),
    [
        (section(""), True),
        (section(" \n\t\u00a0"), True),
        (section("a"), False),
        (section("", feelings=("sad",)), False),
    ],
    ids=["nothing", "blanks", "a word", "a feeling"],
)
def test_a_section_is_empty_without_a_word_or_a_feeling(kept: Section, is_empty: bool) -> None:
    assert kept.is_empty is is_empty


def test_front_matter_is_no_word_of_a_page() -> None:
    kept = replace(section("tags: [work]\n"), prompt_id=FRONT_MATTER)
    assert not kept.is_shown
    assert not kept.is_empty
    assert Draft(UUID(int=1), date(2026, 11, 12), (kept,)).is_empty
    assert opening_of((kept, section("Walked."))) == "Walked."


def test_a_draft_is_empty_when_its_title_and_every_section_are() -> None:
    def draft(title: str, *bodies: str) -> Draft:
        return Draft(uuid4(), date(2026, 11, 12), tuple(map(section, bodies)), title=title)

    assert draft("").is_empty
    assert draft(" ", "", "\n").is_empty
    assert not draft("Tuesday", "").is_empty
    assert not draft("", "", "one word").is_empty


def test_an_entry_gives_back_the_draft_it_was_made_of() -> None:
    now = datetime(2026, 11, 12, 21, 40, tzinfo=UTC)
    draft = Draft(
        uuid4(), date(2026, 11, 12), (section("words"),), title="Title", origin="markdown", practice_id="break"
    )
    entry = Entry(draft.id, draft.day, draft.sections, now, now, title="Title", origin="markdown", practice_id="break")
    assert entry.as_draft() == draft


def test_an_entry_names_each_feeling_once_in_order() -> None:
    now = datetime(2026, 11, 12, tzinfo=UTC)
    sections = (section("", feelings=("sad", "tired")), section("", feelings=("calm", "sad")))
    assert Entry(uuid4(), now.date(), sections, now, now).feelings == ("sad", "tired", "calm")


@pytest.mark.parametrize(
    ("bodies", "opening"),
    [
        ((), ""),
        (("# Today\n\n- was  hard\n> and long",), "Today was hard and long"),
        (("\n\n  \n", "the second"), "the second"),
        (("---", "after a rule"), "after a rule"),
        (("word " * 500,), ("word " * 500)[:200]),
        (("\n" * 100_000 + "late",), "late"),
    ],
    ids=["nothing", "Markdown", "an empty one first", "a rule first", "long", "after many empty lines"],
)
def test_the_opening_is_the_first_words_on_one_line(bodies: tuple[str, ...], opening: str) -> None:
    assert opening_of(tuple(map(section, bodies))) == opening


def test_the_opening_of_a_page_without_words_is_its_feelings() -> None:
    assert opening_of((section("", feelings=("sad", "tired")), section("", feelings=("calm",)))) == "sad, tired, calm"


def test_elements_come_in_their_own_order_and_only_with_words_or_feelings() -> None:
    sections = (
        section("kind", element=Element.SELF_KINDNESS),
        section("", element=Element.COMMON_HUMANITY),
        section("", element=Element.MINDFULNESS, feelings=("sad",)),
        section("free"),
    )
    assert elements_of(sections) == (Element.MINDFULNESS, Element.SELF_KINDNESS)


def test_a_snippet_reads_as_its_words() -> None:
    assert Snippet((("never ", False), ("enough", True))).text == "never enough"


def test_no_word_of_a_page_stands_in_a_repr() -> None:
    now = datetime(2026, 11, 12, tzinfo=UTC)
    written = Section(UUID(int=1), "canary", prompt_text="canary", feelings=("canary",))
    draft = Draft(UUID(int=2), now.date(), (written,), title="canary")
    entry = Entry(draft.id, draft.day, draft.sections, now, now, title="canary")
    assert "canary" not in f"{draft!r} {entry!r} {Snippet((('canary', True),))!r}"


@pytest.mark.parametrize(
    ("body", "opening"),
    [
        ("You needn’t **earn** the chair. _Truly._", "You needn’t earn the chair. Truly."),
        ("*live* and **learn**", "live and learn"),
        ("***both at once***", "both at once"),
        ("snake_case_name, 2*3*4 and a * b * c", "snake_case_name, 2*3*4 and a * b * c"),
        ("it’s **never closed", "it’s **never closed"),
        ("# A heading\n\n- one\n- two\n> said", "A heading one two said"),
        (">> quoted twice", "quoted twice"),
    ],
)
def test_an_opening_has_words_and_no_marks_of_markdown(body: str, opening: str) -> None:
    assert opening_of((Section(uuid4(), body),)) == opening
