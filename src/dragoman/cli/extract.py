"""`dragoman extract`."""

from dragoman import desk
from dragoman.cli.flags import Fresh, Out, Records
from dragoman.cli.progress import run


def extract(source: Records, target: Out, fresh: Fresh = False) -> int:
    """Extracts articles from pages: title, day of publication and text, without the page around.

    Records in have an id and one of html, html_path (relative to the file, may be gzipped), url.

    \b
      dragoman extract --in pages.jsonl --out articles.jsonl
    """
    return run(
        "extracting",
        source,
        lambda watch: desk.extract(
            source,
            target,
            fresh=fresh,
            report=watch.report,
            advance=watch.advance,
            tally=watch.tally,
        ),
    )
