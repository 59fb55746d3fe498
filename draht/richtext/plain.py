"""Plain text without tricks: for every form field.

Removed are control characters, what turns the direction of writing (Unicode UAX #9), what has no width, and towers of
accents. Kept is what real writing needs: the joiners within emoji, Persian and Indian words, and direction marks.
"""

import re
import unicodedata

from confusable_homoglyphs import categories, confusables
from django.utils.translation import gettext as _

from draht.common.refusal import Refused

ZWNJ, ZWJ = "\u200c", "\u200d"
TEXT_STYLE, EMOJI_STYLE = "\ufe0e", "\ufe0f"
MARKS_IN_A_ROW = 4

# Characters of ordinary categories that show nothing: fillers and joiners (Default_Ignorable_Code_Point).
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800"
_SELECTORS = re.compile("[\u180b-\u180f\ufe00-\ufe0d\U000e0000-\U000e0fff]")
_DIRECTION_MARKS = "\u200e\u200f\u061c"
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029\x0b\x0c]")
_WHITE = re.compile(r"\s+")
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e007a]{1,8}\U000e007f")  # the flags of England, Scotland and Wales
_SIMPLE = re.compile(r"[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*")


def _is_emoji(character: str) -> bool:
    """Whether it can stand in an emoji sequence (UTS #51): a picture, a skin tone, or the emoji style."""
    return character >= "\u2190" and (
        unicodedata.category(character) in ("So", "Sk", "Sm", "Cn") or character == EMOJI_STYLE
    )


def _is_joining_script(character: str) -> bool:
    """Whether it belongs to a script whose spelling needs joiners: Arabic to Sinhala and their supplements."""
    return "\u0600" <= character <= "\u0dff" or "\ufb50" <= character <= "\ufdff"


def _is_hidden(character: str) -> bool:
    """Whether it shows nothing, or not what it is: control, format, private and non-characters."""
    return (
        unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co")
        or character in _BLANK
        or "\ufdd0" <= character <= "\ufdef"
        or ord(character) & 0xFFFE == 0xFFFE
        or _SELECTORS.match(character) is not None
    )


def _keeps_joiner(before: str, joiner: str, after: str) -> bool:
    if _is_joining_script(before) and _is_joining_script(after):
        return True
    return joiner == ZWJ and _is_emoji(before) and _is_emoji(after) and after != EMOJI_STYLE


def _keeps_style(before: str) -> bool:
    return before in "#*0123456789©®‼⁉™ℹ" or (_is_emoji(before) and before != EMOJI_STYLE)


def _without_tricks(text: str) -> str:
    """One pass from left to right: each character is judged by what was kept before it."""
    kept: list[str] = []
    marks = 0
    flags = {match.start(): match.end() for match in _FLAG.finditer(text)}
    flag_end = 0
    for index, character in enumerate(text):
        flag_end = flags.get(index, flag_end)
        if index < flag_end:
            kept.append(character)
            continue
        before, after = kept[-1] if kept else " ", text[index + 1 : index + 2] or " "
        if character in (ZWJ, ZWNJ):
            keep = _keeps_joiner(before, character, after)
        elif character in (TEXT_STYLE, EMOJI_STYLE):
            keep = _keeps_style(before)
        elif unicodedata.category(character) in ("Mn", "Me"):
            marks += 1
            keep = marks <= MARKS_IN_A_ROW and character not in _BLANK and not _SELECTORS.match(character)
        else:
            marks = 0
            keep = character == "\n" or character in _DIRECTION_MARKS or not _is_hidden(character)
        if keep:
            kept.append(character)
    return "".join(kept)


def clean_text(text: str) -> str:
    """Text of several lines: line breaks are \\n, at most one empty line in a row, NFC, nothing hidden.

    Cleaning clean text changes nothing.
    """
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    if not _SIMPLE.fullmatch(text):
        text = unicodedata.normalize("NFC", _without_tricks(unicodedata.normalize("NFC", text)))
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def clean_line(text: str) -> str:
    """Text of one line: as `clean_text`, and all white space is single spaces."""
    return _WHITE.sub(" ", clean_text(text)).strip()


