"""Which claims and events bear on a provision."""

from dragoman.reader import Reader
from dragoman.records import Document, Reading

TEXT = (
    "Iran demanded free elections under UN Resolution 2254. Rebels attacked a convoy near Homs.\n\n"
    "Chad held elections in May."
)


def borne(reading: Reading) -> dict[str, tuple[list[str], list[str]]]:
    """Provision → the contents of claims and the triggers of events that bear on it."""
    text = reading.document.text
    claims = {c.id: " ".join(text[s.start : s.end] for s in c.content) for c in reading.claims}
    events = {e.id: text[e.trigger.start : e.trigger.end] for e in reading.events}
    (citation,) = reading.instruments
    return {
        bearing.provision.partition("#")[2]: (
            [claims[id] for id in bearing.claims],
            [events[id] for id in bearing.events],
        )
        for bearing in citation.bearings
    }


def test_a_demand_bears_on_what_it_demands_and_other_events_on_nothing(reader: Reader) -> None:
    found = borne(reader.read(Document(id="x", text=TEXT)))
    claims, events = found["elections"]
    assert any("free elections" in words for words in claims)
    assert events == ["demanded"]
    assert "held" not in {trigger for _, triggers in found.values() for trigger in triggers}


def test_without_a_bearing_there_is_none(reader: Reader) -> None:
    reading = reader.read(Document(id="x", text="The envoys cited UN Resolution 2254 again."))
    assert borne(reading) == {}
