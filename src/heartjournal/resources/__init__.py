"""The shipped data, loaded and checked: tokens, fonts and icons here; the rest in modules imported when needed."""

from importlib import import_module
from typing import TYPE_CHECKING

from heartjournal.resources.location import root
from heartjournal.resources.theme import (
    TEXT_SCALES,
    Tokens,
    font_files,
    icon_names,
    icon_source,
    theme_tokens,
)

if TYPE_CHECKING:
    from heartjournal.resources.bibliography import sources
    from heartjournal.resources.demo import demo_drafts, demo_pages, demo_support, demo_tonight
    from heartjournal.resources.despair import despair_lexicon
    from heartjournal.resources.exercises import grounding
    from heartjournal.resources.feeling import feelings
    from heartjournal.resources.inner_critic import critic_lexicon
    from heartjournal.resources.passphrases import passphrase_words, suggest_passphrase
    from heartjournal.resources.practice import practice_from, practices
    from heartjournal.resources.reading import about

__all__ = [
    "TEXT_SCALES",
    "Tokens",
    "about",
    "critic_lexicon",
    "demo_drafts",
    "demo_pages",
    "demo_support",
    "demo_tonight",
    "despair_lexicon",
    "feelings",
    "font_files",
    "grounding",
    "icon_names",
    "icon_source",
    "passphrase_words",
    "practice_from",
    "practices",
    "root",
    "sources",
    "suggest_passphrase",
    "theme_tokens",
]

# Found on first use: reading TOML has no place before the first paint (PEP 562). No module here may be called like
# one of these functions, since importing it would put the module in the function's place.
_HOMES = {
    "about": "reading",
    "critic_lexicon": "inner_critic",
    "demo_drafts": "demo",
    "demo_pages": "demo",
    "demo_support": "demo",
    "demo_tonight": "demo",
    "despair_lexicon": "despair",
    "feelings": "feeling",
    "grounding": "exercises",
    "passphrase_words": "passphrases",
    "practice_from": "practice",
    "practices": "practice",
    "sources": "bibliography",
    "suggest_passphrase": "passphrases",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
