"""What the person wishes of the inner critic's part of the journal, kept with the journal's settings."""

from datetime import date

from heartjournal.journal.settings import Settings
from heartjournal.model.changes import Changes
from heartjournal.model.phrase import DAYS_BEFORE_SUGGESTED, FEWEST_DAYS, MOST_DAYS, CriticWishes

_ON, _OFF = "on", "off"
_SWITCHES = {
    "underlines": "person.critic.underlines",
    "suggestions": "person.critic.suggestions",
    "month_note": "person.critic.month_note",
    "ways_out": "person.critic.ways_out",
}
_DAYS = "person.critic.days_before_suggested"
_QUIET_ON = "person.critic.quiet_on"


def read_wishes(settings: Settings, *, today: date) -> CriticWishes:
    """The wishes as they are today; whatever is kept that makes no sense is as if nothing were."""
    days = settings.get(_DAYS) or ""
    is_sensible = days.isdecimal() and FEWEST_DAYS <= int(days) <= MOST_DAYS
    return CriticWishes(
        days_before_suggested=int(days) if is_sensible else DAYS_BEFORE_SUGGESTED,
        is_quiet=settings.get(_QUIET_ON) == today.isoformat(),
        **{name: settings.get(key) != _OFF for name, key in _SWITCHES.items()},
    )


def keep_wishes(settings: Settings, wishes: CriticWishes, *, today: date) -> Changes:
    """Keep all wishes; only what differs is written. Raises ValueError for a number of days outside its bounds."""
    if not FEWEST_DAYS <= wishes.days_before_suggested <= MOST_DAYS:
        raise ValueError("a sentence is suggested after one to five days")
    before = read_wishes(settings, today=today)
    wanted = {key: _ON if getattr(wishes, name) else _OFF for name, key in _SWITCHES.items()}
    was = {key: _ON if getattr(before, name) else _OFF for name, key in _SWITCHES.items()}
    wanted[_DAYS], was[_DAYS] = str(wishes.days_before_suggested), str(before.days_before_suggested)
    wanted[_QUIET_ON] = today.isoformat() if wishes.is_quiet else ""
    was[_QUIET_ON] = today.isoformat() if before.is_quiet else ""
    changed = [bool(settings.put(key, value)) for key, value in wanted.items() if value != was[key]]
    return Changes(settings=any(changed))
