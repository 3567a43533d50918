"""A name or a reason in one language or several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from satumeja.display import CONTROL
from satumeja.errors import ModelError

__all__ = ["NO_TEXT", "Text", "as_label", "letters_of"]

_ARTICLE = "the "
_ALPHABET = 26


def as_label(name: str) -> str:
    """Give a name as it stands by itself: without the article it has in a sentence.

    Parameters
    ----------
    name : str
        As in mid-sentence.

    Examples
    --------
    >>> as_label("the United States"), as_label("the local governments"), as_label("upstream")
    ('United States', 'Local governments', 'upstream')
    """
    bare = name.removeprefix(_ARTICLE)
    return name if bare == name or not bare else bare[0].upper() + bare[1:]


def letters_of(labels: Sequence[str]) -> list[str]:
    """Give each name a letter of its own: its initial where all initials differ, else A, B ...

    Parameters
    ----------
    labels : sequence of str
        Names as they stand by themselves, in one language.

    Returns
    -------
    list of str
        In their order; after Z come A26, A27 and on.

    Examples
    --------
    >>> letters_of(["Russia", "United States"]), letters_of(["Iran", "Iraq"])
    (['R', 'U'], ['A', 'B'])
    """
    initials = [label.strip()[:1].upper() for label in labels]
    if len(set(initials)) == len(labels) and all(i.isalpha() and len(i) == 1 for i in initials):
        return initials
    return [chr(ord("A") + k) if k < _ALPHABET else f"A{k}" for k in range(len(labels))]


class Text(str):
    """Words a person reads, in one language or several.

    A `Text` is the plain string in its first language, so it can be used
    wherever a string can; `in_language` gives the words of another one.

    Parameters
    ----------
    words : str or mapping of str to str
        The words, or the words by language code, the main language first.

    Raises
    ------
    ModelError
        If they are no words, or hold a control character, which no file could.

    Examples
    --------
    >>> russia = Text({"en": "Russia", "id": "Rusia"})
    >>> russia
    'Russia'
    >>> russia.in_language("id"), russia.in_language("fr"), Text("NATO").in_language("id")
    ('Rusia', 'Russia', 'NATO')
    """

    by_language: Mapping[str, str]

    def __new__(cls, words: str | Mapping[str, str] = "") -> Text:
        """Make the string of the first language and remember the others."""
        if not isinstance(words, (str, Mapping)) or not (isinstance(words, str) or words):
            raise ModelError(f"a text is words, or words by language, not {words!r}")
        by_language = {} if isinstance(words, str) else dict(words)
        for spoken in by_language.values() or (words,):
            if control := CONTROL.search(str(spoken)):
                code = f"U+{ord(control[0]):04X}"
                raise ModelError(f"a control character, {code}, in a text")
        text = super().__new__(
            cls, words if isinstance(words, str) else next(iter(words.values()))
        )
        text.by_language = by_language or getattr(words, "by_language", {})
        return text

    def in_language(self, language: str) -> str:
        """Return the words in `language`, or in the main language where it has none."""
        return self.by_language.get(language, str(self))

    def __reduce__(self) -> tuple[type[Text], tuple[str | dict[str, str]]]:
        return Text, (dict(self.by_language) or str(self),)


NO_TEXT = Text()
