"""What holds for every reading: spans cite the words, the same input gives the same bytes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.reader import Reader
from dragoman.records import Document, Found, Reading

EXAMPLE = (Path(__file__).parents[1] / "examples" / "grain-deal.txt").read_text(encoding="utf-8")
PIECES = (
    "Arvenian", "troops", "the president", "Iran", "Damascus", "he", "it", "“", "”", '"', "’s", ",",
    ".", "\n\n", "said", "will", "not", "attacked", "killed six", "on Sunday", "31 February",
    "resolution 2254", "in Paris", "(HTS)", "allegedly", "— ", "according to", "Subscribe",
    "\u00a0", "talks with", "of", "by", "to", "and", "24-year", "𝔘nicode", "é", "?", "Syria",
)  # fmt: skip
SCRAPS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with a start and an end, however deep."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from spans(item)


def check(reading: Reading) -> None:
    text = reading.document.text
    found = msgspec.json.decode(reading.to_json())
    for span in spans({key: value for key, value in found.items() if key != "document"}):
        assert 0 <= span["start"] < span["end"] <= len(text), span
        if "text" in span:
            assert span["text"] == text[span["start"] : span["end"]]
    actors = {actor.id for actor in reading.actors}
    claims = {claim.id for claim in reading.claims}
    places = {place.id for place in reading.places}
    for event in reading.events:
        assert {*event.source, *event.target} <= actors
        assert set(event.claims) <= claims
        assert event.place is None or event.place in places
        assert 0 <= event.confidence <= 1
    for claim in reading.claims:
        assert claim.content
        assert claim.actor is None or claim.actor in actors
    for proposal in reading.proposals:
        assert proposal.actor is None or proposal.actor in actors
        assert proposal.event is None or proposal.event in {event.id for event in reading.events}
        assert set(proposal.claims) <= claims
        assert proposal.person in text or proposal.entry
        assert 0 < proposal.confidence <= 1
    assert not [issue for issue in reading.issues if issue.code.endswith(".failed")]
    assert Reading.from_json(reading.to_json()) == reading


def test_spans_of_the_example_cite_its_words(reader: Reader) -> None:
    check(reader.read(Document(id="example", text=EXAMPLE)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=SCRAPS)
def test_spans_of_any_text_cite_its_words(reader: Reader, text: str) -> None:
    check(reader.read(Document(id="scraps", text=text)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=200))
def test_any_characters_can_be_read(reader: Reader, text: str) -> None:
    check(reader.read(Document(id="any", text=text)))


def test_two_runs_give_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from dragoman.reader import Reader; from dragoman.records import "
        "Document; text = pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'); "
        "sys.stdout.buffer.write(Reader().read(Document(id='example', text=text)).to_json())"
    )
    path = tmp_path / "example.txt"
    path.write_text(EXAMPLE, encoding="utf-8")
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(path)],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C"},
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1


def test_a_batch_gives_what_single_readings_give(reader: Reader) -> None:
    documents = [
        Document(id=str(n), text=part) for n, part in enumerate(EXAMPLE.split("\n\n")) if part
    ]
    alone = [reader.read(document) for document in documents]
    assert list(reader.read_many(documents)) == alone


def test_without_a_day_of_publication_no_sunday_gets_a_date(reader: Reader) -> None:
    reading = reader.read(Document(id="x", text="The army of Chad attacked the rebels on Sunday."))
    assert [time.value for time in reading.times] == ["XXXX-WXX-7"]
    assert all(event.date is None for event in reading.events)


def test_a_failure_in_one_room_does_not_lose_the_rest(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def find(self, *_: object) -> Found[Any]:
            raise ValueError("a fault in the room")

    monkeypatch.setattr(reader, "_claims", Broken())
    reading = reader.read(Document(id="x", text="Iran condemned the attack on Sunday."))
    assert [issue.code for issue in reading.issues] == ["claims.failed"]
    assert "a fault in the room" in reading.issues[0].message
    assert reading.times
    assert reading.actors


def test_own_data_leave_their_mark_on_the_version(tmp_path: Path, reader: Reader) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("id\tname\tkind\tsector\tcountry\nlodge\tGreen Lodge\tmovement\tSOC\tTCD\n")
    other = Reader(registry=(own,))
    assert other.version.startswith(f"{reader.version}+own-")
    (actor,) = other.read(Document(id="x", text="The Green Lodge condemned the attack.")).actors[:1]
    assert (actor.entry, actor.country, actor.sector) == ("lodge", "TCD", "SOC")
