"""Facts about enquiries: who asks what, what was answered, how long they waited, what the team agreed with itself."""

from typing import ClassVar

from django.db import models
from django.utils.translation import pgettext_lazy

from draht.actors.models import Actor
from draht.common import clock
from draht.common.ids import new_id
from draht.companies.models import Company
from draht.members.models import Member

SUBJECT = 120
EXCERPT = 160
TEXT = 2_000
NOTE = 1_000
GUEST = 80
TITLE = 60


class State(models.TextChoices):
    """Where an enquiry stands."""

    # A guest's: nobody sees it until the link in the mail was followed.
    UNCONFIRMED = "unconfirmed", pgettext_lazy("enquiry", "Not confirmed")
    OPEN = "open", pgettext_lazy("enquiry", "Open")
    ANSWERED = "answered", pgettext_lazy("enquiry", "Answered")
    CLOSED = "closed", pgettext_lazy("enquiry", "Closed")


_IN_PUBLIC = models.Q(post_id__gt=0)


class Enquiry(models.Model):
    """A question to a company, and what followed: by a member (`asker`), by a guest (name and address), or asked in the
    open, at a place of the network (`post_id`), where its author and its words stand."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+", db_index=False)
    asker = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    guest_name = models.CharField(max_length=GUEST, blank=True, default="")
    guest_email = models.EmailField(max_length=254, blank=True, default="")
    # In which a guest is written to.
    language = models.CharField(max_length=8, blank=True, default="")
    # The post, and the comment below it or 0, in which it was asked. No copy of the words is kept.
    post_id = models.BigIntegerField(default=0, db_default=0)
    comment_id = models.BigIntegerField(default=0, db_default=0)
    subject = models.CharField(max_length=SUBJECT, blank=True, default="")
    # The beginning of the question, for lists.
    excerpt = models.CharField(max_length=EXCERPT, blank=True, default="")
    state = models.CharField(max_length=11, choices=State.choices, default=State.OPEN)
    # When the team got to see it.
    asked = models.DateTimeField(default=clock.now)
    # When something was last written to it, or done with it.
    touched = models.DateTimeField(default=clock.now)
    # Who of the team looks after it.
    assigned = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")

    objects: ClassVar[models.Manager["Enquiry"]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["company", "state", "id"], name="enquiries_inbox"),
            models.Index(fields=["asker", "id"], name="enquiries_of_asker"),
            # For what is closed and deleted by the clock.
            models.Index(fields=["state", "touched"], name="enquiries_age"),
            models.Index(fields=["post_id"], condition=_IN_PUBLIC, name="enquiries_of_post"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(asker__isnull=False, guest_email="", post_id=0)
                | (models.Q(asker__isnull=True, post_id=0) & ~models.Q(guest_email=""))
                | models.Q(asker__isnull=True, guest_email="", post_id__gt=0),
                name="enquiries_member_guest_or_public",
            ),
            models.UniqueConstraint(
                fields=["company", "post_id", "comment_id"], condition=_IN_PUBLIC, name="enquiries_one_of_each_place"
            ),
        ]

    @property
    def is_by_guest(self) -> bool:
        """Whether somebody without an account asks."""
        return bool(self.guest_email)

    @property
    def is_public(self) -> bool:
        """Whether it was asked in the open, and is answered there."""
        return self.post_id != 0


class Message(models.Model):
    """A question, or an answer of the company. It stays what it is when its writer leaves the team."""

    pk = models.CompositePrimaryKey("enquiry_id", "id")
    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="messages", db_index=False)
    id = models.BigIntegerField(default=new_id)
    is_answer = models.BooleanField()
    # Who wrote the answer for the company; None for a question, and once they have left the network.
    writer = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    # Who answered under a mandate: the agency, or the caretaker in their own name; None: one of the company's people.
    # The asker reads it, as readers of a post do (`posts.models.Said`).
    agency = models.ForeignKey(Actor, on_delete=models.SET_NULL, null=True, related_name="+")
    text = models.TextField(max_length=TEXT)

    objects: ClassVar[models.Manager["Message"]] = models.Manager()


class Note(models.Model):
    """What the team tells itself about an enquiry. In a table of its own, so that no page of the asker can show it."""

    pk = models.CompositePrimaryKey("enquiry_id", "id")
    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="+", db_index=False)
    id = models.BigIntegerField(default=new_id)
    writer = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    text = models.TextField(max_length=NOTE)

    objects: ClassVar[models.Manager["Note"]] = models.Manager()


# --- the clock --------------------------------------------------------------------------------------------------------


class Outcome(models.TextChoices):
    """How a wait ended."""

    WAITING = "waiting"
    ANSWERED = "answered"
    # The first question of an enquiry was closed without an answer.
    UNANSWERED = "unanswered"
    # Ended otherwise: by the asker, or a "thank you" was closed. It counts for nothing.
    VOID = "void"


class Stage(models.IntegerChoices):
    """Whom the clock has told that somebody waits."""

    NOBODY = 0
    ANSWERERS = 1  # at half time
    DEPUTY = 2  # when the answer is due
    OWNERS = 3  # when it is overdue


class Wait(models.Model):
    """Somebody waits for an answer. Holds no name and no words, and stays for the figures when the enquiry goes."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+", db_index=False)
    enquiry = models.ForeignKey(Enquiry, on_delete=models.SET_NULL, null=True, related_name="waits")
    is_first = models.BooleanField()
    began = models.DateTimeField()
    # By the company's hours: half of the time is over, the answer is due, the owners are to know.
    half = models.DateTimeField()
    due = models.DateTimeField()
    overdue = models.DateTimeField()
    # One working day, what the figures ask for; `due` is earlier where the company promises less.
    day_over = models.DateTimeField()
    ended = models.DateTimeField(null=True)
    # Minutes of the company's hours until the answer.
    worked = models.PositiveIntegerField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.WAITING)
    stage = models.PositiveSmallIntegerField(choices=Stage.choices, default=Stage.NOBODY)
    # When the clock looks at it next; None once it has told everybody, or the wait is over.
    next_look = models.DateTimeField(null=True, db_index=True)

    objects: ClassVar[models.Manager["Wait"]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["company", "began"], name="enquiries_wait_figures")]
        constraints = [
            models.UniqueConstraint(
                fields=["enquiry"], condition=models.Q(outcome="waiting"), name="enquiries_one_wait_at_a_time"
            )
        ]


