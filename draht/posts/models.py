"""Facts about posts and what is done with them.

Everything below a post has the post in its key, so that a post and all that belongs to it are found in one place.
`comment_id` 0 means the post itself: ids of posts and comments never are 0.
"""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from draht.actors.models import Actor
from draht.common import clock
from draht.common.ids import new_id

POST_ITSELF = 0
LONGEST_POST = 5_000
LONGEST_COMMENT = 2_000
LONGEST_WORDS = 500
LONGEST_ALT = 500
LONGEST_CAPTION = 300
LONGEST_TITLE = 120
LONGEST_ARTICLE = 40_000
MOST_PICTURES = 6
MOST_ARTICLE_PICTURES = 12
# Hardly anything is: the indexes hold only what is.
_WRITTEN_FOR = models.Q(writer__isnull=False)
_BY_AGENCY = models.Q(agency__isnull=False)


class Spoken(models.IntegerChoices):
    """In which voice something is said. A number, because feeds read it with every post."""

    PLAINLY = 0  # by somebody who had nobody else to speak for
    PRIVATELY = 1  # by somebody who could have spoken for somebody else
    FOR_COMPANY = 2


class CaseState(models.TextChoices):
    """How far a company is with a critical comment."""

    OPEN = "open", pgettext_lazy("case", "open")
    ANSWERED = "answered", pgettext_lazy("case", "answered")
    SOLVED = "solved", pgettext_lazy("case", "solved")


class HouseRule(models.TextChoices):
    """The house rules by which a comment may be hidden. That it is critical is none of them."""

    INSULT = "insult", _("It insults or threatens somebody")
    PRIVATE = "private", _("It tells private matters of somebody else")
    SECRET = "secret", _("It tells what must stay inside a company")
    ADVERT = "advert", _("It is advertising or was posted many times")
    UNLAWFUL = "unlawful", _("It is against the law")


class Said(models.Model):
    """How something is said: by the author privately, or by a writer who may speak for the author.

    Fixed when it is written: what anybody may do later changes nothing in it.
    """

    spoken = models.SmallIntegerField(choices=Spoken.choices, default=Spoken.PLAINLY)
    # Who wrote it for the author; None: the author did, or the writer has left since.
    writer = models.ForeignKey(Actor, on_delete=models.SET_NULL, related_name="+", db_index=False, null=True)
    # Under whose mandate the writer spoke; None: as one of the author's own people.
    agency = models.ForeignKey(Actor, on_delete=models.SET_NULL, related_name="+", db_index=False, null=True)

    class Meta:
        abstract = True


class Post(Said):
    """What an actor wrote, for an audience: everybody, the members, or (the author's own id) the author's contacts."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    author = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    audience = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    text = models.TextField(max_length=LONGEST_POST, blank=True, default="")
    # Made once when the text is written. Safe to show as it is.
    html = models.TextField(blank=True, default="")
    excerpt = models.CharField(max_length=300, blank=True, default="")
    edited = models.DateTimeField(null=True, blank=True)
    # Of an article: its title, and how long it takes to read. Its text here is what stands before it.
    title = models.CharField(max_length=LONGEST_TITLE, blank=True, default="", db_default="")
    minutes = models.PositiveSmallIntegerField(default=0, db_default=0)
    picture_count = models.PositiveSmallIntegerField(default=0)
    likes = models.PositiveIntegerField(default=0)
    recommendations = models.PositiveIntegerField(default=0)
    comments = models.PositiveIntegerField(default=0)
    # Goes up with every change of how the post looks, so that what was made from it can be kept until then.
    stamp = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager["Post"]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["author", "id"], name="posts_post_author"),
            models.Index(fields=["writer", "id"], condition=_WRITTEN_FOR, name="posts_post_writer"),
            models.Index(fields=["agency"], condition=_BY_AGENCY, name="posts_post_agency"),
        ]

    def __str__(self) -> str:
        return self.excerpt


class Article(models.Model):
    """The long text of a post that has a title, rendered with its pictures; `sections` are those of `richtext.Long`."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="+")
    text = models.TextField(max_length=LONGEST_ARTICLE)
    html = models.TextField()
    sections: models.JSONField[list[list[Any]], list[list[Any]]] = models.JSONField(default=list)

    objects: ClassVar[models.Manager["Article"]] = models.Manager()


class PostVersion(models.Model):
    """What a post said before it was edited, of an article all of it. Its id says when it was replaced."""

    pk = models.CompositePrimaryKey("post_id", "id")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    id = models.BigIntegerField(default=new_id)
    title = models.CharField(max_length=LONGEST_TITLE, blank=True, default="", db_default="")
    text = models.TextField(blank=True, default="")
    html = models.TextField(blank=True, default="")

    objects: ClassVar[models.Manager["PostVersion"]] = models.Manager()


