"""What holds of every text and every tree."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.errors import Unreadable
from quizengine.maths.parse import Conventions, Notation, parse, parse_author
from quizengine.maths.print import plain
from quizengine.maths.tree import (
    MAX_NODES,
    Call,
    Constant,
    Name,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Vector,
    size,
)

VARIABLES = ("x", "y", "z")
WANTS = ("any", "number", "expression", "vector", "matrix", "equation", "points", "sequence", "interval")
MANY = settings(max_examples=100, deadline=None)

PIECES = [
    *string.printable,
    *("sin", "cos x", "log_", "ln|", "e^", "x^2", "2xy", "x_1", "**", "<=", "pi", "alpha", "∇f =", "f_x =", "df/dx="),
    *("\\frac", "\\frac{x}{2}", "\\sqrt", "\\left(", "\\right)", "\\hat", "\\mathbf{i}", "\\begin{pmatrix}", "\\\\"),
    *(
        "\\end{pmatrix}",
        "\\cdot",
        "\\pi",
        "\\text{",
        "\\sin^{2}",
        "{",
        "}",
        "î",
        "ĵ",
        "\u0302",
        "²",
        "⁻¹",
        "₁",
        "½",
        "√",
    ),
    *(
        "⟨",
        "⟩",
        "‖",
        "∂",
        "∞",
        "·",
        "−",
        "х",
        "γ",
        "𝑥",
        "\u200b",
        "\u202e",
        "\udc80",
        "\x00",
        "1e9",
        "1,5",
        "0,5;",
        "3.25",
    ),
    *(" i + ", " and ", "→", "∈", "(1,2)", "[x y]", "]0,1[", "x = 1,", "|x|", "log10", "σ(", "max(", "root(3,"),
]
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.text(max_size=40))
notations = st.builds(
    Notation,
    st.sampled_from([(), ("x",), VARIABLES, ("x_1", "x_2"), ("w1", "lam", "e"), ("i", "j")]),
    st.sampled_from(WANTS),
)
conventions = st.builds(
    Conventions,
    st.sampled_from(["left", "product"]),
    st.sampled_from(["product", "atom", "term"]),
    st.sampled_from(["atom", "product"]),
)


@MANY
@given(texts, notations, conventions)
def test_any_text_is_read_or_refused_in_one_line(text, notation, chosen):
    try:
        reading = parse(text, notation, chosen)
    except Unreadable as fault:
        problem = fault
    else:
        assert plain(reading.tree)
        assert size(reading.tree) <= MAX_NODES
        assert all(0 <= ambiguity.offset < len(text) for ambiguity in reading.ambiguities)
        return
    assert 0 <= problem.offset <= len(text)
    assert problem.length >= 1
    assert problem.message.isprintable()


@MANY
@given(st.one_of(texts, st.text('abx_1 +-*/^()[],="<>!and or not if', max_size=30)))
def test_any_author_s_text_is_read_or_refused(text):
    try:
        tree = parse_author(text)
    except Unreadable as fault:
        problem = fault
    else:
        assert parse_author(text) == tree
        return
    assert 0 <= problem.offset <= len(text)


# --- random trees, written in random notation ---------------------------------------------------------------------

atoms = st.one_of(
    st.integers(0, 40).map(Number),
    st.sampled_from([Name(name) for name in VARIABLES]),
    st.sampled_from([Constant("pi"), Constant("e")]),
)
FUNCTIONS = ("sin", "cos", "tanh", "exp", "ln", "sqrt", "abs", "sigmoid", "asin")


def larger(below):
    pairs = st.tuples(below, below)
    return st.one_of(
        st.lists(below, min_size=2, max_size=3).map(lambda parts: Sum(tuple(parts))),
        st.lists(below, min_size=2, max_size=3).map(lambda parts: Product(tuple(parts))),
        pairs.map(lambda pair: Quotient(*pair)),
        pairs.map(lambda pair: Power(*pair)),
        below.map(Negative),
        st.tuples(st.sampled_from(FUNCTIONS), below).map(lambda pair: Call(pair[0], (pair[1],))),
    )


trees = st.recursive(atoms, larger, max_leaves=10)


class Writer:
    """Writes a tree as somebody might type it; every choice is drawn."""

    def __init__(self, draw):
        self.draw = draw

    def one(self, *choices):
        return self.draw(st.sampled_from(choices))

    def whole(self, node: Node) -> str:
        match node:
            case Number():
                return str(node.numerator)
            case Constant("pi"):
                return self.one("pi", "π", "\\pi ", "Pi")
            case Name(name) | Constant(name):
                return name
            case Sum(terms):
                return self.sum(terms)
            case Negative(operand):
                return self.one("-", "−", "- ") + self.inside(operand, (Product, Quotient, Power))
            case Product(factors):
                return self.product(factors)
            case Quotient(above, below):
                return self.quotient(above, below)
            case Power(base, exponent):
                return self.inside(base, ()) + self.exponent(exponent)
            case Call(function, (argument,)):
                return self.call(function, argument)
        raise AssertionError(node)

    def inside(self, node: Node, bare: tuple[type, ...]) -> str:
        """`node` where brackets are needed unless it is an atom, a call, or one of the types `bare`."""
        text = self.whole(node)
        if isinstance(node, (Number, Name, Constant, Call, *bare)):
            return text
        opening, closing = self.one(("(", ")"), ("[", "]"), ("\\left(", "\\right)"), ("( ", " )"))
        return opening + text + closing

    def sum(self, terms) -> str:
        text = self.inside(terms[0], (Product, Quotient, Power, Negative))
        for term in terms[1:]:
            negative = isinstance(term, Negative)
            sign = self.one("-", " - ", "−") if negative else self.one("+", " + ")
            text += sign + self.inside(term.operand if negative else term, (Product, Quotient, Power))
        return text

    def product(self, factors) -> str:
        text = self.inside(factors[0], (Quotient, Power))
        for factor in factors[1:]:
            following = self.inside(factor, (Power,))
            safe = following[0].isalpha() or following[0] in "(\\"
            text += (self.one("*", " * ", "·", "×", " ") if safe else self.one("*", "⋅", "\\cdot ")) + following
        return text

    def quotient(self, above, below) -> str:
        if self.one(True, False):
            return f"\\frac{{{self.whole(above)}}}{{{self.whole(below)}}}"
        return self.inside(above, (Power,)) + self.one("/", " / ", "÷", "∕") + self.inside(below, (Power,))

    def exponent(self, node: Node) -> str:
        small = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
        if isinstance(node, Number) and self.one(True, False):
            return str(node.numerator).translate(small)
        sign = self.one("^", "**", " ^ ")
        if isinstance(node, Number | Name | Constant) and self.one(True, False):
            return sign + self.whole(node)
        return sign + self.one("({})", "{{{}}}").format(self.whole(node))

    def call(self, function: str, argument: Node) -> str:
        text = self.whole(argument)
        styles = [f"{function}({text})", f"{function.capitalize()}( {text} )"]
        if function == "sqrt":
            styles += [f"√({text})", f"\\sqrt{{{text}}}"]
        if function in ("sin", "cos", "ln"):
            styles += [f"\\{function}\\left({text}\\right)", f"\\{function}{{{text}}}"]
        if function == "asin":
            styles += [f"arcsin({text})", f"sin^-1({text})", f"sin⁻¹({text})"]
        if isinstance(argument, Name) and function != "abs":
            styles.append(f"({function} {text})")
        return self.one(*styles)


@MANY
@given(trees, st.data())
def test_a_tree_written_in_any_notation_is_read_back(tree, data):
    text = Writer(data.draw).whole(tree)
    assert parse(text, Notation(VARIABLES, "expression")).tree == tree, text


@MANY
@given(trees)
def test_plain_notation_is_read_back(tree):
    assert parse(plain(tree), Notation(VARIABLES, "expression")).tree == tree


@MANY
@given(st.lists(trees, min_size=3, max_size=3), st.data())
def test_a_vector_in_any_form_is_read_back(items, data):
    writer = Writer(data.draw)
    texts = [writer.whole(item) for item in items]
    label = data.draw(st.sampled_from(["f_{} = {}", "∂f/∂{} = {}", "df/d{} = {}", "f{}={}", "{} = {}"]))
    labelled = [label.format(*pair) for pair in zip(VARIABLES, texts, strict=True)]
    form = data.draw(
        st.sampled_from(["({})", "[{}]", "<{}>", "⟨{}⟩", "{}", "∇f = ({})", "grad f(x, y) = <{}>", "$({})$"])
    )
    forms = [
        form.format(", ".join(texts)),
        "\\begin{pmatrix}" + " \\\\ ".join(texts) + "\\end{pmatrix}",
        "[" + "; ".join(texts) + "]",
        " + ".join(f"({text}) {axis}" for text, axis in zip(texts, "ijk", strict=False)),
        ", ".join(data.draw(st.permutations(labelled))),
    ]
    text = data.draw(st.sampled_from(forms))
    tree = parse(text, Notation(VARIABLES, "vector")).tree
    assert isinstance(tree, Vector)
    assert tree.items == tuple(items), text


@MANY
@given(trees)
def test_an_author_reads_plain_notation_as_a_student_does(tree):
    assert parse_author(plain(tree)) == tree
