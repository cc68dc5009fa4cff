"""How hard a passphrase is said to be to guess."""

from heartjournal.ui.unlock.passphrase import Strength, strength_of


def test_a_word_everybody_uses_is_very_weak_and_five_unrelated_ones_are_very_strong() -> None:
    assert strength_of("password") is Strength.VERY_WEAK
    assert strength_of("kettle heron november weir stairs") is Strength.VERY_STRONG


def test_a_passphrase_of_any_length_is_rated_by_its_beginning() -> None:
    # Longer ones are refused by zxcvbn itself.
    assert strength_of("kettle heron november weir stairs " * 30) is Strength.VERY_STRONG
    assert strength_of("a" * 72 + "kettle heron november") is strength_of("a" * 72)
