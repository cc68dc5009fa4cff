"""Checks."""


def elsewhere(pictures):
    return []
