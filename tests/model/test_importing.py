"""The report of an import."""

from heartjournal.model.importing import ImportLine, ImportOutcome, ImportReport


def test_a_report_counts_each_outcome() -> None:
    report = ImportReport(
        (
            ImportLine("a.md", ImportOutcome.NEW),
            ImportLine("b.md", ImportOutcome.REFUSED, "It has no date."),
            ImportLine("c.md", ImportOutcome.NEW),
        )
    )
    assert [report.count(outcome) for outcome in ImportOutcome] == [2, 0, 1]
