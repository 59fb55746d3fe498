"""Facts about goals."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from draht.common import clock
from draht.common.ids import new_id
from draht.companies.models import Company
from draht.posts.models import Post

LONGEST_WORDS = 120
LONGEST_PROFESSIONS = 200


class Theme(models.TextChoices):
    """What a company wants a page for."""

    LOYALTY = "loyalty", _("Customer loyalty")
    NEW = "new", _("New customers")
    IMAGE = "image", _("Image")
    EMPLOYER = "employer", _("Employer branding")


class Indicator(models.TextChoices):
    """What can be counted of a month without watching anybody. The definitions stand beside the figures."""

    FOLLOWERS = "followers", _("Followers")
    PROFESSIONS = "given", _("Followers in the professions you want")
    COMMENTS = "comments", _("Comments by others")
    RETURNING = "returning", _("Returning commenters")
    ENQUIRIES_NEW = "new", _("Enquiries by new people")
    ENQUIRIES_KNOWN = "known", _("Enquiries by known people")
    ANSWERED = "answered", _("Answered within a working day, in percent")
    CASES = "cases", _("Cases of criticism")
    SOLVED = "solved", _("Cases solved")
    RECOMMENDATIONS = "passed on", _("Recommendations")
    REACH = "reach", _("Reach of recommendations")


class Goal(models.Model):
    """What a company wants to reach by a day. By what one sees it say its targets, of which it has at least one."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    theme = models.CharField(max_length=8, choices=Theme.choices)
    words = models.CharField(max_length=LONGEST_WORDS)
    stated = models.DateTimeField(default=clock.now)
    until = models.DateField()
    closed = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager["Goal"]] = models.Manager()

    def __str__(self) -> str:
        return self.words


class Target(models.Model):
    """How much of an indicator a goal wants by its day. `begins_at`: the figure when the target was set."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="targets", db_index=False)
    indicator = models.CharField(max_length=9, choices=Indicator.choices)
    begins_at = models.PositiveIntegerField()
    wanted = models.PositiveIntegerField()
    since = models.DateTimeField(default=clock.now)

    objects: ClassVar[models.Manager["Target"]] = models.Manager()

    class Meta:
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["goal", "indicator"], name="goals_indicator_once")]


class Professions(models.Model):
    """The professions among which a company wants followers, as words that titles contain: "Einkauf, Beschaffung"."""

    company = models.OneToOneField(Company, on_delete=models.CASCADE, primary_key=True, related_name="+")
    words = models.CharField(max_length=LONGEST_PROFESSIONS)

    objects: ClassVar[models.Manager["Professions"]] = models.Manager()


class Serving(models.Model):
    """A post of the company serves a goal. Only its team sees it."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[models.Manager["Serving"]] = models.Manager()


class GiveawayServing(models.Model):
    """A giveaway of the company serves a goal. Giveaways are neighbours, so it is known by its id alone."""

    giveaway = models.BigIntegerField(primary_key=True)
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[models.Manager["GiveawayServing"]] = models.Manager()
