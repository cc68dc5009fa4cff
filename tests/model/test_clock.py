"""The one place that asks the machine for the time."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from heartjournal.model.clock import Moment, SystemClock, zone_named


def test_a_moment_shows_the_wall_clock_where_it_was_lived() -> None:
    moment = Moment(datetime(2026, 7, 1, 20, 30, tzinfo=UTC), "Europe/London")
    assert moment.local().isoformat() == "2026-07-01T21:30:00+01:00"


@pytest.mark.parametrize(("name", "hours"), [("+02:00", 2), ("-05:30", -5.5), ("Asia/Tokyo", 9)])
def test_a_zone_is_known_by_its_key_or_by_its_offset(name: str, hours: float) -> None:
    assert zone_named(name).utcoffset(datetime(2026, 1, 1, tzinfo=UTC)) == timedelta(hours=hours)


@pytest.mark.parametrize("name", ["", "Nowhere/Atall", "../etc/passwd", "Europe", "+25:00", "\0"])
def test_a_zone_that_means_nothing_here_is_utc(name: str) -> None:
    assert zone_named(name) is UTC


def test_the_system_clock_names_the_zone_it_is_set_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    moment = SystemClock().now()
    assert moment.zone == "UTC"
    assert moment.instant.tzinfo is UTC


def test_a_zone_file_linked_as_local_time_names_the_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    name = _key_for_the_present_offset()
    monkeypatch.setattr(os.path, "realpath", lambda _: f"/usr/share/zoneinfo/{name}")
    assert SystemClock().now().zone == name


@pytest.mark.parametrize(
    "target", ["/etc/localtime", "/usr/share/zoneinfo/Nowhere/Atall", "/usr/share/zoneinfo/Asia/Kathmandu"]
)
def test_without_a_key_that_fits_the_offset_is_the_zone(monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(os.path, "realpath", lambda _: target)
    moment = SystemClock().now()
    here = datetime.now().astimezone()  # noqa: TID251  the clock itself is under test
    assert moment.local().utcoffset() == here.utcoffset()
    assert moment.zone[0] in "+-"
    assert moment.zone[3] == ":"


def _key_for_the_present_offset() -> str:
    offset = datetime.now().astimezone().utcoffset() or timedelta()  # noqa: TID251  the clock itself is under test
    hours = round(offset.total_seconds() / 3600)
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"
