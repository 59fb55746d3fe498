"""Facts about contacts."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from draht.actors.models import Actor
from draht.common import clock
from draht.common.ids import new_id

LONGEST_TEXT = 300
LONGEST_DETAIL = 120
LONGEST_TAG = 40
LONGEST_NOTE = 2_000


class Ground(models.TextChoices):
    """Why these two should know each other."""

    MET = "met", _("We have met")
    TOPIC = "topic", _("Same group or topic")
    MUTUAL = "mutual", _("Mutual contact")
    ENQUIRY = "enquiry", _("Enquiry")
    COLLEAGUE = "colleague", _("Colleague, also former")
    OTHER = "other", _("Another reason")


class State(models.TextChoices):
    """What became of a request. Declined, reported or ended by a block it is still open on the asker's page."""

    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    PITCH = "pitch", _("sales pitch")
    BLOCKED = "blocked", _("blocked")
    WITHDRAWN = "withdrawn", _("withdrawn")
    EXPIRED = "expired", _("expired")


class ContactRequest(models.Model):
    """Somebody asks somebody for contact. Between two there is one at a time, in whichever direction.

    `state` is what the request has come to. `shown` is what its asker sees: open, accepted, withdrawn or expired; or
    blocked, when a block took it off both pages.
    """

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    asker = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    asked = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    ground = models.CharField(max_length=9, choices=Ground.choices)
    detail = models.CharField(max_length=LONGEST_DETAIL, blank=True, default="")
    text = models.CharField(max_length=LONGEST_TEXT, blank=True, default="")
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    shown = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    asked_at = models.DateTimeField(default=clock.now)
    decided_at = models.DateTimeField(null=True, blank=True)  # by the asked
    ended_at = models.DateTimeField(null=True, blank=True)  # on the asker's page

    objects: ClassVar[models.Manager["ContactRequest"]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["asker", "shown", "id"], name="contacts_request_asker"),
            models.Index(fields=["asked", "state", "id"], name="contacts_request_asked"),
            models.Index(fields=["shown", "asked_at"], name="contacts_request_age"),
        ]
        constraints = [
            models.UniqueConstraint(
                Least("asker", "asked"),
                Greatest("asker", "asked"),
                condition=models.Q(shown=State.OPEN),
                name="contacts_one_open_request",
            ),
            models.CheckConstraint(condition=~models.Q(asker=models.F("asked")), name="contacts_not_oneself"),
        ]

    def __str__(self) -> str:
        return f"{self.asker_id} → {self.asked_id}: {self.state}"


class PromisedRelease(models.Model):
    """A field that the asker releases if the request is accepted."""

    pk = models.CompositePrimaryKey("request_id", "field_id")
    request = models.ForeignKey(ContactRequest, on_delete=models.CASCADE, related_name="promised", db_index=False)
    field = models.ForeignKey("members.CardField", on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[models.Manager["PromisedRelease"]] = models.Manager()


class Release(models.Model):
    """A contact may see this field of the owner's business card. Counts only while the two are contacts."""

    pk = models.CompositePrimaryKey("owner_id", "contact_id", "field_id")
    owner = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    contact = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    field = models.ForeignKey("members.CardField", on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=clock.now)

    objects: ClassVar[models.Manager["Release"]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["contact", "owner"], name="contacts_release_to")]


class RememberedField(models.Model):
    """A field that its owner released the last time they chose among the fields of its group."""

    pk = models.CompositePrimaryKey("owner_id", "field_id")
    owner = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    field = models.ForeignKey("members.CardField", on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[models.Manager["RememberedField"]] = models.Manager()


class Change(models.Model):
    """Something of a member that their contacts want to know has changed: only the last time is kept.

    `object_id` is a station's or a card field's id. Who may see it is decided when it is read.
    """

    class What(models.TextChoices):
        EMPLOYER = "employer"
        POSITION = "position"
        FIELD = "field"

    pk = models.CompositePrimaryKey("member_id", "what", "object_id")
    member = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    what = models.CharField(max_length=8, choices=What.choices)
    object_id = models.BigIntegerField()
    at = models.DateTimeField(default=clock.now, db_index=True)

    objects: ClassVar[models.Manager["Change"]] = models.Manager()


class ContactTag(models.Model):
    """A word by which a member sorts their contacts. Seen by nobody else; ends with the contact."""

    pk = models.CompositePrimaryKey("owner_id", "tag", "contact_id")
    owner = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    tag = models.CharField(max_length=LONGEST_TAG)
    contact = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[models.Manager["ContactTag"]] = models.Manager()


class ContactNote(models.Model):
    """What a member wrote down about a contact. Seen by nobody else; stays until its writer deletes it."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    contact = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=LONGEST_NOTE)

    objects: ClassVar[models.Manager["ContactNote"]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["owner", "contact", "id"], name="contacts_note_of")]

    def __str__(self) -> str:
        return self.text
