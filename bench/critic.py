"""The inner critic's ear: how much of what people wrote it hears rightly."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import chain, combinations
from pathlib import Path
from typing import TYPE_CHECKING, Final

from heartjournal.critic import CriticEar, DespairEar, Grouping
from heartjournal.model.criticism import Tier
from heartjournal.resources import critic_lexicon, despair_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from heartjournal.model.criticism import CriticLexicon, PhraseKey

DATA: Final = Path(__file__).parent.parent / "tests" / "data" / "phrases"
LITERARY: Final = frozenset({"amiel", "barbellion"})
_FOLDS: Final = 5
_KIND: Final = "kind"
_LABELLING: Final = "labelling"
_GROUPING: Final = "grouping"
_INVENTED: Final = "invented"


@dataclass(frozen=True)
class Labelled:
    """One sentence of a data file. `label` is 1, 0, b (in no score), or empty where nobody read it."""

    file: str
    key: str
    label: str
    source: str
    stratum: str
    text: str


@dataclass(frozen=True)
class Score:
    """How many sentences were found rightly, found wrongly and missed."""

    found: int
    wrong: int
    missed: int

    def __str__(self) -> str:
        precision = self.found / max(1, self.found + self.wrong)
        recall = self.found / max(1, self.found + self.missed)
        both = 2 * precision * recall / (precision + recall) if self.found else 0.0
        counts = f"{self.found} found, {self.wrong} wrong, {self.missed} missed"
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}  ({counts})"


def read(folder: Path) -> list[Labelled]:
    """Every row of every .tsv file in a folder."""
    rows = []
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                fields = (row.get(name) or "" for name in ("key", "label", "source", "stratum", "text"))
                rows.append(Labelled(path.stem, *fields))
    return rows


def scores(folder: Path) -> str:
    """The goals' table for a folder of the form of tests/data/phrases, as a person reads it.

    A file with "labelling" in its name holds thoughts (1) and kind reframes (0), scored with both tiers. An unlabelled
    file with "kind" in its name holds rewrites of which almost none should be suggested. One with "grouping" in its
    name holds texts and the group of each. Sentences of files with "invented" in their names have lines of their own.
    """
    lexicon = critic_lexicon()
    ear = _ear(lexicon)
    rows = read(folder)
    scored = [row for row in rows if row.label in {"0", "1"} and _LABELLING not in row.file]
    labelled = [row for row in scored if _INVENTED not in row.file]
    return "\n".join(
        chain(
            _goals(ear, labelled),
            _invented(ear, [row for row in scored if _INVENTED in row.file]),
            _rates(ear, rows),
            _grouping(ear, lexicon, [row for path in sorted(folder.glob("*.tsv")) for row in _grouped(path)]),
            _by_frame(ear, scored),
        )
    )


def _goals(ear: CriticEar, labelled: list[Labelled]) -> Iterator[str]:
    groups = {
        "all (P .88, R .75, F1 .81)": labelled,
        "modern (F1 .85, P .90)": [row for row in labelled if row.source not in LITERARY],
        "literary (F1 .55)": [row for row in labelled if row.source in LITERARY],
        "all but the stratum rule": [row for row in labelled if row.stratum != "rule"],
    }
    groups |= {
        f"source {name}": [r for r in labelled if r.source == name] for name in sorted({r.source for r in labelled})
    }
    groups |= {f"fold {fold + 1}": [r for r in labelled if int(r.key, 16) % _FOLDS == fold] for fold in range(_FOLDS)}
    for name, group in groups.items():
        yield f"{name:<30}{_score(ear, group)}"


def _invented(ear: CriticEar, rows: list[Labelled]) -> Iterator[str]:
    for name in sorted({row.file for row in rows}):
        for half, rest in (("even", 0), ("odd", 1)):
            group = [row for row in rows if row.file == name and int(row.key, 16) % 2 == rest]
            yield f"{f'{name}, {half}':<30}{_score(ear, group)}"


def _grouped(path: Path) -> Iterator[tuple[str, str]]:
    """The group and the text of each row, if this is a file of groups."""
    if _GROUPING in path.stem:
        with path.open(encoding="utf-8", newline="") as file:
            yield from ((row["group"], row["text"]) for row in csv.DictReader(file, delimiter="\t"))


def _grouping(ear: CriticEar, lexicon: CriticLexicon, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """How well pairs of texts are put together: by equal keys, and by these with what is proposed."""
    if not rows:
        return
    keys = [_key(ear, text) for _, text in rows]
    proposals = Grouping(lexicon).proposals(key for key in keys if key)
    proposed = {frozenset((each.first, each.second)) for each in proposals}
    equal, both = [], []
    for (group, key), (other_group, other) in combinations(
        [(group, key) for (group, _), key in zip(rows, keys, strict=True)], 2
    ):
        is_equal = key is not None and key == other
        equal.append((group == other_group, is_equal))
        both.append((group == other_group, is_equal or frozenset((key, other)) in proposed))
    yield f"{'groups, equal (F1 .92, P .97)':<30}{_of(equal)}"
    yield f"{'groups, and proposed':<30}{_of(both)}"


def _key(ear: CriticEar, text: str) -> PhraseKey | None:
    finds = ear.hear(text).finds
    return next((find.key for tier in Tier for find in finds if find.tier is tier), None)


def _of(heard: list[tuple[bool, bool]]) -> Score:
    return Score(heard.count((True, True)), heard.count((False, True)), heard.count((True, False)))


def _score(ear: CriticEar, group: Iterable[Labelled]) -> Score:
    return _of([(row.label == "1", _is_found(ear, row.text, (Tier.SURE,))) for row in group])


def _rates(ear: CriticEar, all_rows: list[Labelled]) -> Iterator[str]:
    kind = [row for row in all_rows if not row.label and _KIND in row.file]
    if kind:
        yield f"{'kind rewrites (1.5)':<30}{_share(ear, kind, (Tier.SURE,)) * 1000:.2f} of 1,000, of {len(kind)}"
    thoughts = [row for row in all_rows if _LABELLING in row.file]
    for label, name in (("1", "labelling thoughts (.65)"), ("0", "their kind reframes (.015)")):
        those = [row for row in thoughts if row.label == label]
        if those:
            yield f"{name:<30}{_share(ear, those, tuple(Tier)):.3f} found in either tier, of {len(those)}"


def _share(ear: CriticEar, group: list[Labelled], tiers: tuple[Tier, ...]) -> float:
    return sum(_is_found(ear, row.text, tiers) for row in group) / len(group)


def _by_frame(ear: CriticEar, labelled: list[Labelled]) -> Iterator[str]:
    counts: dict[str, list[int]] = {}
    for row in labelled:
        for frame in {find.frame for find in ear.hear(row.text).finds if find.tier is Tier.SURE}:
            counts.setdefault(frame, [0, 0])[row.label == "0"] += 1
    yield "frame: found rightly, wrongly"
    for frame, (right, wrong) in sorted(counts.items()):
        yield f"  {frame:<28}{right:>4}{wrong:>4}"


def _is_found(ear: CriticEar, text: str, tiers: tuple[Tier, ...]) -> bool:
    return any(find.tier in tiers for find in ear.hear(text).finds)


def _ear(lexicon: CriticLexicon) -> CriticEar:
    return CriticEar(lexicon, DespairEar(despair_lexicon()))
