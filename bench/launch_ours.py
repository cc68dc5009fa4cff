"""The program as a person starts it, in a process of its own, up to its first screen.

Nothing is imported here before the program imports it, since the order counts too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartjournal import __main__ as program

if TYPE_CHECKING:
    from heartjournal.ui.app import App
    from heartjournal.ui.doorway import Doorway


def watched(doorway: Doorway) -> Doorway:
    """Asked for when the program's parts are there and its window is not: the place to look on from."""
    from bench.first_paint import FirstPaint  # noqa: PLC0415  see above
    from heartjournal.ui.app import App  # noqa: PLC0415  see above

    show = App.show

    def watch_and_show(app: App) -> None:
        FirstPaint(app.window)
        show(app)

    setattr(App, "show", watch_and_show)  # noqa: B010  the only change: to be told of the first frame
    return doorway


if __name__ == "__main__":
    ways_in = program.doorway
    setattr(program, "doorway", lambda *where, **how: watched(ways_in(*where, **how)))  # noqa: B010  see above
    program.main()
