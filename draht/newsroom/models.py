"""Facts about what is not published yet."""

from typing import ClassVar

from django.db import models
from django.utils.translation import pgettext_lazy

from draht.actors.models import Actor
from draht.common.ids import new_id
from draht.companies.models import WORDS, Company, Mandate
from draht.members.models import Member
from draht.posts.models import LONGEST_ALT, LONGEST_ARTICLE, LONGEST_CAPTION, LONGEST_POST, LONGEST_TITLE, Post


class DraftState(models.TextChoices):
    """Where a draft stands."""

    WRITING = "writing", pgettext_lazy("draft", "being written")
    WAITING = "waiting", pgettext_lazy("draft", "waits for release")
    RETURNED = "returned", pgettext_lazy("draft", "being changed")
    PLANNED = "planned", pgettext_lazy("draft", "planned")
    STOPPED = "stopped", pgettext_lazy("draft", "not published")
    RELEASED = "released", pgettext_lazy("draft", "published")
    WITHDRAWN = "withdrawn", pgettext_lazy("draft", "withdrawn")


class Draft(models.Model):
    """A post or an article for a company that is not published, or was. What it says is its newest version."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    # Who began it; None once they have left the network.
    writer = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    # Under which mandate; None: by one of the company's own people.
    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, null=True, related_name="+")
    is_article = models.BooleanField(default=False)
    audience = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    state = models.CharField(max_length=9, choices=DraftState.choices, default=DraftState.WRITING)
    # When it is to be published: a wish until it is planned. None: as soon as somebody publishes it.
    planned = models.DateTimeField(null=True)
    # Who released it, or planned when it comes out.
    released_by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.SET_NULL, null=True, related_name="+")
    # What was answered to what other rooms ask beside the composer, by question.
    answers = models.JSONField(default=dict, blank=True)
    # Why the clock could not publish it, in the language of who planned it.
    trouble = models.CharField(max_length=300, blank=True, default="")

    objects: ClassVar[models.Manager["Draft"]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["company", "state", "id"], name="newsroom_drafts"),
            models.Index(fields=["planned"], condition=models.Q(state=DraftState.PLANNED), name="newsroom_due"),
        ]


class DraftVersion(models.Model):
    """What a draft says. Its id says when. Only what was laid before somebody is kept beside the newest."""

    pk = models.CompositePrimaryKey("draft_id", "id")
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="versions", db_index=False)
    id = models.BigIntegerField(default=new_id)
    # Who saved it.
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=LONGEST_TITLE, blank=True, default="")
    text = models.TextField(max_length=LONGEST_POST, blank=True, default="")
    # The long text of an article.
    body = models.TextField(max_length=LONGEST_ARTICLE, blank=True, default="")

    objects: ClassVar[models.Manager["DraftVersion"]] = models.Manager()


class DraftPicture(models.Model):
    """A picture of a draft. It belongs to the company."""

    pk = models.CompositePrimaryKey("draft_id", "position")
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="pictures", db_index=False)
    position = models.PositiveSmallIntegerField()
    picture_id = models.BigIntegerField()
    alt = models.CharField(max_length=LONGEST_ALT, blank=True, default="")
    caption = models.CharField(max_length=LONGEST_CAPTION, blank=True, default="")

    objects: ClassVar[models.Manager["DraftPicture"]] = models.Manager()


class DraftComment(models.Model):
    """What the company or the writer says about a draft. Its id says when."""

    pk = models.CompositePrimaryKey("draft_id", "id")
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="comments", db_index=False)
    id = models.BigIntegerField(default=new_id)
    member = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    words = models.TextField(max_length=WORDS)
    # Whether these words returned the draft.
    returns = models.BooleanField(default=False)

    objects: ClassVar[models.Manager["DraftComment"]] = models.Manager()
