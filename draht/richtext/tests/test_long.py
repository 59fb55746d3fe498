"""Long texts: headings, pictures, footnotes, and nothing that a page must not show."""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from draht.richtext import Figure, render_long

REEL = Figure(
    "/media/reel/960.webp", "/media/reel/480.webp 480w", "/media/reel/1600.webp", "A reel", "Reel 7", 1600, 900
)
DIE = Figure("/media/die/960.webp", "/media/die/480.webp 480w", "/media/die/1600.webp", "", "", 800, 600)


@pytest.mark.parametrize("signs", ["#", "##", "###"])
def test_headings_begin_below_the_title_whatever_the_writer_began_with(signs: str) -> None:
    found = render_long(f"{signs} One\n\ntext\n\n{signs}# Two")
    assert [(section.level, section.words) for section in found.sections] == [(2, "One"), (3, "Two")]
    assert '<h2 id="part-one">One</h2>' in found.html


def test_headings_of_the_same_words_have_different_anchors() -> None:
    found = render_long("## Die\n\n## Die\n\n## 線")
    assert [section.anchor for section in found.sections] == ["part-die", "part-die-2", "part"]


def test_a_picture_stands_where_its_number_does_with_its_caption() -> None:
    found = render_long("Before.\n\n![1]\n\nAfter.", figures={1: REEL}).html
    assert found.index("Before") < found.index("<figure>") < found.index("After")
    assert 'alt="A reel"' in found
    assert "<figcaption>Reel 7</figcaption>" in found
    assert "<p></p>" not in found


def test_a_picture_within_a_sentence_goes_behind_its_paragraph() -> None:
    found = render_long("See ![1] here.", figures={1: REEL}).html
    assert found.startswith("<p>See  here.</p>\n<figure>")


def test_the_first_picture_stands_above_others_below_if_the_text_names_none() -> None:
    found = render_long("Words.", figures={1: REEL, 2: DIE}).html
    assert found.index("reel") < found.index("Words") < found.index("die")
    assert '<figure><img src="/media/die/960.webp"' in found


def test_pictures_of_elsewhere_become_links_and_unknown_numbers_stay_words() -> None:
    found = render_long("![chart](https://pictures.example/x.png) ![9] ![x](/media/other/960.webp)").html
    assert "<img" not in found
    assert '<a href="https://pictures.example/x.png" rel="nofollow ugc noopener">chart</a>' in found
    assert "![9]" in found


def test_a_footnote_leads_there_and_back() -> None:
    found = render_long("Hard[^a] and soft[^a].\n\n[^a]: As measured.").html
    assert found.count('href="#note-1"') == 2
    assert '<li id="note-1">' in found
    assert 'href="#note-1-from-1"' in found
    assert found.count('role="doc-backlink"') == 2


def test_reading_takes_a_minute_for_200_words() -> None:
    assert render_long("Draht " * 1000).minutes == 5
    assert render_long("Draht").minutes == 1


def test_what_somebody_hides_in_it_is_shown_as_words() -> None:
    found = render_long(
        "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) {onclick=x}"
    ).html
    assert "<script" not in found
    assert "<img" not in found
    assert 'href="javascript' not in found


@given(st.text(alphabet="#![]()^:1a \n-*>`|<@", max_size=200))
def test_whatever_is_typed_comes_out_as_whole_html_without_other_elements(text: str) -> None:
    found = render_long(text, figures={1: REEL})
    parsed = html5lib.parseFragment(found.html, namespaceHTMLElements=False)
    assert {one.tag for one in parsed.iter() if isinstance(one.tag, str)} <= {
        "DOCUMENT_FRAGMENT", "p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "a", "h2", "h3", "h4",
        "hr", "figure", "figcaption", "img", "sup", "section",
    }  # fmt: skip
