"""What stands in a dossier as rows for people: names, days, grades and sentences in words."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from satumeja.brief.words import Words
from satumeja.dossier import Act, Grade, KeptEvent, Moment, Reason, period
from satumeja.report.kit import sentence_around, shown
from satumeja.web.once import once
from satumeja.web.reports._standing import Standing
from satumeja.web.shapes import Happened, Said

__all__ = ["Saying", "iso"]

_LONGEST = 600  # letters of what stands around words in their sentence, on either side
_COUNTED = ("independent", "one_source", "rejected", "lost")


def iso(day: dt.date | None) -> str | None:
    """Return a day in ISO form."""
    return day.isoformat() if day else None


class Saying:
    """Says what stands in a dossier in one language.

    Parameters
    ----------
    standing : Standing
        The dossier.
    language : {"en", "id"}
        The language.
    """

    def __init__(self, standing: Standing, language: Literal["en", "id"]) -> None:
        self.standing, self.whole = standing, standing.whole
        self.words, self.language = Words(language), language

    @once
    def _terms(self) -> dict[str, str]:
        return {
            kind: f"{self.words(f'datasets.{kind}.publisher')}; "
            f"{self.words(f'datasets.{kind}.terms')}"
            for kind in {dataset.kind for dataset in self.standing.happenings.datasets}
        }

    def actor(self, actor: str | None) -> str:
        """Name an actor; empty for nobody."""
        return self.whole.actor_name(actor, self.language) if actor else ""

    def issue(self, issue: str | None) -> str:
        """Name an issue; empty for none."""
        return self.whole.issue_name(issue, self.language) if issue else ""

    def kind(self, kind: str) -> str:
        """Name a kind of act."""
        return self.words(f"dossier.act.{kind}")

    def grade(self, grade: Grade) -> str:
        """Say a grade and why it is given."""
        reasons = self.words("grade.join").join(map(self._reason, grade.reasons))
        level = self.words(f"grade.name.{grade.level}")
        return self.words("grade.reasons", level=level, reasons=reasons)

    def _reason(self, reason: Reason) -> str:
        if reason.key == "one_source" and reason.count == 1:
            return self.words("grade.reason.single")
        if reason.key in _COUNTED:
            return self.words.count(f"grade.reason.{reason.key}", reason.count)
        by = self.actor(reason.by)
        return self.words(f"grade.reason.{reason.key}", by=by, act=reason.act)

    def days(self, first: dt.date | None, last: dt.date | None, precision: str | None) -> str:
        """Say when something was, no more precisely than it is known."""
        if first is None:
            return self.words("positions.no_day")
        parts = period(first, last, precision).split("/")
        return " – ".join(self.words.date(part) for part in parts)

    def said(self, moment: Moment) -> Said:
        """Give an act or a statement as a row."""
        item, report = self.standing.items[moment.key], self.whole.report_of(moment.key)
        span = item.span if isinstance(item, Act) else item.content
        before, words, after = self._sentence(span, report.language, report.begin, report.end)
        grade = self.standing.grades.of([moment.key])
        review = self.whole.reviews.get(moment.key)
        state = self.whole.states[moment.key]
        by = item.by if isinstance(item, Act) else None
        due = self.days(moment.due, moment.due_end, moment.due_precision) if moment.due else ""
        return Said(
            item=moment.key,
            statement=self.standing.statement_of(moment.key),
            report=report.key,
            title=report.title or report.name,
            outlet=report.outlet or "",
            published=iso(report.day),
            lang=report.language,
            kind=moment.kind,
            kind_words=self.kind(moment.kind),
            actor=moment.actor,
            actor_name=self.actor(moment.actor) or self.words("dossier.nobody"),
            by=by,
            by_name=self.actor(by) if by != moment.actor else "",
            target=moment.target,
            target_name=self.actor(moment.target),
            issue=moment.issue,
            issue_name=self.issue(moment.issue),
            first=iso(moment.day),
            last=iso(moment.last),
            precision=moment.precision,
            when=self.days(moment.day, moment.last, moment.precision),
            of_report=moment.reported,
            doubtful=moment.doubtful,
            due=self.words("dossier.due", days=due) if due else "",
            before=before,
            words=words,
            after=after,
            state=state,
            state_words=self.words(f"dossier.review.{state}"),
            who=review.who if review else "",
            checked=review.at[:10] if review else "",
            grade=grade.level,
            grade_words=self.grade(grade),
            copies=self.standing.copies_of.get(report.key, 0),
            against=tuple(
                self._reason(Reason(contest.kind, 0, contest.by, contest.act))
                for contest in self.whole.contests.get(moment.key, ())
            ),
        )

    def _sentence(
        self, span: tuple[int, int], language: str, begin: int, end: int
    ) -> tuple[str, str, str]:
        """Give what stands before some words in their sentence, the words, and what after."""
        text = self.whole.dossier.report.text[begin:end]
        start, stop = span[0] - begin, span[1] - begin
        low, high = sentence_around(text, (start, stop), language)
        before, after = shown(text[low:start]), shown(text[stop:high])
        if len(before) > _LONGEST:
            before = "… " + before[-_LONGEST:].partition(" ")[2]
        if len(after) > _LONGEST:
            after = after[:_LONGEST].rpartition(" ")[0] + " …"
        if low < start and text[start - 1].isspace():
            before += " "
        if stop < high and text[stop].isspace():
            after = f" {after}"
        return before, shown(text[start:stop]), after

    def happened(self, kept: KeptEvent) -> Happened:
        """Give an event of a dataset as a row."""
        event, days = kept.event, kept.event.days
        names = [
            self.actor(actor) or party.name
            for party, actor in zip(event.parties, kept.actors, strict=True)
        ]
        return Happened(
            item=kept.key,
            dataset=kept.dataset.title,
            terms=self._terms[kept.dataset.kind],
            id=event.id,
            first=iso(days.first),
            last=iso(days.last),
            precision=days.precision,
            when=self.days(days.first, days.last, days.precision),
            doubtful=days.doubtful,
            category=event.category,
            parties=tuple(names),
            place=event.place or None,
            deaths=event.deaths,
            note=event.note or None,
            link=event.link or None,
        )
