"""The text as the parser sees it: same length, furniture blanked, typography made plain.

Every replacement is one code point for one, so offsets into the masked text are offsets into
`Document.text`.
"""

import re
from collections.abc import Iterable

from dragoman.records import Furniture

# The small English pipelines were trained on text with straight quotes and plain spaces.
_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "`": "'",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u200b": " ",
        "\ufeff": " ",
        "\t": " ",
        "‐": "-",
        "‑": "-",
    }
)

LONGEST_WORD = 200
"""Characters without a space above which nothing is language any more. Tokenizers take time that
grows with the square of such a run."""
_NO_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def masked(text: str, furniture: Iterable[Furniture] = ()) -> str:
    """`text` with furniture as blanks (line breaks kept) and plain quotes, spaces and hyphens.

    What runs on for more than `LONGEST_WORD` characters (data, addresses, noise) is blank too.
    """
    plain = _NO_WORD.sub(lambda run: " " * len(run.group()), text.translate(_PLAIN))
    pieces, at = [], 0
    for span in sorted(furniture, key=lambda span: span.start):
        if span.end <= at:
            continue
        start = max(span.start, at)
        pieces.append(plain[at:start])
        pieces.append("".join("\n" if c == "\n" else " " for c in plain[start : span.end]))
        at = span.end
    pieces.append(plain[at:])
    return "".join(pieces)
