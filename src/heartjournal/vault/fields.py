"""Reading a JSON object strictly: every key expected, every type exact, nothing left over."""


class Malformed(Exception):  # noqa: N818  a verdict on a file, no Error of ours
    """The bytes are no header of ours. Carries nothing of them."""


class Fields:
    """The keys of one JSON object, taken one by one; every method raises Malformed where the object is not as asked."""

    def __init__(self, entry: object) -> None:
        if not isinstance(entry, dict):
            raise Malformed
        self._left = dict(entry)

    def value(self, key: str) -> object:
        """Take a value of any type."""
        if key not in self._left:
            raise Malformed
        return self._left.pop(key)

    def expect(self, key: str, expected: str | int) -> None:
        """Take a value that can only be this one."""
        value = self.value(key)
        if type(value) is not type(expected) or value != expected:
            raise Malformed

    def text(self, key: str) -> str:
        """Take a text."""
        value = self.value(key)
        if not isinstance(value, str):
            raise Malformed
        return value

    def number(self, key: str) -> int:
        """Take a whole number; JSON's true is none."""
        value = self.value(key)
        if type(value) is not int:
            raise Malformed
        return value

    def flag(self, key: str) -> bool:
        """Take a true or false."""
        value = self.value(key)
        if not isinstance(value, bool):
            raise Malformed
        return value

    def hex_bytes(self, key: str, length: int) -> bytes:
        """Take `length` bytes written in hexadecimal."""
        text = self.text(key)
        try:
            value = bytes.fromhex(text)
        except ValueError:
            raise Malformed from None
        if len(value) != length:
            raise Malformed
        return value

    def finish(self) -> None:
        """Raise Malformed if a key was not asked for."""
        if self._left:
            raise Malformed
