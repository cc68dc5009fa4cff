"""The About page."""

import pytest

from heartjournal.model.problems import BadResource
from heartjournal.resources.bibliography import sources
from heartjournal.resources.reading import about


def test_the_about_page_says_that_it_is_no_therapy() -> None:
    assert "is not therapy" in about()


def test_the_about_page_gives_every_source_in_full() -> None:
    page = about()
    assert all(source.reference in page for source in sources())
    assert "{sources}" not in page


def test_a_language_without_an_about_page_is_refused() -> None:
    with pytest.raises(BadResource, match="cannot be read"):
        about("xx")
