"""Document → Parsed: spaCy behind one interface, quotation marks paired."""

from dragoman.parsing.parsed import Parsed
from dragoman.parsing.pipeline import DEFAULT_MODEL, Parser, installed_models, require
from dragoman.parsing.quotations import Quotation

__all__ = ["DEFAULT_MODEL", "Parsed", "Parser", "Quotation", "installed_models", "require"]
