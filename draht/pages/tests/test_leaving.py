"""Closing an account, across the rooms."""

import pytest

from draht.actors.models import EVERYBODY
from draht.conftest import Persona
from draht.members.actions import forget, leave
from draht.posts.actions import publish_post
from draht.posts.models import Post


@pytest.mark.django_db
def test_it_takes_along_what_somebody_wrote(ada: Persona) -> None:
    publish_post(author=ada.id, audience=EVERYBODY, text="Ziehsteine gehören gewogen.")
    leave(user=ada.user.id)
    forget(actor=ada.id)
    assert not Post.objects.filter(author=ada.id).exists()
