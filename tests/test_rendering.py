"""Markdown as safe HTML: nothing that acts, nothing that fetches, no word lost."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.rendering import LONGEST_MARKDOWN, safe_html

HOSTILE = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//a.b/c.js>",
    '<img src="http://a.b/c.png" onerror="alert(1)">',
    "![pixel](http://a.b/c.png)",
    "![pixel](file:///etc/passwd)",
    "![x](data:image/png;base64,AAAA)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:a)",
    "[x](file:///etc/passwd)",
    "[x](//server/share)",
    "[x](\\\\server\\share)",
    "[x](/etc/passwd)",
    "[x](passwd)",
    "[x](#here)",
    "[x](data:text/html,<script>a</script>)",
    "[x](qrc:/a)",
    "<javascript:alert(1)>",
    "<file:///etc/passwd>",
    "<style>@import 'http://a.b/c.css';</style>",
    '<link rel="stylesheet" href="http://a.b/c.css">',
    '<p style="background:url(http://a.b)">p</p>',
    '<body background="http://a.b/c.png">',
    '<iframe src="http://a.b"></iframe>',
    '<object data="http://a.b"></object><embed src="http://a.b">',
    '<table background="http://a.b"><tr><td>x</table>',
    '<a href="http://a.b" onclick="a()">x</a>',
    "<svg/onload=alert(1)>",
    "<math><mtext></mtext><script>a</script>",
    '<meta http-equiv="refresh" content="0;url=http://a.b">',
    "<!-- --><script>alert(1)</script>-->",
    '[x](http://a.b "t\\" onmouseover=\\"alert(1)")',
    '[x](http://a.b" onmouseover="alert(1))',
    "\x02klzzwxh:0000\x03",
    "```<script>\nx\n```",
    "```js onload=x\n</code></pre><script>alert(1)</script>\n```",
    "[ref]: javascript:alert(1)\n\n[ref]",
]
TAG = re.compile(r"<(/?)([a-z0-9]+)((?: [^<>]*)?)>")
ALLOWED = {
    "p",
    "br",
    "hr",
    "em",
    "strong",
    *(f"h{n}" for n in range(1, 7)),
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "a",
}
SAFE_ATTRIBUTES = re.compile(r'(?: href="(?:https?:|mailto:)[^"]*"| start="[0-9]+")?')


def assert_safe(fragment: str) -> None:
    assert "<" not in TAG.sub("", fragment)
    for _, name, attributes in TAG.findall(fragment):
        assert name in ALLOWED
        assert SAFE_ATTRIBUTES.fullmatch(attributes), attributes


def shown(fragment: str) -> str:
    return html.unescape(TAG.sub(" ", fragment))


@pytest.mark.parametrize("source", HOSTILE)
@pytest.mark.parametrize("frame", ["{}", "> {}", "- a\n- {}", "**{}**", "# {}", "a {} b\n\n{}"])
def test_hostile_text_is_only_text(source: str, frame: str) -> None:
    assert_safe(safe_html(frame.replace("{}", source)))


@given(st.lists(st.sampled_from([*HOSTILE, "*", "_", "`", "\n", "\n\n", " ", ">", "- ", "#", "[", "](", ")", "a"])))
def test_hostile_text_in_any_mixture_is_only_text(pieces: list[str]) -> None:
    assert_safe(safe_html("".join(pieces)))


@given(st.text())
def test_any_text_is_rendered_safely(text: str) -> None:
    assert_safe(safe_html(text))


def test_the_check_itself_finds_what_is_not_safe() -> None:
    for bad in ["<script>", '<a href="javascript:x">', '<p onclick="x">', "<img src=x>", '<a href="/etc">']:
        with pytest.raises(AssertionError):
            assert_safe(bad)


WORD = st.text(alphabet=st.characters(categories=["Ll", "Lu", "Lo", "Nd"]), min_size=1, max_size=8).map(
    lambda w: f"x{w}"
)
PIECE = st.one_of(
    WORD,
    WORD.map(lambda w: f"*{w}*"),
    WORD.map(lambda w: f"**{w}**"),
    WORD.map(lambda w: f"`{w}`"),
    WORD.map(lambda w: f"<{w}>"),
    WORD.map(lambda w: f"[{w}](http://a.b)"),
    WORD.map(lambda w: f"![{w}](c.png)"),
    WORD.map(lambda w: f"[{w}]: http"),
    WORD.map(lambda w: f"[[{w}]]"),
    WORD.map(lambda w: f"\n- {w}"),
    WORD.map(lambda w: f"\n> {w}"),
    WORD.map(lambda w: f"\n# {w}\n"),
    WORD.map(lambda w: f"\n#{w}"),
    WORD.map(lambda w: f"\n    {w}"),
    WORD.map(lambda w: f"\n\n{w}"),
    WORD.map(lambda w: f"\n```\n{w}\n```\n"),
    WORD.map(lambda w: f"| {w} |"),
    WORD.map(lambda w: f"[^1]: {w}"),
)


@given(st.lists(PIECE, max_size=30))
def test_every_word_that_goes_in_comes_out(pieces: list[str]) -> None:
    source = " ".join(pieces)
    seen = shown(safe_html(source))
    for word in re.findall(r"x\w+", source):
        assert word in seen


@pytest.mark.parametrize(
    ("source", "fragment"),
    [
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("#tag", "<p>#tag</p>"),
        ("## A heading", "<h2>A heading</h2>"),
        ("1986. What a year", "<p>1986. What a year</p>"),
        ("    An indented paragraph", "<p>An indented paragraph</p>"),
        ("I <3 you & <sigh>", "<p>I &lt;3 you &amp; &lt;sigh&gt;</p>"),
        ("[a](https://b.c)", '<p><a href="https://b.c">a</a></p>'),
        ("![me](https://b.c/d.png)", '<p><a href="https://b.c/d.png">me</a></p>'),
        ("[note]: buy milk", "<p>[note]: buy milk</p>"),
        ("a\r\nb\rc", "<p>a<br>\nb<br>\nc</p>"),
        ("non\u00a0breaking", "<p>non&nbsp;breaking</p>"),
        ("", ""),
    ],
)
def test_what_people_write_looks_as_they_mean_it(source: str, fragment: str) -> None:
    assert safe_html(source) == fragment


@pytest.mark.parametrize(
    "source",
    [
        ">" * 20_000 + "word",
        "> " * 50_000 + "word",
        "[" * 100_000 + "word",
        "- " * 50_000 + "word",
        "*" * 100_001 + "word",
        "_*" * 50_000 + "word",
        "![" * 30_000 + "word",
        "`" * 100_000 + " word",
        "<" * 100_000 + "word",
        "---\n" * 40_000 + "word",
        "~~~a\n\n" * 30_000 + "word",
        "> - " * 3_000 + "word",
        "\n".join(" " * 4 * depth + "- word" for depth in range(300)),
    ],
    ids=lambda source: source[:6],
)
def test_nesting_beyond_sense_neither_crashes_nor_takes_for_ever(source: str) -> None:
    fragment = safe_html(source)
    assert_safe(fragment)
    assert "word" in shown(fragment)


def test_a_text_of_ten_megabytes_is_shown_as_plain_paragraphs() -> None:
    source = "**word** & <b>\n\n" * 700_000
    assert len(source) > LONGEST_MARKDOWN
    fragment = safe_html(source)
    assert fragment.count("<p>**word** &amp; &lt;b&gt;</p>") == 700_000


def test_running_out_of_stack_shows_the_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted() -> object:
        raise RecursionError

    monkeypatch.setattr("heartjournal.rendering._converter", exhausted)
    assert safe_html("a *b*\n\nc") == "<p>a *b*</p>\n<p>c</p>"
