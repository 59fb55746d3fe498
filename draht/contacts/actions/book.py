"""A member's own order among their contacts: tags and notes; and what is new about contacts."""

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from draht.common import clock
from draht.common.refusal import Refused
from draht.contacts.models import LONGEST_NOTE, LONGEST_TAG, Change, ContactNote, ContactTag
from draht.richtext import clean_line, clean_text
from draht.ties.rules import is_contact

MOST_TAGS = 20
CHANGES_LAST = timedelta(days=400)


def _need_contact(owner: int, contact: int) -> None:
    if not is_contact(owner, contact):
        raise Refused(_("You are not contacts."))


def _same_as_known(owner: int, tags: Collection[str]) -> set[str]:
    """The tags, without doubles, written as their owner wrote them before."""
    known = ContactTag.objects.filter(owner=owner).values_list("tag", flat=True).distinct()
    written = {tag.casefold(): tag for tag in known}
    return {written.setdefault(tag.casefold(), tag) for tag in (clean_line(raw) for raw in tags) if tag}


@transaction.atomic
def set_tags(*, owner: int, contact: int, tags: Collection[str]) -> None:
    """Give a contact exactly these tags of one's own. Raises Refused if there are too many or one is too long."""
    _need_contact(owner, contact)
    wanted = _same_as_known(owner, tags)
    if len(wanted) > MOST_TAGS:
        raise Refused(_("At most %(max)s tags, please.") % {"max": MOST_TAGS}, field="tags")
    if any(len(tag) > LONGEST_TAG for tag in wanted):
        raise Refused(_("A tag has at most %(max)s characters.") % {"max": LONGEST_TAG}, field="tags")
    ContactTag.objects.filter(owner=owner, contact=contact).exclude(tag__in=wanted).delete()
    rows = [ContactTag(owner_id=owner, contact_id=contact, tag=tag) for tag in wanted]
    ContactTag.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def write_note(*, owner: int, contact: int, text: str) -> ContactNote:
    """Write something down about a contact, for oneself."""
    _need_contact(owner, contact)
    text = clean_text(text)
    if not text:
        raise Refused(_("Please write something."), field="text")
    if len(text) > LONGEST_NOTE:
        raise Refused(_("At most %(max)s characters, please.") % {"max": LONGEST_NOTE}, field="text")
    return ContactNote.objects.create(owner_id=owner, contact_id=contact, text=text)


def delete_note(*, owner: int, note: int) -> None:
    """Delete a note of one's own."""
    ContactNote.objects.filter(owner=owner, id=note).delete()


def note_change(*, member: int, what: Change.What, object_id: int) -> None:
    """Remember when something of a member changed last."""
    Change.objects.update_or_create(member_id=member, what=what, object_id=object_id, defaults={"at": clock.now()})


def forget_change(*, member: int, what: Change.What, object_id: int) -> None:
    """Forget a change of something that is gone."""
    Change.objects.filter(member=member, what=what, object_id=object_id).delete()


def prune_changes() -> None:
    """Delete changes that are no longer news."""
    Change.objects.filter(at__lt=clock.now() - CHANGES_LAST).delete()
