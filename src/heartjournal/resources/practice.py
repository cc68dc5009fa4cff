"""Reads practice files: the whole schema is checked, and a bad file is refused with file, key and reason."""

from pathlib import Path

from heartjournal.model.element import Element
from heartjournal.model.practice import (
    InputKind,
    Later,
    Offer,
    Practice,
    Practices,
    Saves,
    Step,
    StepInput,
    Timer,
    Variant,
)
from heartjournal.model.problems import BadResource, KnownProblem
from heartjournal.resources.bibliography import sources
from heartjournal.resources.fields import Fields, check_different, read_fields
from heartjournal.resources.location import root

_WITH_OPTIONS = frozenset({InputKind.CHOICE, InputKind.PHRASE, InputKind.ACTIONS})
_WITH_LABELS = frozenset({InputKind.PAIR, InputKind.SCALE})


def practices(language: str = "en") -> Practices:
    """What ships in this language, in the order of the files' names; a bad file is left out and told. Blocking."""
    return read_practices(root() / "practices" / language)


def read_practices(folder: Path) -> Practices:
    """Every practice file of a folder; no file is in the way of another. Blocking."""
    try:
        known = _known_sources()
    except BadResource as problem:
        return Practices((), (problem,))
    good: list[Practice] = []
    problems: list[KnownProblem] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            good.append(read_practice(read_fields(path), known_sources=known))
        except BadResource as problem:
            problems.append(problem)
    return Practices(tuple(good), tuple(problems))


def practice_from(path: Path) -> Practice:
    """The practice in one file, wherever it comes from. Blocking; raises BadResource."""
    return read_practice(read_fields(path), known_sources=_known_sources())


def read_practice(fields: Fields, *, known_sources: frozenset[str]) -> Practice:
    """The practice in the top table of a file. Raises BadResource."""
    practice = Practice(
        id=fields.name("id"),
        title=fields.text("title", most=80),
        summary=fields.text("summary", most=300),
        minutes=fields.number("minutes", least=1, most=180),
        elements=fields.words("elements", Element),
        when=fields.text("when", most=200),
        steps=_steps(fields),
        closing=fields.text("closing", most=400),
        sources=_cited(fields, known_sources),
        saves=fields.word("saves", Saves, default=Saves.PAGE),
        offer=_offer(fields.table("offer")),
    )
    fields.finish()
    return practice


def _known_sources() -> frozenset[str]:
    return frozenset(source.key for source in sources())


def _cited(fields: Fields, known: frozenset[str]) -> tuple[str, ...]:
    cited = fields.texts("sources", most_items=12, most=40)
    for place, key in enumerate(cited):
        if key not in known:
            fields.refuse(f"sources[{place}]", "is not a source of the bibliography")
    return cited


def _offer(fields: Fields | None) -> Offer:
    if fields is None:
        return Offer()
    offer = Offer(
        not_within_days=fields.number("not_within_days", least=0, most=365, default=0),
        after_different_practices=fields.number("after_different_practices", least=0, most=50, default=0),
    )
    fields.finish()
    return offer


def _steps(fields: Fields) -> tuple[Step, ...]:
    tables = fields.tables("steps", least=1, most=24)
    steps = tuple(_step(table) for table in tables)
    check_different(tables, tuple(step.id for step in steps))
    return steps


def _step(fields: Fields) -> Step:
    step = Step(
        id=fields.name("id"),
        prompt=fields.text("prompt", most=600),
        element=fields.word("element", Element) if fields.has("element") else None,
        short=fields.text("short", most=24, default=""),
        hint=fields.text("hint", most=400, default=""),
        starters=fields.texts("starters", most_items=8, most=120),
        inputs=_inputs(fields),
        timer=_timer(fields.table("timer")),
        variants=_variants(fields),
        later=_later(fields.table("later")),
    )
    fields.finish()
    return step


def _inputs(fields: Fields) -> tuple[StepInput, ...]:
    inputs = tuple(_input(table) for table in fields.tables("inputs", most=8))
    # A person's own sentences are remembered by practice and step, so a step can have one place for them.
    if sum(asked.own for asked in inputs) > 1:
        fields.refuse("inputs", "may take own words in one place of a step only")
    return inputs


def _input(fields: Fields) -> StepInput:
    kind = fields.word("kind", InputKind)
    asked = StepInput(
        kind=kind,
        label=fields.text("label", most=120, default=""),
        options=_options(fields, kind),
        several=_flag_of(fields, "several", fits=kind in _WITH_OPTIONS),
        own=_flag_of(fields, "own", fits=kind in _WITH_OPTIONS),
        labels=_labels(fields, kind),
        steps=_positions(fields, kind),
    )
    if kind in {InputKind.CHOICE, InputKind.ACTIONS} and not (asked.options or asked.own):
        fields.refuse("options", "must offer something, or own words")
    fields.finish()
    return asked


def _options(fields: Fields, kind: InputKind) -> tuple[str, ...]:
    _check_fits(fields, "options", fits=kind in _WITH_OPTIONS)
    return fields.texts("options", most_items=24, most=200)


def _flag_of(fields: Fields, key: str, *, fits: bool) -> bool:
    _check_fits(fields, key, fits=fits)
    return fields.flag(key)


def _labels(fields: Fields, kind: InputKind) -> tuple[str, str] | None:
    _check_fits(fields, "labels", fits=kind in _WITH_LABELS)
    if kind not in _WITH_LABELS:
        return None
    labels = fields.texts("labels", most_items=2, most=120)
    if len(labels) != 2:
        fields.refuse("labels", "must hold two texts, one for each side")
    return labels[0], labels[1]


def _positions(fields: Fields, kind: InputKind) -> int:
    _check_fits(fields, "steps", fits=kind is InputKind.SCALE)
    return fields.number("steps", least=2, most=21) if kind is InputKind.SCALE else 0


def _check_fits(fields: Fields, key: str, *, fits: bool) -> None:
    if not fits and fields.has(key):
        fields.refuse(key, "does not belong to this kind of input")


def _timer(fields: Fields | None) -> Timer | None:
    if fields is None:
        return None
    timer = Timer(
        seconds=fields.numbers("seconds", least=5, most=3600, most_items=8),
        breathing=fields.flag("breathing"),
        label=fields.text("label", most=120, default=""),
    )
    fields.finish()
    return timer


def _variants(fields: Fields) -> tuple[Variant, ...]:
    tables = fields.tables("variants", most=8)
    variants = tuple(_variant(table) for table in tables)
    check_different(tables, tuple(variant.id for variant in variants))
    return variants


def _variant(fields: Fields) -> Variant:
    variant = Variant(
        id=fields.name("id"),
        label=fields.text("label", most=60),
        prompt=fields.text("prompt", most=600),
        hint=fields.text("hint", most=400, default=""),
    )
    fields.finish()
    return variant


def _later(fields: Fields | None) -> Later | None:
    if fields is None:
        return None
    later = Later(
        question=fields.text("question", most=300),
        after_days=fields.number("after_days", least=1, most=365),
    )
    fields.finish()
    return later
