"""Every symbol there is, with its spelling in every format: to add a symbol, add one line.

The columns are: its LaTeX commands (the first is the one we write, the others are read as well), the character,
ASCII, and the words that are spoken. Typst and MathML take the character itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["add", "times", "prefix", "relation", "punctuation", "ordinary", "large", "letter"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol: `name` is its first LaTeX command without the backslash, `kind` decides the space around it."""

    name: str
    character: str
    ascii: str
    spoken: str
    kind: Kind
    others: tuple[str, ...] = ()

    @property
    def latex(self) -> str:
        """The symbol in LaTeX."""
        return _OWN_LATEX.get(self.name, f"\\{self.name}" if self.name.isalpha() else self.name)

    @property
    def print(self) -> str:
        """The character for Typst and MathML: the operator of mathematics where the text uses a commoner one."""
        return _PRINTED.get(self.character, self.character)


_PRINTED = {"·": "⋅"}  # the middle dot is in every terminal font, the dot operator is the one with operator spacing
_OWN_LATEX = {"implied": "", "negative": "-", "eithersign": "\\pm", "leftbar": "|"}

_TABLE = """
add
+                        +   +     plus
-                        −   -     minus
pm                       ±   +-    plus or minus
mp                       ∓   -+    minus or plus
cup                      ∪   U     union
cap                      ∩   n     intersected with
setminus                 ∖   \\    without
times
implied                  ·   *     times
cdot                     ·   *     times
times                    ×   *     times
div                      ÷   /     divided by
/                        /   /     over
ast *                    ∗   *     star
circ                     ∘   o     composed with
odot                     ⊙   (.)   elementwise times
otimes                   ⊗   (x)   outer product with
prefix
negative                 −   -     negative
eithersign               ±   +-    plus or minus
partial                  ∂   d     partial
nabla                    ∇   grad  nabla
neg lnot                 ¬   not   not
forall                   ∀   for all   for all
exists                   ∃   exists    there is
relation
=                        =   =     equals
neq ne                   ≠   !=    is not equal to
< lt                    <   <     is less than
> gt                    >   >     is greater than
leq le leqslant          ≤   <=    is at most
geq ge geqslant          ≥   >=    is at least
ll                       ≪   <<    is much less than
gg                       ≫   >>    is much greater than
approx                   ≈   ~=    is approximately
simeq                    ≃   ~=    is asymptotically equal to
equiv                    ≡   ==    is identical to
sim                      ∼   ~     is distributed as
propto                   ∝   prop. to   is proportional to
to rightarrow longrightarrow       →   ->    to
gets leftarrow           ←   <-    is set to
leftrightarrow           ↔   <->   corresponds to
Rightarrow implies       ⇒   =>    implies
Leftrightarrow iff       ⇔   <=>   if and only if
mapsto                   ↦   |->   maps to
in                       ∈   in    is in
notin                    ∉   not in   is not in
subset                   ⊂   subset of   is a subset of
subseteq                 ⊆   subset of   is a subset of
perp                     ⊥   perp  is perpendicular to
parallel                 ∥   ||    is parallel to
mid vert                 |   |     given
land wedge               ∧   and   and
lor vee                  ∨   or    or
: colon                  :   :     colon
punctuation
,                        ,   ,     comma
;                        ;   ;     semicolon
.                        .   .     point
ordinary
!                        !   !     factorial
infty                    ∞   infinity   infinity
ldots dots dotsc dotsb   …   ...   and so on
cdots                    ⋯   ...   and so on
vdots                    ⋮   :     and so on
ddots                    ⋱   ...   and so on
top intercal             ⊤   T     transposed
prime                    ′   '     prime
star                     ⋆   *     star
dagger                   †   +     dagger
emptyset varnothing      ∅   {}    the empty set
ell                      ℓ   l     l
hbar                     ℏ   hbar  h bar
Re                       ℜ   Re    real part
% percent                %   %     percent
degree                   °   deg   degrees
angle                    ∠   angle   angle
square Box               □   []    box
checkmark                ✓   ok    check
large
sum                      ∑   sum   the sum
prod                     ∏   prod  the product
int                      ∫   int   the integral
iint                     ∬   int   the double integral
oint                     ∮   int   the closed integral
letter
alpha                    α   alpha    alpha
beta                     β   beta     beta
gamma                    γ   gamma    gamma
delta                    δ   delta    delta
varepsilon               ε   epsilon  epsilon
epsilon                  ϵ   epsilon  epsilon
zeta                     ζ   zeta     zeta
eta                      η   eta      eta
theta                    θ   theta    theta
vartheta                 ϑ   theta    theta
iota                     ι   iota     iota
kappa                    κ   kappa    kappa
lambda                   λ   lambda   lambda
mu                       μ   mu       mu
nu                       ν   nu       nu
xi                       ξ   xi       xi
pi                       π   pi       pi
rho                      ρ   rho      rho
sigma                    σ   sigma    sigma
tau                      τ   tau      tau
upsilon                  υ   upsilon  upsilon
varphi                   φ   phi      phi
phi                      ϕ   phi      phi
chi                      χ   chi      chi
psi                      ψ   psi      psi
omega                    ω   omega    omega
Gamma                    Γ   Gamma    capital gamma
Delta                    Δ   Delta    delta
Theta                    Θ   Theta    capital theta
Lambda                   Λ   Lambda   capital lambda
Xi                       Ξ   Xi       capital xi
Pi                       Π   Pi       capital pi
Sigma                    Σ   Sigma    capital sigma
Phi                      Φ   Phi      capital phi
Psi                      Ψ   Psi      capital psi
Omega                    Ω   Omega    capital omega
"""


def _symbols() -> tuple[Symbol, ...]:
    found: list[Symbol] = []
    kind: Kind = "ordinary"
    kinds: dict[str, Kind] = {name: name for name in get_args(Kind)}
    for line in _TABLE.strip().splitlines():
        if line in kinds:
            kind = kinds[line]
            continue
        names, character, plain, spoken = re.split(r" {2,}", line)
        name, *others = names.split()
        found.append(Symbol(name, character, plain, spoken.strip(), kind, tuple(others)))
    return tuple(found)


SYMBOLS = _symbols()
#: LaTeX command without its backslash, or the bare character -> Symbol.
BY_NAME: Mapping[str, Symbol] = {name: symbol for symbol in SYMBOLS for name in (symbol.name, *symbol.others)}
#: Character -> Symbol, for letters and for signs written as themselves in an author's formula.
BY_CHARACTER: Mapping[str, Symbol] = {symbol.character: symbol for symbol in reversed(SYMBOLS)} | {
    "⋅": BY_NAME["cdot"],
    "·": BY_NAME["cdot"],
    "−": BY_NAME["-"],
    "ε": BY_NAME["varepsilon"],
}
