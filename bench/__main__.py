"""Measures what is named, or everything, prints the table and writes build/bench.json."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from bench import critic, gaps, launch, one_entry, rescan, save, search, timeline
from bench.measure import Row, table

_MEASURES = {
    "critic": one_entry.rows,
    "gaps": gaps.rows,
    "launch": launch.rows,
    "rescan": rescan.rows,
    "save": save.rows,
    "search": search.rows,
    "timeline": timeline.rows,
}
_LONG = {"rescan": rescan.long_rows, "save": save.long_rows, "search": search.long_rows}
_BUILD = Path(__file__).parent.parent / "build"


def main() -> int:
    """The exit status is 0 whatever the ratios are: a timing is no test."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(_MEASURES))
    parser.add_argument("--long", action="store_true", help="the large journals too")
    parser.add_argument("--data", type=Path, metavar="DIR", default=critic.DATA, help="what critic is scored by")
    arguments = parser.parse_args()
    names = arguments.names or list(_MEASURES)
    if unknown := [name for name in names if name not in _MEASURES]:
        parser.error(f"there is no measure {unknown[0]}; there are {', '.join(_MEASURES)}")
    if "critic" in names:
        print(critic.scores(arguments.data), end="\n\n")
    rows = [row for name in names for row in _measure(name, long=arguments.long)]
    print(table(rows))
    found = [{**asdict(row), "ratio": row.ratio, "verdict": row.verdict} for row in rows]
    (_BUILD / "bench.json").write_text(json.dumps(found, indent=2) + "\n")
    return 0


def _measure(name: str, *, long: bool) -> list[Row]:
    """Beside the checkout's other products, since a temporary folder may lie in memory and not on the disk."""
    _BUILD.mkdir(exist_ok=True)
    rows: list[Row] = []
    for measure in (_MEASURES[name], _LONG.get(name) if long else None):
        if measure is None:
            continue
        folder = Path(tempfile.mkdtemp(prefix=f"bench-{name}-", dir=_BUILD))
        try:
            rows += measure(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return rows


if __name__ == "__main__":
    sys.exit(main())
