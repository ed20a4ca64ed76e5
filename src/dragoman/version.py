"""Which Dragoman this is."""

from importlib.metadata import PackageNotFoundError, version


def package_version() -> str:
    """The version of the installed package, `0+source` when run from a bare source tree."""
    try:
        return version("dragoman")
    except PackageNotFoundError:
        return "0+source"
