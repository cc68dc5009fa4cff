"""Other journals' formats, read into drafts and written from entries; never touches the database."""
