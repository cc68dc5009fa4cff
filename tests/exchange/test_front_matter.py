"""Front matter taken off, everything else left as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.exchange.front_matter import split_front_matter


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\ndate: 2026-11-12\n---\n\nHello\n", "Hello\n"),
        ("---\ndate: 2026-11-12\n---\nHello", "Hello"),
        ("---\ndate: 2026-11-12\n---\n\n\nHello\n\n", "\nHello\n\n"),
        ("---\r\ndate: 2026-11-12\r\n---\r\n\r\nHello\r\n", "Hello\r\n"),
        ("--- \ndate: x\n---\t\n  Hello", "  Hello"),
        ("---\ndate: x\n---", ""),
        ("---\ndate: x\n---\n---\na: b\n---\n", "---\na: b\n---\n"),
        ("---\ntags:\n  - a\n- b\n# note\n\nmood: 3\n---\nHello", "Hello"),
    ],
)
def test_the_block_and_one_empty_line_come_off(text: str, body: str) -> None:
    head = split_front_matter(text)
    assert head.fields
    assert head.body == body


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello",
        "---",
        "---\n",
        "---\n---\n",
        "---\ndate: x\n",
        "---\nA paragraph between two rules.\n---\nHello",
        "---\n\n---\nHello",
        "---\n- a list\n---\n",
        "---\ndate: x\nand some prose\n---\n",
        "\n---\ndate: x\n---\n",
        " ---\ndate: x\n---\n",
        "----\ndate: x\n----\n",
    ],
)
def test_what_is_no_front_matter_stays_in_the_body(text: str) -> None:
    head = split_front_matter(text)
    assert head.fields == ()
    assert head.body == text


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: A walk", "A walk"),
        ('title: "A: walk # 2"', "A: walk # 2"),
        ("title: 'A [walk]'", "A [walk]"),
        ("title:", ""),
        ("title: ''", ""),
        ("title: It's late", "It's late"),
    ],
)
def test_a_plain_value_is_the_whole_of_its_line(line: str, value: str) -> None:
    (field,) = split_front_matter(f"---\n{line}\n---\n").fields
    assert (field.key, field.value, field.is_plain) == ("title", value, True)


@pytest.mark.parametrize(
    "lines",
    [
        "tags: [a, b]",
        "title: >",
        'title: "a \\" b"',
        "title: a # note",
        "title: a: b",
        "title: a\n  b",
        "title:\n- a",
        "a: &b c",
    ],
)
def test_a_value_that_takes_more_yaml_is_kept_as_it_stands(lines: str) -> None:
    (field,) = split_front_matter(f"---\n{lines}\n---\n").fields
    assert not field.is_plain
    assert field.source == f"{lines}\n"


@given(st.text(), st.lists(st.sampled_from(["a: b\n", "date: x\r\n", "  - c\n", "# d\n", "\n"])))
def test_not_one_character_gets_lost(body: str, lines: list[str]) -> None:
    block = "---\nkey: value\n" + "".join(lines) + "---\n"
    head = split_front_matter(block + "\n" + body)
    assert head.body == body
    assert "".join(field.source for field in head.fields) == "key: value\n" + "".join(lines)


@given(st.text(alphabet=st.sampled_from("-\n\r:a #'\" "), max_size=40))
def test_a_text_is_its_front_matter_and_its_body(text: str) -> None:
    head = split_front_matter(text)
    assert text.endswith(head.body)
    assert head.fields or head.body == text
