"""Whether names that build on each other can be put into an order: circles, found in linear time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def circles(after: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Yield circles of names, each of which builds on the next, and the last on the first; nothing where there is none.

    after: what each name builds on; names without an entry build on nothing. If the last of each circle no longer
    builds on its first, none is left.
    """
    done: set[str] = set()
    for start in after:
        way = {} if start in done else {start: iter(after[start])}
        while way:
            name = next(reversed(way))
            for other in way[name]:
                if other in way:
                    names = tuple(way)
                    yield names[names.index(other) :]
                elif other in after and other not in done:
                    way[other] = iter(after[other])
                    break
            else:
                done.add(name)
                del way[name]
