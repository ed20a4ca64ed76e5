"""HTML → all the text that it shows, one block a line, however deep or broken the page."""

import re
from collections.abc import Iterator
from html import unescape

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]{0,40})")
# Elements whose content no reader is shown as text.
_HIDDEN = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("script", "style", "noscript", "template", "svg", "iframe", "object", "title")
}
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"}
    | {"font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike"}
    | {"strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_BLANK_LINE = {"p", "div", "ul", "ol", "table", "section", "article", "blockquote"} | {
    f"h{level}" for level in range(1, 7)
}


def visible_text(html: str) -> str:
    """The text of a page outside scripts, styles and comments. Never raises; needs no tree.

    One pass in linear time: the parser of the standard library needs quadratic time for marks
    that are never closed.
    """
    lines = (" ".join(line.split()) for line in "".join(_pieces(html)).split("\n"))
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()


def _pieces(html: str) -> Iterator[str]:
    at = 0
    while at < len(html):
        opened = html.find("<", at)
        if opened < 0:
            opened = len(html)
        yield unescape(html[at:opened]).replace("\n", " ")
        tag = _TAG.match(html, opened)
        if html.startswith("<!--", opened):
            at = _behind(html, "-->", opened)
        elif html.startswith(("<!", "<?"), opened):
            at = _behind(html, ">", opened)
        elif tag:
            name = tag.group(1).lower()
            if name not in _INLINE:
                yield "\n\n" if name in _BLANK_LINE else "\n"
            at = _behind(html, ">", opened)
            if name in _HIDDEN and html[opened + 1] != "/":
                closing = _HIDDEN[name].search(html, at)
                at = closing.start() if closing else len(html)
        else:
            yield html[opened : opened + 1]
            at = opened + 1


def _behind(html: str, mark: str, at: int) -> int:
    found = html.find(mark, at)
    return found + len(mark) if found >= 0 else len(html)
