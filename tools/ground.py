"""Tell `dev` what this checkout still lacks on this machine; installs nothing and needs the standard library only.

    ground.py ready PURPOSE      exit 0 if nothing is lacking
    ground.py debs PURPOSE       the Debian packages lacking, on one line
    ground.py libraries PURPOSE  the shared objects and programs lacking, on one line
    ground.py done               make `src` importable in the environment that runs this, and note it as set up

PURPOSE is `program` (the command line, the linters), `window` (anything that paints) or `tests`.
"""

import ctypes
import hashlib
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
LOCK = "packaging/requirements.lock"
STAMP = ".venv/set-up.stamp"
PATH_FILE = "heartjournal-checkout.pth"


@dataclass(frozen=True)
class Need:
    """A shared object or a program, and the Debian packages that may hold it: the newest name first."""

    name: str
    packages: tuple[str, ...]


# What the wheels of PySide6 link to beyond the C library (`ldd` on QtGui, libqxcb.so, libqwayland.so) and do not carry.
LIBRARIES = (
    Need("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Need("libgthread-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Need("libGL.so.1", ("libgl1",)),
    Need("libEGL.so.1", ("libegl1",)),
    Need("libdbus-1.so.3", ("libdbus-1-3",)),
    Need("libfontconfig.so.1", ("libfontconfig1",)),
    Need("libfreetype.so.6", ("libfreetype6",)),
    Need("libX11.so.6", ("libx11-6",)),
    Need("libX11-xcb.so.1", ("libx11-xcb1",)),
    Need("libxkbcommon.so.0", ("libxkbcommon0",)),
    Need("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",)),
    Need("libxcb-cursor.so.0", ("libxcb-cursor0",)),
    Need("libxcb-icccm.so.4", ("libxcb-icccm4",)),
    Need("libxcb-image.so.0", ("libxcb-image0",)),
    Need("libxcb-keysyms.so.1", ("libxcb-keysyms1",)),
    Need("libxcb-randr.so.0", ("libxcb-randr0",)),
    Need("libxcb-render-util.so.0", ("libxcb-render-util0",)),
    Need("libxcb-shape.so.0", ("libxcb-shape0",)),
    Need("libxcb-sync.so.1", ("libxcb-sync1",)),
    Need("libxcb-util.so.1", ("libxcb-util1",)),
    Need("libxcb-xfixes.so.0", ("libxcb-xfixes0",)),
    Need("libxcb-xkb.so.1", ("libxcb-xkb1",)),
    Need("libwayland-cursor.so.0", ("libwayland-cursor0",)),
    Need("libwayland-egl.so.1", ("libwayland-egl1",)),
)

# The programs that tests start: a system call log, a real screen with a real keyboard, a reader of PDFs.
PROGRAMS = (
    Need("strace", ("strace",)),
    Need("Xvfb", ("xvfb",)),
    Need("xauth", ("xauth",)),
    Need("xdotool", ("xdotool",)),
    Need("pdftotext", ("poppler-utils",)),
)


def lacking_libraries(needs: Iterable[Need] = LIBRARIES) -> tuple[Need, ...]:
    """Those that the dynamic linker cannot load."""
    return tuple(need for need in needs if not _loads(need.name))


def lacking_programs(needs: Iterable[Need] = PROGRAMS) -> tuple[Need, ...]:
    """Those that are not on the search path."""
    return tuple(need for need in needs if shutil.which(need.name) is None)


def lacking(purpose: str) -> tuple[Need, ...]:
    """What `purpose` needs from the system and does not find; nothing where there is no apt to speak of."""
    if sys.platform != "linux" or purpose == "program":
        return ()
    return lacking_libraries() + (lacking_programs() if purpose == "tests" else ())


def debian_packages(needs: Iterable[Need], *, known: Callable[[str], bool]) -> tuple[str, ...]:
    """One package for each need, without repeats: the first name that is `known` here, or the oldest one."""
    chosen = (next((name for name in need.packages if known(name)), need.packages[-1]) for need in needs)
    return tuple(dict.fromkeys(chosen))


def known_to_apt(package: str) -> bool:
    """Whether the package lists of this machine hold `package` as a real one."""
    answer = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return answer.returncode == 0


def fingerprint(checkout: Path = CHECKOUT) -> str:
    """What an environment was set up from: the locked packages, this Python, this place and these steps."""
    parts = (
        (checkout / LOCK).read_bytes(),
        sys.version.encode(),
        str(checkout).encode(),
        (checkout / "tools/ground.py").read_bytes(),
    )
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_set_up(checkout: Path = CHECKOUT) -> bool:
    """Whether the environment in `checkout` was finished from what the checkout holds now."""
    try:
        return (checkout / STAMP).read_text(encoding="ascii").strip() == fingerprint(checkout)
    except (OSError, ValueError):
        return False


def note_set_up(checkout: Path = CHECKOUT) -> None:
    """Write the stamp that `is_set_up` reads."""
    (checkout / STAMP).write_text(fingerprint(checkout) + "\n", encoding="ascii")


def make_importable(packages: Path, *, checkout: Path = CHECKOUT) -> None:
    """Put `src` on the path of the environment whose packages lie in `packages`: no build, edits count at once."""
    (packages / PATH_FILE).write_text(f"{checkout / 'src'}\n", encoding="utf-8")


def main(verb: str, purpose: str = "program") -> int:
    """Answer one question of `dev`."""
    if verb == "ready":
        return 0 if is_set_up() and not lacking(purpose) else 1
    if verb == "debs":
        print(*debian_packages(lacking(purpose), known=known_to_apt))
    elif verb == "libraries":
        print(*(need.name for need in lacking(purpose)))
    elif verb == "done":
        make_importable(Path(sysconfig.get_path("purelib")))
        note_set_up()
    return 0


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