# --- names ------------------------------------------------------------------------------------------------------------

_APOSTROPHES = str.maketrans({"´": "’", "`": "’"})
_NAME_CATEGORIES = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd", "Nl", "Pd", "Ps", "Pe", "Pi", "Pf", "Zs"})
_SPACES = re.compile(r"[^\S\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")  # white space that is no control character
_NAME_SIGNS = "'’.,&+/:!?°·"
# Scripts that one word may mix: Japanese and Korean do.
_TOGETHER = (frozenset({"HAN", "HIRAGANA", "KATAKANA"}), frozenset({"HAN", "HANGUL"}), frozenset({"HAN", "BOPOMOFO"}))
_NO_SCRIPT = frozenset({"COMMON", "INHERITED", "UNKNOWN"})


def _scripts(text: str) -> frozenset[str]:
    return frozenset(categories.aliases_categories(character)[0] for character in text) - _NO_SCRIPT


def _mixes_scripts(word: str) -> bool:
    scripts = _scripts(word)
    return len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER)


def _looks_latin(word: str) -> bool:
    """Whether every letter of a word that is not Latin looks like a Latin one: "Сор" in Cyrillic."""
    letters = [character for character in word if character.isalpha()]
    return bool(letters) and all(
        any(twin["c"].isascii() for twin in found[0]["homoglyphs"])
        if (found := confusables.is_confusable(letter, greedy=True, preferred_aliases=[]))
        else False
        for letter in letters
    )


def clean_name(text: str) -> str:
    """The name of a person, a company or a group, in one line and in compatibility form (NFKC).

    Raises Refused for a name without letters, with hidden characters, with signs that are no part of names, or that
    mixes scripts so that it looks like another name (Unicode UTS #39).
    """
    white = _SPACES.sub(" ", text).strip(" ")
    if any(_is_hidden(character) for character in white):
        raise Refused(_("This name contains invisible characters. Please type it again instead of pasting it."))
    typed = white.translate(_APOSTROPHES)
    name = unicodedata.normalize("NFKC", typed)
    signs = {c for c in typed + name if unicodedata.category(c) not in _NAME_CATEGORIES and c not in _NAME_SIGNS}
    if signs:
        raise Refused(_("A name cannot contain %(signs)s.") % {"signs": " ".join(sorted(signs))})
    if not any(character.isalpha() for character in name):
        raise Refused(_("A name needs at least one letter."))
    if re.search(r"[\u0300-\u036f]{3}", unicodedata.normalize("NFC", name)):
        raise Refused(_("This name has too many accents on one letter."))
    words = re.findall(r"[^\W\d_]+", name)
    if any(_mixes_scripts(word) for word in words):
        raise Refused(_("This name mixes alphabets within a word. Please write each word in one alphabet."))
    if len({script for word in words for script in _scripts(word)}) > 1 and "LATIN" in _scripts(name):
        twins = [word for word in words if "LATIN" not in _scripts(word) and _looks_latin(word)]
        if twins:
            raise Refused(
                _("“%(word)s” looks like another word in the Latin alphabet. Please use one alphabet.")
                % {"word": twins[0]}
            )
    return name


_NO_PERSON_SIGNS = frozenset("&+/:!?°")
_HOST_NAME = re.compile(r"[^\W\d_]{2,}\.[^\W\d_]{2,}")


def clean_person_name(text: str) -> str:
    """The first, last or full name of a person, as `clean_name`.

    Raises Refused for digits, for signs that only companies and groups have, and for what mail programs would make a
    link of: a name stands in mails to people who know nothing of this network yet.
    """
    name = clean_name(text)
    signs = sorted({character for character in name if character in _NO_PERSON_SIGNS or character.isdecimal()})
    if signs:
        raise Refused(_("A name cannot contain %(signs)s.") % {"signs": " ".join(signs)})
    if _HOST_NAME.search(name):
        raise Refused(_("This looks like a web address. After a full stop, please put a space."))
    return name
