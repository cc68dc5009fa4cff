"""The words of a suggested passphrase."""

from pathlib import Path

import pytest

from heartjournal.model.problems import BadResource
from heartjournal.resources import passphrases
from heartjournal.resources.passphrases import passphrase_bits, passphrase_words, suggest_passphrase


def test_there_are_enough_words_and_none_twice() -> None:
    words = passphrase_words()
    assert len(set(words)) == len(words) >= 2048
    assert list(words) == sorted(words)


def test_five_words_are_more_than_55_bits() -> None:
    assert passphrase_bits(passphrase_words()) >= 55


def test_five_words_are_drawn_each_from_the_whole_list() -> None:
    drawn = iter(["copper", "window", "copper", "heron", "jam"])
    assert suggest_passphrase(("copper",), choose=lambda _: next(drawn)) == "copper window copper heron jam"


def test_two_suggestions_differ() -> None:
    words = passphrase_words()
    assert suggest_passphrase(words) != suggest_passphrase(words)


@pytest.mark.parametrize("content", ["heron\njam\n", "heron\n" * 3000, "\xe9clair\n"])
def test_a_damaged_list_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    (tmp_path / "passphrases").mkdir()
    (tmp_path / "passphrases" / "en.txt").write_text(content, encoding="utf-8")
    monkeypatch.setattr(passphrases, "root", lambda: tmp_path)
    with pytest.raises(BadResource, match=r"en\.txt"):
        passphrase_words()


def test_a_missing_list_is_refused() -> None:
    with pytest.raises(BadResource, match="cannot be read"):
        passphrase_words("xx")
