from django.test import Client

from draht.conftest import Persona
from draht.members.models import Member


def sees(client: Client) -> str | None:
    """The name of the viewer that a page was made for."""
    viewer = client.get("/patterns/").wsgi_request.viewer  # type: ignore[attr-defined]
    return viewer.name if viewer else None


def test_it_knows_the_member_behind_a_session(ada: Persona) -> None:
    assert sees(ada.client()) == "Ada Lindner"


def test_it_knows_nobody_without_or_with_a_made_up_session(ada: Persona, client: Client) -> None:
    assert sees(client) is None
    client.cookies["draht"] = "k" * 32
    assert sees(client) is None


def test_it_forgets_a_session_once_the_password_is_new(ada: Persona) -> None:
    client = ada.client()
    ada.user.set_password("another-one-of-them")
    ada.user.save()
    assert sees(client) is None


def test_it_forgets_a_session_once_the_account_is_closed_or_signed_out(ada: Persona, ben: Persona) -> None:
    client, other = ada.client(), ben.client()
    type(ada.user).objects.filter(pk=ada.user.pk).update(is_active=False)
    assert sees(client) is None
    other.session.flush()
    assert sees(other) is None


def test_it_sees_what_has_changed_with_the_next_page(ada: Persona) -> None:
    client = ada.client()
    assert client.get("/patterns/").wsgi_request.viewer.unread_notices == 0  # type: ignore[attr-defined]
    Member.objects.filter(pk=ada.id).update(unread_notices=3)
    assert client.get("/patterns/").wsgi_request.viewer.unread_notices == 3  # type: ignore[attr-defined]
