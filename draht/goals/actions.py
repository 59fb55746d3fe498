"""Writes about goals."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from draht import outbox
from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.actions import note
from draht.companies.models import Company
from draht.goals.events import ProfessionsNamed
from draht.goals.models import (
    LONGEST_PROFESSIONS,
    LONGEST_WORDS,
    GiveawayServing,
    Goal,
    Indicator,
    Professions,
    Serving,
    Target,
    Theme,
)
from draht.goals.queries import professions_of
from draht.goals.rules import MOST_GOALS, MOST_PROFESSIONS, SHORTEST_PROFESSION, may_end_on
from draht.posts.models import Post
from draht.richtext import clean_line


@transaction.atomic
def state_goal(
    *,
    company: int,
    by: int,
    theme: Theme,
    words: str,
    indicator: Indicator,
    begins_at: int,
    wanted: int,
    until: date,
) -> Goal:
    """Say what the page is for, with a first target. `begins_at` is what the indicator shows now. Raises Refused."""
    words = clean_line(words)
    if not words:
        raise Refused(_("Please say in a few words what you want to reach."), field="words")
    if len(words) > LONGEST_WORDS:
        raise Refused(_("At most %(max)s characters, please.") % {"max": LONGEST_WORDS}, field="words")
    if not may_end_on(until, timezone.localdate(clock.now())):
        raise Refused(_("Please choose a day in the next two years."), field="until")
    Company.objects.select_for_update().get(actor=company)
    if Goal.objects.filter(company=company, closed=None).count() >= MOST_GOALS:
        raise Refused(_("More than %(number)d goals are none. Close one first.") % {"number": MOST_GOALS})
    goal = Goal.objects.create(company_id=company, theme=theme, words=words, until=until, stated=clock.now())
    _set_target(goal, indicator, begins_at, wanted)
    note(company=company, member=by, what="goal stated", words=words)
    return goal


def _set_target(goal: Goal, indicator: Indicator, begins_at: int, wanted: int) -> Target:
    return Target.objects.create(goal=goal, indicator=indicator, begins_at=begins_at, wanted=wanted, since=clock.now())


@transaction.atomic
def add_target(*, goal: Goal, by: int, indicator: Indicator, begins_at: int, wanted: int) -> Target:
    """See an open goal by one more indicator. `begins_at` is what it shows now. Raises Refused."""
    goal = Goal.objects.select_for_update().get(id=goal.id)
    if goal.closed:
        raise Refused(_("This goal is closed."))
    if goal.targets.filter(indicator=indicator).exists():
        raise Refused(_("This goal has a target for this figure already."), field="indicator")
    target = _set_target(goal, indicator, begins_at, wanted)
    note(company=goal.company_id, member=by, what="target added", words=goal.words)
    return target


@transaction.atomic
def remove_target(*, goal: Goal, target: int, by: int) -> None:
    """Take a target from a goal. Raises Refused if it is the last: by nothing one cannot see whether it is reached."""
    goal = Goal.objects.select_for_update().get(id=goal.id)
    if goal.closed:
        raise Refused(_("This goal is closed."))
    if not goal.targets.exclude(id=target).exists():
        raise Refused(_("A goal needs at least one target."))
    removed, _rows = goal.targets.filter(id=target).delete()
    if removed:
        note(company=goal.company_id, member=by, what="target removed", words=goal.words)


@transaction.atomic
def close_goal(*, goal: Goal, by: int) -> None:
    """End a goal: reached, or given up. What served it stays so."""
    if Goal.objects.filter(id=goal.id, closed=None).update(closed=clock.now()):
        note(company=goal.company_id, member=by, what="goal closed", words=goal.words)


@transaction.atomic
def name_professions(*, company: int, by: int, words: str) -> None:
    """Say among which professions the company wants followers: words that titles contain, with commas between them.
    Raises Refused."""
    found = list(dict.fromkeys(filter(None, (clean_line(word) for word in words.split(",")))))
    said = ", ".join(found)
    if len(found) > MOST_PROFESSIONS or len(said) > LONGEST_PROFESSIONS:
        raise Refused(_("At most %(max)d words, please.") % {"max": MOST_PROFESSIONS}, field="professions")
    if any(len(word) < SHORTEST_PROFESSION for word in found):
        least = _("Each word needs at least %(min)d letters.") % {"min": SHORTEST_PROFESSION}
        raise Refused(least, field="professions")
    if ", ".join(professions_of(company)) == said:
        return
    if found:
        Professions.objects.update_or_create(company_id=company, defaults={"words": said})
    else:
        Professions.objects.filter(company=company).delete()
    note(company=company, member=by, what="professions named", words=said or "–")
    outbox.record(ProfessionsNamed(company=company))


@transaction.atomic
def let_post_serve(*, company: int, post: int, goal: Goal | None) -> None:
    """Say which goal a post of the company serves, or none. Raises Refused for posts of others."""
    if not Post.objects.filter(id=post, author=company).exists():
        raise Refused(_("This post has been deleted."))
    if goal is None:
        Serving.objects.filter(post=post).delete()
    else:
        Serving.objects.update_or_create(post_id=post, defaults={"goal": goal})


def serve_when_published(company: int, post: int, goal: int) -> None:
    """What was chosen in the composer, in the transaction that publishes the post. Where the goal is closed or gone
    by the time a draft comes out, it serves none."""
    chosen = Goal.objects.filter(id=goal, company=company, closed=None).first()
    if chosen:
        let_post_serve(company=company, post=post, goal=chosen)


@transaction.atomic
def let_giveaway_serve(*, giveaway: int, goal: Goal | None) -> None:
    """Say which goal a giveaway serves, or none. Whoever calls has seen that both are of the same company."""
    if goal is None:
        GiveawayServing.objects.filter(giveaway=giveaway).delete()
    else:
        GiveawayServing.objects.update_or_create(giveaway=giveaway, defaults={"goal": goal})
