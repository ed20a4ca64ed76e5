"""Whether a user's own registry files can be used, and hold together with the registry."""

from pathlib import Path

from dragoman.actors.agent_dictionaries import read_agents
from dragoman.actors.checks import defects, summary
from dragoman.actors.gathering import gather
from dragoman.actors.sources import files, is_agents
from dragoman.errors import DataError


def check(own: tuple[Path, ...]) -> tuple[tuple[DataError, ...], str]:
    """Everything that is wrong, by file and line, and a line of counts.

    The files are laid over the registry in the order given and checked as what ships is: codes,
    parents, single seats held twice, names borne twice. Lines of foreign dictionaries that cannot
    be used are reported too. Raises `UsageError` for a file that is not there.
    """
    found = gather((*files(), *own))
    agents: list[DataError] = []
    for path in own:
        if is_agents(path):
            list(read_agents(path, agents))
    remarks = dict.fromkeys((e.file, e.line, e.reason) for e in (*found.remarks, *agents))
    wrong = [*defects(found), *(DataError(*parts) for parts in remarks)]
    return tuple(wrong), summary(found)
