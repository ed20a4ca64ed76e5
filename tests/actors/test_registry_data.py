"""The registry that ships with Dragoman holds together: the same check that authors run."""

from dragoman.actors.checks import defects
from dragoman.actors.gathering import gather
from dragoman.actors.sources import files


def test_no_file_has_a_defect() -> None:
    problems = [str(error) for error in defects(gather(files()))]
    assert not problems, "\n".join(problems)
