"""Whatever the clock does, set back or ahead, over zones and the nights of summer time: one letter a day, none lost."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from heartjournal.journal import LEAST_COST, create_journal, open_journal
from heartjournal.model.clock import Moment
from heartjournal.model.journal_day import journal_day
from tests.clock import FixedClock
from tests.journal.builders import letter

if TYPE_CHECKING:
    from uuid import UUID

PASSPHRASE = "rain on the window"
# Evenings at the ends of months and years, before a leap day, and before both nights on which clocks change in London.
DAYS = (
    datetime(2027, 12, 30, 21, tzinfo=UTC),
    datetime(2028, 2, 27, 23, tzinfo=UTC),
    datetime(2028, 3, 25, 22, tzinfo=UTC),
    datetime(2028, 10, 28, 23, tzinfo=UTC),
)
ZONES = ("Europe/London", "America/New_York", "Pacific/Kiritimati", "Asia/Kolkata", "Pacific/Apia")
STEPS = st.lists(
    st.tuples(st.integers(min_value=-5 * 24, max_value=12 * 24), st.sampled_from(ZONES), st.booleans()), max_size=14
)


@settings(max_examples=8, deadline=None)
@given(start=st.sampled_from(DAYS), steps=STEPS)
def test_a_day_has_one_letter_and_each_stays_where_it_can_come_back(
    start: datetime, steps: list[tuple[int, str, bool]]
) -> None:
    clock = FixedClock(Moment(start, ZONES[0]))
    with TemporaryDirectory() as place:
        folder = Path(place) / "journal"
        create_journal(folder, PASSPHRASE, clock=clock, cost=LEAST_COST)
        journal = open_journal(folder, PASSPHRASE, clock=clock)
        written: set[UUID] = set()
        for number in range(4):
            draft = letter(f"Dear you, {number}.")
            journal.pages.save(draft)
            journal.letters.put_away(draft.id, journal_day(clock.now()) + timedelta(days=1 + number))
            written.add(draft.id)
        came: dict[object, UUID] = {}
        for hours, zone, is_read in steps:
            clock._now = Moment(clock.now().instant + timedelta(hours=hours), zone)
            day = journal_day(clock.now())
            line = journal.letters.today()
            if line is None:
                continue
            assert came.setdefault(day, line.id) == line.id
            assert journal.letters.today() == line
            if is_read:
                journal.letters.read(line.id, felt=None)
                assert journal.letters.today() is None
        assert {line.id for line in journal.letters.lines() if line.next_on is not None} == written
        journal.close()
