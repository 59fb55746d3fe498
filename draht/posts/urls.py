"""Addresses of posts and topics. Included at the root."""

from django.urls import path

import draht.common.converters  # noqa: F401 - teaches addresses <id:…>
from draht.posts.views import cases, comments, lists, posts, responses, sharing

app_name = "posts"
urlpatterns = [
    path("posts/", posts.publish, name="publish"),
    path("posts/<id:post>/", posts.show, name="post"),
    path("posts/<id:post>/edit/", posts.edit, name="edit"),
    path("posts/<id:post>/deletion/", posts.delete, name="delete"),
    path("posts/<id:post>/versions/", lists.versions, name="versions"),
    path("posts/<id:post>/like/", responses.like, name="like"),
    path("posts/<id:post>/unlike/", responses.unlike, name="unlike"),
    path("posts/<id:post>/likes/", lists.likes, name="likes"),
    path("posts/<id:post>/recommend/", responses.recommend, name="recommend"),
    path("posts/<id:post>/recommendations/", lists.recommendations, name="recommendations"),
    path("posts/<id:post>/recommendations/withdrawal/", responses.withdraw, name="withdraw"),
    path("posts/<id:post>/sharing/", sharing.share, name="share"),
    path("posts/<id:post>/picture-<int:stamp>.png", sharing.picture, name="picture"),
    path("posts/<id:post>/comments/", comments.write, name="comments"),
    path("posts/<id:post>/comments/<id:comment>/", comments.thread, name="comment"),
    path("posts/<id:post>/comments/<id:comment>/edit/", comments.edit, name="edit_comment"),
    path("posts/<id:post>/comments/<id:comment>/deletion/", comments.delete, name="delete_comment"),
    path("posts/<id:post>/comments/<id:comment>/like/", comments.like, name="like_comment"),
    path("posts/<id:post>/comments/<id:comment>/unlike/", comments.unlike, name="unlike_comment"),
    path("posts/<id:post>/comments/<id:comment>/likes/", lists.comment_likes, name="comment_likes"),
    path("posts/<id:post>/comments/<id:comment>/case/", cases.case, name="case"),
    path("posts/<id:post>/comments/<id:comment>/hiding/", cases.hiding, name="hiding"),
    path("tags/<str:handle>/", lists.topic, name="topic"),
]
