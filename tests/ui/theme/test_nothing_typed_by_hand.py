"""Outside the theme no colour, font size or icon path is typed by hand, and every name asked for exists."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import heartjournal.ui
from heartjournal.resources import icon_names
from heartjournal.ui.theme import Theme

UI = Path(heartjournal.ui.__file__).parent
HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")
RULES = re.compile(r"rgba?\(|\d+(\.\d+)?(px|pt)\b|\.svg\b|gradient")
SIZING = frozenset(
    {"setPixelSize", "setPointSize", "setPointSizeF", "QGraphicsDropShadowEffect", "QGraphicsBlurEffect"}
)
CLEAR = "transparent"  # the absence of a colour
MEASURED = re.compile(r"(set|add)(Spacing|ContentsMargins|(Fixed|Minimum|Maximum)(Size|Width|Height))")
MEASURES_NAMED = frozenset({"spacing", "size", "width", "height", "gap", "padding", "margin", "margins"})
PASSING_ON = frozenset({"max", "min", "round", "QSize", "QMargins"})
HAIRLINE = 1  # nothing and a single line need no name
HALF = 2


def ui_files() -> list[Path]:
    return [path for path in sorted(UI.rglob("*.py")) if UI / "theme" not in path.parents]


def docstrings(tree: ast.AST) -> set[int]:
    held = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, held) and node.body]
    return {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}


def handmade(source: str) -> Iterator[str]:
    """Every literal of colour, size or path in a module's code."""
    tree = ast.parse(source)
    skipped = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            if HEX.search(node.value) or RULES.search(node.value):
                yield node.value
        elif isinstance(node, ast.Call):
            yield from handmade_call(node)
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Qt.GlobalColor" and node.attr != CLEAR:
            yield ast.unparse(node)


def handmade_sizes(source: str) -> Iterator[str]:
    """Every number of pixels in what sets a size, in what a size is compared with, and in a default of one."""
    tree = ast.parse(source)
    constants = {
        name.id
        for node in tree.body
        if isinstance(node, ast.Assign) and is_number(node.value)
        for name in node.targets
        if isinstance(name, ast.Name)
    }
    for node in ast.walk(tree):
        given: list[ast.expr] = []
        if isinstance(node, ast.Call) and MEASURED.fullmatch(ast.unparse(node.func).rpartition(".")[2]):
            given = node.args
        elif isinstance(node, ast.Compare) and re.search(r"\b(width|height)\(\)", ast.unparse(node)):
            given = [node.left, *node.comparators]
        elif isinstance(node, ast.arguments):
            given = [default for name, default in defaults(node) if name in MEASURES_NAMED]
        yield from (ast.unparse(node) for each in given if has_pixels(each, constants))


def defaults(node: ast.arguments) -> Iterator[tuple[str, ast.expr]]:
    last = node.args[len(node.args) - len(node.defaults) :]
    yield from ((each.arg, default) for each, default in zip(last, node.defaults, strict=True))
    named = zip(node.kwonlyargs, node.kw_defaults, strict=True)
    yield from ((each.arg, default) for each, default in named if default is not None)


def has_pixels(given: ast.expr, constants: set[str]) -> bool:
    """Whether a number of pixels stands in it; a name asked of the theme and the half of a size are none."""
    parts: list[ast.expr] = []
    if isinstance(given, ast.BinOp):
        parts = [given.left, given.right]
        if not isinstance(given.op, ast.Add | ast.Sub):
            # In a product a name is a count of something; a ratio typed by hand is a measure without a name.
            parts, constants = [part for part in parts if ast.unparse(part) != str(HALF)], set()
    elif isinstance(given, ast.UnaryOp):
        parts = [given.operand]
    elif isinstance(given, ast.IfExp):
        parts = [given.body, given.orelse]
    elif isinstance(given, ast.Call) and ast.unparse(given.func) in PASSING_ON:
        parts = given.args
    is_named = isinstance(given, ast.Name) and given.id in constants
    return is_named or is_number(given) or any(has_pixels(part, constants) for part in parts)


def is_number(given: ast.expr) -> bool:
    return isinstance(given, ast.Constant) and type(given.value) is int and given.value > HAIRLINE


def handmade_call(node: ast.Call) -> Iterator[str]:
    name = ast.unparse(node.func).rpartition(".")[2]
    if name in SIZING or (name in {"QColor", "QFont", "QIcon", "QPixmap"} and any(literal(a) for a in node.args)):
        yield ast.unparse(node)


def literal(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant)


@pytest.mark.parametrize(
    "code",
    [
        'c = "#3D4768"',
        'c = "#fff"',
        'c = "rgb(1, 2, 3)"',
        'c = f"font-size: {1}; color: #123456"',
        "c = QColor(1, 2, 3)",
        'c = QtGui.QColor("red")',
        "c = Qt.GlobalColor.red",
        "font.setPixelSize(18)",
        'sheet = "font-size: 14px"',
        'icon = QIcon("icons/lamp.svg")',
        'path = "lamp.svg"',
    ],
)
def test_the_search_finds_what_is_typed_by_hand(code: str) -> None:
    assert list(handmade(code))


