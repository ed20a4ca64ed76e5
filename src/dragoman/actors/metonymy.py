"""Whether a country, capital or palace is somebody or a place, by its grammatical role."""

from spacy.tokens import Token

from dragoman import resources

_ROLES = ("subject", "passive", "object", "prep", "owner")
_STEPS = 6
"""How many conjunctions ("Moscow, Kyiv and Minsk") are followed up to the word with the role."""


class Metonymy:
    """The table `metonymy.tsv`. Raises `DataError` on a bad row."""

    def __init__(self) -> None:
        self._capital: dict[tuple[str, str], bool] = {}
        self._country: dict[tuple[str, str], bool] = {}
        for row in resources.table("actors/metonymy.tsv"):
            at = row.choice("role", _ROLES), row["word"]
            self._capital[at] = row.choice("capital", ("actor", "place")) == "actor"
            self._country[at] = row.choice("country", ("actor", "place")) == "actor"

    def acts(self, head: Token, capital: bool) -> bool:
        """Whether the name with this head word is somebody where it stands."""
        table = self._capital if capital else self._country
        role, word = _role(head)
        return role in _ROLES and table.get((role, word), table[role, "*"])


def _role(head: Token) -> tuple[str, str]:
    token = head
    for _ in range(_STEPS):
        if token.dep_ not in {"conj", "appos", "compound", "nmod"} or token.head is token:
            break
        token = token.head
    governor = token.head
    match token.dep_:
        case "nsubj":
            return "subject", governor.lemma_.lower()
        case "nsubjpass":
            return "passive", governor.lemma_.lower()
        case "dobj" | "dative" | "obj" | "iobj":
            return "object", governor.lemma_.lower()
        case "pobj":
            by = governor.lower_ == "by" and governor.dep_ == "agent"
            return "prep", "by" if by else governor.lower_
        case "poss":
            return "owner", governor.lemma_.lower()
    return "", ""
