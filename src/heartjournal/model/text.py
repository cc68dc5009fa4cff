"""What may stand in a text that is kept: every character but half ones."""


def whole_characters(text: str) -> str:
    """The text as UTF-8 can hold it; the very same text unless it holds surrogates.

    Qt counts in UTF-16 and can hand over a character cut in two. Two halves that belong together become the
    character they are; a half alone, which no file can hold, becomes U+FFFD. Everything else stays as it is, byte
    for byte: NUL, no-break spaces, combining marks, line ends.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
