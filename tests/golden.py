"""Golden cases: YAML lists below `cases/<room>/`: a text, an expectation, a reason each."""

from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parent / "cases"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(room: str, pattern: str = "*.yml") -> list[Any]:
    """Every case of a room as a pytest parameter, named `file:number`."""
    found = []
    for path in sorted((CASES / room).glob(pattern)):
        cases = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
        for number, case in enumerate(cases, start=1):
            missing = {"text", "reason"} - case.keys()
            if missing:
                raise ValueError(f"{path}: case {number} lacks {', '.join(sorted(missing))}")
            found.append(pytest.param(case, id=f"{path.stem}:{number}"))
    if not found:
        raise ValueError(f"no cases below {CASES / room}")
    return found
