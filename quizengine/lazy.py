"""Names and tables that are loaded when they are first asked for: the first question should not wait for the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, TypeVar

T = TypeVar("T")


class LazyTable(Mapping[str, T]):
    """What each module of `package` has to offer, by the names of the modules, with hyphens for underscores.

    names: gives the names, which can be listed without loading any; attribute: gives what is taken from the module of
    a name.
    """

    def __init__(self, package: str, names: Callable[[], Iterable[str]], attribute: Callable[[str], str]) -> None:
        self._package, self._names, self._attribute = package, names, attribute

    def __getitem__(self, name: str) -> T:
        if name not in self:
            raise KeyError(name)
        found: T = getattr(import_module(f"{self._package}.{name.replace('-', '_')}"), self._attribute(name))
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, name: object) -> bool:
        return name in tuple(self)


def lazy_names(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the `__getattr__` (PEP 562) of a package whose names are loaded from its modules `homes`."""

    def load(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return load
