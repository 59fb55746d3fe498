"""What rendering promises."""

import time
from collections.abc import Mapping, Sequence

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from draht.common.refusal import Refused
from draht.richtext import Mentioned, canonical_tag, nobody, render
from draht.richtext.rendering import _SAFE, LONGEST

UGC = 'rel="nofollow ugc noopener"'


def team(handles: Sequence[str]) -> Mapping[str, Mentioned]:
    known = {
        "ben": Mentioned(2, "Ben <Weiß>", "/in/ben/"),
        "ada-wolf": Mentioned(1, "Ada Wolf", "/in/ada-wolf/"),
    }
    return {handle: known[handle] for handle in handles if handle in known}


def body(text: str) -> str:
    return render(text, mention_resolver=team).html.removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a *b* **c** `d`", "a <em>b</em> <strong>c</strong> <code>d</code>"),
        ("one\ntwo", "one<br>\ntwo"),
        ("# not a heading", "# not a heading"),
        ("![p](https://a.de/p.png)", f'!<a href="https://a.de/p.png" {UGC}>p</a>'),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("a &lt; b &#x202e;", "a &amp;lt; b &amp;#x202e;"),
        ("snake_case_name", "snake_case_name"),
        (r"\*plain\* \#plain \@ben", "*plain* #plain @ben"),
    ],
)
def test_a_small_markdown(text: str, html: str) -> None:
    assert body(text) == html


def test_lists_and_quotes() -> None:
    html = render("- a\n- b\n\n3. c\n\n> q").html
    for part in ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", '<ol start="3">', "<blockquote>\n<p>q</p>\n</blockquote>"):
        assert part in html


@pytest.mark.parametrize(
    ("text", "href", "shown", "rest"),
    [
        ("https://a.de/_x_/b_c", "https://a.de/_x_/b_c", "a.de/_x_/b_c", ""),
        ("see www.a.de.", "https://www.a.de", "a.de", "."),
        ("(https://de.wikipedia.org/wiki/Draht_(Seil))", "https://de.wikipedia.org/wiki/Draht_(Seil)", None, ")"),
        ("HTTPS://A.DE/?q=1&r=2!", "HTTPS://A.DE/?q=1&amp;r=2", "A.DE/?q=1&amp;r=2", "!"),
        ("https://köln.de/straße", "https://xn--kln-sna.de/stra%C3%9Fe", "köln.de/straße", ""),
        # a Cyrillic а
        ("https://p\u0430ypal.com", "https://xn--pypal-4ve.com", "xn--pypal-4ve.com", ""),
        ("[our shop](https://a.de)", "https://a.de", "our shop", ""),
        ("[https://bank.de](https://evil.com/x)", "https://evil.com/x", "https://bank.de", " (evil.com)"),
        ("[mail](mailto:ada@a.de)", "mailto:ada@a.de", "mail", ""),
        ("https://a.de/" + "x" * 100, "https://a.de/" + "x" * 100, "a.de/" + "x" * 54 + "…", ""),
    ],
)
def test_links_lead_where_they_say(text: str, href: str, shown: str | None, rest: str) -> None:
    html = body(text)
    assert f'<a href="{href}" {UGC}>' in html
    assert shown is None or f">{shown}</a>" in html
    assert html.endswith(f"</a>{rest}")


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&#58;alert(1))",
        "[x](data:text/html,x)",
        "[x](vbscript:x)",
        "[x](/account/logout/)",
        "[x](//evil.com)",
        "[x](https://bank.de@evil.com)",
        "https://bank.de@evil.com",
        "<javascript:alert(1)>",
        "https://",
        "www.",
        "http://.",
        "file:///etc/passwd",
    ],
)
def test_what_is_no_safe_link_stays_text(text: str) -> None:
    assert "<a" not in render(text).html


def test_mentions_show_the_name_and_are_asked_for_once() -> None:
    asked: list[Sequence[str]] = []

    def resolver(handles: Sequence[str]) -> Mapping[str, Mentioned]:
        asked.append(handles)
        return team(handles)

    rich = render("@Ben and *@ada-wolf*, @ben. @stranger ben@ben.de", mention_resolver=resolver)
    assert asked == [["ben", "ada-wolf", "stranger"]]
    assert rich.mentions == (2, 1)
    assert '<a href="/in/ben/" class="mention">Ben &lt;Weiß&gt;</a> and <em><a href="/in/ada-wolf/"' in rich.html
    assert "@stranger ben@ben.de" in rich.html
    assert rich.excerpt == "Ben <Weiß> and Ada Wolf, Ben <Weiß>. @stranger ben@ben.de"


