"""Somebody who is mentioned is called otherwise now."""

from django.db import transaction
from django.db.models import F

from draht.posts.actions.articles import pictures_of, put_article, render_said, writing_of
from draht.posts.actions.texts import render_text
from draht.posts.models import POST_ITSELF, Comment, Mention, Post


def renew_mentions(*, actor: int) -> None:
    """Let what others wrote call an actor by the name they have now.

    Each text in a transaction of its own, so that a much mentioned name holds up nobody; run again, it changes nothing.
    """
    for post, comment in list(Mention.objects.filter(actor=actor).values_list("post_id", "comment_id")):
        with transaction.atomic():
            if comment == POST_ITSELF:
                _renew_post(post)
            else:
                _renew_comment(post, comment)


def _renew_post(id: int) -> None:
    post = Post.objects.select_for_update(no_key=True).filter(id=id).first()
    if post is not None:
        writing = writing_of(post)
        said = render_said(post.text, writing, pictures_of(id), author=post.author_id, writer=post.writer_id)
        Post.objects.filter(id=id).update(**said.columns, stamp=F("stamp") + 1)
        if writing and said.long:
            put_article(post=id, writing=writing, rendered=said.long)


def _renew_comment(post: int, id: int) -> None:
    comment = Comment.objects.select_for_update(no_key=True).filter(post=post, id=id).first()
    if comment is not None and comment.author_id is not None:
        html = render_text(comment.text, author=comment.author_id, writer=comment.writer_id).html
        Comment.objects.filter(post=post, id=id).update(html=html)
