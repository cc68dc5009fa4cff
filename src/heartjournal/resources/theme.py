"""The design's tokens, fonts and icons, read and checked; knows no Qt and costs little before the first paint."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from heartjournal.model.problems import BadResource
from heartjournal.resources.location import root

T = TypeVar("T")

TEXT_SCALES = (0.9, 1.0, 1.15, 1.3, 1.5, 1.75)


class ContrastPair(NamedTuple):
    """A colour on a ground in one theme, with the ratio the design states. `is_text` asks for 4.5, else 3.0."""

    theme: str
    is_text: bool
    front: str
    ground: str
    ratio: float


class ElementToken(NamedTuple):
    """How an element (or "event", "critic") is named and drawn; colours are role names."""

    word: str
    short_word: str
    icon: str
    color: str
    tint: str
    mark: str


class TypeToken(NamedTuple):
    """A text style: family role, size and line in pixels at text scale 1, weight 400 or 600."""

    family: str
    size: int
    line: int
    weight: int


class ShortcutToken(NamedTuple):
    """One shortcut: its id, what it does, and the keys in Qt's portable text."""

    id: str
    label: str
    keys: str


class BreathToken(NamedTuple):
    """The breathing circle: ring roles from the outside in, their radii, and the least and full scale."""

    rings: tuple[str, ...]
    radii: tuple[int, ...]
    least: float
    full: float


class TimelineToken(NamedTuple):
    """The timeline: the radius of a mark by its count, the last for that many and more; its sizes; its two dashes."""

    radii: tuple[float, ...]
    sizes: Mapping[str, float]
    dash: tuple[float, ...]
    dot: tuple[float, ...]


class Tokens(NamedTuple):
    """Everything of tokens.json that the program draws with. Sizes in logical pixels, durations in milliseconds."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    contrast: tuple[ContrastPair, ...]
    elements: Mapping[str, ElementToken]
    families: Mapping[str, tuple[str, ...]]
    type: Mapping[str, TypeToken]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    stroke: Mapping[str, float]
    size: Mapping[str, int]
    motion: Mapping[str, int]
    breakpoints: Mapping[str, int]
    breath: BreathToken
    timeline: TimelineToken
    shortcuts: Mapping[str, ShortcutToken]


@cache
def theme_tokens() -> Tokens:
    """The tokens the program ships with. Raises BadResource."""
    return tokens_from(root() / "themes" / "tokens.json")


def tokens_from(path: Path) -> Tokens:
    """Read and check a token file. Raises BadResource naming the file, the key and the reason."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadResource("{file} cannot be read.", "Install HeartJournal again.", {"file": path.name}) from error
    return _tokens(_Node(path.name, "", data))


def font_files() -> tuple[Path, ...]:
    """Every font shipped, those of the first screen first."""
    first = ("SourceSans3-Regular", "SourceSans3-SemiBold", "LiterataDisplay-Regular", "Literata-Regular")
    folder = root() / "fonts"
    early = tuple(folder / f"{name}.ttf" for name in first)
    return early + tuple(sorted(set(folder.glob("*.ttf")) - set(early)))


@cache
def icon_names() -> frozenset[str]:
    """The names that `icon_source` knows."""
    return frozenset(path.stem for path in (root() / "icons").glob("*.svg"))


@cache
def icon_source(name: str) -> str:
    """The SVG text of an icon, drawn in `currentColor`. Raises BadResource for a name that is not there."""
    path = root() / "icons" / f"{name}.svg"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadResource("There is no icon named {name}.", "Install HeartJournal again.", {"name": name}) from error


class _Node:
    """A value of the file together with where it stands, so that every complaint can name its key."""

    def __init__(self, file: str, key: str, value: object) -> None:
        self._file = file
        self._key = key
        self._value = value

    def refuse(self, reason: str) -> BadResource:
        values = {"file": self._file, "key": self._key, "reason": reason}
        if not self._key:
            return BadResource("{file}: the file {reason}.", "Install HeartJournal again.", values)
        return BadResource("{file}: {key} {reason}.", "Install HeartJournal again.", values)

    def children(self) -> dict[str, "_Node"]:
        return {name: self._child(name) for name in self._table()}

    def at(self, name: str) -> "_Node":
        if not self.holds(name):
            raise self.refuse(f"must hold {name}")
        return self._child(name)

    def holds(self, name: str) -> bool:
        return name in self._table()

    def items(self) -> tuple["_Node", ...]:
        if not isinstance(self._value, list):
            raise self.refuse("must be a list")
        return tuple(_Node(self._file, f"{self._key}[{index}]", child) for index, child in enumerate(self._value))

    def text(self) -> str:
        if not isinstance(self._value, str) or not self._value:
            raise self.refuse("must be text")
        return self._value

    def number(self) -> float:
        if isinstance(self._value, bool) or not isinstance(self._value, int | float):
            raise self.refuse("must be a number")
        return float(self._value)

    def whole(self) -> int:
        number = self.number()
        if number != int(number):
            raise self.refuse("must be a whole number")
        return int(number)

    def is_number(self) -> bool:
        return isinstance(self._value, int | float) and not isinstance(self._value, bool)

    def _table(self) -> dict[str, object]:
        if not isinstance(self._value, dict):
            raise self.refuse("must be a table")
        return self._value

    def _child(self, name: str) -> "_Node":
        return _Node(self._file, f"{self._key}.{name}".lstrip("."), self._table()[name])


