"""Drives the real window through every screen and keeps a picture of each."""
