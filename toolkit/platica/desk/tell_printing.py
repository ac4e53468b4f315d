"""How printers and papers on their way are told, on screens and on the command line alike."""

from collections.abc import Iterable

from platica.domain.printer import BatchState, Printer, PrinterState, SentPaper, SentState
from platica.phrases import Phrase, phrase, phrases

_PRINTERS = {
    PrinterState.READY: phrase("ready"),
    PrinterState.PRINTING: phrase("printing"),
    PrinterState.STOPPED: phrase("stopped"),
}


def printer_told(printer: Printer) -> Phrase:
    """What a printer does now, in a word or two."""
    if printer.trouble and printer.state is not PrinterState.STOPPED:
        return phrase("needs attention")
    return _PRINTERS[printer.state]


def paper_told(paper: SentPaper) -> Phrase:
    """How far a paper is, in a few words."""
    match paper.state:
        case SentState.WAITING:
            return phrase("waiting")
        case SentState.PRINTING:
            return phrase("printing {out} of {copies}", out=paper.out, copies=paper.copies)
        case SentState.DONE:
            return phrase("✓ printed")
        case SentState.UNKNOWN:
            return phrase("▲ look and see")
        case SentState.STOPPED:
            return phrase("▲ stopped at {out} of {copies}", out=paper.out, copies=paper.copies)
        case SentState.CANCELLED:
            return phrase("cancelled")


def troubles_of(papers: Iterable[SentPaper]) -> tuple[Phrase, ...]:
    """What stands in the way of these papers, each thing once, and what is kept of papers with names."""
    papers = tuple(papers)
    found = list({str(one.trouble): one.trouble for one in papers if one.trouble}.values())
    kept = sum(one.kept for one in papers)
    if kept:
        found.append(
            phrases(
                "The print system keeps a copy of {count} paper with names for a while; only whoever looks after this"
                " computer can take it away.",
                "The print system keeps a copy of {count} papers with names for a while; only whoever looks after this"
                " computer can take it away.",
                kept,
            )
        )
    return tuple(found)


def sent_told(papers: Iterable[SentPaper]) -> Phrase:
    """What the print system took."""
    papers = tuple(papers)
    return phrases(
        "{count} copy was sent to {printer}.",
        "{count} copies were sent to {printer}.",
        sum(batch.copies for one in papers for batch in one.batches if batch.state is not BatchState.UNSENT),
        printer=", ".join(dict.fromkeys(one.printer for one in papers)),
    )


def goes_on_told(papers: Iterable[SentPaper]) -> Phrase:
    """What goes on; of no papers, that nothing had to be sent."""
    titles = [one.title for one in papers]
    if not titles:
        return phrase("There is nothing to send: the print system has taken everything.")
    return phrases("{title} goes on.", "{count} papers go on.", len(titles), title=titles[0])
