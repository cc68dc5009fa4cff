"""One table of a data file, read key by key."""

from enum import StrEnum
from pathlib import Path

import pytest

from heartjournal.model.problems import BadResource
from heartjournal.resources.fields import MOST_BYTES, Fields, check_different, read_fields


class Colour(StrEnum):
    TEAL = "teal"
    PLUM = "plum"


def fields(**values: object) -> Fields:
    return Fields(values, file="x.toml", path="steps[1]")


def test_a_refusal_names_file_key_and_reason_and_never_the_value() -> None:
    with pytest.raises(BadResource) as refused:
        fields(title=["my secret"]).text("title", most=5)
    assert str(refused.value) == (
        "The file “x.toml” cannot be used. “steps[1].title” must be text. Correct the file, or leave it out."
    )


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (7, "must be text"),
        ("  \n ", "must not be empty"),
        ("sixsix", "must not be longer than 5 characters"),
        ("a\x00b", "must not hold control characters"),
        ("a\x1bb", "must not hold control characters"),
    ],
)
def test_words_that_cannot_be_shown_are_refused(value: object, reason: str) -> None:
    with pytest.raises(BadResource, match=reason):
        fields(title=value).text("title", most=5)


def test_words_lose_the_blanks_around_them_and_keep_their_lines() -> None:
    assert fields(title="  a\n\tb \n").text("title", most=5) == "a\n\tb"


def test_what_is_missing_is_refused_unless_there_is_a_default() -> None:
    with pytest.raises(BadResource, match=r"“steps\[1\].title” is missing"):
        fields().text("title", most=5)
    assert fields().text("title", most=5, default="") == ""
    assert fields().number("n", least=1, most=2, default=1) == 1
    assert fields().word("c", Colour, default=Colour.PLUM) is Colour.PLUM
    assert fields().flag("f") is False
    assert fields().texts("t", most_items=2, most=5) == ()
    assert fields().table("t") is None
    assert fields().tables("t", most=2) == ()


@pytest.mark.parametrize("value", ["Upper", "1st", "with-dash", "dot.dot", "é", "_x", "two words", "ⅷ"])
def test_an_id_that_is_not_snake_case_is_refused(value: str) -> None:
    with pytest.raises(BadResource, match="snake_case"):
        fields(id=value).name("id")


def test_an_id_in_snake_case_is_taken() -> None:
    assert fields(id="care_now_2").name("id") == "care_now_2"


@pytest.mark.parametrize("value", [True, 1.0, "1", None])
def test_what_is_not_a_whole_number_is_refused(value: object) -> None:
    with pytest.raises(BadResource, match="whole number"):
        fields(n=value).number("n", least=0, most=9)


@pytest.mark.parametrize("value", [0, 10, -(10**30)])
def test_a_number_outside_its_range_is_refused(value: int) -> None:
    with pytest.raises(BadResource, match="from 1 to 9"):
        fields(n=value).number("n", least=1, most=9)


def test_numbers_are_one_or_a_rising_list() -> None:
    assert fields(n=5).numbers("n", least=1, most=9, most_items=3) == (5,)
    assert fields(n=[1, 5]).numbers("n", least=1, most=9, most_items=3) == (1, 5)


@pytest.mark.parametrize("value", [[], [5, 1], [2, 2]])
def test_numbers_that_do_not_rise_are_refused(value: list[int]) -> None:
    with pytest.raises(BadResource, match="larger than the one before"):
        fields(n=value).numbers("n", least=1, most=9, most_items=3)


def test_a_bad_item_of_a_list_is_named_by_its_place() -> None:
    with pytest.raises(BadResource, match=r"steps\[1\].n\[1\]"):
        fields(n=[1, "x"]).numbers("n", least=1, most=9, most_items=3)
    with pytest.raises(BadResource, match=r"steps\[1\].t\[0\]"):
        fields(t=[5]).texts("t", most_items=3, most=9)
    with pytest.raises(BadResource, match=r"steps\[1\].c\[1\]"):
        fields(c=["teal", "red"]).words("c", Colour)
    with pytest.raises(BadResource, match=r"steps\[1\].t\[1\]"):
        fields(t=["a", "a"]).texts("t", most_items=3, most=9)


def test_a_list_is_a_list_and_has_a_limit() -> None:
    with pytest.raises(BadResource, match="must be a list"):
        fields(t="a").texts("t", most_items=3, most=9)
    with pytest.raises(BadResource, match="more than 1"):
        fields(t=["a", "b"]).texts("t", most_items=1, most=9)
    with pytest.raises(BadResource, match="at least 1"):
        fields(t=[]).tables("t", least=1, most=9)


def test_a_flag_is_true_or_false() -> None:
    assert fields(f=True).flag("f") is True
    with pytest.raises(BadResource, match="true or false"):
        fields(f=1).flag("f")


def test_a_word_is_one_of_its_enumeration() -> None:
    assert fields(c="plum").word("c", Colour) is Colour.PLUM
    with pytest.raises(BadResource, match="must be one of teal, plum"):
        fields(c="red").word("c", Colour)


def test_words_come_in_the_order_of_the_enumeration() -> None:
    assert fields(c=["plum", "teal"]).words("c", Colour) == (Colour.TEAL, Colour.PLUM)


@pytest.mark.parametrize("value", [[], ["teal", "teal"]])
def test_words_are_at_least_one_and_none_twice(value: list[str]) -> None:
    with pytest.raises(BadResource, match="at least one"):
        fields(c=value).words("c", Colour)


def test_a_table_is_a_table_and_knows_its_path() -> None:
    inner = fields(t={"a": 1}).table("t")
    assert inner is not None
    with pytest.raises(BadResource, match=r"“steps\[1\].t.a” must be text"):
        inner.text("a", most=9)
    with pytest.raises(BadResource, match="must be a table"):
        fields(t=[]).table("t")


def test_the_top_of_a_file_has_no_path_before_its_keys() -> None:
    with pytest.raises(BadResource, match="“a” is missing"):
        Fields({}, file="x.toml").text("a", most=9)


def test_a_key_nobody_asked_for_is_refused() -> None:
    table = fields(a="x", b="y")
    table.text("a", most=9)
    with pytest.raises(BadResource, match=r"“steps\[1\].b” is not a key of this schema"):
        table.finish()
    assert table.has("b")
    table.finish()


def test_ids_of_one_list_differ() -> None:
    tables = (fields(), fields())
    check_different(tables, ("a", "b"))
    with pytest.raises(BadResource, match="already the id"):
        check_different(tables, ("a", "a"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"title = 'caf\xe9'", "is not UTF-8"),
        (b"title = my secret", "is not TOML"),
        (b"n = " + b"9" * 5000, "is not TOML"),
        (b"t = " + b"[" * 5000, "is not TOML"),
        (b"#" * (MOST_BYTES + 1), "is larger than 256 KiB"),
    ],
    ids=["latin-1", "no toml", "endless number", "endless nesting", "too large"],
)
def test_a_file_that_is_no_toml_is_refused_without_its_words(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "bad.toml").write_bytes(content)
    with pytest.raises(BadResource, match=f"The file “bad.toml” cannot be used. It {reason}") as refused:
        read_fields(tmp_path / "bad.toml")
    assert "secret" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_a_file_that_is_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.toml", tmp_path):
        with pytest.raises(BadResource, match="cannot be read"):
            read_fields(path)


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text('title = "é"', encoding="utf-8")
    read = read_fields(tmp_path / "good.toml")
    assert read.text("title", most=9) == "é"
    assert read.names() == ("title",)
