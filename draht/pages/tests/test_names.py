"""Companies are mentioned like people: offered as one types, linked, called by their new name."""

from draht.actors.models import EVERYBODY, Kind
from draht.companies.actions import describe_head, withdraw_page
from draht.companies.models import Company
from draht.companies.tests.factories import make_company
from draht.conftest import Persona
from draht.outbox.worker import run_until_idle
from draht.posts.actions import publish_post
from draht.posts.models import Post
from draht.posts.queries import mentioned


def _mention(author: Persona, handle: str) -> Post:
    id = publish_post(author=author.id, text=f"Ask @{handle}", audience=EVERYBODY)
    return Post.objects.get(id=id)


def test_companies_are_offered_after_people(ada: Persona, ben: Persona) -> None:
    company = make_company(ben.id, name="Adagio Drahtwerk GmbH")
    answer = ben.client(htmx=True).get("/members/suggest/", {"q": "ada"}).content.decode()
    assert answer.index("Ada Lindner") < answer.index(f'data-insert="@{company.actor.handle}"')


def test_a_mention_leads_to_the_page_and_is_no_notice_to_a_company(ada: Persona, ben: Persona) -> None:
    company = make_company(ben.id)
    post = _mention(ada, company.actor.handle)
    assert f'<a href="/companies/{company.actor.handle}/" class="mention"' in post.html
    assert mentioned(post.id) == []
    assert mentioned(post.id, kind=Kind.COMPANY) == [company.actor_id]
    run_until_idle()


def test_a_page_that_only_its_team_sees_is_not_named(ada: Persona, ben: Persona) -> None:
    company = make_company(ben.id)
    withdraw_page(company=company.actor_id, by=ben.id)
    assert "<a" not in _mention(ada, company.actor.handle).html


def test_a_new_name_stands_in_what_others_wrote(ada: Persona, ben: Persona) -> None:
    company = make_company(ben.id)
    post = _mention(ada, company.actor.handle)
    describe_head(company=company.actor_id, by=ben.id, name="Neuer Name GmbH", headline="", branch="", size="", hue=3)
    run_until_idle()
    post.refresh_from_db()
    assert ">Neuer Name GmbH</a>" in post.html
    assert Company.objects.get(actor=company.actor_id).actor.handle == company.actor.handle
