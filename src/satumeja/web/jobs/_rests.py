"""What answers rest on, with each change that flips one as data, so that it can be made."""

from __future__ import annotations

from typing import Any

from satumeja.web.jobs._page import SheetPage
from satumeja.web.jobs._task import Progress, Task
from satumeja.web.shapes import Flip, Rest, RestsShown

__all__ = ["rests_on"]

_MOST = 60


def rests_on(task: Task, progress: Progress) -> dict[str, Any]:
    """Try every single change to what is assumed, and orders of the wishes."""
    from satumeja import questions, stability
    from satumeja.brief import leaning_table
    from satumeja.brief.sentences import standing_groups, standing_sentences
    from satumeja.brief.terminal import print_table
    from satumeja.brief.words import Phrases, Words

    options, model = task.options, task.model
    concepts = (options.concept or ",".join(stability.CONCEPTS)).split(",")
    leanings = questions.rests_on(
        model, start=options.start, state=options.state, concepts=concepts,
        samples=options.samples, seed=options.seed, progress=progress,
    )  # fmt: skip
    phrases = Phrases(model, Words(task.language))
    groups = standing_groups(leanings)
    groups.sort(key=lambda group: group[0].answer.state not in (0, leanings.start))
    answers = list[Rest]()
    for standing, under in groups[:_MOST]:
        lead, *sentences = standing_sentences(phrases, leanings, standing, under)
        flips = [
            Flip(
                words=sentence,
                kind=change.assumption.kind,
                maker=change.assumption.dm,
                place=change.assumption.place,
                way=change.way,
                places=change.places,
                evidence=list(change.assumption.evidence),
            )
            for sentence, change in zip(sentences, standing.flips, strict=False)
        ]
        answers.append(
            Rest(
                words=lead,
                kind=standing.answer.kind,
                table=standing.answer.table,
                state=standing.answer.state,
                concepts=list(under),
                stands=standing.stands,
                of=standing.of,
                sentences=sentences[len(flips) :],
                flips=flips,
            )
        )
    page = SheetPage()
    if leanings.leanings:
        print_table(leaning_table(leanings, language=phrases), page)
    return {"rests": RestsShown(answers=answers, find_out=page.sheet()).model_dump()}
