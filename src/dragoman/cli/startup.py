"""What makes the command start faster than its libraries would by themselves."""

import sys
from types import ModuleType

_UNUSED = {"spacy.cli": "info", "spacy.cli.info": "info"}
"""Modules that `import spacy` loads, and the one name that it takes from each."""


def leave_out_spacy_commands() -> None:
    """Puts empty modules in the place of spaCy's own command line, in this process.

    `spacy/__init__.py` (3.8) imports it for the sake of one function, and with it a project manager
    and an HTTP client: a quarter of the time that importing spaCy takes. Dragoman calls none of
    them. Does nothing where spaCy is loaded already; libraries are never touched.
    """
    if "spacy" in sys.modules:
        return
    for name, attribute in _UNUSED.items():
        module = ModuleType(name)
        module.__path__ = []
        setattr(module, attribute, None)
        sys.modules[name] = module
