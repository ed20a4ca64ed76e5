from hypothesis import given
from hypothesis import strategies as st

from dragoman.parsing.mask import masked
from dragoman.records import Furniture


@given(st.text(max_size=100), st.data())
def test_the_masked_text_has_the_same_length(text: str, data: st.DataObject) -> None:
    ends = st.integers(min_value=0, max_value=len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends), max_size=4))
    furniture = [Furniture(start=min(s), end=max(s), kind="menu") for s in spans]
    assert len(masked(text, furniture)) == len(text)


def test_furniture_is_blank_and_its_line_breaks_stay() -> None:
    text = "Menu\nHome\nShe said “yes”."
    assert masked(text, [Furniture(start=0, end=9, kind="menu")]) == '    \n    \nShe said "yes".'


def test_a_run_without_a_space_that_no_word_has_is_blank() -> None:
    text = "Data: " + '"' * 5_000 + " follow https://example.org/" + "a" * 100
    plain = masked(text)
    assert len(plain) == len(text)
    assert '"' not in plain
    assert plain.endswith("aaa")
