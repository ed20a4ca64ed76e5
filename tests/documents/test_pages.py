"""Pages to articles: what counts as the article, and pages meant to break the reader."""

import datetime
import subprocess
import sys

import pytest

from dragoman.documents import extract, to_document
from dragoman.documents.plain import visible_text
from dragoman.errors import DocumentError
from dragoman.records import Capture

BODY = [
    "Troops left the harbour of Port Selda on Monday, a spokesman for the army said.",
    "The rebels who hold the hills above the town said they would let the ships pass.",
    "Envoys of both sides are to meet again next week, the foreign ministry announced.",
]


def page(inside: str, head: str = "") -> str:
    head = f"<head><title>Troops leave Port Selda</title>{head}</head>"
    return f"<html lang='en'>{head}<body>{inside}</body></html>"


def article(*parts: str) -> str:
    body = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    return page(f"<article><h1>Troops leave Port Selda</h1>{body}</article>")


def test_title_day_and_body() -> None:
    meta = '<meta property="article:published_time" content="2031-05-06T08:00:00+00:00">'
    found = extract(article(*BODY).replace("</head>", meta + "</head>"), "https://example.org/a")
    assert found.title == "Troops leave Port Selda"
    assert found.published == datetime.date(2031, 5, 6)
    assert found.text.split("\n") == BODY


def test_a_date_in_running_text_is_no_publication_date() -> None:
    found = extract(article(*BODY, "The pact was signed on 3 March 2029 in the capital."))
    assert found.published is None


def test_a_given_date_wins_over_the_page() -> None:
    meta = '<meta property="article:published_time" content="2031-05-06">'
    html = article(*BODY).replace("</head>", meta + "</head>").encode()
    capture = Capture(name="p", content=html, media_type="text/html")
    document, _ = to_document(capture)
    assert (document.published, document.published_basis) == (datetime.date(2031, 5, 6), "page")
    given, _ = to_document(capture, published=datetime.date(2030, 1, 1))
    assert (given.published, given.published_basis) == (datetime.date(2030, 1, 1), "given")


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ("<script>var secret = 'run';</script>", "secret"),
        ("<style>.secret {color: red}</style>", "secret"),
        ("<p>Read more: Harbour fees to double</p>", "Harbour fees"),
        ("<p><a href='/x'>Harbour fees to double from June</a></p>", "Harbour fees"),
        ("<p>Sign up for our newsletter to get it in your inbox.</p>", "newsletter"),
        ("<p>Advertisement</p>", "Advertisement"),
        ("<div class='slideshow'><p>Ships wait outside the port.</p></div>", "Ships wait"),
        ("<p hidden>Something went quite wrong on this site.</p>", "quite wrong"),
        ("<p style='display: none'>Something went quite wrong here.</p>", "quite wrong"),
    ],
)
def test_what_is_no_part_of_the_article(extra: str, words: str) -> None:
    found = extract(article(BODY[0], extra, *BODY[1:]))
    assert words not in found.text
    assert all(line in found.text for line in BODY)


def test_a_note_inside_a_sentence_is_cut_out() -> None:
    note = (
        "<span class='rollover-block'><a href='/p'>More about the general and his life</a></span>"
    )
    lead = f"<p>General Ruvo{note} said on Monday that his troops had left the harbour.</p>"
    found = extract(article(lead, *BODY))
    assert "General Ruvo said on Monday" in found.text


def test_quoted_statements_from_networks_are_kept() -> None:
    quote = (
        "<div class='embed'><blockquote class='twitter-tweet'><p>We never agreed to this pact.</p>"
        "— Selda Rebels (@selda)</blockquote><script src='w.js'></script></div>"
    )
    assert "We never agreed" in extract(article(BODY[0], quote, *BODY[1:])).text


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "table", "ul", "font"])
def test_a_hundred_thousand_nested_tags(tag: str) -> None:
    html = f"<{tag}>" * 100_000 + f"<p>{BODY[0]}</p>" + f"</{tag}>" * 100_000
    capture = Capture(name="deep", content=page(html).encode(), media_type="text/html")
    document, _ = to_document(capture)
    assert BODY[0] in document.text


def test_a_page_read_whole_says_so() -> None:
    html = "<div>" * 1000 + f"<p>{BODY[0]}</p>"
    capture = Capture(name="deep", content=page(html).encode(), media_type="text/html")
    _, issues = to_document(capture)
    assert [issue.code for issue in issues] == ["documents.whole-page"]


@pytest.mark.parametrize(
    "html",
    ["<!--" * 100_000, "<script>" * 100_000 + "x", "<a " * 100_000, "<![" * 100_000, "<p></p>"],
)
def test_pages_without_text(html: str) -> None:
    with pytest.raises(DocumentError, match="no text"):
        extract(html)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two", "One\nTwo"),
        ("A <b>bold</b> word", "A bold word"),
        ("x < y &amp; z", "x < y & z"),
        ("a<script>if (a<b) {}</script>b", "a\n\nb"),
        ("a<!-- <p>no</p> -->b", "ab"),
        ("<SCRIPT>no</SCRIPT>yes", "yes"),
        ("<style>p {}</style><p>yes</p>", "yes"),
        ("<svg><text>no</text></svg>yes", "yes"),
        ("never closed <p", "never closed"),
    ],
)
def test_visible_text(html: str, text: str) -> None:
    assert visible_text(html).replace("\n\n\n", "\n\n") == text


def test_plain_text_does_not_pay_for_pages() -> None:
    heavy = "{'trafilatura', 'htmldate', 'httpx', 'lxml', 'charset_normalizer'}"
    code = f"import sys, dragoman.documents; print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
