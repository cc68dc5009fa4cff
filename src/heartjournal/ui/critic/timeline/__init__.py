"""The timeline of the inner critic's phrases: the view, the same as a table, one lane alone, and what is printed."""

from heartjournal.ui.critic.timeline.phrase_days import PhraseDays
from heartjournal.ui.critic.timeline.sheet import TimelinePicture, TimelineSheet
from heartjournal.ui.critic.timeline.strip import LaneStrip
from heartjournal.ui.critic.timeline.table import TimelineTable
from heartjournal.ui.critic.timeline.view import TimelineView

__all__ = ["LaneStrip", "PhraseDays", "TimelinePicture", "TimelineSheet", "TimelineTable", "TimelineView"]
