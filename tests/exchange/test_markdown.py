"""Dated Markdown files become drafts: every word kept, every refusal one plain sentence."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.exchange.folder import LARGEST_FILE
from heartjournal.exchange.markdown import read_folder, write_entry
from heartjournal.model.clock import Moment
from heartjournal.model.element import Element
from heartjournal.model.entry import FRONT_MATTER, Draft, Entry, Section
from heartjournal.model.importing import ImportLine, ImportOutcome
from heartjournal.model.problems import BadImport, CannotRead

NOW = Moment(datetime(2026, 11, 24, 20, 0, tzinfo=UTC), "Europe/London")
DIARY = Path(__file__).parents[1] / "data" / "diaries" / "maclane-1901"


def read(path: Path) -> list[ImportLine]:
    return list(read_folder(path, now=NOW))


def draft_of(path: Path) -> Draft:
    (line,) = read(path)
    assert line.draft is not None, line.reason
    return line.draft


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def bodies(draft: Draft) -> list[str]:
    return [section.body for section in draft.sections if not section.is_empty]


def refusal(path: Path) -> str:
    (line,) = read(path)
    assert line.outcome is ImportOutcome.REFUSED
    assert line.draft is None
    return line.reason


def test_a_real_diary_is_read_to_the_byte() -> None:
    lines = read(DIARY)
    assert len(lines) == 64
    for line in lines:
        raw = (DIARY / line.name).read_bytes()
        assert line.draft is not None
        assert line.draft.day.isoformat() == line.name.removesuffix(".md")
        (body,) = bodies(line.draft)
        assert body.encode() == raw.split(b"---\n\n", 1)[1]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0")).filter(str.strip))
def test_any_text_comes_back_byte_for_byte(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("diary")
    write(folder, "a.md", f"---\ndate: 2026-11-12\n---\n\n{text}")
    assert bodies(draft_of(folder)) == [text]


def test_no_break_spaces_emoji_and_line_ends_stay(tmp_path: Path) -> None:
    text = "\u00a0a\u202fb\r\nc\rd\u2028e\u0085 👩‍👧 e\u0301\t \n\n"
    assert bodies(draft_of(write(tmp_path, "2026-11-12.md", text))) == [text]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    draft = draft_of(write(tmp_path, "a.md", b"\xef\xbb\xbf---\ndate: 2026-11-12\n---\nHello"))
    assert bodies(draft) == ["Hello"]


def test_front_matter_without_a_place_is_kept_in_a_section_of_its_own(tmp_path: Path) -> None:
    text = "---\ntitle: A walk\ndate: 2026-11-12\ntags:\n  - sea\nmood: 4\n---\n\nHello\n"
    draft = draft_of(write(tmp_path, "a.md", text))
    assert draft.title == "A walk"
    assert bodies(draft) == ["Hello\n", "tags:\n  - sea\nmood: 4\n"]
    assert draft.sections[1].prompt_id == FRONT_MATTER


def test_the_front_matter_says_the_day_before_the_name_does(tmp_path: Path) -> None:
    draft = draft_of(write(tmp_path, "2020-01-01.md", "---\ncreated: 2026-11-13\ndate: 2026-11-12\n---\nHello"))
    assert draft.day == date(2026, 11, 12)
    assert bodies(draft) == ["Hello", "created: 2026-11-13\n"]


@pytest.mark.parametrize("key", ["date", "Date", "created", "createdAt", "created_at"])
def test_each_key_for_a_date_is_known(tmp_path: Path, key: str) -> None:
    draft = draft_of(write(tmp_path, "a.md", f'---\n{key}: "2026-11-12T21:40:00+01:00"\n---\nHello'))
    assert draft.happened_at == Moment(datetime(2026, 11, 12, 20, 40, tzinfo=UTC), "+01:00")
    assert draft.day == date(2026, 11, 12)
    assert bodies(draft) == ["Hello"]


def test_a_date_in_words_falls_back_to_the_name_and_is_kept(tmp_path: Path) -> None:
    draft = draft_of(write(tmp_path, "2026-11-12.md", "---\ndate: a Thursday\n---\nHello"))
    assert draft.day == date(2026, 11, 12)
    assert bodies(draft) == ["Hello", "date: a Thursday\n"]


def test_folders_are_walked_by_name_without_the_hidden_ones(tmp_path: Path) -> None:
    for name in (
        "b/2026-11-13.md",
        "2026/11/14.md",
        "a.txt",
        ".trash/2026-11-15.md",
        ".2026-11-16.md",
        "c/2026-11-17.MD",
    ):
        write(tmp_path, name, "Hello")
    assert [line.name for line in read(tmp_path)] == ["2026/11/14.md", "b/2026-11-13.md", "c/2026-11-17.MD"]


def test_one_file_can_be_named_whatever_its_suffix(tmp_path: Path) -> None:
    assert draft_of(write(tmp_path, "2026-11-12.txt", "Hello")).day == date(2026, 11, 12)


def test_the_same_page_is_the_same_page_from_anywhere(tmp_path: Path) -> None:
    one = draft_of(write(tmp_path, "one/2026-11-12.md", "Hello"))
    other = draft_of(write(tmp_path, "other/deep/2026-11-12 copy.md", "Hello"))
    assert one == other


def test_two_pages_of_one_day_are_two_and_the_same_words_are_one(tmp_path: Path) -> None:
    write(tmp_path, "2026-11-12 a.md", "Hello")
    write(tmp_path, "2026-11-12 b.md", "Good night")
    write(tmp_path, "2026-11-12 c.md", "Hello")
    lines = read(tmp_path)
    assert [line.outcome for line in lines] == [ImportOutcome.NEW, ImportOutcome.NEW, ImportOutcome.ALREADY_HERE]
    assert len({line.draft.id for line in lines if line.draft}) == 2


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("2026-11-12.md", b"caf\xe9", "UTF-8"),
        ("2026-11-12.md", "Hello".encode("utf-16"), "UTF-8"),
        ("2026-11-12.md", "Hello".encode("utf-16-le"), "plain text"),
        ("walk.md", b"Hello", "no date"),
        ("2026-02-30.md", b"Hello", "not a day"),
        ("a.md", b"---\ndate: 2026-02-30\n---\nHello", "not a day"),
        ("2026-11-12.md", b"", "nothing written"),
        ("2026-11-12.md", b" \n\t\n", "nothing written"),
        ("2026-11-12.md", b"---\ndate: 2026-11-12\n---\n\n", "nothing written"),
        ("2026-11-12.md", b"---\ntags: [work]\n---\n\n", "nothing written"),
    ],
)
def test_a_file_that_cannot_become_a_page_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, word: str
) -> None:
    reason = refusal(write(tmp_path, name, content))
    assert word in reason
    assert reason.endswith(".")


def test_a_file_of_fifty_megabytes_is_refused_and_one_at_the_bound_is_not(tmp_path: Path) -> None:
    huge = tmp_path / "2026-11-12.md"
    with huge.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert "5 MB" in refusal(huge)
    huge.write_bytes(b"a" * LARGEST_FILE)
    assert len(bodies(draft_of(huge))[0]) == LARGEST_FILE


def test_links_are_refused_wherever_they_lead(tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    inside = write(diary, "2026-11-12.md", "Hello")
    outside = write(tmp_path, "secret/2026-11-13.md", "Hello")
    (diary / "2026-11-14.md").symlink_to(outside)
    (diary / "2026-11-15.md").symlink_to(inside)
    (diary / "2026-11-16.md").symlink_to(tmp_path / "nowhere")
    (diary / "more").symlink_to(outside.parent)
    (diary / "round").symlink_to(diary)
    (diary / "picture.png").symlink_to(outside)
    lines = read(diary)
    assert [line.name for line in lines if line.outcome is ImportOutcome.NEW] == ["2026-11-12.md"]
    refused = [line for line in lines if line.outcome is ImportOutcome.REFUSED]
    assert [line.name for line in refused] == ["2026-11-14.md", "2026-11-15.md", "2026-11-16.md", "more", "round"]
    assert all("link" in line.reason for line in refused)


def test_a_file_named_by_hand_that_is_a_link_is_refused_and_a_folder_reached_by_one_is_read(tmp_path: Path) -> None:
    page = write(tmp_path, "elsewhere/2026-11-12.md", "Hello")
    named = tmp_path / "2026-11-13.md"
    named.symlink_to(page)
    assert "link" in refusal(named)
    beside = page.with_name("2026-11-14.md")
    beside.symlink_to(page)
    assert "link" in refusal(beside)
    folder = tmp_path / "diary"
    folder.symlink_to(page.parent)
    assert [line.outcome for line in read(folder)] == [ImportOutcome.NEW, ImportOutcome.REFUSED]


def test_a_file_that_became_a_link_after_the_walk_is_refused(tmp_path: Path) -> None:
    outside = write(tmp_path, "secret.md", "Hello")
    page = write(tmp_path, "diary/2026-11-12.md", "Hello")
    lines = read_folder(page.parent, now=NOW)
    page.unlink()
    page.symlink_to(outside)
    assert [line.outcome for line in lines] == [ImportOutcome.REFUSED]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes among files")
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "2026-11-12.md")
    assert "ordinary file" in refusal(tmp_path)
    with pytest.raises(BadImport):
        read(tmp_path / "2026-11-12.md")


def test_a_file_that_vanishes_or_cannot_be_read_is_refused(tmp_path: Path) -> None:
    page = write(tmp_path, "2026-11-12.md", "Hello")
    lines = read_folder(tmp_path, now=NOW)
    page.unlink()
    assert "permissions" in next(lines).reason


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "2026-11-12.md", "Hello")
    closed = write(tmp_path, "closed/2026-11-13.md", "Hello").parent
    listed = os.scandir

    def scandir(folder: Path) -> object:
        if folder == closed:
            raise PermissionError
        return listed(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    lines = read(tmp_path)
    assert [(line.name, line.outcome) for line in lines] == [
        ("2026-11-12.md", ImportOutcome.NEW),
        ("closed", ImportOutcome.REFUSED),
    ]


def test_a_disk_that_fails_while_it_is_read_refuses_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "2026-11-12.md", "Hello")

    def fail(_descriptor: int) -> os.stat_result:
        raise OSError

    lines = read_folder(tmp_path, now=NOW)
    with monkeypatch.context() as failing:
        failing.setattr(os, "fstat", fail)
        (line,) = lines
    assert line.outcome is ImportOutcome.REFUSED


def test_a_place_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    for missing in (tmp_path / "none", Path("a\0b")):
        with pytest.raises(CannotRead):
            read_folder(missing, now=NOW)


def test_folders_nest_as_deep_as_they_like(tmp_path: Path) -> None:
    write(tmp_path, "a/" * 300 + "2026-11-12.md", "Hello")
    assert len(read(tmp_path)) == 1


def entry(*sections: Section, title: str = "") -> Entry:
    when = datetime(2026, 11, 12, 21, tzinfo=UTC)
    return Entry(UUID(int=1), date(2026, 11, 12), sections, when, when, title=title)


def section(body: str, prompt: str = "", feelings: tuple[str, ...] = (), prompt_id: str = "") -> Section:
    return Section(UUID(int=2), body, Element.MINDFULNESS, prompt_id, prompt, feelings)


@given(st.text())
def test_a_free_page_is_written_as_its_text_and_nothing_else(text: str) -> None:
    assert write_entry(entry(section(text))) == text


def test_a_guided_page_is_written_with_its_prompts_and_feelings() -> None:
    guided = entry(
        section("I felt\nheavy.", "What\nhappened?", ("tired", "sad")), section("", "And?", ("calm",)), title="A day"
    )
    assert (
        write_entry(guided) == "# A day\n\n## What happened?\n\nI felt\nheavy.\n\n*tired, sad*\n\n## And?\n\n*calm*\n"
    )


def test_front_matter_that_came_along_stands_at_the_head_again() -> None:
    page = entry(section("Hello\n"), section("mood: 4\n", prompt_id=FRONT_MATTER))
    assert write_entry(page) == "---\nmood: 4\n---\n\nHello\n"


def test_an_entry_of_nothing_is_nothing() -> None:
    assert write_entry(entry()) == ""
