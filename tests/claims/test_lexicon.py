"""The data of the claims room: what it must hold, and how a bad entry is reported."""

from pathlib import Path

import pytest

from dragoman import resources
from dragoman.claims import lexicon
from dragoman.claims.inflection import irregular, noun_forms, verb_forms
from dragoman.errors import DataError

LEXICON = lexicon.load()


def test_the_lexicon_is_broad() -> None:
    lemmas = {cue.lemma for cue in LEXICON.verbs.values()}
    assert len(lemmas) > 400
    assert len({cue.lemma for cue in LEXICON.nouns.values()}) > 150
    assert len(LEXICON.adjectives) > 80


def test_every_stance_is_used() -> None:
    cues = [*LEXICON.verbs.values(), *LEXICON.nouns.values(), *LEXICON.adjectives.values()]
    assert {stance for cue in cues for stance in cue.stances.values()} == set(LEXICON.stances)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("say", "say says said saying"),
        ("deny", "deny denies denied denying"),
        ("agree", "agree agrees agreed agreeing"),
        ("urge", "urge urges urged urging"),
        ("stress", "stress stresses stressed stressing"),
        ("stay", "stay stays stayed staying"),
        ("plan", "plan plans planned planning"),
    ],
)
def test_verb_forms(lemma: str, forms: str) -> None:
    assert set(verb_forms(lemma, irregular())) == set(forms.split())


NOUNS = [("wish", "wishes"), ("survey", "surveys"), ("reply", "replies")]


@pytest.mark.parametrize(("noun", "plural"), NOUNS)
def test_noun_forms(noun: str, plural: str) -> None:
    assert list(noun_forms(noun)) == [noun, plural]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("mumble\tquote\tmumbles", "stance is 'mumbles'"),
        ("mumble\tthat|dative\tstates", "unknown frame 'dative'"),
        ("mumble\t\tstates", "no frame"),
    ],
)
def test_a_bad_cue_is_reported_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, reason: str
) -> None:
    file = tmp_path / "own.tsv"
    file.write_text(f"# own verbs\nverb\tframes\tstance\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(resources, "listing", lambda folder: (file,))
    with pytest.raises(DataError, match=r"own\.tsv:3: ") as caught:
        lexicon.load()
    assert reason in str(caught.value)
