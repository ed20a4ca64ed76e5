"""`model/relation.toml`: what the outputs of the model mean, and how far to trust them."""

from dataclasses import dataclass
from typing import Literal, Self

from dragoman import resources
from dragoman.errors import DataError

SETTINGS = "model/relation.toml"

Scheme = Literal["plover", "cameo"]
SCHEMES: tuple[Scheme, Scheme] = ("plover", "cameo")
"""`plover`: the manual's types. `cameo`: the roots that the 2021 CAMEO crosswalk gives."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The outputs in their order, with the type of each in either scheme; the calibration."""

    plover: tuple[str, ...]
    cameo: tuple[str, ...]
    temperature: float
    threshold: float

    @classmethod
    def load(cls, source: resources.Source = SETTINGS) -> Self:
        """Raises `DataError` where a setting is absent, of the wrong kind or out of bounds."""
        table = resources.toml(source)
        try:
            outputs = [(str(row["plover"]), str(row["cameo"])) for row in table["outputs"]]
            plover, cameo = zip(*outputs, strict=True)
            found = cls(plover, cameo, float(table["temperature"]), float(table["threshold"]))
        except (KeyError, TypeError, ValueError) as error:
            raise DataError(str(source), 1, f"missing or wrong setting: {error}") from None
        if found.temperature <= 0 or not 0 <= found.threshold <= 1:
            raise DataError(str(source), 1, "temperature must be above 0, threshold in 0..1")
        return found

    def read_as(self, scheme: Scheme) -> tuple[str, ...]:
        """The type of each output in a scheme."""
        return self.cameo if scheme == "cameo" else self.plover
