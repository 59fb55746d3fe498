"""Reads about notices."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, F, Max, Q, Window
from django.db.models.functions import RowNumber

from draht.actors.queries import LINE, ActorLine
from draht.common.ids import time_of
from draht.common.paging import Page, page_of
from draht.enquiries.queries import titles_for
from draht.notifications.models import Kind, Notice, NoticeChoice
from draht.notifications.rules import is_mailed
from draht.posts.models import Post
from draht.posts.queries import comment_excerpts, mentioning
from draht.posts.rules import readable_by
from draht.ties.queries import hidden_ids

GROUPS = 20
# A group names two people at most; somebody who comments often may stand several times among the newest.
_NEWEST = 6


class NoticeLine(NamedTuple):
    """A group of notices as one line: who did it, newest first, and to what.

    `people` are at most two of `how_many`. `words` are the comment, or else the post or the enquiry, that it is about;
    `object_id` is known to `group_of` alone: what else the notice leads to.
    """

    id: int
    kind: str
    people: tuple[ActorLine, ...]
    how_many: int
    post: int
    comment: int
    enquiry: int
    words: str
    when: datetime
    unread: bool
    object_id: int = 0


def notices(recipient: int, *, before: int) -> Page[NoticeLine]:
    """The notices of a member, newest first and grouped. What they may no longer read is left out. Four queries, two
    more where enquiries are among them."""
    groups = (
        Notice.objects.filter(recipient=recipient)
        .order_by()
        .values("group")
        .annotate(newest=Max("id"), people=Count("actor", distinct=True), unread=Count("id", filter=Q(read=False)))
        .filter(newest__lt=before)
        .order_by("-newest")
        .values_list("group", "newest", "people", "unread")
    )
    page = page_of(list(groups[: GROUPS + 1]), size=GROUPS, id_of=lambda group: group[1])
    return Page(_lines(recipient, page.items), page.older)


def lines_of(recipient: int, ids: Iterable[int]) -> list[NoticeLine]:
    """These notices of a member, oldest first and grouped, without what they may no longer read."""
    groups = (
        Notice.objects.filter(recipient=recipient, id__in=list(ids))
        .order_by()
        .values("group")
        .annotate(newest=Max("id"), people=Count("actor", distinct=True), unread=Count("id"))
        .order_by("newest")
        .values_list("group", "newest", "people", "unread")
    )
    return _lines(recipient, list(groups))


def _lines(recipient: int, groups: Sequence[tuple[str, int, int, int]]) -> list[NoticeLine]:
    rows = _newest_rows(recipient, [group for group, *_ in groups])
    words = _words(recipient, [(found[0][2], found[0][3]) for found in rows.values()])
    asked = {found[0][4] for found in rows.values()} - {0}
    titles = titles_for(recipient, asked) if asked else {}
    lines = []
    for group, newest, people, unread in groups:
        _, kind, post, comment, enquiry, *_ = rows[group][0]
        if (post and (post, comment) not in words) or (enquiry and enquiry not in titles):
            continue
        lines.append(
            NoticeLine(
                id=newest,
                kind=kind,
                people=tuple(dict.fromkeys(ActorLine(*row[5:]) for row in rows[group]))[:2],
                how_many=people,
                post=post,
                comment=comment,
                enquiry=enquiry,
                words=words.get((post, comment), "") or titles.get(enquiry, ""),
                when=time_of(newest),
                unread=unread > 0,
            )
        )
    return lines


_Row = tuple[str, str, int, int, int, int, str, str, str, str, str, int]


def _newest_rows(recipient: int, groups: list[str]) -> dict[str, list[_Row]]:
    """The newest few notices of each group."""
    place = Window(RowNumber(), partition_by=[F("group")], order_by=F("id").desc())
    rows = Notice.objects.filter(recipient=recipient, group__in=groups).annotate(place=place)
    newest = rows.filter(place__lte=_NEWEST).order_by("-id")
    found: dict[str, list[_Row]] = {}
    fields = ("group", "kind", "post_id", "comment_id", "enquiry_id", *(f"actor__{name}" for name in LINE))
    for row in newest.values_list(*fields) if groups else ():
        found.setdefault(row[0], []).append(row)
    return found


def _words(recipient: int, objects: list[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """What was said there, for those that the recipient may read and that names nobody hidden from them."""
    posts = Post.objects.filter(readable_by(recipient), id__in={post for post, _ in objects if post})
    excerpts = dict(posts.values_list("id", "excerpt"))
    below = [(post, comment) for post, comment in objects if comment and post in excerpts]
    comments = comment_excerpts(recipient, below)
    found = {(post, 0): words for post, words in excerpts.items()} | comments
    for place in mentioning(hidden_ids(recipient), excerpts):
        found.pop(place, None)
    return found


def group_of(recipient: int, notice: int) -> tuple[str, NoticeLine | None]:
    """The group that a notice belongs to, and where it leads; ("", None) if there is none."""
    fields = ("group", "kind", "post_id", "comment_id", "enquiry_id", "read", "object_id")
    row = Notice.objects.filter(recipient=recipient, id=notice)
    found = row.values_list(*fields, *(f"actor__{name}" for name in LINE)).first()
    if found is None:
        return "", None
    group, kind, post, comment, enquiry, read, about, *actor = found
    who = (ActorLine(*actor),)
    return group, NoticeLine(notice, kind, who, 1, post, comment, enquiry, "", time_of(notice), not read, about)


class ChoiceLine(NamedTuple):
    """A kind of notice, and whether the member wants it, at the bell and by mail."""

    kind: Kind
    wanted: bool
    mailed: bool


def choices_of(member: int) -> list[ChoiceLine]:
    """What a member wants to be told, in the order of the kinds."""
    rows = NoticeChoice.objects.filter(member=member).values_list("kind", "wanted", "mailed")
    said = {kind: (wanted, mailed) for kind, wanted, mailed in rows}
    by_mail = {kind: mailed for kind, (_wanted, mailed) in said.items()}
    return [ChoiceLine(kind, said.get(kind, (True, None))[0], is_mailed(kind, by_mail)) for kind in Kind]
