"""The desk of support: people to reach and things that comfort, as the person wrote them down."""

from uuid import UUID

from heartjournal.journal.truth import Truth
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.changes import Changes
from heartjournal.model.support import Comfort, Contact
from heartjournal.vault import Connection


class Support:
    """Blocking; used in the connection's thread. Both lists are in the order they were made."""

    def __init__(self, connection: Connection, truth: Truth) -> None:
        self._connection = connection
        self._truth = truth

    _CONTACTS = "SELECT id, name, number, note FROM contact ORDER BY id"

    def contacts(self) -> tuple[Contact, ...]:
        """Everybody kept here."""
        rows = self._connection.execute(self._CONTACTS).fetchall()
        return tuple(Contact(UUID(bytes=identity), name, number, note) for identity, name, number, note in rows)

    def save_contact(self, contact: Contact) -> Changes:
        """Keep a contact, new or edited."""
        with self._truth.writing() as writing:
            saved = writing.put(
                TruthTable.CONTACT, contact.id, name=contact.name, number=contact.number, note=contact.note
            )
        return Changes(contacts=saved)

    def remove_contact(self, identity: UUID) -> Changes:
        """Remove a contact for good."""
        with self._truth.writing() as writing:
            return Changes(contacts=writing.remove(TruthTable.CONTACT, identity))

    _COMFORTS = "SELECT id, words FROM comfort ORDER BY id"

    def comforts(self) -> tuple[Comfort, ...]:
        """Everything kept here that helps."""
        rows = self._connection.execute(self._COMFORTS).fetchall()
        return tuple(Comfort(UUID(bytes=identity), words) for identity, words in rows)

    def save_comfort(self, comfort: Comfort) -> Changes:
        """Keep a comfort, new or edited."""
        with self._truth.writing() as writing:
            return Changes(comforts=writing.put(TruthTable.COMFORT, comfort.id, words=comfort.words))

    def remove_comfort(self, identity: UUID) -> Changes:
        """Remove a comfort for good."""
        with self._truth.writing() as writing:
            return Changes(comforts=writing.remove(TruthTable.COMFORT, identity))
