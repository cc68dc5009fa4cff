"""What the words of a command line ask for, as one frozen record; touches nothing but the words."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

from heartjournal import __version__

_DESCRIPTION = "An encrypted journal. Without a command its window opens."
_EPILOGUE = "The passphrase is asked for, or read with --passphrase-fd; it is never taken from the command line."


class Verb(StrEnum):
    """What can be done from a terminal."""

    NEW = "new"
    ADD = "add"
    IMPORT = "import"
    LIST = "list"
    SEARCH = "search"
    SHOW = "show"
    LETTERS = "letters"
    LETTER = "letter"
    PHRASES = "phrases"
    EXPLAIN = "explain"


@dataclass(frozen=True, slots=True)
class Request:
    """A whole command. `verb` is None for the window; `about` is the file, folder, words or id it is about."""

    verb: Verb | None
    journal: Path | None = None
    passphrase_descriptor: int | None = None
    demo: bool = False
    as_json: bool = False
    date: str = ""
    first: str = ""
    due: bool = False
    every_find: bool = False
    title: str = field(default="", repr=False)
    about: str = field(default="", repr=False)


class Misunderstood(Exception):  # noqa: N818  not an error of ours
    """The words make no command; the message says which, and may hold only what was typed."""


class Asked(Exception):  # noqa: N818  an answer, no error
    """Help or the version was asked for; `text` is the answer."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class _Parser(argparse.ArgumentParser):
    """argparse that answers with exceptions instead of ending the process."""

    def error(self, message: str) -> NoReturn:
        raise Misunderstood(message)

    def print_help(self, file: object = None) -> None:  # noqa: ARG002  argparse's own signature
        raise Asked(self.format_help())


class _Version(argparse.Action):
    """--version, by the same way."""

    def __call__(self, *_: object) -> NoReturn:
        raise Asked(f"heartjournal {__version__}\n")


def understand(arguments: Sequence[str]) -> Request:
    """The command in these words. Raises Misunderstood, or Asked where help or the version was wanted."""
    found = _parser().parse_args(arguments)
    request = Request(
        verb=Verb(found.verb) if found.verb else None,
        journal=found.journal,
        passphrase_descriptor=found.passphrase_fd,
        demo=found.demo,
        as_json=getattr(found, "as_json", False),
        date=getattr(found, "date", ""),
        first=getattr(found, "first", ""),
        due=getattr(found, "due", False),
        every_find=getattr(found, "every_find", False),
        title=getattr(found, "title", ""),
        about=_about(found),
    )
    _check(request)
    return request


def _about(found: argparse.Namespace) -> str:
    about: str | list[str] = getattr(found, "about", "")
    return about if isinstance(about, str) else " ".join(about)


def _check(request: Request) -> None:
    if request.verb and request.demo:
        raise Misunderstood("--demo opens the window and goes with no command")
    if request.demo and request.journal:
        raise Misunderstood("--demo has a journal of its own and goes without --journal")
    if request.verb is None and request.passphrase_descriptor is not None:
        raise Misunderstood("--passphrase-fd goes with a command; the window asks for the passphrase itself")
    if request.verb in {Verb.ADD, Verb.LETTER} and request.about == "-" and request.passphrase_descriptor == 0:
        raise Misunderstood("the passphrase and the text cannot both come from standard input")
    if request.verb is Verb.SEARCH and not request.about.strip():
        raise Misunderstood("there are no words to search for")


def _parser() -> _Parser:
    parser = _Parser(prog="heartjournal", description=_DESCRIPTION, epilog=_EPILOGUE, allow_abbrev=False)
    parser.add_argument("--journal", metavar="DIR", type=_folder, help="the journal's folder, instead of the usual one")
    parser.add_argument(
        "--passphrase-fd", metavar="N", type=_descriptor, help="read the passphrase from descriptor N, to its end"
    )
    parser.add_argument(
        "--demo", action="store_true", help="open the window on a sample journal, thrown away afterwards"
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="say which version this is")
    verbs = parser.add_subparsers(dest="verb", metavar="COMMAND", parser_class=_Parser)
    _verb(verbs, Verb.NEW, "make a new journal")
    add = _verb(verbs, Verb.ADD, "keep a page and print its id")
    add.add_argument("--date", metavar="D", default="", help="the day it is of (2026-11-12), instead of now")
    add.add_argument("about", metavar="FILE", nargs="?", default="-", help="a text file; - or none for standard input")
    _verb(verbs, Verb.IMPORT, "bring in dated Markdown files").add_argument(
        "about", metavar="PATH", help="a folder, or one file"
    )
    _verb(verbs, Verb.LIST, "print one line a page, newest first")
    _verb(verbs, Verb.SEARCH, "print one line for each page with these words, newest first").add_argument(
        "about", metavar="WORDS", nargs="+", help="every word must be there; the last may be a beginning"
    )
    _verb(verbs, Verb.SHOW, "print a page as Markdown").add_argument(
        "about", metavar="ID", help="its id, or the first eight or more of its digits"
    )
    _verb(verbs, Verb.LETTERS, "print one line a letter, drafts first, then by the day each comes").add_argument(
        "--due", action="store_true", help="only those whose day has come"
    )
    _add_letter(verbs)
    _verb(verbs, Verb.PHRASES, "print one line for each phrase that was kept: how often, first, last, its words")
    _add_explain(verbs)
    return parser


def _add_letter(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    what = "write a letter to yourself"
    letter = verbs.add_parser(Verb.LETTER.value, help=what, description=_sentence(what), allow_abbrev=False)
    parts = letter.add_subparsers(dest="part", metavar="PART", required=True, parser_class=_Parser)
    add = _described(parts, "add", "put a letter away and print its id")
    add.add_argument("--title", metavar="T", default="", help="its title")
    add.add_argument("--first", metavar="DATE", default="", help="the day it comes first, instead of in three days")
    add.add_argument("about", metavar="FILE", nargs="?", default="-", help="a text file; - or none for standard input")


def _add_explain(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    what = "say what is found in sentences from standard input, one a line; opens no journal"
    explain = verbs.add_parser(Verb.EXPLAIN.value, help=what, description=_sentence(what), allow_abbrev=False)
    explain.add_argument("--all", dest="every_find", action="store_true", help="every find, with its line's number")


def _verb(verbs: "argparse._SubParsersAction[_Parser]", verb: Verb, what: str) -> _Parser:
    return _described(verbs, verb.value, what)


def _described(verbs: "argparse._SubParsersAction[_Parser]", name: str, what: str) -> _Parser:
    parser = verbs.add_parser(name, help=what, description=_sentence(what), allow_abbrev=False)
    parser.add_argument("--json", dest="as_json", action="store_true", help="print one JSON document instead")
    return parser


def _sentence(what: str) -> str:
    return f"{what[0].upper()}{what[1:]}."


def _folder(written: str) -> Path:
    if not written or "\0" in written:
        raise argparse.ArgumentTypeError("a folder has a name")
    return Path(written)


def _descriptor(written: str) -> int:
    if not (written.isascii() and written.isdigit()) or len(written) > 6:
        raise argparse.ArgumentTypeError("a descriptor is a number, such as 3")
    return int(written)
