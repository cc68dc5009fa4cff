"""What the things of a journal are: frozen dataclasses and pure functions, standard library only."""
