"""TABARI and PETRARCH actor dictionaries → drafts of entries. No line is lost without a remark."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from dragoman import resources
from dragoman.actors import days
from dragoman.actors.entries import Phase
from dragoman.errors import DataError

_CODES = re.compile(r"\[([^\[\]]*)\]")
_DATED = re.compile(r"^(\S+)(?:\s+(?:([<>])\s*(\d+)|(\d+)\s*-\s*(\d+)|(\d+)))?$")
_SHAPE = re.compile(r"[A-Z]{3}[A-Z0-9]*|---|###|\+\+\+")
PIVOT = 30
"""Two-digit years up to this are 20YY, the others 19YY, as in TABARI."""
DEFAULT_RANK = 90


@dataclass(slots=True)
class Record:
    """One actor of a dictionary: its spellings and its codes in file order."""

    line: int
    phrases: list[str]
    phases: list[Phase] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Block:
    """What a role block of a code means."""

    sector: str
    kind: str


@lru_cache(maxsize=1)
def blocks() -> dict[str, Block]:
    """The table `cameo_roles.tsv`."""
    rows = resources.table("actors/cameo_roles.tsv")
    return {row["block"]: Block(row["sector"], row["kind"]) for row in rows}


def read(source: resources.Source, remarks: list[DataError]) -> Iterator[Record]:
    """The records of an actor dictionary; what cannot be used is added to `remarks`."""
    record: Record | None = None
    for number, line in _lines(source, remarks):
        remark = _Remarks(str(source), number, remarks)
        text = line.strip()
        if text.startswith("["):
            if record is None:
                remark("codes without an actor before them")
            else:
                _coded(record, text, remark)
            continue
        phrase, bracket, codes = text.partition("[")
        spelt = _spelt(phrase.lstrip("+"))
        if not spelt:
            remark("no name")
            continue
        if text.startswith("+"):
            if record is None:
                remark("a synonym without an actor before it")
                continue
            record.phrases.append(spelt)
        else:
            if record is not None:
                yield record
            record = Record(number, [spelt])
        if bracket:
            _coded(record, bracket + codes, remark)
    if record is not None:
        yield record


@dataclass(frozen=True, slots=True)
class _Remarks:
    file: str
    line: int
    into: list[DataError]

    def __call__(self, reason: str) -> None:
        self.into.append(DataError(self.file, self.line, reason))


def text_of(source: resources.Source, remarks: list[DataError]) -> str:
    """The text of a dictionary: UTF-8, else Latin-1 with a remark."""
    raw = resources.blob(source)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        remarks.append(DataError(str(source), line, "not UTF-8; the file is read as Latin-1"))
        return raw.decode("latin-1")


def _lines(source: resources.Source, remarks: list[DataError]) -> Iterator[tuple[int, str]]:
    """Lines without comments (`#`, `;` outside brackets, `<!-- -->`) and blank lines."""
    text = text_of(source, remarks)
    text = re.sub(r"<!--.*?-->", lambda m: "\n" * m.group().count("\n"), text, flags=re.DOTALL)
    for number, line in enumerate(text.split("\n"), start=1):
        bare = re.sub(r";[^\]]*$", "", line.partition("#")[0]).rstrip()
        if bare.strip() and not bare.lstrip().startswith("<!"):
            yield number, bare


def _spelt(phrase: str) -> str:
    """`LENA_MORAVEK_` as a newspaper spells it; words of two letters stay as they are."""
    words = phrase.replace("_", " ").split()
    return " ".join(word if len(word) < 3 else word.capitalize() for word in words)


def _coded(record: Record, text: str, remark: _Remarks) -> None:
    found = _CODES.findall(text)
    rest = _CODES.sub("", text).strip()
    if rest or not found:
        remark(f"not a code in brackets: {(rest or text)[:40]!r}")
    for code in found:
        phase = _phase(code.strip(), len(record.phases), remark)
        if phase is not None:
            record.phases.append(phase)


def _phase(code: str, place: int, remark: _Remarks) -> Phase | None:
    match = _DATED.fullmatch(code)
    if not match or not _SHAPE.fullmatch(match.group(1).upper()):
        remark(f"code {code[:40]!r}; allowed: CODE, CODE <DATE, CODE >DATE, CODE DATE-DATE")
        return None
    name, sign, one, first, last, lone = match.groups()
    try:
        interval = _interval(sign, one, first, last, lone)
    except ValueError as error:
        remark(str(error))
        return None
    country, sector, secondary = decoded(name.upper())
    dated = interval != days.Interval()
    return Phase(
        interval=interval,
        countries=(country,) if country else (),
        sector=sector,
        secondary=secondary,
        rank=place + 1 if dated else DEFAULT_RANK,
        note=name,
        file=remark.file,
        line=remark.line,
    )


def decoded(code: str) -> tuple[str, str, tuple[str, ...]]:
    """Country, sector and further sectors of a code; empty for one that codes nothing."""
    if code in {"---", "###", "+++"}:
        return "", "", ()
    parts = [code[at : at + 3] for at in range(0, len(code), 3)]
    country = parts[1] if parts[0] == "IGO" and parts[1:2] in (["UNO"], ["EUR"]) else parts[0]
    sectors = [blocks()[part].sector for part in parts[1:] if part in blocks()]
    sectors = list(dict.fromkeys(sector for sector in sectors if sector))
    return country, (sectors[0] if sectors else ""), tuple(sectors[1:])


def _interval(
    sign: str | None, one: str | None, first: str | None, last: str | None, lone: str | None
) -> days.Interval:
    """The half-open interval of a restriction, whose own bounds are both inclusive."""
    if sign == "<" and one:
        return days.Interval(days.ALWAYS, _bound(one, after=True))
    if (sign == ">" and one) or lone:
        return days.Interval(_bound(one or lone or ""), days.OPEN)
    if first and last:
        found = days.Interval(_bound(first), _bound(last, after=True))
        if found.end.early <= found.begin.early:
            raise ValueError(f"ends ({last}) before it begins ({first})")
        return found
    return days.Interval()


def _bound(digits: str, after: bool = False) -> days.Bound:
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= PIVOT else "19") + digits
    if len(digits) != 8:
        raise ValueError(f"date {digits!r}; allowed: YYYYMMDD or YYMMDD")
    try:
        exact = days.bound(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}", days.ALWAYS)
    except ValueError:
        raise ValueError(f"date {digits!r} is not in the calendar") from None
    return days.Bound(exact.early + after, exact.late + after)
