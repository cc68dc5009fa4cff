"""The bibliography that practices cite."""

from heartjournal.resources.bibliography import sources


def test_every_source_has_a_key_and_a_full_reference() -> None:
    found = {source.key: source.reference for source in sources()}
    assert len(found) == 21
    assert found["neff2011"].startswith("Neff, K. (2011). Self-Compassion")
    assert all(reference.endswith((".", ")", "031047", "20925", "s359382")) for reference in found.values())
