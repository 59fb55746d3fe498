"""Facts about members: the person, the profile section by section, the business card."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from draht.actors.models import Actor
from draht.common.ids import new_id


class Member(models.Model):
    """A person with an account. What others see everywhere is in the actor."""

    actor = models.OneToOneField(Actor, on_delete=models.CASCADE, primary_key=True, related_name="member")
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="member")
    first_name = models.CharField(max_length=60)
    last_name = models.CharField(max_length=60)
    renamed = models.DateTimeField(null=True, blank=True)
    # Set by notifications and contacts, so that every page knows them from the one row it reads of its viewer.
    unread_notices = models.PositiveIntegerField(default=0)
    open_requests = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager["Member"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}"


class NameWord(models.Model):
    """A word under which the directory finds a member: from the name, or from an employer that members may see.

    Folded to a–z and 0–9, umlauts in both spellings: "Müller" is muller and mueller.
    """

    LENGTH = 40

    pk = models.CompositePrimaryKey("word", "member_id")
    word = models.CharField(max_length=LENGTH)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="words")

    objects: ClassVar[models.Manager["NameWord"]] = models.Manager()


# --- who sees what ----------------------------------------------------------------------------------------------------


class Section(models.TextChoices):
    """A part of the profile, shown and edited as a whole."""

    PORTRAIT = "portrait", pgettext_lazy("section", "Portrait")
    PLACE = "place", _("Place")
    ABOUT = "about", pgettext_lazy("section", "About")
    WISHES = "wishes", _("Looking for and offering")
    STATIONS = "stations", _("Career")
    EDUCATION = "education", _("Education")
    SKILLS = "skills", _("Skills")
    LANGUAGES = "languages", _("Languages")
    INTERESTS = "interests", _("Interests")
    LINKS = "links", _("Links")


class Audience(models.TextChoices):
    """Who sees a section."""

    EVERYBODY = "everybody", pgettext_lazy("who sees it", "Everybody")
    MEMBERS = "members", pgettext_lazy("who sees it", "Members")
    CONTACTS = "contacts", pgettext_lazy("who sees it", "Contacts")


class SectionAudience(models.Model):
    """Who sees this section, if its owner has chosen: otherwise `rules.DEFAULT_AUDIENCE` holds."""

    pk = models.CompositePrimaryKey("member_id", "section")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    section = models.CharField(max_length=12, choices=Section.choices)
    audience = models.CharField(max_length=12, choices=Audience.choices)

    objects: ClassVar[models.Manager["SectionAudience"]] = models.Manager()


# --- profile ----------------------------------------------------------------------------------------------------------


class Profile(models.Model):
    """The sections of the profile that are one text. Its rows are in the tables below."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, primary_key=True, related_name="profile")
    # False while the headline is made from the current station.
    has_own_headline = models.BooleanField(default=False)
    # The key of the picture in `media`. The actor carries it too while everybody may see it.
    portrait = models.CharField(max_length=32, blank=True, default="")
    place = models.CharField(max_length=80, blank=True, default="")
    about = models.TextField(max_length=4000, blank=True, default="")
    about_html = models.TextField(blank=True, default="")
    looking_for = models.TextField(max_length=600, blank=True, default="")
    offering = models.TextField(max_length=600, blank=True, default="")

    objects: ClassVar[models.Manager["Profile"]] = models.Manager()


class Entry(models.Model):
    """A row of a section."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        abstract = True


class Station(Entry):
    """A time of work. Without an end it lasts until now; months may be unknown."""

    employer = models.CharField(max_length=120)
    # The actor of the company that the member says this is.
    employer_actor = models.ForeignKey(Actor, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    # When that company said so, too; None: only the member says it.
    confirmed = models.DateTimeField(null=True, blank=True)
    title = models.CharField(max_length=120, blank=True, default="")
    from_year = models.PositiveSmallIntegerField()
    from_month = models.PositiveSmallIntegerField(null=True, blank=True)
    to_year = models.PositiveSmallIntegerField(null=True, blank=True)
    to_month = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField(max_length=2000, blank=True, default="")

    objects: ClassVar[models.Manager["Station"]] = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_year__isnull=True) | models.Q(to_year__gte=models.F("from_year")),
                name="members_station_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=(models.Q(from_month__isnull=True) | models.Q(from_month__range=(1, 12)))
                & (models.Q(to_month__isnull=True) | models.Q(to_month__range=(1, 12))),
                name="members_station_months",
            ),
        ]

    @property
    def is_current(self) -> bool:
        """Whether it lasts until now."""
        return self.to_year is None


class Education(Entry):
    """A time of learning."""

    school = models.CharField(max_length=120)
    degree = models.CharField(max_length=120, blank=True, default="")
    field = models.CharField(max_length=120, blank=True, default="")
    from_year = models.PositiveSmallIntegerField(null=True, blank=True)
    to_year = models.PositiveSmallIntegerField(null=True, blank=True)

    objects: ClassVar[models.Manager["Education"]] = models.Manager()


class Level(models.TextChoices):
    """How well a language is spoken: the Common European Framework of Reference, and native."""

    A1 = "A1", _("A1 · first words")
    A2 = "A2", _("A2 · simple talk")
    B1 = "B1", _("B1 · gets along")
    B2 = "B2", _("B2 · good")
    C1 = "C1", _("C1 · fluent")
    C2 = "C2", _("C2 · nearly native")
    NATIVE = "native", pgettext_lazy("language", "native")


class Language(Entry):
    """A language that a member speaks."""

    code = models.CharField(max_length=8)
    level = models.CharField(max_length=6, choices=Level.choices, blank=True, default="")

    objects: ClassVar[models.Manager["Language"]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "code"], name="members_language_once")]


class Skill(Entry):
    """Something a member can do, in a word or two."""

    name = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[models.Manager["Skill"]] = models.Manager()


class Interest(Entry):
    """Something a member likes, in a word or two."""

    name = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[models.Manager["Interest"]] = models.Manager()


class Link(Entry):
    """Another place of this member on the web."""

    label = models.CharField(max_length=60)
    url = models.URLField(max_length=400)
    position = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[models.Manager["Link"]] = models.Manager()


# --- business card ----------------------------------------------------------------------------------------------------


class CardGroup(models.TextChoices):
    """Which side of life a field belongs to."""

    BUSINESS = "business", pgettext_lazy("business card", "Business")
    PRIVATE = "private", pgettext_lazy("business card", "Private")


class CardKind(models.TextChoices):
    """What a field of the business card holds."""

    MAIL = "mail", _("Mail")
    PHONE = "phone", _("Phone")
    MOBILE = "mobile", _("Mobile")
    FAX = "fax", _("Fax")
    ADDRESS = "address", _("Address")
    MESSENGER = "messenger", _("Messenger")
    WEB = "web", _("Website")
    BIRTHDAY = "birthday", _("Birthday")
    OTHER = "other", pgettext_lazy("business card", "Other")


class CardField(models.Model):
    """One contact detail. Nobody but its owner sees it, until it is released to somebody (in `contacts`)."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    group = models.CharField(max_length=8, choices=CardGroup.choices)
    kind = models.CharField(max_length=9, choices=CardKind.choices)
    # What the owner calls it, such as "Office Siegen"; empty for the name of the kind.
    label = models.CharField(max_length=40, blank=True, default="")
    # The normal form: a phone number in E.164, a birthday as in vCard (--05-19 without the year).
    value = models.CharField(max_length=400)
    # Parts that the value cannot hold: those of an address, the service of a messenger.
    parts: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[models.Manager["CardField"]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["member", "group", "position"], name="members_card_of")]
