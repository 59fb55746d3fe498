"""Facts about notices."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from draht.actors.models import Actor
from draht.common.ids import new_id


class Kind(models.TextChoices):
    """What a notice is about. The words stand on the page where one chooses."""

    REQUEST = "request", _("somebody asks you for contact")
    ACCEPTANCE = "acceptance", _("somebody accepts your contact request")
    COMMENT = "comment", _("somebody comments on your post")
    ANSWER = "answer", _("somebody answers your comment")
    MENTION = "mention", _("somebody mentions you")
    LIKE = "like", _("somebody likes your post or comment")
    RECOMMENDATION = "recommend", _("somebody recommends your post")
    FOLLOW = "follow", _("somebody follows you")
    REPLY = "reply", _("a company answers your enquiry")
    ENQUIRY = "enquiry", _("somebody asks a company for which you answer")
    ASSIGNMENT = "assignment", _("somebody gives an enquiry to you")
    ON_COMPANY = "company", _("somebody comments on a post of a company for which you answer")
    REMINDER = "reminder", _("an enquiry waits, and half of the time is over")
    DUE = "due", _("an answer is due, and you are the deputy")
    OVERDUE = "overdue", _("an answer is overdue, and the company is yours")
    CASE = "case", _("a critical comment becomes a case, is answered or solved")
    HIDDEN = "hidden", _("a company hides your comment")
    APPEAL = "appeal", _("somebody appeals to you as the host, or your appeal is decided")
    WIN = "win", _("you win in a giveaway")
    VALUE = "value", _("a giveaway for which you act can be drawn")
    TEAM = "team", _("a company asks you into its team")
    EMPLOYED = "employed", _("a company confirms that you work there")
    DEPARTED = "departed", _("you no longer work somewhere: is your card still right?")
    DECISION = "decision", _("the host decides about a page you asked for")
    MANDATE = "mandate", _("a company offers you a mandate")
    ENDED = "ended", _("your mandate for a company ends")
    LEFT = "left", _("a mandate ends that your company gave")
    DRAFT = "draft", _("a draft waits for your release")
    RELEASED = "released", _("a company releases your draft")
    RETURNED = "returned", _("a company returns your draft")
    STOPPED = "stopped", _("something that you planned could not be published")


# What waits for an answer or a decision, so that nobody has to look at the bell for it: mailed unless one says no.
MAILED = frozenset(
    {
        Kind.REQUEST,
        Kind.REPLY,
        Kind.ENQUIRY,
        Kind.ASSIGNMENT,
        Kind.REMINDER,
        Kind.DUE,
        Kind.OVERDUE,
        Kind.APPEAL,
        Kind.WIN,
        Kind.VALUE,
        Kind.TEAM,
        Kind.DECISION,
        Kind.MANDATE,
        Kind.ENDED,
        Kind.LEFT,
        Kind.DRAFT,
        Kind.RELEASED,
        Kind.RETURNED,
        Kind.STOPPED,
    }
)
# What tells a team that somebody waits.
WAITING = (Kind.ENQUIRY, Kind.REMINDER, Kind.DUE, Kind.OVERDUE)


class Notice(models.Model):
    """`actor` did something that concerns `recipient`. `object_id` is what it was done with or what came of it: a
    request, a post, a comment, a message, a station; 0 for a follow. Notices with the same `group` are shown as one."""

    pk = models.CompositePrimaryKey("recipient_id", "id")
    recipient = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    id = models.BigIntegerField(default=new_id)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    object_id = models.BigIntegerField(default=0)
    post_id = models.BigIntegerField(default=0)
    comment_id = models.BigIntegerField(default=0)
    enquiry_id = models.BigIntegerField(default=0)
    group = models.CharField(max_length=40)
    read = models.BooleanField(default=False)
    # About which company it is told to one of its people; 0: it is their own matter.
    company_id = models.BigIntegerField(default=0, db_default=0)
    waits_for_mail = models.BooleanField(default=False, db_default=False)

    objects: ClassVar[models.Manager["Notice"]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recipient", "kind", "object_id", "actor"], name="notifications_told_once")
        ]
        indexes = [
            models.Index(fields=["recipient", "group", "id"], name="notifications_group"),
            models.Index(fields=["recipient", "group"], condition=Q(read=False), name="notifications_unread"),
            models.Index(fields=["recipient"], condition=Q(waits_for_mail=True), name="notifications_mail"),
            models.Index(fields=["post_id"], name="notifications_post"),
            models.Index(fields=["enquiry_id"], condition=Q(enquiry_id__gt=0), name="notifications_enquiry"),
        ]


class NoticeChoice(models.Model):
    """Whether a member wants notices of a kind, and mail about them. Without a row they want the notices."""

    pk = models.CompositePrimaryKey("member_id", "kind")
    member = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    wanted = models.BooleanField()
    # None: as `MAILED` says.
    mailed = models.BooleanField(null=True)

    objects: ClassVar[models.Manager["NoticeChoice"]] = models.Manager()
