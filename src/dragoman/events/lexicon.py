"""The lexicon: verbs, nouns, frames of words, and what they mean under which conditions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dragoman import resources
from dragoman.events.ontology import Ontology, shipped_types
from dragoman.events.words import spelling
from dragoman.resources import Row, Source

FOLDER = "lexicon"
OWN = 100
"""Weight by which a user's own entry goes before the shipped ones."""
KINDS = ("verb", "noun", "adj")
FLAGS = (
    "sym",
    "rev",
    "of-target",
    "of-source",
    "patient",
    "weak",
    "intr",
    "light",
    "subj",
    "own",
    "mid",
    "inf",
    "pass",
    "bare",
)
COLUMNS = ("form", "kind")
_JOINTS = {"of", "for", "in", "on", "to", "against", "from", "by", "with"}


@dataclass(frozen=True, slots=True)
class Condition:
    """What an object must be: one of `wanted` if there are any, none of `unwanted`."""

    wanted: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()
    actor: bool = False
    absent: bool = False
    present: bool = False
    stateless: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of one line of the lexicon. `rule` names it: `lexicon/assault.tsv:12 bomb`.

    `words` are the words of the form, `head` the place of its head among them, `rest` the others.
    """

    rule: str
    kind: str
    words: tuple[str, ...]
    head: int
    type: str
    effect: str
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    object: Condition | None
    subject: Condition | None
    target: tuple[str, ...]
    flags: frozenset[str]
    own: bool = False
    rest: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How specific the entry is: more words and conditions go first."""
        bound = self.object is not None and bool(self.object.wanted)
        conditions = (self.object is not None) + 2 * (self.subject is not None)
        return OWN * self.own + 5 * len(self.words) + 3 * bound + conditions

    @property
    def bare(self) -> bool:
        """Whether the entry is one word, whatever its object is."""
        return len(self.words) == 1 and not (self.object is not None and self.object.wanted)


@dataclass(slots=True)
class Lexicon:
    """Entries by kind and head word, most specific first, made when first asked for."""

    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    size: int = 0
    _lines: dict[tuple[str, str], list[tuple[Entry, str]]] = field(default_factory=dict)
    _made: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)

    def of(self, kind: str, head: str) -> list[Entry]:
        """The entries of a head word, the most specific one first."""
        key = (kind, head)
        known = self._made.get(key)
        if known is None:
            if key not in self._lines:
                return []
            known = [_formed(line, form) for line, form in self._lines[key]]
            known.sort(key=lambda entry: -entry.weight)
            self._made[key] = known
        return known

    @property
    def entries(self) -> dict[tuple[str, str], list[Entry]]:
        """Every entry by kind and head word."""
        return {key: self.of(*key) for key in self._lines}

    def add(self, line: Entry, forms: tuple[str, ...]) -> None:
        """Takes the forms of a line; the entry says what they all mean."""
        for form in forms:
            words = form.split()
            head = spelling(words[_head(line.kind, words)])
            self._lines.setdefault((line.kind, head), []).append((line, form))
        self.size += len(forms)


def _formed(line: Entry, form: str) -> Entry:
    words = tuple(_spelled(form).split())
    head = _head(line.kind, words)
    rest = frozenset(word for at, word in enumerate(words) if at != head)
    return replace(line, rule=f"{line.rule} {form}", words=words, head=head, rest=rest)


def load_lexicon(ontology: Ontology, own: tuple[Path, ...] = ()) -> Lexicon:
    """The shipped lexicon with the user's own files added, which go first. Raises `DataError`."""
    classes, shipped = load_classes(), shipped_types()
    lexicon = Lexicon(classes=classes)
    files: tuple[Source, ...] = (*own, *resources.listing(FOLDER))
    for source in files:
        name = Path(str(source)).stem.upper()
        if name in shipped and name not in ontology.types:
            continue
        type = name if name in ontology.types else ""
        for row in resources.table(source, COLUMNS):
            line = _line(row, type, ontology, classes, own=source in own)
            lexicon.add(line, row.values("form"))
    return lexicon


def load_classes() -> dict[str, frozenset[str]]:
    """Named sets of nouns that conditions refer to as `@name`. Raises `DataError`."""
    classes: dict[str, frozenset[str]] = {}
    for row in resources.table("composition/classes.tsv", ("class", "words")):
        words: set[str] = set(classes.get(row["class"], ()))
        for word in row.values("words"):
            if word.startswith("@") and word[1:] not in classes:
                raise row.error(f"class {word} is not defined above this line")
            words |= classes[word[1:]] if word.startswith("@") else {_spelled(word)}
        classes[row["class"]] = frozenset(words)
    return classes


def _line(
    row: Row, type: str, ontology: Ontology, classes: Mapping[str, frozenset[str]], own: bool
) -> Entry:
    """What a row says of all its forms."""
    type = row["type"] or type
    _check(row, type, ontology)
    return Entry(
        rule=f"{row.file}:{row.line}",
        kind=row.choice("kind", KINDS),
        words=(),
        head=0,
        type=type,
        effect=row["effect"],
        mode=row["mode"] or None,
        cameo=row["cameo"] or None,
        contexts=row.values("contexts"),
        object=_condition(row, classes, "object"),
        subject=_condition(row, classes, "subject"),
        target=row.values("target"),
        flags=frozenset(row.values("flags")),
        own=own,
    )


def _check(row: Row, type: str, ontology: Ontology) -> None:
    if type and type not in ontology.types:
        raise row.error(f"type is {type!r}; allowed: {', '.join(ontology.types)}")
    if row["mode"] and (type, row["mode"]) not in ontology.modes:
        known = [mode for kind, mode in ontology.modes if kind == type]
        raise row.error(f"{type} has no mode {row['mode']!r}; allowed: {', '.join(known)}")
    if row["cameo"] and ontology.codes and row["cameo"] not in ontology.codes:
        raise row.error(f"CAMEO has no code {row['cameo']!r}")
    for context in row.values("contexts"):
        if context not in ontology.contexts:
            raise row.error(f"context {context!r} is not in the ontology")
    for flag in row.values("flags"):
        if flag not in FLAGS:
            raise row.error(f"flag {flag!r}; allowed: {', '.join(FLAGS)}")


def _condition(row: Row, classes: Mapping[str, frozenset[str]], column: str) -> Condition | None:
    wanted: set[str] = set()
    unwanted: set[str] = set()
    plain = set()
    for word in row.values(column):
        into = unwanted if word.startswith("!") else wanted
        name = word.lstrip("!")
        if word in {"actor", "none", "any", "!state"}:
            plain.add(name)
        elif name.startswith("@"):
            if name[1:] not in classes:
                raise row.error(f"class {name} is not in composition/classes.tsv")
            into |= classes[name[1:]]
        else:
            into.add(_spelled(name))
    if not (wanted or unwanted or plain):
        return None
    return Condition(
        frozenset(wanted),
        frozenset(unwanted),
        actor="actor" in plain,
        absent="none" in plain,
        present="any" in plain,
        stateless="state" in plain,
    )


def _head(kind: str, words: Sequence[str]) -> int:
    if kind != "noun":
        return 0
    joint = next((at for at, word in enumerate(words) if at and word in _JOINTS), len(words))
    return joint - 1


def _spelled(form: str) -> str:
    return " ".join(spelling(word) for word in form.split())