@pytest.mark.parametrize(
    "code",
    [
        "row.setSpacing(2)",
        "row.addSpacing(round(12))",
        "row.setContentsMargins(side, 0, side, 12)",
        "row.setContentsMargins(0, theme.space(2) + 3, 0, 0)",
        "row.setContentsMargins(side, top, side, theme.size('sheetColumn') // 7)",
        "box.setFixedSize(QSize(20, 20))",
        "box.setFixedWidth(300 if narrow else theme.size('navWidth'))",
        "box.setMaximumWidth(-max(12, side))",
        "_NARROW = 560\ndef fit(self):\n    return self.width() - 2 * side < _NARROW",
        "def fit(self):\n    return self.height() < 700",
        "def __init__(self, *, spacing: int = 8): ...",
    ],
)
def test_the_search_finds_a_size_typed_by_hand(code: str) -> None:
    assert list(handmade_sizes(code))


@pytest.mark.parametrize(
    "code",
    [
        "row.setSpacing(0)",
        "row.setContentsMargins(1, 0, 1, 0)",
        "row.setContentsMargins(side - 1, theme.space(12), 2 * side, theme.size('sheetTop') // 2)",
        "LINES = 2\nbox.setMinimumHeight(LINES * theme.line('excerpt'))",
        "box.setFixedWidth(theme.size('navWidth') if wide else theme.scaled('navItem'))",
        "def fit(self):\n    return self.width() < theme.breakpoint('rail')",
        "def __init__(self, *, size: int = 0, stays: int = 8000): ...",
    ],
)
def test_the_search_leaves_a_size_that_has_a_name(code: str) -> None:
    assert not list(handmade_sizes(code))


def test_the_search_leaves_what_is_allowed() -> None:
    allowed = (
        '"""Never #fff or 14px."""\nc = QColor(Qt.GlobalColor.transparent)\nd = theme.color("ink")\ne = "# heading"'
    )
    assert not list(handmade(allowed))


@pytest.mark.parametrize("path", ui_files(), ids=lambda path: str(path.relative_to(UI)))
def test_a_module_outside_the_theme_types_no_colour_size_or_path(path: Path) -> None:
    found = list(handmade(path.read_text(encoding="utf-8")))
    assert not found, f"take it from the theme: {found}"


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI)))
def test_a_module_types_no_size_in_pixels(path: Path) -> None:
    found = list(handmade_sizes(path.read_text(encoding="utf-8")))
    assert not found, f"give it a name in theme/measures.py: {found}"


@pytest.mark.parametrize("path", sorted((UI / "theme").glob("*.py")), ids=lambda path: path.name)
def test_the_theme_itself_takes_its_colours_from_the_tokens(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = docstrings(tree)
    words = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in skipped)
    assert not [node.value for node in words if isinstance(node.value, str) and HEX.search(node.value)]


LOOKUPS = frozenset(
    {"size", "grown", "scaled", "color", "font", "line", "radius", "stroke", "motion", "breakpoint", "shortcut"}
)
STEPS = re.compile(r"theme\.space\((\d+)\)")
ICON_KEYWORDS = frozenset({"icon", "trailing", "on_icon"})


def calls() -> Iterator[ast.Call]:
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield node


def words_of(argument: ast.expr) -> Iterator[str]:
    """The text an argument can be: a literal, or either side of a condition."""
    if isinstance(argument, ast.IfExp):
        yield from words_of(argument.body)
        yield from words_of(argument.orelse)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
        yield argument.value


def asked_for() -> set[tuple[str, str]]:
    return {
        (call.func.attr, name)
        for call in calls()
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in LOOKUPS
        and ast.unparse(call.func.value).endswith("theme")
        for argument in call.args[:1]
        for name in words_of(argument)
    }


def icons_named() -> set[str]:
    by_keyword = {
        name
        for call in calls()
        for keyword in call.keywords
        if keyword.arg in ICON_KEYWORDS
        for name in words_of(keyword.value)
    }
    by_place = {
        name
        for call in calls()
        if ast.unparse(call.func).endswith(("IconButton", "IconLabel", "draw_icon")) and len(call.args) > 1
        for argument in call.args[1:3]
        for name in words_of(argument)
        if name.islower() and " " not in name
    }
    return by_keyword | by_place


def test_every_name_asked_of_the_theme_exists(theme: Theme) -> None:
    asked = asked_for()
    assert {("size", "navWidth"), ("color", "focus")} <= asked
    missing = set()
    for kind, name in asked:
        ask = theme.size if kind in {"grown", "scaled"} else getattr(theme, kind)
        try:
            ask(name)
        except KeyError:
            missing.add(f"{kind}: {name}")
    assert not missing


def test_every_step_of_spacing_exists(theme: Theme) -> None:
    steps = {int(step) for path in UI.rglob("*.py") for step in STEPS.findall(path.read_text(encoding="utf-8"))}
    assert 4 in steps
    assert all(theme.space(step) == 4 * step for step in steps)


def test_every_icon_named_exists() -> None:
    named = icons_named()
    assert {"eye", "pen-line", "chevron-left"} <= named
    assert named <= icon_names()
