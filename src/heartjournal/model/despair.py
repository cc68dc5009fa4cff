"""What despair about living sounds like, as data: wordings of whole words, each with its role. Hears nothing itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from heartjournal.model.wording import Wording


class Role(StrEnum):
    """What it means that a wording stands in a text.

    The first three are despair: of the writer today; of the writer in the past tense, which counts unless the text
    says that it is over; and in words that name nobody. The others keep silent about it: INSTEAD means something
    else by the same words, BEFORE turns what follows at once, OVER says that the past is past and REVIVED that it is
    not, ELSEWHERE speaks of a book or the news, OTHERS_SAY and I_SAY tell whose words stand between quotation marks.
    """

    NOW = "now"
    PAST = "past"
    BARE = "bare"
    INSTEAD = "instead"
    BEFORE = "before"
    OVER = "over"
    REVIVED = "revived"
    ELSEWHERE = "elsewhere"
    OTHERS_SAY = "others_say"
    I_SAY = "i_say"


@dataclass(frozen=True, slots=True)
class DespairLexicon:
    """All that is known about one language.

    `spellings` gives the words that a spelling stands for ("dont": do, not), `fillers` are the words that change
    nothing and are passed over ("really"), `slips` those whose slips of the finger are to be understood.
    """

    wordings: Mapping[Role, tuple[Wording, ...]]
    spellings: Mapping[str, tuple[str, ...]]
    fillers: frozenset[str]
    slips: frozenset[str]
