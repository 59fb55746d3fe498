"""Takes the pictures of the README from demo trades that run.

    bin/run --fresh --language en --port 8000   and, in another folder,   bin/run --language de --port 8001
    python docs/pictures/take.py http://localhost:8000 http://localhost:8001

The first address shows the English demo trade, the second the German one. Wants `playwright install chromium`, or the
browser's path in the environment variable CHROMIUM.
"""

import io
import os
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
LIMIT = 250_000
COLOURS = (256, 192, 128, 96, 64)


def signed_in(
    browser: Browser, address: str, *, width: int, height: int, night: bool = False, scale: int = 1, who: str = "Ada"
) -> Page:
    """A page of Ada's, or of another persona's, in a window of this size."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if night else "light",
        device_scale_factor=scale,
        reduced_motion="reduce",
        base_url=address,
    )
    page = context.new_page()
    page.goto("/dev/sign-in/")
    page.get_by_role("button", name=who).first.click()
    page.wait_for_url("**/")
    return page


def keep(page: Page, name: str) -> None:
    """What the window shows, with as many colours as fit into the limit."""
    page.wait_for_load_state("networkidle")
    page.mouse.move(0, 0)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    for colours in COLOURS:
        out = io.BytesIO()
        reduced = picture.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        reduced.save(out, "PNG", optimize=True)
        if len(out.getvalue()) <= LIMIT:
            break
    (HERE / name).write_bytes(out.getvalue())
    print(f"{name}: {len(out.getvalue()) // 1000} kB, {colours} colours")


def _most(page: Page, links: str, ending: str) -> str:
    """The address of the post on this page whose link with this ending carries the largest number."""
    found = page.locator(f"{links}[href$='{ending}']")
    most = max(found.all(), key=lambda link: int("".join(filter(str.isdigit, link.inner_text())) or 0))
    return (most.get_attribute("href") or "").removesuffix(ending)


def a_discussed_post(page: Page) -> str:
    """The address of the post of Ada's that has most to say under it."""
    page.goto("/members/ada-lindner/")
    return _most(page, "#posts a.act", "#comments")


def a_travelled_post(page: Page) -> str:
    """The address of how far the post of this company's page went that went farthest."""
    return _most(page, "#posts a.act", "recommend/") + "trail/"


def main() -> None:
    english, german = sys.argv[1:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        page = signed_in(browser, english, width=1280, height=860)
        keep(page, "home.png")
        page.goto("/members/ben-achterberg/")
        keep(page, "profile.png")
        page.goto("/contacts/ben-achterberg/")
        keep(page, "contact.png")
        page = signed_in(browser, english, width=1280, height=860, who="Dora")
        page.goto("/companies/brennecke-drahtwerke-gmbh-co-kg/?as=visitor")
        keep(page, "company.png")
        page.goto(a_travelled_post(page))
        keep(page, "trail.png")
        page.goto("/companies/brennecke-drahtwerke-gmbh-co-kg/enquiries/")
        keep(page, "inbox.png")
        page.goto("/companies/brennecke-drahtwerke-gmbh-co-kg/figures/")
        keep(page, "figures.png")
        night = signed_in(browser, english, width=1280, height=1000, night=True)
        night.goto(a_discussed_post(night))
        keep(night, "post-night.png")
        keep(signed_in(browser, german, width=390, height=844, scale=2), "phone.png")
        browser.close()


if __name__ == "__main__":
    main()
