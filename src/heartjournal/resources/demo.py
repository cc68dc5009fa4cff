"""Reads the sample journal: six invented months, as pages so many days before today, and turns them into drafts."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from heartjournal.model.clock import Moment, zone_named
from heartjournal.model.entry import Draft, Section
from heartjournal.model.identity import natural_identity
from heartjournal.model.journal_day import TURN_HOUR, journal_day
from heartjournal.model.practice import InputKind, Practice, Step
from heartjournal.model.support import Comfort, Contact
from heartjournal.resources.fields import Fields, read_fields
from heartjournal.resources.location import root

_PRACTICE = "evening_journal"
_USUAL_TIME = "21:40"
_MOST_TEXT = 4000
_MOST_DAYS = 183


@dataclass(frozen=True, slots=True)
class DemoAnswer:
    """What was written to one step of the evening journal; `step_id` is empty on a free page."""

    step_id: str
    body: str


@dataclass(frozen=True, slots=True)
class DemoPage:
    """A page written `days_ago` journal days before today, at a time of the clock on the wall.

    `practice_id` is empty for a free page. The feelings belong to the step that asks for them.
    """

    days_ago: int
    at: time
    practice_id: str
    answers: tuple[DemoAnswer, ...]
    feelings: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class DemoSupport:
    """Whom the sample's person would call, and what helps her."""

    contacts: tuple[Contact, ...] = field(default=())
    comforts: tuple[Comfort, ...] = field(default=())


def demo_pages(language: str = "en") -> tuple[DemoPage, ...]:
    """The pages of the six months, oldest first; today has none. Blocking; raises BadResource."""
    files = sorted((root() / "demo" / language).glob("pages-*.toml"))
    return tuple(page for path in files for page in read_demo_pages(read_fields(path)))


def demo_tonight(language: str = "en") -> DemoPage:
    """The page of the sample's own evening, written by the tour. Blocking; raises BadResource."""
    return read_demo_pages(read_fields(root() / "demo" / language / "tonight.toml"))[0]


def demo_support(language: str = "en") -> DemoSupport:
    """The sample's contacts and comforts, each with an id of its own. Blocking; raises BadResource."""
    fields = read_fields(root() / "demo" / language / "support.toml")
    contacts = tuple(_contact(table) for table in fields.tables("contacts", most=9))
    words = fields.texts("comforts", most_items=9, most=200)
    fields.finish()
    return DemoSupport(contacts, tuple(Comfort(natural_identity("demo comfort", line), line) for line in words))


def demo_drafts(today: Moment, practices: tuple[Practice, ...]) -> tuple[Draft, ...]:
    """The pages of the six months as drafts, oldest first, as seen from `today`. Blocking; raises BadResource."""
    return tuple(demo_draft(page, today=today, practices=practices) for page in demo_pages())


def demo_draft(page: DemoPage, *, today: Moment, practices: tuple[Practice, ...]) -> Draft:
    """One page as a draft; its ids are the same each time. Raises KeyError if its practice is not among these."""
    day = journal_day(today) - timedelta(days=page.days_ago)
    key = f"{page.days_ago} {page.at.isoformat('minutes')}"
    steps = {step.id: step for step in _practice(page, practices).steps} if page.practice_id else {}
    return Draft(
        id=natural_identity("demo page", key),
        day=day,
        sections=tuple(
            _section(page, step_id, step=steps.get(step_id), key=key)
            for step_id in _answered(page, tuple(steps.values()))
        ),
        happened_at=_moment(day, page.at, zone=today.zone),
        practice_id=page.practice_id,
        title=page.title,
    )


def read_demo_pages(fields: Fields) -> tuple[DemoPage, ...]:
    """The pages in the top table of a file. Raises BadResource."""
    pages = tuple(_page(table) for table in fields.tables("pages", least=1, most=100))
    fields.finish()
    return pages


def _page(fields: Fields) -> DemoPage:
    free = fields.text("free", most=_MOST_TEXT, default="")
    table = fields.table("answers")
    if bool(free) == (table is not None):
        fields.refuse("free", "or answers must be there, and not both")
    page = DemoPage(
        days_ago=fields.number("days_ago", least=0, most=_MOST_DAYS),
        at=_time(fields),
        practice_id="" if free else _PRACTICE,
        answers=(DemoAnswer("", free),) if table is None else _answers(table),
        feelings=fields.texts("feelings", most_items=8, most=40),
        title=fields.text("title", most=120, default=""),
    )
    fields.finish()
    return page


def _answers(fields: Fields) -> tuple[DemoAnswer, ...]:
    return tuple(DemoAnswer(name, fields.text(name, most=_MOST_TEXT)) for name in fields.names())


def _time(fields: Fields) -> time:
    written = fields.text("time", most=5, default=_USUAL_TIME)
    try:
        return time.fromisoformat(written)
    except ValueError:
        fields.refuse("time", "must be a time of day such as 21:40")


def _contact(fields: Fields) -> Contact:
    name = fields.text("name", most=80)
    contact = Contact(
        id=natural_identity("demo contact", name),
        name=name,
        number=fields.text("number", most=40),
        note=fields.text("note", most=200, default=""),
    )
    fields.finish()
    return contact


def _practice(page: DemoPage, practices: tuple[Practice, ...]) -> Practice:
    for practice in practices:
        if practice.id == page.practice_id:
            return practice
    raise KeyError(page.practice_id)


def _answered(page: DemoPage, steps: tuple[Step, ...]) -> tuple[str, ...]:
    """The ids of the steps that left something, in the practice's order; one empty id for a free page."""
    if not steps:
        return ("",)
    written = {answer.step_id for answer in page.answers}
    return tuple(step.id for step in steps if step.id in written or (page.feelings and _asks_for_feelings(step)))


def _section(page: DemoPage, step_id: str, *, step: Step | None, key: str) -> Section:
    return Section(
        id=natural_identity("demo section", f"{key} {step_id}"),
        body=next((answer.body for answer in page.answers if answer.step_id == step_id), ""),
        element=step.element if step else None,
        prompt_id=f"{page.practice_id}/{step_id}" if step else "",
        prompt_text=step.prompt if step else "",
        feelings=page.feelings if step is None or _asks_for_feelings(step) else (),
    )


def _asks_for_feelings(step: Step) -> bool:
    return any(asked.kind is InputKind.FEELINGS for asked in step.inputs)


def _moment(day: date, at: time, *, zone: str) -> Moment:
    after_midnight = timedelta(days=1 if at.hour < TURN_HOUR else 0)
    local = datetime.combine(day + after_midnight, at, tzinfo=zone_named(zone))
    return Moment(local.astimezone(UTC), zone)