def _tokens(file: _Node) -> Tokens:
    light, dark = (_table(file.at("color").at(theme), _Node.text) for theme in ("light", "dark"))
    if light.keys() != dark.keys():
        raise file.at("color").refuse("must name the same roles in light and dark")
    return Tokens(
        light=light,
        dark=dark,
        contrast=_contrast(file.at("contrast")),
        elements=_table(file.at("elements"), _element, skip={"rule"}),
        families=_families(file.at("type")),
        type=_table(file.at("type").at("scale"), _type),
        space=_table(file.at("space"), _Node.whole),
        radius=_table(file.at("radius"), _Node.whole, skip={"pill"}),
        stroke=_table(file.at("stroke"), _Node.number),
        size=_sizes(file.at("size")),
        motion=_motion(file.at("motion")),
        breakpoints=_breakpoints(file.at("breakpoints")),
        breath=_breath(file.at("breathingCircle")),
        timeline=_timeline(file.at("timeline")),
        shortcuts=_shortcuts(file.at("shortcuts")),
    )


def _table(node: _Node, read: Callable[[_Node], T], *, skip: set[str] | None = None) -> Mapping[str, T]:
    skipped = skip or set()
    return MappingProxyType({name: read(child) for name, child in node.children().items() if name not in skipped})


def _contrast(node: _Node) -> tuple[ContrastPair, ...]:
    return tuple(
        ContrastPair(theme, kind == "text", *_front_and_ground(pair), ratio.number())
        for theme in ("light", "dark")
        for kind in ("text", "nonText")
        for pair, ratio in node.at(theme).at(kind).children().items()
    )


def _front_and_ground(pair: str) -> tuple[str, str]:
    front, _, ground = pair.partition(" on ")
    return front, ground


def _element(node: _Node) -> ElementToken:
    word, color = node.at("word").text(), node.at("color").text()
    return ElementToken(
        word=word,
        short_word=node.at("shortWord").text() if node.holds("shortWord") else word,
        icon=node.at("icon").text(),
        color=color,
        tint=node.at("tint").text(),
        mark=node.at("mark").text() if node.holds("mark") else color,
    )


def _families(node: _Node) -> Mapping[str, tuple[str, ...]]:
    fallback = _table(node.at("fallback"), lambda names: tuple(name.text() for name in names.items()))
    families = _table(node.at("families"), _Node.text)
    return MappingProxyType({role: (name, *fallback.get(role, ())) for role, name in families.items()})


def _type(node: _Node) -> TypeToken:
    return TypeToken(
        family=node.at("family").text(),
        size=node.at("size").whole(),
        line=node.at("line").whole(),
        weight=node.at("weight").whole(),
    )


def _sizes(node: _Node) -> Mapping[str, int]:
    width, height = (side.whole() for side in node.at("toggle").items())
    single = _table(node, _Node.whole, skip={"toggle"})
    return MappingProxyType({**single, "toggleWidth": width, "toggleHeight": height})


def _motion(node: _Node) -> Mapping[str, int]:
    single = {name: child.whole() for name, child in node.children().items() if child.is_number()}
    breath = {f"breath{name.capitalize()}": child.whole() for name, child in node.at("breath").children().items()}
    return MappingProxyType({**single, **breath})


def _breakpoints(node: _Node) -> Mapping[str, int]:
    width, height = (side.whole() for side in node.at("minimumWindow").items())
    single = _table(node, _Node.whole, skip={"minimumWindow"})
    return MappingProxyType({**single, "minimumWidth": width, "minimumHeight": height})


def _breath(node: _Node) -> BreathToken:
    least, full = (scale.number() for scale in node.at("scale").items())
    return BreathToken(
        rings=tuple(ring.text() for ring in node.at("rings").items()),
        radii=tuple(radius.whole() for radius in node.at("radii").items()),
        least=least,
        full=full,
    )


def _timeline(node: _Node) -> TimelineToken:
    single = {name: child.number() for name, child in node.children().items() if child.is_number()}
    named = {
        "ringWidth": node.at("hoverRing").at("width").number(),
        "ringGap": node.at("hoverRing").at("gap").number(),
        "reframeRadius": node.at("reframe").at("radius").number(),
        "reframeStroke": node.at("reframe").at("width").number(),
        "reframeIcon": node.at("reframe").at("size").number(),
        "dashWidth": node.at("afterReframeLine").at("width").number(),
    }
    return TimelineToken(
        radii=tuple(radius.number() for radius in node.at("radiusByCountPerWeek").children().values()),
        sizes=MappingProxyType({**single, **named}),
        dash=tuple(part.number() for part in node.at("afterReframeLine").at("dash").items()),
        dot=tuple(part.number() for part in node.at("dot").items()),
    )


def _shortcuts(node: _Node) -> Mapping[str, ShortcutToken]:
    tokens = (ShortcutToken(s.at("id").text(), s.at("label").text(), s.at("keys").text()) for s in node.items())
    return MappingProxyType({token.id: token for token in tokens})
