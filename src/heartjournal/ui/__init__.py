"""The window: the only part that knows Qt; it reaches the journal through its door and never the vault."""
