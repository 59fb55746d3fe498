"""Every write about posts."""

from draht.posts.actions.articles import Writing
from draht.posts.actions.cases import hide_comment, open_case, show_comment, solve_case
from draht.posts.actions.comments import delete_comment, edit_comment, write_comment
from draht.posts.actions.erasing import erase_words
from draht.posts.actions.pictures import keep_picture
from draht.posts.actions.posts import delete_post, edit_post, publish_post
from draht.posts.actions.responses import (
    like_comment,
    like_post,
    recommend_post,
    unlike_comment,
    unlike_post,
    withdraw_recommendation,
)

__all__ = [
    "Writing",
    "delete_comment",
    "delete_post",
    "edit_comment",
    "edit_post",
    "erase_words",
    "hide_comment",
    "keep_picture",
    "like_comment",
    "like_post",
    "open_case",
    "publish_post",
    "recommend_post",
    "show_comment",
    "solve_case",
    "unlike_comment",
    "unlike_post",
    "withdraw_recommendation",
    "write_comment",
]
