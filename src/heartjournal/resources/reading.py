"""Reads the pages of plain Markdown that ship with the product."""

from heartjournal.model.problems import BadResource
from heartjournal.resources.bibliography import sources
from heartjournal.resources.location import root

_SOURCES_MARK = "{sources}"


def about(language: str = "en") -> str:
    """The About page as Markdown, with the bibliography in full. Blocking; raises BadResource."""
    path = root() / "about" / f"{language}.md"
    try:
        page = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise BadResource(
            "The file “{file}” of the About page cannot be read.", "Install the program again.", {"file": path.name}
        ) from None
    return page.replace(_SOURCES_MARK, "\n".join(f"- {source.reference}" for source in sources()))
