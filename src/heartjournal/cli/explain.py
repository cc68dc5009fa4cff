"""Says of sentences from standard input what the inner critic's ear finds in them; opens no journal."""

from collections.abc import Iterator

from heartjournal.cli.streams import Streams
from heartjournal.critic import CriticEar, DespairEar
from heartjournal.model.criticism import Find, Tier
from heartjournal.model.problems import BadImport
from heartjournal.resources import critic_lexicon, despair_lexicon

_NONE = "none\t\t\t\t\n"


def explain(streams: Streams, *, every_find: bool) -> None:
    """Print for each line its first find of the highest tier, or with `every_find` each find with the line's number.

    Each answer leaves as soon as its line was read. Raises BadImport for a line that is not UTF-8, and OSError.
    """
    ear = CriticEar(critic_lexicon(), DespairEar(despair_lexicon()))
    for number, sentence in enumerate(_sentences(streams), 1):
        finds = ear.hear(sentence).finds
        if every_find:
            streams.write("".join(f"{number}\t{_row(find)}" for find in finds))
        else:
            streams.write(_row(min(finds, key=_is_unsure)) if finds else _NONE)


def _sentences(streams: Streams) -> Iterator[str]:
    for line in streams.input:
        try:
            yield line.decode().removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError:
            raise BadImport("A line is not UTF-8.", "Save the text as UTF-8 and try again.") from None


def _row(find: Find) -> str:
    return f"{find.tier}\t{find.start}\t{find.end}\t{find.key}\t{find.reason}\n"


def _is_unsure(find: Find) -> bool:
    return find.tier is not Tier.SURE
