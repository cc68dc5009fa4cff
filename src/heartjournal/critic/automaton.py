"""Looks for thousands of wordings at once, in time that grows only with the length of the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from heartjournal.model.wording import Step, Wording

Role = TypeVar("Role", bound=str)
"""What a wording means to whoever looks for it: its name."""

BREAK = -1
"""In a sequence of words: the end of a sentence, which no wording passes."""
UNKNOWN = -2
"""In a sequence of words: one that no wording names."""

MOST_STATES = 20_000


@dataclass(eq=False, slots=True)
class _Node(Generic[Role]):
    """Where a wording has come to; wordings that begin alike share their nodes."""

    after: dict[Step, _Node[Role]] = field(default_factory=dict)
    roles: set[Role] = field(default_factory=set)


@dataclass(eq=False, slots=True)
class _State(Generic[Role]):
    """Everywhere that wordings have come to by the same words; `after` fills as texts are read."""

    nodes: frozenset[_Node[Role]]
    roles: tuple[Role, ...]
    is_over: bool
    after: dict[int, _State[Role]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found(Generic[Role]):
    """A wording's place in a sequence of words: from `start` to before `end`."""

    role: Role
    start: int
    end: int


class Automaton(Generic[Role]):
    """Walks all wordings in step. States are made when first met, so that each word costs one look-up.

    Two threads may use it: at worst both make the same state. Past `most_states` it forgets them all, so that no text
    can fill the memory.
    """

    def __init__(self, wordings: Mapping[Role, Iterable[Wording]], *, most_states: int = MOST_STATES) -> None:
        self._most_states = most_states
        self._words: dict[str, int] = {}
        anywhere: _Node[Role] = _Node()
        opening: _Node[Role] = _Node()
        for role, listed in wordings.items():
            for wording in listed:
                self._add(opening if wording.opens_clause else anywhere, wording, role)
        self._spelled = {number: word for word, number in self._words.items()}
        self._begin_mid = _reached((anywhere,))
        self._begin_open = _reached((anywhere, opening))
        self._forget()

    @property
    def words(self) -> frozenset[str]:
        """Every word that a wording names."""
        return frozenset(self._words)

    @property
    def state_count(self) -> int:
        """How many states are held now."""
        return len(self._states)

    def number(self, word: str) -> int:
        """What stands for `word` in a sequence."""
        return self._words.get(word, UNKNOWN)

    def search(self, words: Sequence[int], opens: Sequence[int]) -> Iterator[Found[Role]]:
        """Every wording at every place, by its start. The last of `words` must be BREAK.

        `opens` says of each word whether a clause begins there.
        """
        return (Found(role, start, end) for roles, start, end in self.places(words, opens) for role in roles)

    def places(self, words: Sequence[int], opens: Sequence[int]) -> Iterator[tuple[tuple[Role, ...], int, int]]:
        """What `search` gives, in a plainer and quicker form: all roles that end at a place together, start and end."""
        for start, is_open in enumerate(opens):
            state = self._open if is_open else self._mid
            place = start
            while not state.is_over:
                word = words[place]
                state = state.after.get(word) or self._step(state, word)
                place += 1
                if state.roles:
                    yield state.roles, start, place

    def _add(self, node: _Node[Role], wording: Wording, role: Role) -> None:
        for step in wording.steps:
            for word in step.words.difference(self._words):
                self._words[word] = len(self._words)
            after = node.after.get(step)
            if after is None:
                after = node.after[step] = _Node()
            node = after
        node.roles.add(role)

    def _step(self, state: _State[Role], word: int) -> _State[Role]:
        if len(self._states) >= self._most_states:
            self._forget()
        spelled = self._spelled.get(word, "")
        further = (
            node
            for earlier in state.nodes
            for step, node in earlier.after.items()
            if word != BREAK and (spelled in step.words) is not step.is_other
        )
        reached = self._state(_reached(further))
        state.after[word] = reached
        return reached

    def _state(self, nodes: frozenset[_Node[Role]]) -> _State[Role]:
        known = self._states.get(nodes)
        if known is None:
            roles = {role for node in nodes for role in node.roles}
            known = self._states[nodes] = _State(
                nodes, tuple(sorted(roles)), is_over=not any(node.after for node in nodes)
            )
        return known

    def _forget(self) -> None:
        self._states: dict[frozenset[_Node[Role]], _State[Role]] = {}
        self._mid = self._state(self._begin_mid)
        self._open = self._state(self._begin_open)


def _reached(nodes: Iterable[_Node[Role]]) -> frozenset[_Node[Role]]:
    """These nodes and all that lie only optional words behind them."""
    reached: set[_Node[Role]] = set()
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting.extend(after for step, after in node.after.items() if step.is_optional)
    return frozenset(reached)