def test_nobody_is_asked_for_when_nobody_is_mentioned() -> None:
    def resolver(handles: Sequence[str]) -> Mapping[str, Mentioned]:
        raise AssertionError

    assert render("no names", mention_resolver=resolver).mentions == ()


def test_hashtags_have_one_spelling() -> None:
    rich = render("#Kupfer #KUPFER #Öl_2 #Straße #1 #2024 C#dur a#b #_ #" + "x" * 51)
    assert rich.hashtags == ("kupfer", "öl_2", "strasse")
    assert '<a href="/tags/kupfer/" class="hashtag" rel="tag">#KUPFER</a>' in rich.html
    assert rich.html.count("<a ") == 4
    assert canonical_tag("#Kupfer") == "kupfer"


@pytest.mark.parametrize("text", ["`@ben #x www.a.de`", "[@ben #x www.a.de](https://a.de)", "<https://a.de/@ben#x>"])
def test_nothing_is_found_in_code_or_links(text: str) -> None:
    rich = render(text, mention_resolver=team)
    assert rich.mentions == ()
    assert rich.hashtags == ()
    assert rich.html.count("<a ") <= 1


def test_the_excerpt_is_short_plain_text() -> None:
    rich = render("**Neu:** Ziehsteine\nab Lager\n\n- `4 mm`\n- 5 mm " + "Draht " * 100)
    assert rich.excerpt.startswith("Neu: Ziehsteine ab Lager 4 mm 5 mm Draht")
    assert len(rich.excerpt) <= 201
    assert rich.excerpt.endswith("Draht…")


def test_a_text_beyond_all_measure_is_refused_before_it_is_read() -> None:
    with pytest.raises(Refused):
        render("x" * (LONGEST + 1))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000, "*a " * 1600, "> " * 2500, "`" * 5000, "`a" * 2500, "- " * 2500, "[a](" * 1200, "https://" * 600,
        "@a " * 1600, "#a" * 2500, "www." * 1200, "_*" * 2500, "https://a.de/" + ")" * 4900, "![[" * 1600, "\\" * 5000,
        "www.a.de" + "." * 4900, "[x](<" * 1000, "\n".join(" " * i + "- a" for i in range(90)), "https://a.de/" * 380,
    ],
)  # fmt: skip
def test_a_hostile_text_is_rendered_soon_and_flat(text: str) -> None:
    began = time.process_time()
    html = render(text, mention_resolver=team).html
    assert time.process_time() - began < 1
    assert html.count("<blockquote>") + html.count("<ul>") <= 24


PIECES = st.sampled_from(
    [
        *[
            "@ben",
            "#tag",
            "*",
            "**",
            "_",
            "`",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "-",
            "\\",
            "!",
            "&",
            "https://a.de",
            "www.a.de",
            "javascript:alert(1)",
            "<script>",
            "<img",
        ],
        *[
            "onerror=x",
            "<!--",
            "]]>",
            "&#x3c;",
            '"',
            "'",
            "onclick=",
            "style=",
            "\u202e",
            "\u200d",
            "data:text/html",
            "1.",
            "mailto:a@b.de",
        ],
        *" \n",
    ]
)


@given(st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=3))).map("".join)))
def test_whatever_is_typed_becomes_safe_html(text: str) -> None:
    rich = render(text, mention_resolver=team)
    assert _SAFE.clean(rich.html) == rich.html
    tree = html5lib.parseFragment(rich.html, namespaceHTMLElements=False)
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag in {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "a"}
        assert set(element.attrib) <= {"href", "rel", "class", "start"}
        if href := element.attrib.get("href"):
            assert href.lower().startswith(("http://", "https://", "mailto:", "/tags/", "/in/"))
    assert set(rich.mentions) <= {1, 2}
    assert len(rich.excerpt) <= 201
    assert render(text, mention_resolver=nobody).mentions == ()
