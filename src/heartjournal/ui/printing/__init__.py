"""Printing: letters and pages on paper or as a PDF, in the reading type, with nothing loaded from anywhere."""

from heartjournal.ui.printing.drawn import Drawn, DrawnSheets
from heartjournal.ui.printing.paper import keep_pdf, pdf_of, print_on, usual_paper
from heartjournal.ui.printing.print_pane import PrintPane
from heartjournal.ui.printing.printout import Printout
from heartjournal.ui.printing.sheets import Sheets

__all__ = ["Drawn", "DrawnSheets", "PrintPane", "Printout", "Sheets", "keep_pdf", "pdf_of", "print_on", "usual_paper"]
