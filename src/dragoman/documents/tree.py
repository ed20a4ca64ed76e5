"""What is taken out of a page before its article is looked for, and what is put in plain."""

import re
from functools import cache
from typing import Any

from dragoman import resources

_CLASS_PART = re.compile(r"[a-z]+")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SMALL = 0.2
"""Share of a page's text above which a hidden element is left in: scripts show such pages."""
POINTER = 0.95
"""Share of a paragraph's characters in links from which it only points elsewhere."""
SHORTEST_POINTER = 4
"""Words of such a paragraph: shorter ones may be a name in a list."""


def prepared(tree: Any) -> Any:
    """The lxml tree of a page without what no reader is shown; changed in place."""
    words = _class_words()
    length = _length(tree)
    for element in list(tree.iter("*")):
        names = frozenset((element.get("class") or "").lower().split())
        if names & words["keep", "name"]:
            _make_plain(element)
            continue
        hidden = _is_hidden(element, names, words) and _length(element) < SMALL * length
        if hidden or (element.tag in {"p", "li"} and _is_pointer(element)):
            _remove(element)
    return tree


@cache
def _class_words() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {
        (does, match): set() for does in ("drop", "keep") for match in ("name", "part")
    }
    for row in resources.table("documents/classes.tsv", ("word", "match", "does")):
        key = row.choice("does", ("drop", "keep")), row.choice("match", ("name", "part"))
        found[key].add(row["word"])
    return {key: frozenset(words) for key, words in found.items()}


def _make_plain(element: Any) -> None:
    """Takes the class from an element and from those around it that hold nothing else."""
    element.attrib.pop("class", None)
    parent = element.getparent()
    while parent is not None and parent.tag != "body" and _is_alone(element, parent):
        parent.attrib.pop("class", None)
        element, parent = parent, parent.getparent()


def _is_alone(element: Any, parent: Any) -> bool:
    if (parent.text or "").strip():
        return False
    return all(
        (child is element or child.tag == "script") and not (child.tail or "").strip()
        for child in parent
    )


def _is_hidden(
    element: Any, names: frozenset[str], words: dict[tuple[str, str], frozenset[str]]
) -> bool:
    if element.tag in {"html", "body"}:
        return False
    if _NOT_SHOWN.search(element.get("style") or "") or element.get("hidden") is not None:
        return True
    parts = _CLASS_PART.findall(" ".join(sorted(names)))
    return bool(names & words["drop", "name"]) or not words["drop", "part"].isdisjoint(parts)


def _is_pointer(element: Any) -> bool:
    """Whether a paragraph is nothing but links, and no sentence."""
    text = " ".join("".join(element.itertext()).split())
    if len(text.split()) < SHORTEST_POINTER or text.endswith((".", "!", '."', ".”")):
        return False
    linked = sum(_length(link) for link in element.iter("a"))
    return linked >= POINTER * len("".join(text.split()))


def _length(element: Any) -> int:
    """Characters that are no white space."""
    return sum(len("".join(piece.split())) for piece in element.itertext())


def _remove(element: Any) -> None:
    """Takes an element out, keeping the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
