"""Facts about companies: the page, its names, places and hours; the team and what it did."""

from typing import Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from draht.actors.models import Actor
from draht.common.ids import new_id
from draht.members.models import Member

NAME = 120
BRANCH = 80
WISH = 600
ABOUT = 4_000
IMPRINT = 2_000
CLAIM = 1_000
RECORD = 2_000
WORDS = 1_000


class Size(models.TextChoices):
    """How many people work there, in the bands of European statistics (Eurostat)."""

    MICRO = "1-9", _("1 to 9 people")
    SMALL = "10-49", _("10 to 49 people")
    MEDIUM = "50-249", _("50 to 249 people")
    LARGE = "250-", _("250 people and more")


class Company(models.Model):
    """A firm with a page. Its name, headline, logo and hue are in the actor."""

    actor = models.OneToOneField(Actor, on_delete=models.CASCADE, primary_key=True, related_name="company")
    branch = models.CharField(max_length=BRANCH, blank=True, default="")
    size = models.CharField(max_length=8, choices=Size.choices, blank=True, default="")
    # Its domain, such as rheinseil.example: what proofs and addresses of its people are compared with.
    domain = models.CharField(max_length=120, blank=True, default="")
    makes = models.TextField(max_length=WISH, blank=True, default="")
    seeks = models.TextField(max_length=WISH, blank=True, default="")
    about = models.TextField(max_length=ABOUT, blank=True, default="")
    about_html = models.TextField(blank=True, default="")
    # Who answers for the page, as the law of its country asks (in Germany § 5 DDG). Without it nothing is published.
    imprint = models.TextField(max_length=IMPRINT, blank=True, default="")
    time_zone = models.CharField(max_length=40, default="Europe/Berlin")
    # After and until when mail about the company waits; None: it never does.
    quiet_begins = models.TimeField(null=True)
    quiet_ends = models.TimeField(null=True)
    # None: only the team sees the page.
    published = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Company"]] = models.Manager()

    def __str__(self) -> str:
        return self.actor.name


class CompanyName(models.Model):
    """A further name or brand that leads to the page."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=NAME)

    objects: ClassVar[models.Manager["CompanyName"]] = models.Manager()


class CompanyWord(models.Model):
    """A word under which a company is found, from its names, branch and places; folded as in `members.words`."""

    pk = models.CompositePrimaryKey("word", "company_id")
    word = models.CharField(max_length=40)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[models.Manager["CompanyWord"]] = models.Manager()


class Place(models.Model):
    """Where a company is. The first one is its seat, whose public holidays count for its hours."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="places")
    label = models.CharField(max_length=60, blank=True, default="")
    street = models.CharField(max_length=120, blank=True, default="")
    postcode = models.CharField(max_length=12, blank=True, default="")
    city = models.CharField(max_length=80)
    # ISO 3166-1 alpha-2, and the part after the hyphen of ISO 3166-2: "DE", "NW".
    country = models.CharField(max_length=2, default="DE")
    region = models.CharField(max_length=3, blank=True, default="")

    objects: ClassVar[models.Manager["Place"]] = models.Manager()


class OpeningTime(models.Model):
    """From when until when a company is there on a weekday (0: Monday). A day may have several."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="opening_times")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    objects: ClassVar[models.Manager["OpeningTime"]] = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weekday__range=(0, 6)) & models.Q(closes__gt=models.F("opens")),
                name="companies_opening_time",
            )
        ]


# --- the team ---------------------------------------------------------------------------------------------------------


class Role(models.TextChoices):
    """What somebody does for the page. `rules.RIGHTS` says what each may."""

    OWNER = "owner", pgettext_lazy("role", "Owner")
    EDITOR = "editor", pgettext_lazy("role", "Editor")
    ANSWERER = "answerer", pgettext_lazy("role", "Answerer")
    RECRUITER = "recruiter", pgettext_lazy("role", "Recruiter")
    ANALYST = "analyst", pgettext_lazy("role", "Analyst")


class TeamRole(models.Model):
    """A member of the team in one of their roles."""

    pk = models.CompositePrimaryKey("company_id", "member_id", "role")
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=9, choices=Role.choices)

    objects: ClassVar[models.Manager["TeamRole"]] = models.Manager()


class LogEntry(models.Model):
    """Something that was done for the page. `what` is a word that `queries.log` puts into a sentence."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+", db_index=False)
    id = models.BigIntegerField(default=new_id)
    # Who did it; None once they have left the network, or when the clock did.
    member = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    what = models.CharField(max_length=40)
    facts: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects: ClassVar[models.Manager["LogEntry"]] = models.Manager()


