"""What people do in every story, whatever hands they have."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from tests.journeys.browser import Person
from tests.journeys.people import PASSWORD
from tests.journeys.server import Server


def signs_in(person: Person, email: str) -> None:
    """By address and password."""
    person.goes_to("/account/login/")
    person.writes("E-mail address", email)
    person.writes("Password", PASSWORD)
    person.presses("Sign in")
    expect(person.page).to_have_url(f"{person.address}/")


def joins(person: Person, server: Server, first: str, last: str) -> None:
    """Comes from the front page, signs up, and confirms the address by the mail."""
    email = f"{first}.{last}@example.org".lower()
    person.goes_to("/")
    person.follows("Join")
    person.writes("First name", first)
    person.writes("Last name", last)
    person.writes("E-mail address", email)
    person.writes("Password", PASSWORD)
    person.ticks("I agree to the house rules.")
    person.presses("Join")
    person.sees("Look into your mail")
    person.goes_to(server.link_in_mail(email))
    person.presses("Yes, confirm it")
    expect(person.page).to_have_url(f"{person.address}/")


def portrait(folder: Path) -> Path:
    """A picture to upload."""
    path = folder / "portrait.jpg"
    content = BytesIO()
    Image.new("RGB", (400, 500), "peru").save(content, "JPEG")
    path.write_bytes(content.getvalue())
    return path


def fills_in_the_profile(person: Person, folder: Path) -> None:
    """Headline, present position and portrait."""
    page = person.page
    person.goes_to("/profile/")
    person.follows("Edit headline and place")
    person.writes("Headline", "Drawing dies since 2012")
    person.writes("Place", "Siegen")
    person.presses("Save")
    person.sees("Drawing dies since 2012")
    person.follows("Add your present position")
    person.writes("Position", "Die maker")
    person.writes("Employer", "Kellerhoff")
    person.writes("From: year", "2012")
    person.ticks("I work here now")
    person.presses("Save")
    person.sees("Kellerhoff")
    person.follows("Change your picture")
    person.hands.upload(page.locator("input[type=file]"), portrait(folder))
    person.presses("Use this picture")
    expect(page.get_by_alt_text("Portrait of ").first).to_be_visible()


def puts_on_the_card(person: Person, kind: str, label: str, value: str) -> None:
    """One field of the business card."""
    person.goes_to("/card/")
    person.hands.press(person.page.get_by_role("link", name=kind, exact=True))
    person.writes(label, value)
    person.presses("Save")
    person.sees(value)
