"""Markdown to HTML that is safe to show: no image, nothing remote, no script, and no word of the text left out."""

import html
import re

import nh3
from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor, OListProcessor
from markdown.inlinepatterns import IMAGE_LINK_RE, LinkInlineProcessor

LONGEST_MARKDOWN = 200_000
"""Code points up to which a text is read as Markdown; a longer one is shown as plain paragraphs."""

_MOST_MARKS = 1_500
"""Markdown's own marks in one paragraph; its parser takes quadratic time in them, and nobody writes so many."""

_TAGS = frozenset(
    {
        "p",
        "br",
        "hr",
        "em",
        "strong",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "code",
        "a",
    }
)
_LINK_SCHEMES = ("http:", "https:", "mailto:")
_MARK = re.compile(r"[][*_`<!\\()&]")
_MOST_RULES = 1_000
"""Lines of nothing but marks, such as rules and fences, in a whole text, for the same reason."""
_RULE = re.compile(r"^[ \t]{0,3}(?:[-*_=~`][ \t]*){3}", re.MULTILINE)

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_QUOTE_MARKS = re.compile(r"(?:[ \t]{0,8}>){40}", re.MULTILINE)
_DEEP_INDENT = re.compile(r"^[ \t]{160}", re.MULTILINE)


class _SpacedHeading(HashHeaderProcessor):
    """A heading as CommonMark has it, with a blank after its marks."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>[^\n]*?)[ \t]*#*(?:\n|$)")


def safe_html(markdown_source: str) -> str:
    """The source as an HTML fragment of a few plain tags. Any thread; never raises on any text.

    HTML in the source is shown as the characters it is made of, an image as a link with its description, and only
    links to http, https and mailto can be followed. A text that is very long or nested beyond sense is shown as
    plain paragraphs, with all its words.
    """
    source = _INVISIBLE.sub("", markdown_source.replace("\r\n", "\n").replace("\r", "\n"))
    if _is_too_much(source):
        return _plain(source)
    try:
        converted = _converter().convert(source)
    except RecursionError:
        return _plain(source)
    return nh3.clean(
        converted,
        tags=set(_TAGS),
        attributes={"a": {"href"}, "ol": {"start"}},
        attribute_filter=_kept_attribute,
        url_schemes={scheme.rstrip(":") for scheme in _LINK_SCHEMES},
        link_rel=None,
    )


def _is_too_much(source: str) -> bool:
    if len(source) > LONGEST_MARKDOWN or _QUOTE_MARKS.search(source) or _DEEP_INDENT.search(source):
        return True
    if _count(_RULE, source) > _MOST_RULES:
        return True
    return any(_count(_MARK, block) > _MOST_MARKS for block in _BLANK_LINES.split(source))


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _plain(source: str) -> str:
    """Paragraphs and line breaks only; every other character is escaped."""
    paragraphs = (html.escape(block.strip("\n")).replace("\n", "<br>\n") for block in _BLANK_LINES.split(source))
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)


def _kept_attribute(tag: str, attribute: str, value: str) -> str | None:
    """Drops addresses that name no scheme: in a browser widget they would point into the machine.

    nh3 asks this for the attributes allowed above and for some that it allows on every tag.
    """
    if (tag, attribute) == ("a", "href"):
        return value if value.strip().lower().startswith(_LINK_SCHEMES) else None
    return value if (tag, attribute) == ("ol", "start") else None


def _converter() -> Markdown:
    """A reader for one text, without the parts of Markdown that swallow words or let HTML through.

    Link definitions vanish from what is shown; four leading spaces are how people indent a paragraph; raw HTML would
    be cut out by the cleaning, words and all.
    """
    markdown = Markdown(extensions=["fenced_code", "sane_lists", "nl2br"], output_format="html")
    markdown.preprocessors.deregister("html_block")
    for name in ("reference", "code"):
        markdown.parser.blockprocessors.deregister(name)
    for name in ("html", "reference", "short_reference", "image_reference", "short_image_ref"):
        markdown.inlinePatterns.deregister(name)
    markdown.inlinePatterns.register(LinkInlineProcessor(IMAGE_LINK_RE, markdown), "image_link", 150)
    _tell_words_from_marks(markdown)
    return markdown


def _tell_words_from_marks(markdown: Markdown) -> None:
    """A #tag is no heading without a blank, and "1986. What a year" begins no list."""
    markdown.parser.blockprocessors.register(_SpacedHeading(markdown.parser), "hashheader", 70)
    numbers = markdown.parser.blockprocessors["olist"]
    if isinstance(numbers, OListProcessor):
        numbers.RE = re.compile(r"^[ ]{0,3}\d{1,3}\.[ ]+(.*)")
