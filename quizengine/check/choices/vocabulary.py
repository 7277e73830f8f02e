"""Words as the checks on options need them: little words, words that mean the same, absolute words, hedges."""

from __future__ import annotations

import re
from functools import cache

#: words that say little by themselves
LITTLE = """
about after all also and any are because been before being but can does each every for from had has have how
into its itself more most not one only other out own same some such than that the their them then there these
they this those was were what when where which while who whose why will with without would you your
"""
#: words that say the same in an option; the first stands for all. Opposites and degrees ("large", "larger") are apart.
SYNONYMS = """
inside within
outside beyond
large big
larger bigger greater
largest biggest greatest
small little
smaller less lesser
smallest least
grow grows increase increases rise rises
fall falls decrease decreases drop drops
quick fast rapid
quickly rapidly fast
begin begins start starts
end ends stop stops finish finishes
equal equals same identical
perpendicular orthogonal normal
always everywhere
never nowhere
nearly almost
about approximately roughly
whole entire
twice double doubled
half halved
zero 0 nought
one 1
two 2
three 3
four 4
show shows indicate indicates
choose chooses select selects
shift shifts move moves
opposite reverse
"""
_LITTLE = frozenset(re.findall("[a-z]+", LITTLE))
_FIRST = {word: group.split()[0] for group in SYNONYMS.strip().split("\n") for word in group.split()[1:]}
_ENDINGS = re.compile(r"(?:ations?|ings?|ally|edly|ies|ied|ed|es|ly|s|e)$")

#: words that leave no exception; a wrong option often gives itself away by one
ABSOLUTE = re.compile(
    r"(?<!\bnot )\b(?:always|never|none|every|everything|everywhere|nothing|must|cannot|impossible"
    r"|(?<!at )all|only(?! (?:if|where|when|while)\b))\b",
    re.IGNORECASE,
)
#: the strongest of them, of which one is enough
STRONGEST = re.compile(r"(?<!\bnot )\b(?:always|never)\b", re.IGNORECASE)
#: words that leave room for exceptions; a right option often gives itself away by one
HEDGE = re.compile(
    r"\b(?:usually|often|mostly|generally|sometimes|typically|in general|on average|approximately|roughly|may|might"
    r"|tends? to|provided|unless|as long as|only (?:if|where|when)|most of|most [a-z]+s\b|in most)\b",
    re.IGNORECASE,
)


def is_little(word: str) -> bool:
    """Return whether a word in small letters says little by itself."""
    return word in _LITTLE


def said(word: str) -> str:
    """Return the word that stands for all that mean the same as `word`."""
    return _FIRST.get(word, word)


@cache
def stem_of(word: str) -> str:
    """Return what a word has in common with its other forms: "gradients" and "gradient" give the same.

    A crude cut of English endings, which leaves four letters at least.
    """
    cut = _ENDINGS.sub("", word)
    return cut if len(cut) >= 4 else word
