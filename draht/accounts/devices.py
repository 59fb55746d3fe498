"""Which device a session belongs to, in words that its owner recognizes."""

from django.utils.translation import gettext as _

# The first that is found counts: every browser also claims to be those below it.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Chromium", "Chromium"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)
HAND_HELD = ("iPhone", "iPad", "Android")


def _first(pairs: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for sign, name in pairs if sign in user_agent), "")


def device_of(user_agent: str) -> str:
    """ "Firefox on Linux", from what the browser says about itself."""
    browser, system = _first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("an unknown device")


def is_hand_held(user_agent: str) -> bool:
    """Whether it is a telephone or tablet."""
    return _first(SYSTEMS, user_agent) in HAND_HELD
