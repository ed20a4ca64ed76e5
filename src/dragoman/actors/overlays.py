"""A user's TABARI or PETRARCH dictionaries over the registry."""

from dragoman import resources
from dragoman.actors import days
from dragoman.actors.agent_dictionaries import read_agents
from dragoman.actors.dictionaries import Record, blocks, read
from dragoman.actors.drafts import Draft, Gathered, add_names
from dragoman.actors.entries import Phase
from dragoman.actors.sources import is_agents
from dragoman.actors.spelling import key
from dragoman.actors.vocabulary import vocabulary


def lay_over(path: resources.Source, found: Gathered) -> None:
    """Adds the actors of a dictionary; what cannot be used becomes a remark."""
    if is_agents(path):
        list(read_agents(path, found.remarks))
        return
    for record in read(path, found.remarks):
        name = record.phrases[0]
        ident = f"own-{key(name).replace(' ', '-')}"
        row = resources.Row(str(path), record.line, {})
        draft = found.drafts.get(ident)
        if draft is None:
            kind = _dictionary_kind(record)
            draft = found.drafts[ident] = Draft(ident, name, kind, row, own=True)
        add_names(draft.names, tuple(record.phrases))
        draft.phases += record.phases or [Phase(days.Interval(), file=str(path), line=record.line)]


def _dictionary_kind(record: Record) -> str:
    """A state where the code is a bare country, else what its first role is."""
    for phase in record.phases:
        code = phase.note.upper()
        if len(code) == 3 and code.isalpha() and code not in vocabulary().international:
            return "state"
        for at in range(3, len(code), 3):
            if block := blocks().get(code[at : at + 3]):
                return block.kind
    return "body"
