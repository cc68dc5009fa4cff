"""The room a person arrives in: tonight's page, a way out, the last pages."""

from heartjournal.ui.today.today import Today

__all__ = ["Today"]
