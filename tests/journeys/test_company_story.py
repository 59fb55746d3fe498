"""What a company is for: claimed by its domain, written for by an agency, carried on by a friend, asked by a guest,
criticised in the open, and its giveaway recomputed by somebody who trusts nobody."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.browser import Person
from tests.journeys.conftest import Comes
from tests.journeys.server import Server, wait_for
from tests.journeys.steps import signs_in

pytestmark = pytest.mark.browser
COMPANY, HANDLE, DOMAIN = "Lahn Draht GmbH", "lahn-draht-gmbh", "lahn-draht.example"
NEWS = "Our new die lasts 40 tonnes."
GUEST = "olga@guest.example"


def test_a_company_lives_here(comes: Comes, server: Server, tmp_path: Path) -> None:
    settled = server.settle("Lahn")
    ada, ben, mo = comes("Ada"), comes("Ben"), comes("Mo")
    for person in (ada, ben, mo):
        signs_in(person, settled[person.name]["email"])
    begins_the_page(ada)
    shows_by_dns_that_it_is_theirs(ada, server)
    gives_a_mandate(ada, ben, settled)
    lays_a_draft_before(ben)
    post = releases(ada)
    carries_it_on(ada, ben, mo, post)
    guest = comes("Olga")
    asks_as_a_guest(guest, server)
    answers(ada)
    reads_the_answer(guest, server)
    criticises_and_is_answered(mo, ada, post)
    draws_and_recomputes(ada, guest, server, settled, tmp_path)
    takes_the_month_along(ada)


def begins_the_page(ada: Person) -> None:
    """Name and imprint; then everybody sees it."""
    ada.goes_to("/company/new/")
    ada.writes("Name of the company", COMPANY)
    ada.presses("Begin")
    ada.goes_to(f"/companies/{HANDLE}/edit/imprint/")
    ada.writes("Imprint", "Lahn Draht GmbH, Uferweg 1, 35578 Wetzlar. Managing director: Ada Lahn.")
    ada.presses("Save")
    ada.goes_to(f"/companies/{HANDLE}/")
    ada.presses("Publish the page")


def shows_by_dns_that_it_is_theirs(ada: Person, server: Server) -> None:
    """A line in the zone, found by the worker."""
    ada.goes_to(f"/companies/{HANDLE}/proof/")
    ada.writes("Domain", DOMAIN)
    ada.presses("Save the domain")
    record = ada.page.locator(".company-code").first.inner_text()
    server.zone[DOMAIN, "TXT"] = [f'"{record}"']
    ada.presses("Look now")

    def shown() -> bool:
        ada.goes_to(f"/companies/{HANDLE}/proof/")
        return ada.page.get_by_text("Shown since").count() > 0

    wait_for(shown, seconds=20, what="the proof")


def gives_a_mandate(ada: Person, ben: Person, settled: dict[str, dict[str, str]]) -> None:
    """To Ben, outside the team, with four eyes."""
    ada.goes_to(f"/companies/{HANDLE}/mandates/new/{settled['Ben']['handle']}/")
    ada.writes("Subject and duration of the processing", "Writes for our page.")
    ada.writes("Kinds of data, and whose", "Names of those who comment.")
    ada.writes("Instructions", "In writing, by Ada Lahn.")
    ada.writes("Further processors", "None")
    ada.presses("Offer the mandate")
    ben.goes_to("/notices/")
    ben.follows(COMPANY, within=ben.page.locator("main"))
    ben.presses("Accept the mandate")


def lays_a_draft_before(ben: Person) -> None:
    """He cannot publish alone."""
    ben.goes_to(f"/companies/{HANDLE}/")
    ben.follows("Write a draft")
    ben.writes("Text", NEWS)
    ben.presses("Lay before the company")
    ben.is_told("Your draft waits for its release.")


def releases(ada: Person) -> str:
    """As she read it; the address of the post."""
    ada.goes_to(f"/companies/{HANDLE}/drafts/")
    ada.follows(NEWS)
    ada.presses("Publish now")
    ada.sees(NEWS)
    ada.sees("for the company, by Ben Lahn")
    return ada.page.url


def carries_it_on(ada: Person, ben: Person, mo: Person, post: str) -> None:
    """Mo follows nobody but Ada, and finds what she likes."""
    ben.goes_to(post)
    ben.sees(NEWS)
    ada.goes_to(post)
    ada.presses("Like")
    mo.goes_to("/")
    entry = mo.page.get_by_role("article").filter(has_text=NEWS)
    mo.sees(NEWS)
    assert "Ada Lahn" in entry.first.inner_text()


def asks_as_a_guest(guest: Person, server: Server) -> None:
    """Without an account, with a confirmed address."""
    guest.goes_to(f"/companies/{HANDLE}/ask/")
    guest.writes("Your name", "Olga Gast")
    guest.writes("Your mail address", GUEST)
    guest.writes("Your question", "Do you deliver on Saturdays?")
    guest.presses("Send")
    guest.goes_to(server.link_in_mail(GUEST))
    guest.presses("Send")
    guest.sees("Do you deliver on Saturdays?")


def answers(ada: Person) -> None:
    """From the inbox, on the same day."""
    ada.goes_to(f"/companies/{HANDLE}/enquiries/")
    ada.follows("Do you deliver on Saturdays?")
    ada.writes("Answer", "Until noon, yes.")
    ada.presses("Answer")
    ada.sees("Until noon, yes.")


def reads_the_answer(guest: Person, server: Server) -> None:
    """Where she asked; the mail says so too."""
    guest.page.reload()
    guest.sees("Until noon, yes.")
    wait_for(lambda: server.mails_about("Until noon, yes."), seconds=15, what="the mail to the guest")


def criticises_and_is_answered(mo: Person, ada: Person, post: str) -> None:
    """In the open, from the comment to the solved case."""
    mo.goes_to(post)
    mo.writes("Write a comment", "Mine lasted nine tonnes.")
    mo.presses("Comment")
    comment = mo.page.locator("article[id^=comment-]").first.get_attribute("id") or ""
    case = f"{post}comments/{comment.removeprefix('comment-')}/case/"
    mo.goes_to(case)
    mo.presses("Make it a case")
    ada.goes_to(f"{post}?answer={comment.removeprefix('comment-')}")
    form = ada.page.locator("form.composer").filter(has=ada.page.get_by_label("Your answer"))
    ada.hands.choose(form.get_by_label("You speak"), f"for {COMPANY}")
    ada.writes("Your answer", "It was from a bad batch, you get another one.", within=form)
    ada.presses("Answer", within=form)
    mo.goes_to(case)
    mo.presses("It is solved")
    mo.sees("solved")


def draws_and_recomputes(
    ada: Person, guest: Person, server: Server, settled: dict[str, dict[str, str]], folder: Path
) -> None:
    """Ada enters the public value; a stranger checks the draw with the program that the page hands out."""
    owner, entrant = settled["Ada"]["handle"], settled["Mo"]["handle"]
    giveaway = server.runs("tests.journeys.giveaways", HANDLE, owner, entrant).strip()
    ada.goes_to(f"/giveaways/{giveaway}/value/")
    for label in ("The value once more", "The value"):
        ada.writes(label, "4 8 15 16 23 42")
    ada.presses("Draw the winners")
    guest.goes_to(f"/giveaways/{giveaway}/draw/")
    program, proof = folder / "recompute.py", folder / "proof.json"
    program.write_bytes(guest.page.request.get(f"{guest.address}/giveaways/recompute.py").body())
    proof.write_bytes(guest.page.request.get(f"{guest.address}/giveaways/{giveaway}/proof.json").body())
    found = subprocess.run(
        [sys.executable, "-I", str(program), str(proof)], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout + found.stderr
    proof.write_text(proof.read_text().replace("4 8 15 16 23 42", "4 8 15 16 23 43"))
    forged = subprocess.run([sys.executable, "-I", str(program), str(proof)], capture_output=True, check=False)
    assert forged.returncode == 1


def takes_the_month_along(ada: Person) -> None:
    """One sheet of PDF."""
    ada.goes_to(f"/companies/{HANDLE}/figures/")
    sheet = ada.page.get_by_role("link", name="PDF").first.get_attribute("href") or ""
    assert ada.page.request.get(f"{ada.address}{sheet}").body().startswith(b"%PDF-")
