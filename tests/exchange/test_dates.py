"""Dates as people write them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.exchange.dates import NoSuchDay, When, when_named, when_written
from heartjournal.model.clock import Moment

BERLIN = "Europe/Berlin"
DAY = date(2026, 11, 12)


def at(hour: int, minute: int, zone: str, *, second: int = 0, microsecond: int = 0) -> When:
    return When(DAY, Moment(datetime(2026, 11, 12, hour, minute, second, microsecond, UTC), zone))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-11-12", When(DAY)),
        (" 2026-11-12 ", When(DAY)),
        ("2026-11-12T21:40:00+01:00", at(20, 40, "+01:00")),
        ("2026-11-12T21:40+0530", at(16, 10, "+05:30")),
        ("2026-11-12 21:40:05 -08:00", When(DAY, Moment(datetime(2026, 11, 13, 5, 40, 5, tzinfo=UTC), "-08:00"))),
        ("2026-11-12T20:40:00Z", at(20, 40, "+00:00")),
        ("2026-11-12t20:40z", at(20, 40, "+00:00")),
        ("2026-11-12T20:40:01.5Z", at(20, 40, "+00:00", second=1, microsecond=500_000)),
        ("2026-11-12T20:40:01.123456789Z", at(20, 40, "+00:00", second=1, microsecond=123_456)),
        ("2026-11-12 21:40", at(20, 40, BERLIN)),
        ("2026-11-13T01:30:00+01:00", When(DAY, Moment(datetime(2026, 11, 13, 0, 30, tzinfo=UTC), "+01:00"))),
    ],
)
def test_a_written_date_is_read_with_its_own_zone(text: str, when: When) -> None:
    assert when_written(text, zone=BERLIN) == when


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "12 November 2026",
        "2026-11",
        "2026-11-12T",
        "2026-11-12 at 9",
        "٢٠٢٦-١١-١٢",
        "2026-11-12+01:00",
    ],
)
def test_any_other_text_is_no_date(text: str) -> None:
    assert when_written(text, zone=BERLIN) is None


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "0000-01-01",
        "2026-13-01",
        "2026-11-12T24:00",
        "2026-11-12T21:60",
        "0001-01-01T00:00+01:00",
        "9999-12-31T23:00-08:00",
    ],
)
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(NoSuchDay):
        when_written(text, zone=BERLIN)


@pytest.mark.parametrize(
    ("path", "when"),
    [
        ("2026-11-12.md", When(DAY)),
        ("2026-11-12 a walk.md", When(DAY)),
        ("a/b/Daily 2026-11-12.md", When(DAY)),
        ("2026-11-12-2.md", When(DAY)),
        ("2026-11-12 2030 plans.md", When(DAY)),
        ("2026-11-12T21:40:00+01:00.md", at(20, 40, "+01:00")),
        ("2026-11-12T21-40-00+01:00 walk.md", at(20, 40, "+01:00")),
        ("2026-11-12T2140.md", at(20, 40, BERLIN)),
        ("2026-11-12T21.40.md", at(20, 40, BERLIN)),
        (
            "2026-11-12T21-40-0500.md",
            When(date(2026, 11, 12), Moment(datetime(2026, 11, 13, 2, 40, tzinfo=UTC), "-05:00")),
        ),
        ("20261112.md", When(DAY)),
        ("note-20261112-a.md", When(DAY)),
        ("diary/2026/11/12.md", When(DAY)),
        ("2026/11/12.md", When(DAY)),
        ("1999/01/01/2026-11-12.md", When(DAY)),
    ],
)
def test_a_name_is_read_before_the_folders(path: str, when: When) -> None:
    assert when_named(path, zone=BERLIN) == when


@pytest.mark.parametrize(
    "path",
    [
        "walk.md",
        "2026-11-12/walk.md",
        "12345678.md",
        "120261112.md",
        "2026/11/12/a.md",
        "2026/13/12.md",
        "12.md",
        "99990231.md",
    ],
)
def test_a_name_without_a_date_has_none(path: str) -> None:
    assert when_named(path, zone=BERLIN) is None


def test_a_name_that_means_a_date_must_be_one() -> None:
    with pytest.raises(NoSuchDay):
        when_named("2026-02-30.md", zone=BERLIN)


@given(st.dates())
def test_every_day_is_read_as_itself(day: date) -> None:
    assert when_written(day.isoformat(), zone=BERLIN) == When(day)
    assert when_named(f"x/{day.isoformat()} y.md", zone=BERLIN) == When(day)


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    for read in (when_written, when_named):
        try:
            read(text, zone=BERLIN)
        except NoSuchDay:
            continue
