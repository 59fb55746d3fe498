"""Facts about giveaways: the terms, who takes part, the draw and who won."""

from typing import ClassVar, TypedDict

from django.db import models
from django.utils.translation import pgettext_lazy

from draht.common.ids import new_id
from draht.companies.models import Company
from draht.members.models import Member

TITLE, LINE, TEXT = 120, 300, 2_000
DIGEST = 64  # SHA-256 in hexadecimal digits


class State(models.TextChoices):
    """Where a giveaway stands. `rules.TRANSITIONS` says what may follow."""

    DRAFT = "draft", pgettext_lazy("giveaway", "Draft")
    RUNNING = "running", pgettext_lazy("giveaway", "Open")
    CLOSED = "closed", pgettext_lazy("giveaway", "Before the draw")
    DRAWN = "drawn", pgettext_lazy("giveaway", "Drawn")
    CALLED_OFF = "called_off", pgettext_lazy("giveaway", "Called off")
    CLEARED = "cleared", pgettext_lazy("giveaway", "Finished, data deleted")


class PrizeFact(TypedDict):
    """A prize as it is stored: how often, and what."""

    count: int
    what: str


class Giveaway(models.Model):
    """What a company gives away. From the start on, `terms` is what counts; the fields above it only say the same."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    title = models.CharField(max_length=TITLE)
    promoter = models.TextField(max_length=TEXT, blank=True, default="")
    prizes: models.JSONField[list[PrizeFact], list[PrizeFact]] = models.JSONField(default=list)
    eligible = models.TextField(max_length=TEXT, blank=True, default="")
    # Empty: entering is a click.
    question = models.CharField(max_length=LINE, blank=True, default="")
    closes = models.DateTimeField(null=True, blank=True)
    # Which public value decides, where it can be looked up, and on which day it comes to be.
    value_named = models.CharField(max_length=LINE, blank=True, default="")
    value_source = models.CharField(max_length=LINE, blank=True, default="")
    value_day = models.DateField(null=True, blank=True)
    confirm_days = models.PositiveSmallIntegerField(default=7)
    data_use = models.TextField(max_length=TEXT, blank=True, default="")
    deletes_on = models.DateField(null=True, blank=True)
    # Set at the start: since when people can enter, the terms as canonical JSON with their hash, the secret.
    opens = models.DateTimeField(null=True, blank=True)
    terms = models.TextField(blank=True, default="")
    terms_digest = models.CharField(max_length=DIGEST, blank=True, default="")
    secret = models.CharField(max_length=64, blank=True, default="")
    # Why it was called off, in the company's words.
    reason = models.TextField(max_length=TEXT, blank=True, default="")

    objects: ClassVar[models.Manager["Giveaway"]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["company", "id"], name="giveaways_of_company"),
            models.Index(fields=["state", "closes"], name="giveaways_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="draft") | ~models.Q(terms_digest=""), name="giveaways_started_with_terms"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Entry(models.Model):
    """A member takes part. Deleted when they withdraw, and with all others at the date that the terms name."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    giveaway = models.ForeignKey(Giveaway, on_delete=models.CASCADE, related_name="+", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    # Hexadecimal digits. Without them nobody can tell from the published mark whose it is.
    salt = models.CharField(max_length=64)
    answer = models.TextField(max_length=TEXT, blank=True, default="")

    objects: ClassVar[models.Manager["Entry"]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["giveaway", "member"], name="giveaways_one_entry_each")]


class Draw(models.Model):
    """The list of entrants as it was fixed, and later the public value and the seed. Names nobody and stays."""

    giveaway = models.OneToOneField(Giveaway, on_delete=models.CASCADE, primary_key=True, related_name="+")
    closed = models.DateTimeField()
    # The marks of all entrants, sorted, one per line.
    marks = models.TextField(blank=True)
    entrants = models.PositiveIntegerField()
    entrants_digest = models.CharField(max_length=DIGEST)
    value = models.CharField(max_length=LINE, blank=True, default="")
    value_source = models.CharField(max_length=LINE, blank=True, default="")
    typed = models.DateTimeField(null=True, blank=True)
    seed = models.CharField(max_length=DIGEST, blank=True, default="")

    objects: ClassVar[models.Manager["Draw"]] = models.Manager()


class Outcome(models.TextChoices):
    """What became of a win."""

    OPEN = "open", pgettext_lazy("win", "waits for an answer")
    CONFIRMED = "confirmed", pgettext_lazy("win", "confirmed")
    DECLINED = "declined", pgettext_lazy("win", "declined")
    LAPSED = "lapsed", pgettext_lazy("win", "not confirmed in time")


class Win(models.Model):
    """Somebody was drawn. `instead_of` is the place whose prize was passed on to this one."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    giveaway = models.ForeignKey(Giveaway, on_delete=models.CASCADE, related_name="+", db_index=False)
    place = models.PositiveIntegerField()
    mark = models.CharField(max_length=DIGEST)
    prize = models.PositiveSmallIntegerField()
    instead_of = models.PositiveIntegerField(null=True, blank=True)
    outcome = models.CharField(max_length=9, choices=Outcome.choices, default=Outcome.OPEN)
    until = models.DateTimeField()
    # None once the winner has left, or the data of the giveaway are deleted.
    entry = models.ForeignKey(Entry, on_delete=models.SET_NULL, null=True, related_name="+")
    shows_name = models.BooleanField(default=False)
    # How the prize reaches the winner, in their words, for the team alone.
    reach = models.TextField(max_length=TEXT, blank=True, default="")

    objects: ClassVar[models.Manager["Win"]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["giveaway", "place"], name="giveaways_place"),
            models.UniqueConstraint(fields=["giveaway", "instead_of"], name="giveaways_passed_on_once"),
        ]
