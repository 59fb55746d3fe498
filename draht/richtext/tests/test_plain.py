"""What cleaning promises."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from draht.common.refusal import Refused
from draht.richtext import clean_line, clean_name, clean_person_name, clean_text

ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
TRICKY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\u200c\u200d\ufe0e\ufe0f\u0301\u0323\u202e\u2066\U000e0067\U000e007f\U0001f3f4❤👩🔧a1 \n\r\t\x85م"
        ),
    )
)


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  Draht\r\nund\rKabel  ", "Draht\nund\nKabel"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("a\0b\x07c\x1b", "abc"),
        ("bill\u202egnp.exe\u202c", "billgnp.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("zero\u200bwidth\ufeff\u00ad\u2060", "zerowidth"),
        ("Filler\u3164\u115f", "Filler"),
        ("\ud800lone", "lone"),
        ("private\ue000\ufdd0\U0001fffe", "private"),
        ("Cu\u0308", "C\u00fc"),
        ("Z" + "a\u0301\u0323\u0323\u0323\u0323\u0323\u0323", "Z\u1ea1\u0323\u0323\u0323\u0323"),
        ("👩\u200d🔧", "👩\u200d🔧"),
        ("👩🏽\u200d🔧", "👩🏽\u200d🔧"),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("Ad\u200da\ufe0f", "Ada"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("1\ufe0f\u20e3", "1\ufe0f\u20e3"),
        (
            ENGLAND,
            ENGLAND,
        ),
        ("a\U000e0067\U000e0062b", "ab"),
        ("5\u00a0mm – „Kupfer“ … 30 €", "5\u00a0mm – „Kupfer“ … 30 €"),
    ],
)
def test_text_keeps_what_is_written_and_loses_what_is_hidden(typed: str, clean: str) -> None:
    assert clean_text(typed) == clean


def test_a_line_is_one_line() -> None:
    assert clean_line(" Draht\n\n und\t\u2003Kabel\u2028Rohre ") == "Draht und Kabel Rohre"


@given(TRICKY)
@example("👩\u200d\ufe0f🔧")
@example("a\u0323\u0301\u0323\u0301\u0323\u0301")
def test_cleaning_never_fails_and_twice_is_once(text: str) -> None:
    for clean in (clean_text, clean_line):
        once = clean(text)
        assert clean(once) == once
        assert unicodedata.is_normalized("NFC", once)
        once.encode()
        assert not set(once) & set("\0\r\u200b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Jörg   Groß ", "Jörg Groß"),
        ("Mu\u0308ller", "Müller"),
        ("O´Brien", "O’Brien"),
        ("Jean-Luc d'Artagnan", "Jean-Luc d'Artagnan"),
        ("Dr. Ada Wolf", "Dr. Ada Wolf"),
        ("Ａｄａ", "Ada"),
        ("C & A (Köln)", "C & A (Köln)"),
        ("Nguyễn Thị Minh", "Nguyễn Thị Minh"),
        ("Ада Вольф", "Ада Вольф"),
        ("Αλέξανδρος", "Αλέξανδρος"),
        ("田中 さくら", "田中 さくら"),
        ("김민수", "김민수"),
        ("محمد علي", "محمد علي"),
        ("Анна Schmidt", "Анна Schmidt"),
    ],
)
def test_names_of_all_alphabets_are_names(typed: str, name: str) -> None:
    assert clean_name(typed) == name
    assert clean_name(name) == name


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Ada\u200b Wolf", "invisible"),
        ("Ada\u202eWolf", "invisible"),
        ("Ada\u2066Wolf", "invisible"),
        ("Ada\u00adWolf", "invisible"),
        ("Ada\u3164", "invisible"),
        ("Ada\0", "invisible"),
        ("\ud800Ada", "invisible"),
        ("\u0410da Wolf", "mixes alphabets"),  # a Cyrillic А
        ("Ada W\u03bflf", "mixes alphabets"),  # a Greek omicron
        ("Ben \u0421\u043e\u0440", "looks like another"),  # all Cyrillic
        ("Ada 😀", "cannot contain 😀"),
        ("<b>Ada</b>", "cannot contain < >"),
        ("@ada", "cannot contain @"),
        ("12345", "at least one letter"),
        ("", "at least one letter"),
        ("A" + "\u0334" * 10 + "da", "too many accents"),
    ],
)
def test_a_name_that_is_not_what_it_seems_is_refused_with_a_reason(typed: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        clean_name(typed)


@given(TRICKY)
def test_any_name_is_either_refused_or_clean(text: str) -> None:
    try:
        name = clean_name(text)
    except Refused:
        return
    assert clean_name(name) == name
    assert clean_line(name) == name


@pytest.mark.parametrize(
    "name", ["Ada-Marie O’Neill", "Dr. J.R. Wolf", "Gal·la", "Anna (Anja) von der Mühlen", "Wolf, MSc"]
)
def test_the_name_of_a_person_is_taken_as_it_is(name: str) -> None:
    assert clean_person_name(name) == name


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Ada4711", "cannot contain 1 4 7"),
        ("https://example.org", "cannot contain / :"),
        ("Wolf & Söhne", "cannot contain &"),
        ("www.example.org", "web address"),
        ("<b>", "cannot contain < >"),
    ],
)
def test_what_is_no_name_of_a_person_is_refused_with_a_reason(typed: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        clean_person_name(typed)
