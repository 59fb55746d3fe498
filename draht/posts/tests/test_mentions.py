"""Who is mentioned is called by the name they have now."""

from draht.conftest import Persona
from draht.members.actions import change_name, leave
from draht.outbox.worker import run_until_idle
from draht.posts.actions import write_comment
from draht.posts.queries import card, comments_page
from draht.posts.tests.factories import make_post


def test_a_new_name_stands_in_what_others_wrote(ada: Persona, cem: Persona) -> None:
    post = make_post(cem, "Ask @ada-lindner about dies.")
    write_comment(author=cem.id, post=post.id, text="And @ada-lindner again.")
    change_name(member=ada.id, first_name="Ada", last_name="Brandt")
    run_until_idle()
    shown = card(None, post.id)
    assert shown is not None
    assert ">Ada Brandt</a>" in shown.html
    assert "Lindner" not in shown.html
    assert ">Ada Brandt</a>" in comments_page(None, post.id).items[0].html
    assert shown.edited is None


def test_nobodys_name_stays_where_they_left(ada: Persona, cem: Persona) -> None:
    post = make_post(cem, "Ask @ada-lindner about dies.")
    leave(user=ada.user.id)
    run_until_idle()
    shown = card(None, post.id)
    assert shown is not None
    assert "Lindner" not in shown.html
