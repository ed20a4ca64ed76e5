from hypothesis import given
from hypothesis import strategies as st

from dragoman.parsing.chunks import chunks


@given(st.text(alphabet="ab \n", max_size=200), st.integers(min_value=1, max_value=20))
def test_pieces_make_up_the_text(text: str, longest: int) -> None:
    pieces = list(chunks(text, longest))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(len(piece) <= longest for piece, _ in pieces)
    assert [is_last for _, is_last in pieces] == [False] * (len(pieces) - 1) + [True]


def test_a_paragraph_is_not_cut_where_a_blank_line_is_near() -> None:
    pieces = [piece for piece, _ in chunks("one two\n\nthree four\n\nfive", 14)]
    assert pieces == ["one two\n\n", "three four\n\n", "five"]
