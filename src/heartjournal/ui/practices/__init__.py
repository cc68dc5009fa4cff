"""What a step of a practice asks with: feelings, choices, a quiet timer, starters for slow words; and its tag."""

from heartjournal.ui.practices.choice_input import ChoiceInput
from heartjournal.ui.practices.feelings_input import FeelingsInput
from heartjournal.ui.practices.part_tag import part_tag
from heartjournal.ui.practices.prompt import Prompt
from heartjournal.ui.practices.starters import Starters
from heartjournal.ui.practices.timer_input import TimerInput

__all__ = ["ChoiceInput", "FeelingsInput", "Prompt", "Starters", "TimerInput", "part_tag"]