class PostPicture(models.Model):
    """A picture of a post as it is shown, with its text for those who do not see it."""

    pk = models.CompositePrimaryKey("post_id", "position")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    position = models.PositiveSmallIntegerField()
    picture_id = models.BigIntegerField()
    key = models.CharField(max_length=32)
    alt = models.CharField(max_length=LONGEST_ALT, blank=True, default="")
    caption = models.CharField(max_length=LONGEST_CAPTION, blank=True, default="", db_default="")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()

    objects: ClassVar[models.Manager["PostPicture"]] = models.Manager()


class DraftPicture(models.Model):
    """A picture that was uploaded for a post not published yet."""

    pk = models.CompositePrimaryKey("author_id", "picture_id")
    author = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    picture_id = models.BigIntegerField()
    uploaded = models.DateTimeField(default=clock.now, db_index=True)

    objects: ClassVar[models.Manager["DraftPicture"]] = models.Manager()


class Sent(models.Model):
    """What became of a draft, so that sending it twice (after a lost connection) makes one post only."""

    pk = models.CompositePrimaryKey("author_id", "draft")
    author = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    draft = models.CharField(max_length=64)
    object_id = models.BigIntegerField()
    sent = models.DateTimeField(default=clock.now, db_index=True)

    objects: ClassVar[models.Manager["Sent"]] = models.Manager()


class Comment(Said):
    """What somebody says to a post, or (`answers_id`) to a comment on it. Answers go one level deep.

    A deleted comment that has answers stays as a tombstone without author and text.
    """

    pk = models.CompositePrimaryKey("post_id", "id")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    id = models.BigIntegerField(default=new_id)
    answers_id = models.BigIntegerField(default=POST_ITSELF)
    author = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False, null=True)
    text = models.TextField(max_length=LONGEST_COMMENT, blank=True, default="")
    html = models.TextField(blank=True, default="")
    edited = models.DateTimeField(null=True, blank=True)
    likes = models.PositiveIntegerField(default=0)
    # Whether there is a `Case` or a `Hiding` of it, so that pages look for these only where there is one.
    is_case = models.BooleanField(default=False, db_default=False)
    is_hidden = models.BooleanField(default=False, db_default=False)

    objects: ClassVar[models.Manager["Comment"]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["post", "answers_id", "id"], name="posts_comment_thread"),
            models.Index(fields=["author", "id"], name="posts_comment_author"),
            models.Index(fields=["writer", "id"], condition=_WRITTEN_FOR, name="posts_comment_writer"),
            models.Index(fields=["agency"], condition=_BY_AGENCY, name="posts_comment_agency"),
        ]


class Like(models.Model):
    """Somebody likes a post or a comment on it."""

    pk = models.CompositePrimaryKey("post_id", "comment_id", "actor_id")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    comment_id = models.BigIntegerField(default=POST_ITSELF)
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    id = models.BigIntegerField(default=new_id)

    objects: ClassVar[models.Manager["Like"]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["post", "comment_id", "id"], name="posts_like_newest")]


class Recommendation(models.Model):
    """Somebody passes a post on to their own contacts, with or without words."""

    pk = models.CompositePrimaryKey("post_id", "actor_id")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    id = models.BigIntegerField(default=new_id)
    words = models.CharField(max_length=LONGEST_WORDS, blank=True, default="")
    html = models.TextField(blank=True, default="")

    objects: ClassVar[models.Manager["Recommendation"]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["post", "id"], name="posts_recommendation_newest")]


class Case(models.Model):
    """A critical comment below a company's post that is dealt with in the open: open, answered, solved."""

    pk = models.CompositePrimaryKey("post_id", "comment_id")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    comment_id = models.BigIntegerField()
    # The author of the post.
    company = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    opened = models.DateTimeField(default=clock.now)
    # The company's newest answer to it, a comment; None while there is none.
    answer_id = models.BigIntegerField(null=True)
    answered = models.DateTimeField(null=True)
    solved = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager["Case"]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["company", "comment_id"], name="posts_case_company")]

    @property
    def state(self) -> CaseState:
        """How far it is."""
        if self.solved:
            return CaseState.SOLVED
        return CaseState.ANSWERED if self.answered else CaseState.OPEN


class Hiding(models.Model):
    """A company hid a comment below its post: by which of the house rules, in which words, when. Nothing is deleted."""

    pk = models.CompositePrimaryKey("post_id", "comment_id")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    comment_id = models.BigIntegerField()
    company = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    rule = models.CharField(max_length=10, choices=HouseRule.choices)
    words = models.CharField(max_length=LONGEST_WORDS)
    hidden = models.DateTimeField(default=clock.now)

    objects: ClassVar[models.Manager["Hiding"]] = models.Manager()


class Mention(models.Model):
    """A post or a comment on it names an actor."""

    pk = models.CompositePrimaryKey("post_id", "comment_id", "actor_id")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    comment_id = models.BigIntegerField(default=POST_ITSELF)
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[models.Manager["Mention"]] = models.Manager()
