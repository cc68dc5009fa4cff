"""Errors of the world, each with one plain sentence and what to do next; everything else is a bug of ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def source_text(text: str) -> str:
    """The text itself. Marks a sentence that stands apart from the problem that says it, so that it is translated.

    What is written where a problem is made needs no mark: `tools/problem_sentences.py` finds both.
    """
    return text


@dataclass
class KnownProblem(Exception):  # noqa: N818  a problem of the world is no Error of ours
    """Something that can happen to anybody. Holds words for the person, never words of the person.

    `sentence` says what is so, `advice` what to do next; both are English source text, translated where shown.
    They are literals, or no translation could know them: what differs from case to case stands in them as `{name}`
    and in `values`.
    """

    sentence: str
    advice: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def filled(self, text: str) -> str:
        """The sentence or the advice, or a translation of it, with the values in their places."""
        return text.format_map(self.values) if self.values else text

    def __str__(self) -> str:
        return f"{self.filled(self.sentence)} {self.filled(self.advice)}".strip()


class WrongPassphrase(KnownProblem):
    """The header is sound and the passphrase does not open it."""


class EmptyPassphrase(KnownProblem):
    """A journal was to be created with no passphrase at all."""


class NoJournal(KnownProblem):
    """The folder holds no journal."""


class UnfinishedJournal(KnownProblem):
    """Making the journal in this folder was interrupted before it held anything."""


class ForeignFolder(KnownProblem):
    """The folder holds something that is not a journal of ours."""


class NewerJournal(KnownProblem):
    """The journal was written by a newer version of the program."""


class OlderJournal(KnownProblem):
    """The journal was written by a development version whose schema is no longer read."""


class DamagedHeader(KnownProblem):
    """Neither copy of the key file can be read."""


class DamagedJournal(KnownProblem):
    """The key file is sound, the database is not."""


class JournalInUse(KnownProblem):
    """Another process holds the vault lock."""


class JournalExists(KnownProblem):
    """A journal was to be created where one is already."""


class DiskFull(KnownProblem):
    """There is no room for a write."""


class CannotWrite(KnownProblem):
    """The disk refuses a write: read-only, no permission, or an error of the device."""


class CannotRead(KnownProblem):
    """A file or folder that was named cannot be read."""


class BadImport(KnownProblem):
    """A file or folder to be brought in is not what it should be."""


class BadResource(KnownProblem):
    """A data file (practice, feelings, theme) breaks its schema: says file, key and reason."""


class NoSuchPage(KnownProblem):
    """A page was named that the journal does not have."""


class SealedLetter(KnownProblem):
    """The words of a letter were asked for that is sealed until its date."""
