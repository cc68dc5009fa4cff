"""What every table of truth promises, read from a real journal's schema."""

import pytest

from heartjournal.journal.truth_tables import TruthTable
from heartjournal.vault import Connection, VaultBug

_DERIVED = {"index_due", "index_row", "entry_text", "entry_word", "entry_pair", "hearing_due", "finding", "answer"}
_OWN_KEY = {"gone", "meta"}


def tables(connection: Connection) -> dict[str, bool]:
    """Every table that is ours, and whether it is STRICT."""
    rows = connection.execute("PRAGMA table_list").fetchall()
    return {
        name: bool(strict)
        for schema, name, kind, _, _, strict in rows
        if schema == "main" and kind in {"table", "virtual"} and not name.startswith("sqlite_")
    }


def test_every_table_is_truth_or_derived_or_has_its_own_key(connection: Connection) -> None:
    assert set(tables(connection)) == set(TruthTable) | _DERIVED | _OWN_KEY


def test_every_table_but_the_index_is_strict(connection: Connection) -> None:
    assert {name for name, strict in tables(connection).items() if not strict} == {
        "entry_word",
        "entry_text",
        "entry_pair",
    }


@pytest.mark.parametrize("table", list(TruthTable))
def test_a_row_of_truth_is_known_by_its_id_alone_and_carries_a_stamp(connection: Connection, table: TruthTable) -> None:
    columns = {
        name: (kind, bool(filled), key)
        for _, name, kind, filled, _, key in connection.execute(f"PRAGMA table_info({table})").fetchall()
    }
    assert columns["id"] == ("BLOB", True, 1)
    assert columns["stamp"] == ("BLOB", True, 0)
    assert [name for name, (_, _, key) in columns.items() if key] == ["id"]


@pytest.mark.parametrize("table", list(TruthTable))
def test_no_table_of_truth_forbids_what_two_machines_could_each_write(
    connection: Connection, table: TruthTable
) -> None:
    indexes = connection.execute(f"PRAGMA index_list({table})").fetchall()
    assert [name for _, name, unique, origin, _ in indexes if unique and origin != "pk"] == []


def test_rows_that_refer_to_others_may_arrive_in_any_order(connection: Connection) -> None:
    for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql LIKE '%REFERENCES%'").fetchall():
        assert sql.count("REFERENCES") == sql.count("DEFERRABLE INITIALLY DEFERRED")


@pytest.mark.parametrize("table", list(TruthTable))
def test_what_goes_with_another_row_is_found_by_an_index(connection: Connection, table: TruthTable) -> None:
    leading = {"id"}
    for _, index, *_ in connection.execute(f"PRAGMA index_list({table})").fetchall():
        leading.add(connection.execute(f"PRAGMA index_info({index})").fetchall()[0][2])
    assert {row[3] for row in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()} <= leading


def test_an_id_of_another_length_is_refused(connection: Connection) -> None:
    with pytest.raises(VaultBug):
        connection.execute("INSERT INTO comfort (id, words, stamp) VALUES (x'00', 'tea', zeroblob(16))")


@pytest.mark.parametrize("index", ["entry_text", "entry_pair"])
def test_the_index_forgets_the_words_of_removed_pages(connection: Connection, index: str) -> None:
    sql = f"SELECT k, v FROM {index}_config"  # noqa: S608  a name of the schema
    options: dict[str, object] = dict(connection.execute(sql).fetchall())
    assert options["secure-delete"] == 1
