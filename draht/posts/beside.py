"""What rooms above add to the composer when somebody speaks for a company: words beside it, such as house rules, and
questions that are answered with the post, such as which goal it serves.

Rooms above know both; they say so with `add` when they start.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from markupsafe import Markup

from draht.common.refusal import Refused

# Takes actors, returns safe HTML for those that have something to say.
Source = Callable[[Collection[int]], Mapping[int, Markup]]


class Option(NamedTuple):
    """One answer to a question, as it is chosen from a list."""

    id: int
    words: str


class Question(NamedTuple):
    """What is asked of whoever writes for an actor.

    `options` takes who writes, and actors, and returns the answers that there are for each; `keep` takes the actor, the
    post and the id of the answer, in the transaction in which the post is published.
    """

    name: str
    label: str | Promise
    none: str | Promise
    options: Callable[[int, Collection[int]], Mapping[int, Sequence[Option]]]
    keep: Callable[[int, int, int], None]


class Asked(NamedTuple):
    """A question as the composer shows it: its answers by actor, what was chosen, and what is wrong with that."""

    question: Question
    options: Mapping[int, Sequence[Option]]
    chosen: str = ""
    errors: Sequence[str] = ()


_SOURCES: list[Source] = []
_QUESTIONS: list[Question] = []


def add(*, words: Source | None = None, question: Question | None = None) -> None:
    """Let another room say or ask something when somebody speaks for an actor."""
    if words:
        _SOURCES.append(words)
    if question:
        _QUESTIONS.append(question)


def question_fields() -> dict[str, forms.CharField]:
    """A field of a form for each question. Which answers fit is known with the actor."""
    return {one.name: forms.CharField(label=str(one.label), required=False, max_length=20) for one in _QUESTIONS}


def words_beside(actors: Collection[int]) -> dict[int, Markup]:
    """What whoever speaks for these actors should have before their eyes. No query for none."""
    found: dict[int, Markup] = {}
    for source in _SOURCES if actors else ():
        for actor, words in source(actors).items():
            found[actor] = found.get(actor, Markup()) + words
    return found


def questions_beside(
    writer: int, actors: Collection[int], typed: Mapping[str, str], errors: Mapping[str, Sequence[str]]
) -> list[Asked]:
    """What whoever writes for these actors is asked, with what they chose. Nothing where there is no answer."""
    asked = []
    for question in _QUESTIONS if actors else ():
        if options := question.options(writer, actors):
            name = question.name
            asked.append(Asked(question, options, typed.get(name, ""), errors.get(name, ())))
    return asked


def keep_answers(author: int, post: int, answers: Mapping[str, int]) -> None:
    """Hand on what was answered, by question, about a post of this author that is being published."""
    for question in _QUESTIONS:
        if question.name in answers:
            question.keep(author, post, answers[question.name])


def answers_given(writer: int, author: int, typed: Mapping[str, str]) -> dict[str, int]:
    """What was answered for this author, by question. Who writes for themselves was asked nothing, whatever the
    list still says.

    Raises Refused, for the field of the question, for an answer that is not one of this author's.
    """
    given = {}
    for question in _QUESTIONS if author != writer else ():
        chosen = typed.get(question.name, "")
        if not chosen:
            continue
        answers = {str(option.id): option.id for option in question.options(writer, [author]).get(author, ())}
        if chosen not in answers:
            raise Refused(_("This does not belong to the company for which you speak."), field=question.name)
        given[question.name] = answers[chosen]
    return given