class Figures(models.Model):
    """How the team as a whole answers, over the last 90 days: counted by a job, so that no page counts."""

    company = models.OneToOneField(Company, on_delete=models.CASCADE, primary_key=True, related_name="+")
    cases = models.PositiveIntegerField()
    in_a_day = models.PositiveIntegerField()
    # Median of the working time until an answer; None if nothing was answered.
    minutes = models.PositiveIntegerField(null=True)
    counted = models.DateTimeField(default=clock.now)

    objects: ClassVar[models.Manager["Figures"]] = models.Manager()


# --- what the team agreed ---------------------------------------------------------------------------------------------


class Desk(models.Model):
    """How a company wants its enquiries handled. Without a row: within one working day, no deputy, guests may ask."""

    company = models.OneToOneField(Company, on_delete=models.CASCADE, primary_key=True, related_name="+")
    # Hours of its opening times within which it promises an answer, if that is less than a working day.
    promise_hours = models.PositiveSmallIntegerField(null=True, blank=True)
    # Who is told when an answer is due and not there.
    deputy = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    guests_may_ask = models.BooleanField(default=True)

    objects: ClassVar[models.Manager["Desk"]] = models.Manager()


class SavedAnswer(models.Model):
    """A text that the team uses again. {name}, {company} and {me} stand for the asker, the company and the answerer."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+", db_index=False)
    title = models.CharField(max_length=TITLE)
    text = models.TextField(max_length=TEXT)

    objects: ClassVar[models.Manager["SavedAnswer"]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["company", "title"], name="enquiries_saved_answers")]

    def __str__(self) -> str:
        return self.title
