"""How somebody works a page: with a pointer, or by keyboard alone."""

from pathlib import Path
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

# More presses of Tab than any page has places.
MOST_TABS = 250
# An outline around it, or around what stands for it: the label of a file field, the box of the search.
SHOWS_FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return true;
  return [at, ...(at.labels ?? []), at.closest("label, .search, .composer") ?? at].some((element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
}"""
WHERE = "() => document.activeElement.outerHTML.slice(0, 160)"
HAS_FOCUS = "element => element === document.activeElement"


class Hands(Protocol):
    """What one can do on a page."""

    def press(self, target: Locator) -> None:
        """Follow a link, press a button, open a menu."""

    def write(self, target: Locator, text: str) -> None:
        """Replace what stands in a field."""

    def tick(self, target: Locator, *, on: bool) -> None:
        """Set a box."""

    def choose(self, target: Locator, label: str) -> None:
        """Choose from a list."""

    def pick(self, group: Locator, label: str) -> None:
        """Pick one of several round buttons."""

    def upload(self, target: Locator, file: Path) -> None:
        """Choose a file."""


class Pointer:
    """A mouse or a finger."""

    def press(self, target: Locator) -> None:
        target.click()

    def write(self, target: Locator, text: str) -> None:
        target.fill(text)

    def tick(self, target: Locator, *, on: bool) -> None:
        target.set_checked(on)

    def choose(self, target: Locator, label: str) -> None:
        target.select_option(label=label)

    def pick(self, group: Locator, label: str) -> None:
        group.get_by_label(label).check()

    def upload(self, target: Locator, file: Path) -> None:
        target.set_input_files(file)


class Keyboard:
    """Tab, Enter, Space and the arrows; wherever it stands must be seen."""

    def __init__(self, page: Page) -> None:
        """The keyboard before this page."""
        self._page, self._keys, self._file = page, page.keyboard, Path()
        page.on("filechooser", lambda chooser: chooser.set_files(self._file))

    def _go(self, target: Locator) -> None:
        expect(target).to_be_attached()
        for _ in range(MOST_TABS):
            if target.evaluate(HAS_FOCUS):
                break
            self._keys.press("Tab")
            assert self._page.evaluate(SHOWS_FOCUS), f"focus is not seen on {self._page.evaluate(WHERE)}"
        else:
            raise AssertionError(f"the keyboard does not reach {target}")

    def press(self, target: Locator) -> None:
        self._go(target)
        self._keys.press("Enter")

    def write(self, target: Locator, text: str) -> None:
        self._go(target)
        self._keys.press("ControlOrMeta+a")
        self._keys.type(text)

    def tick(self, target: Locator, *, on: bool) -> None:
        if target.is_checked() != on:
            self._go(target)
            self._keys.press("Space")
        expect(target).to_be_checked(checked=on)

    def choose(self, target: Locator, label: str) -> None:
        self._go(target)
        self._keys.type(label)
        expect(target.locator("option:checked")).to_have_text(label)

    def pick(self, group: Locator, label: str) -> None:
        wanted, buttons = group.get_by_label(label), group.get_by_role("radio")
        self._go(buttons.first)
        self._keys.press("Space")
        for _ in range(buttons.count()):
            if wanted.is_checked():
                break
            self._keys.press("ArrowDown")
        expect(wanted).to_be_checked()

    def upload(self, target: Locator, file: Path) -> None:
        self._file = file
        self._go(target)
        self._keys.press("Enter")
        expect(target).not_to_have_value("")
