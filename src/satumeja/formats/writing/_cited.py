"""What a model cites of dossier files, as the contents of its file list it."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.display import Shown
from satumeja.messages import Messages
from satumeja.model import Text

__all__ = ["CitedContents", "cited_words"]


@dataclass(frozen=True, repr=False)
class CitedContents(Shown):
    """A reference to a statement or an act of a dossier file, and what it is there.

    Parameters
    ----------
    reference : str
        As the model has it.
    missing : str or None
        Why there are no words; None where there are.
    now : str or None
        Where its words stand now, if elsewhere.
    speaker : str or None
        Whose it is, by identifier.
    name : Text or None
        What that is called.
    acts : tuple of str
        The kinds of acts that are done in it; none where it only informs.
    date, date_end : str or None
        When, as precise as it is known; an end where it is a stretch of days.
    date_doubtful, date_of_report : bool
        Whether the date is only inferred; whether it is that of the report.
    words : str or None
        The words.
    doubtful : bool
        Whether the reading is to be checked, and nobody has.
    state, who, at, note : str or None
        How it was reviewed: by whom, when, and why.

    See Also
    --------
    describe : Lists it.
    """

    reference: str
    missing: str | None = None
    now: str | None = None
    speaker: str | None = None
    name: Text | None = None
    acts: tuple[str, ...] = ()
    date: str | None = None
    date_end: str | None = None
    date_doubtful: bool = False
    date_of_report: bool = False
    words: str | None = None
    doubtful: bool = False
    state: str | None = None
    who: str | None = None
    at: str | None = None
    note: str | None = None


def cited_words(cited: CitedContents, say: Messages) -> str:
    """Say on one line what a reference leads to: whose words, when, and how reviewed."""
    parts = [cited.name.in_language(say.language)] if cited.name else []
    if cited.date and not cited.date_of_report:
        date = f"{cited.date} – {cited.date_end}" if cited.date_end else cited.date
        parts.append(say("cited.date_doubtful", date=date) if cited.date_doubtful else date)
    if cited.doubtful:
        parts.append(say("cited.doubtful"))
    if cited.state:
        key = f"cited.{cited.state}"
        parts.append(say(f"{key}_by", who=cited.who) if cited.who else say(key))
    if cited.missing:
        parts.append(say("cited.missing"))
    if not parts:
        parts.append(say("cited.whole"))
    return say("contents.cited", reference=cited.reference, parts=", ".join(parts))