class TeamInvitation(models.Model):
    """Somebody is asked to help with the page in these roles."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    roles: models.JSONField[list[str], list[str]] = models.JSONField(default=list)

    objects: ClassVar[models.Manager["TeamInvitation"]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["company", "member"], name="companies_invited_once")]


# --- the right to the page --------------------------------------------------------------------------------------------


class ProofKind(models.TextChoices):
    """How a company shows that the page is its own."""

    DNS = "dns", _("An entry in the domain’s DNS")
    FILE = "file", _("A file on its website")
    MAIL = "mail", _("Mail at its domain")
    HOST = "host", _("The host’s word")


class Proof(models.Model):
    """One way in which the right to the page was shown, or is being shown."""

    pk = models.CompositePrimaryKey("company_id", "kind")
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=4, choices=ProofKind.choices)
    # Of which domain; empty for the host's word.
    domain = models.CharField(max_length=120, blank=True, default="")
    # The line that is to be found there.
    record = models.CharField(max_length=60, blank=True, default="")
    # Since when it holds; None: it was not found yet, or is lost.
    proved = models.DateTimeField(null=True, blank=True)
    # When somebody looked last, what was wrong then (a word of `proofs.Fault`), how often in a row.
    checked = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=12, blank=True, default="")
    misses = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[models.Manager["Proof"]] = models.Manager()


class ClaimKind(models.TextChoices):
    """What the host is asked to decide."""

    RUN = "run", _("wants to run this page")
    WORD = "word", _("asks for the host’s word that the page is the company’s own")


class ClaimState(models.TextChoices):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class PageClaim(models.Model):
    """Somebody says that they have a right to a page, in words that the host judges."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=4, choices=ClaimKind.choices)
    words = models.TextField(max_length=CLAIM)
    state = models.CharField(max_length=8, choices=ClaimState.choices, default=ClaimState.OPEN)
    # The host's reason, for who asked.
    answer = models.TextField(max_length=CLAIM, blank=True, default="")
    decided = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["PageClaim"]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["company", "member", "kind"],
                condition=models.Q(state="open"),
                name="companies_claimed_once",
            )
        ]


# --- the mandate ------------------------------------------------------------------------------------------------------


class Scope(models.TextChoices):
    """What a mandate is for. Each is a right of the same name (`rules.Right`)."""

    WRITE = "write", _("Write posts")
    ANSWER = "answer", _("Answer questions")
    JOBS = "jobs", _("Look after jobs")
    FIGURES = "figures", _("See the figures")


class Ending(models.TextChoices):
    """Why a mandate, or the offer of one, is over."""

    DECLINED = "declined", _("declined")
    TAKEN_BACK = "taken back", _("offer taken back")
    REVOKED = "revoked", _("revoked by the company")
    GIVEN_UP = "given up", _("given up by the caretaker")
    TERM = "term", _("term over")


class Mandate(models.Model):
    """Somebody outside the team, the caretaker, acts for the company within a scope and a term.

    Offered by an owner, accepted by the caretaker, begun by the clock, ended by either side or the clock. Kept
    afterwards, with the record of the processing beside it.
    """

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    # None once they have left the network.
    caretaker = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    # The company for which the caretaker works; None: they act in their own name.
    agency = models.ForeignKey(Company, on_delete=models.SET_NULL, null=True, related_name="+")
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    # Words of `Scope` with blanks between them, so that rights are read together with those of roles.
    scope = models.CharField(max_length=40)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    # What the caretaker writes waits until one of the company's own people releases it.
    four_eyes = models.BooleanField(default=True)
    # The record of processing on behalf of the company (Art. 28 and 30 (2) GDPR).
    subject = models.TextField(max_length=RECORD)
    data_kinds = models.TextField(max_length=RECORD)
    instructions = models.TextField(max_length=RECORD)
    subprocessors = models.TextField(max_length=RECORD)
    accepted = models.DateTimeField(null=True, blank=True)
    begun = models.DateTimeField(null=True, blank=True)
    ended = models.DateTimeField(null=True, blank=True)
    # None: the clock did.
    ended_by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True, default="")
    # What the caretaker leaves behind in words.
    handover = models.TextField(max_length=ABOUT, blank=True, default="")

    objects: ClassVar[models.Manager["Mandate"]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["company", "caretaker"], condition=models.Q(ended=None), name="companies_one_mandate"
            ),
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="companies_mandate_term"),
        ]
