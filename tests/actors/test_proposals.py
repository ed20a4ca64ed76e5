"""What a reading proposes to the registry."""

from dragoman.actors.proposals import proposed
from dragoman.records import Actor, ActorMention, Coder, Document, Event, Reading, Span

TEXT = "President Mira Dolenz resigned on Friday. Parliament appointed Jonas Tarr."


def reading() -> Reading:
    def span(words: str) -> Span:
        start = TEXT.index(words)
        return Span(start=start, end=start + len(words))

    def actor(ident: str, words: str, **more: str) -> Actor:
        at = span(words)
        mention = ActorMention(start=at.start, end=at.end, text=words)
        return Actor(id=ident, name=words, kind="person", mentions=(mention,), **more)  # type: ignore[arg-type]

    def event(ident: str, trigger: str, sentence: str, **more: object) -> Event:
        coder = Coder(name="test", version="1", rule="test")
        places = {"trigger": span(trigger), "sentence": span(sentence), "coder": coder}
        more = {"status": "occurred", **more}
        return Event(id=ident, type="RETREAT", **places, **more)  # type: ignore[arg-type]

    first, second = TEXT.split(". ")
    return Reading(
        id="case",
        document=Document(id="case", text=TEXT),
        actors=(
            actor("a1", "Mira Dolenz", office="President", country="COV"),
            actor("a2", "Jonas Tarr", country="COV"),
        ),
        events=(
            event("e1", "resigned", first, source=("a1",), date="2031-05-02"),
            event("e2", "appointed", second, target=("a2",)),
            event("e3", "appointed", second, target=("a1",), status="negated"),
        ),
        version="test",
    )


def test_offices_end_and_begin() -> None:
    ends, begins = proposed(reading())
    assert (ends.person, ends.change, ends.day, ends.office) == (
        "Mira Dolenz",
        "ends",
        "2031-05-02",
        "President",
    )
    assert (begins.person, begins.change, begins.day) == ("Jonas Tarr", "begins", None)
    assert ends.row().split("\t")[:4] == ["Mira Dolenz", "President", "?", "2031-05-02"]


def test_what_was_denied_is_not_proposed() -> None:
    assert all(p.person != "Mira Dolenz" or p.change == "ends" for p in proposed(reading()))
