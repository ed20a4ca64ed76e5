"""`dragoman relate`."""

from dragoman import desk
from dragoman.cli.flags import Fresh, Model, Out, Records, reader_options
from dragoman.cli.progress import run


def relate(source: Records, target: Out, fresh: Fresh = False, model: Model = None) -> int:
    """Tells what relation a sentence states between two marked parties, as a PLOVER type.

    Records in have an id, a text, and source and target with start and end; answers have the best
    type and the share of every type. Rules and the learned model decide together.

    \b
      dragoman relate --in pairs.jsonl --out relations.jsonl
    """
    relations = desk.Relations(reader_options(model).model)
    return run(
        "relating",
        source,
        lambda watch: desk.relate_many(
            source,
            target,
            relations,
            fresh=fresh,
            report=watch.report,
            advance=watch.advance,
            tally=watch.tally,
        ),
    )
