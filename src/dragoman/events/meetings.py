"""How people met, seen from where: at the home of one of them, or of somebody else."""

from dragoman.events.merging import Draft
from dragoman.events.naming import Naming

BODIES = {"UNO", "EUR", "IGO"}
"""Codes of actors that are bodies of states and at home in no country."""
Parties = tuple[str, ...]


def hosted(
    draft: Draft, mode: str | None, naming: Naming, country: str | None
) -> tuple[str | None, Parties, Parties]:
    """The mode and the sides of a meeting of several countries that took place in `country`.

    In the country of some of them the others are visitors, source of a `visit`; where nobody is at
    home it is `third-party`. One body of states by itself meets `multilateral`. Other events, and
    meetings whose mode the words gave, stay as they are.
    """
    as_told = mode, draft.source, draft.target
    if draft.sketch.type != "CONSULT" or mode is not None or not draft.sketch.symmetric:
        return as_told
    homes = {id: naming.actors[id].country for id in (*draft.source, *draft.target)}
    known = {home for home in homes.values() if home}
    if known and known <= BODIES:
        return "multilateral", draft.source, draft.target
    if country is None or len(homes) < 2 or len(known) < 2 or None in homes.values():
        return as_told
    hosts = tuple(id for id, home in homes.items() if home == country)
    visitors = tuple(id for id in homes if id not in hosts)
    if not hosts:
        return "third-party", draft.source, draft.target
    return ("visit", visitors, hosts) if visitors else as_told
