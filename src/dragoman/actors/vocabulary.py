"""What the columns of the registry may hold, as the small tables beside it say."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from dragoman import resources

FOLDER = "actors"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: the kind it has in a reading, and the sector and code it implies."""

    record: str
    sector: str
    country: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A kind of office. `state` is its sector in a state, `rank` orders those held at once."""

    name: str
    single: bool
    sector: str
    state: str
    rank: int
    titles: tuple[str, ...]


LEADING = ("head_of_state", "head_of_government")
"""The seats of those who lead a state."""


class Vocabulary:
    """Kinds, seats, sectors and codes. Raises `DataError` on a bad row."""

    def __init__(self) -> None:
        self.sectors = frozenset(row["code"] for row in _rows("sectors.tsv"))
        codes = _rows("codes.tsv")
        self.codes = {row["code"]: row["successor"] for row in codes}
        self.international = frozenset(
            row["code"] for row in codes if row.choice("state", ("yes", "no")) == "no"
        )
        self.kinds = {
            row["kind"]: Kind(row["record"], row["sector"], row["country"])
            for row in _rows("kinds.tsv")
        }
        self.seats = {row["seat"]: _seat(row) for row in _rows("seats.tsv")}
        rules = resources.toml(f"{FOLDER}/registry.toml")
        self.as_of = str(rules["as-of"])
        self.former = str(rules["former"])
        self.keep = frozenset(rules["keep"])

    @cached_property
    def iso(self) -> frozenset[str]:
        """ISO 3166-1 alpha-3. Needed for checks alone, so the library is loaded then."""
        import pycountry

        return frozenset(country.alpha_3 for country in pycountry.countries)

    def is_code(self, code: str) -> bool:
        """Whether a country column may hold it."""
        return code in self.codes or code in self.iso


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The one vocabulary of this process."""
    return Vocabulary()


@lru_cache(maxsize=16)
def words_of(name: str) -> frozenset[str]:
    """One of the word lists of `words.toml`."""
    return frozenset(str(resources.toml(f"{FOLDER}/words.toml")[name]).split())


class NameForms:
    """How names of bodies may vary: the lists and tables of `names.toml`."""

    def __init__(self) -> None:
        table = resources.toml(f"{FOLDER}/names.toml")
        self.small, self.general, self.labels = (
            frozenset(str(table[name]).split()) for name in ("small", "general", "labels")
        )
        self.bands = {str(noun): str(sector) for noun, sector in table["bands"].items()}
        self.words = {str(word): str(same).split() for word, same in table["words"].items()}


@lru_cache(maxsize=1)
def name_forms() -> NameForms:
    """The one table of name forms of this process."""
    return NameForms()


@lru_cache(maxsize=1)
def spellings() -> dict[str, str]:
    """British spellings and what they are read as."""
    return dict(resources.toml(f"{FOLDER}/words.toml")["spellings"])


def _rows(name: str) -> list[resources.Row]:
    return list(resources.table(f"{FOLDER}/{name}"))


def _seat(row: resources.Row) -> Seat:
    if not row["rank"].isdigit():
        raise row.error(f"rank is {row['rank']!r}; allowed: a number")
    single = row.choice("single", ("yes", "no")) == "yes"
    return Seat(
        row["seat"], single, row["sector"], row["state"], int(row["rank"]), row.values("titles")
    )
