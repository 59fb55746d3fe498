"""Members for the stories, made by the host's side: python -m tests.journeys.people NAME prints them as JSON.

Each story has people of its own, told apart by the story's last name, so that stories may run in any order.
"""

import json
import sys

import django

PASSWORD = "kupfer-auf-papier"


def settle(story: str) -> dict[str, dict[str, str]]:
    """Ada and Ben, contacts, and Mo, the host, each with a card. Ben asks Mo for contact, Ada has written a post."""
    from django.db import transaction

    from draht.accounts.models import User
    from draht.actors.models import MEMBERS
    from draht.contacts.actions import ask_for_contact, write_note
    from draht.contacts.models import Ground
    from draht.members.actions import add_card_field, add_station, describe, join
    from draht.members.models import CardGroup, CardKind
    from draht.posts.actions import publish_post
    from draht.ties.actions import tie_contacts

    found, ids = {}, {}
    with transaction.atomic():
        for number, first in enumerate(("Ada", "Ben", "Mo")):
            email = f"{first}.{story}@example.org".lower()
            user = User.objects.create_user(email, PASSWORD, language="en", is_host=first == "Mo")
            member = join(user=user, first_name=first, last_name=story)
            ids[first] = member.actor_id
            describe(member=member.actor_id, place="Siegen", about="Draws **wire**.")
            add_station(member=member.actor_id, employer=f"{story} Works", title="Head of wire drawing", from_year=2019)
            card = {
                CardKind.MAIL: (CardGroup.BUSINESS, f"{first}@{story}-works.example".lower()),
                CardKind.PHONE: (CardGroup.BUSINESS, f"0221 4710 1{number}0"),
                CardKind.MOBILE: (CardGroup.PRIVATE, f"0171 39200 4{number}"),
            }
            for kind, (group, value) in card.items():
                add_card_field(member=member.actor_id, group=group, kind=kind, value=value)
            found[first] = {"email": email, "name": f"{first} {story}", "handle": member.actor.handle}
        tie_contacts(one=ids["Ada"], other=ids["Ben"])
        tie_contacts(one=ids["Ada"], other=ids["Mo"])
        ask_for_contact(asker=ids["Ben"], asked=ids["Mo"], ground=Ground.MET, text="At your opening speech.")
        write_note(owner=ids["Mo"], contact=ids["Ada"], text="Likes *old* machines.")
        publish_post(author=ids["Ada"], text=f"Good morning, @mo-{story.lower()}! #wire", audience=MEMBERS)
    return found


if __name__ == "__main__":
    django.setup()
    print(json.dumps(settle(sys.argv[1])))
