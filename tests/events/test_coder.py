"""The coder's promises: own files, determinism, dates, hostile text, errors that point."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman import resources
from dragoman.errors import DataError
from dragoman.events import EventCoder
from dragoman.events.relating import Relater
from dragoman.parsing import Parsed
from dragoman.records import Claim, Span, Timex
from dragoman.records.event import Event
from events.casting import everybody

Parse = Callable[..., Parsed]
TEXT = "Rebels attacked a convoy near the dam on Friday. Dastan accused Eldara of arming them."


@pytest.fixture(scope="module")
def coder() -> EventCoder:
    return EventCoder()


def coded(coder: EventCoder, parsed: Parsed, times: tuple[Timex, ...] = ()) -> tuple[Event, ...]:
    return coder.find(parsed, times, actors=everybody(parsed)).findings


def test_the_lexicon_is_broad(coder: EventCoder) -> None:
    assert coder.lexicon.size >= 4_000
    types = {entry.type for held in coder.lexicon.entries.values() for entry in held}
    assert types - {""} == set(coder.ontology.types)


def test_every_class_and_effect_is_used(coder: EventCoder) -> None:
    entries = [entry for held in coder.lexicon.entries.values() for entry in held]
    known = {effect for effect, _ in coder.effects.outcomes}
    assert {entry.effect for entry in entries if entry.effect} <= known


def test_triggers_and_sentences_cite_the_text(coder: EventCoder, parse: Parse) -> None:
    events = coded(coder, parse(TEXT))
    assert [TEXT[e.trigger.start : e.trigger.end] for e in events] == [
        "attacked",
        "accused Eldara of",
        "arming",
    ]
    assert all(e.sentence.covers(e.trigger) for e in events)
    assert [e.coder.rule.partition(":")[0] for e in events] == [
        "lexicon/assault.tsv",
        "lexicon/accuse.tsv",
        "lexicon/aid.tsv",
    ]


def test_the_same_text_gives_the_same_events(coder: EventCoder, parse: Parse) -> None:
    assert coded(coder, parse(TEXT)) == coded(EventCoder(), parse(TEXT))


def test_a_date_of_the_text_goes_before_the_day_of_publication(
    coder: EventCoder, parse: Parse
) -> None:
    start = TEXT.index("Friday")
    friday = Timex(
        id="t1", start=start, end=start + 6, text="Friday", type="DATE", value="2031-05-02"
    )
    first, second, *_ = coded(coder, parse(TEXT, published="2031-05-04"), (friday,))
    assert (first.date, first.date_precision, first.date_basis) == ("2031-05-02", "day", "text")
    assert second.date_basis == "unknown"  # another deed of other people on no told day


@pytest.mark.parametrize(("published", "basis"), [("2031-05-04", "published"), (None, "unknown")])
def test_publication_dates_only_the_reports_own_news(
    coder: EventCoder, parse: Parse, published: str | None, basis: str
) -> None:
    (event,) = coded(coder, parse("Rebels attacked a convoy.", published=published))
    assert (event.date, event.date_basis) == (published, basis)


def test_an_unanchored_day_gives_no_date(coder: EventCoder, parse: Parse) -> None:
    text = "Rebels attacked a convoy on Sunday."
    start = text.index("Sunday")
    sunday = Timex(
        id="t1", start=start, end=start + 6, text="Sunday", type="DATE", value="XXXX-WXX-7"
    )
    (event,) = coded(coder, parse(text), (sunday,))
    assert (event.date, event.date_basis) == (None, "unknown")


def test_an_event_stands_on_the_claim_that_covers_it(coder: EventCoder, parse: Parse) -> None:
    text = "The mayor said that rebels attacked a convoy."
    content = Span(start=text.index("rebels"), end=len(text) - 1)
    parsed = parse(text)
    claims = (Claim(id="c1", content=(content,), form="indirect", stance="states"),)
    (event,) = coder.find(parsed, actors=everybody(parsed), claims=claims).findings
    assert event.claims == ("c1",)


def test_a_deed_that_somebody_is_accused_of_stands_on_the_claim(
    coder: EventCoder, parse: Parse
) -> None:
    text = "Ukraine accused Russia of shelling a market."
    parsed = parse(text)
    content = Span(start=text.index("shelling"), end=len(text) - 1)
    claims = (Claim(id="c1", content=(content,), form="indirect", stance="accuses"),)
    saying, deed = coder.find(parsed, actors=everybody(parsed), claims=claims).findings
    assert (saying.type, saying.claims) == ("ACCUSE", ())
    assert (deed.type, deed.claims) == ("ASSAULT", ("c1",))


def test_an_own_ontology_extends_or_replaces(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("extends = true\n[types.LAUNDER]\nquad = 4\nscore = -4\n", encoding="utf-8")
    assert {"ASSAULT", "LAUNDER"} <= set(EventCoder(own).ontology.types)
    own.write_text("[types.LAUNDER]\nquad = 4\n", encoding="utf-8")
    assert set(EventCoder(own).ontology.types) == {"LAUNDER"}
    own.write_text("[types.LAUNDER]\nquad = 9\n", encoding="utf-8")
    with pytest.raises(DataError, match="quad is 9"):
        EventCoder(own)


def test_own_entries_go_first(tmp_path: Path, parse: Parse) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text("form\tkind\ttype\nattack\tverb\tPROTEST\n", encoding="utf-8")
    (event,) = coded(EventCoder(lexicon=(own,)), parse("Farmers attacked the ministry."))
    assert event.type == "PROTEST"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("attack\tverbs\tASSAULT\t", "kind is 'verbs'"),
        ("attack\tverb\tBATTLE\t", "type is 'BATTLE'"),
        ("attack\tverb\tASSAULT\tpeacefully", "no mode 'peacefully'"),
    ],
)
def test_a_bad_entry_is_named_by_file_and_line(tmp_path: Path, row: str, reason: str) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text(f"form\tkind\ttype\tmode\n{row}\n", encoding="utf-8")
    with pytest.raises(DataError, match=reason) as caught:
        EventCoder(lexicon=(own,))
    assert "mine.tsv:2" in str(caught.value)


def test_cameo_codes_agree_with_the_crosswalk(coder: EventCoder) -> None:
    for code in coder.ontology.codes.values():
        assert code.type is None or code.type in coder.ontology.types
        assert code.mode is None or (code.type, code.mode) in coder.ontology.modes
    assert coder.ontology.types["ACCUSE"].score == -3
    assert coder.ontology.types["SANCTION"].quad == 4


def test_a_marked_pair_gets_the_type_between_its_sides(coder: EventCoder, parse: Parse) -> None:
    text = "Arvenia praised the truce monitors after Dastan shelled the port."
    relater = Relater(coder)
    ours = Span(start=0, end=7), Span(start=text.index("the truce"), end=text.index(" after"))
    theirs = (
        Span(start=text.index("Dastan"), end=text.index(" shelled")),
        Span(start=text.index("the port"), end=len(text) - 1),
    )
    parsed = parse(text)
    assert next(iter(relater.scores(parsed, ours[:1], ours[1:]))) == "SUPPORT"
    assert next(iter(relater.scores(parsed, theirs[:1], theirs[1:]))) == "ASSAULT"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?!",
        "that " * 300,
        "attack " * 300,
        "to " * 200 + "attack",
        "of the " * 200,
        "12 " * 400,
    ],
)
def test_odd_text_never_raises(coder: EventCoder, parse: Parse, text: str) -> None:
    assert coder.find(parse(text)).issues == ()


def test_shuffled_words_never_raise(coder: EventCoder, parse: Parse) -> None:
    words = [row["form"].split("|")[0] for row in resources.table("lexicon/assault.tsv")] * 3
    random.Random(7).shuffle(words)
    parsed = parse(" ".join(words))
    assert isinstance(coded(coder, parsed), tuple)
