"""Run by hand: reads the places of boxes out of the design's pages with a headless browser and writes edges.json.

python -m tests.tour.extract_edges FOLDER_OF_THE_DESIGN [BROWSER]
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_HEIGHT = 800
OUT = Path(__file__).with_name("edges.json")
# Screen of the tour: page of the design, and the edges by name: selector and side.
WANTED: dict[str, tuple[str, dict[str, tuple[str, str]]]] = {
    "01-unlock": (
        "01a-unlock",
        {
            "card left": (".door .card", "left"),
            "card right": (".door .card", "right"),
            "card top": (".door .card", "top"),
            "card bottom": (".door .card", "bottom"),
            "field top": (".door .field", "top"),
            "field bottom": (".door .field", "bottom"),
            "button top": (".door .btn.p", "top"),
            "button bottom": (".door .btn.p", "bottom"),
        },
    ),
    "03-today": (
        "03-today",
        {
            "navigation right": (".side", "right"),
            "tonight left": (".today-grid > .card", "left"),
            "tonight right": (".today-grid > .card", "right"),
            "tonight top": (".today-grid > .card", "top"),
            "side column left": (".today-grid .lamp", "left"),
            "side column right": (".today-grid .lamp", "right"),
            "side column top": (".today-grid .lamp", "top"),
            "first page left": (".days .day", "left"),
        },
    ),
    "05-entry-editor": (
        "05-entry-editor",
        {
            "tags left": (".edsec .tag", "left"),
            "text left": (".edsec + .edsec > .b", "left"),
            "text right": (".edsec + .edsec > .b", "right"),
            "bottom bar top": ("body > div:last-of-type", "top"),
        },
    ),
    "06a-letters": (
        "06a-letters",
        {
            "navigation right": (".side", "right"),
            "here left": (".card.lamp", "left"),
            "here right": (".card.lamp", "right"),
            "here top": (".card.lamp", "top"),
            "here bottom": (".card.lamp", "bottom"),
            "group left": (".card.group", "left"),
            "group top": (".card.group", "top"),
            "group bottom": (".card.group", "bottom"),
        },
    ),
    "06b-letter-writing": (
        "06b-letter-writing",
        {
            "sheet left": ("body > div .card", "left"),
            "sheet right": ("body > div .card", "right"),
            "sheet top": ("body > div .card", "top"),
            "sheet bottom": ("body > div .card", "bottom"),
            "bottom bar top": ("body > div:last-of-type", "top"),
        },
    ),
    "07-letter-returned": (
        "07-letter-returned",
        {
            "panel top": (".seal", "top"),
        },
    ),
    "08-critic-timeline": (
        "08-critic-timeline",
        {
            "navigation right": (".side", "right"),
            "ranges left": (".seg", "left"),
            "ranges top": (".seg", "top"),
            "ranges bottom": (".seg", "bottom"),
            "timeline left": (".tl > .card", "left"),
            "timeline right": (".tl > .card", "right"),
            "timeline top": (".tl > .card", "top"),
            "first lane top": (".lane", "top"),
            "first lane bottom": (".lane", "bottom"),
            "suggestions left": (".tl > .card + .card", "left"),
            "suggestions right": (".tl > .card + .card", "right"),
            "suggestions top": (".tl > .card + .card", "top"),
        },
    ),
    "09-phrase": (
        "09-phrase",
        {
            "navigation right": (".side", "right"),
            "sounds left": (".ph .card", "left"),
            "sounds right": (".ph .card", "right"),
            "sounds top": (".ph .card", "top"),
            "sounds bottom": (".ph .card", "bottom"),
            "where top": (".ph .card + .card", "top"),
            "wants left": (".ph > .col + .col > .card", "left"),
            "wants right": (".ph > .col + .col > .card", "right"),
            "wants top": (".ph > .col + .col > .card", "top"),
        },
    ),
}
_SCRIPT = """
<script>
const wanted = %s, found = {"height": innerHeight};
for (const [name, [selector, side]] of Object.entries(wanted))
  found[name] = Math.round(document.querySelector(selector).getBoundingClientRect()[side]);
const out = document.createElement("pre");
out.id = "edges"; out.textContent = JSON.stringify(found); document.body.append(out);
</script></body>"""


def main() -> int:
    """The exit status."""
    design, browser = Path(sys.argv[1]), (sys.argv[2:] or ["chromium"])[0]
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "design"
        shutil.copytree(design, copy, copy_function=shutil.copyfile)
        copy.chmod(0o700)  # the design may be kept read-only
        edges = {screen: _edges(browser, copy, page, wanted) for screen, (page, wanted) in WANTED.items()}
    OUT.write_text(json.dumps(edges, indent=2) + "\n")
    return 0


def _edges(browser: str, design: Path, page: str, wanted: dict[str, tuple[str, str]]) -> dict[str, int]:
    source = (design / f"{page}.html").read_text()
    measured = design / f"{page}-measured.html"
    measured.write_text(source.replace("</body>", _SCRIPT % json.dumps(wanted)))
    # The browser counts its own bars as part of its window: what they take is added the second time.
    bars = _HEIGHT - _boxes(browser, measured, height=_HEIGHT)["height"]
    edges = _boxes(browser, measured, height=_HEIGHT + bars)
    if edges.pop("height") != _HEIGHT:
        raise LookupError(f"The browser does not show {page} at a height of {_HEIGHT}.")
    return edges


def _boxes(browser: str, page: Path, *, height: int) -> dict[str, int]:
    size = f"--window-size=1280,{height}"
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", size]
    finished = subprocess.run(
        [*command, "--dump-dom", page.as_uri()], capture_output=True, text=True, check=True, timeout=120
    )
    found = re.search(r'<pre id="edges">(.*?)</pre>', finished.stdout)
    if found is None:
        raise LookupError(f"The browser found no boxes in {page.name}.")
    boxes: dict[str, int] = json.loads(html.unescape(found[1]))
    return boxes


if __name__ == "__main__":
    sys.exit(main())
