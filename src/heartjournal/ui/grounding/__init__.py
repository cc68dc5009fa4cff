"""Too much right now: a place to stop, over whatever was in front, which asks nothing and changes nothing."""

from heartjournal.ui.grounding.grounding import Grounding

__all__ = ["Grounding"]
