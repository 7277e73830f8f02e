"""A computation graph: operations from left to right, values above, gradients below, rates on the arrows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from pydantic import Field, ValidationError, ValidationInfo, field_validator

from quizengine.errors import CannotCompute
from quizengine.figures.figure import Figure, FigureModel, Number, OwnWords, ShortText
from quizengine.figures.layers.layered import DrawnGraph, drawn_graph, legible_faults
from quizengine.figures.layers.layering import Edge, LayeredGraph, Layers, Node, Pair, in_a_circle, layered, with_bends
from quizengine.figures.layers.operations import BETWEEN, ORDERED, Operation, operation
from quizengine.figures.layers.written import Values, unknown_nodes, value_texts
from quizengine.figures.numbers import listed
from quizengine.figures.texts import label_text, name_text, value_text

if TYPE_CHECKING:
    from quizengine.figures.drawing import Drawing
    from quizengine.maths.language import Workspace

Name = Annotated[str, Field(min_length=1, max_length=12, pattern=r"^[A-Za-z]\w*$")]
MOST_LAYERS = 7


@dataclass(frozen=True, slots=True)
class Computation(Figure):
    """A computation graph with what is written in, above and below its nodes and on its edges."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    layers: Layers
    operations: tuple[tuple[str, Operation], ...]
    words: OwnWords

    def drawing(self, width: float) -> Drawing:
        return self._drawn(width).drawing

    def readings(self) -> str:
        done = dict(self.operations)
        signs = any(step.sign for step in done.values())
        told = [f"A {'computation' if signs else 'dependency'} graph; its arrows lead from left to right."]
        nodes = {node.name: node for node in self.nodes}
        order = [name for layer in self.layers for name in layer if isinstance(name, str)]
        told += [sentence for name in order if (sentence := _in_words(nodes[name], done.get(name)))]
        told.append(f"Arrows: {', '.join(self._arrow(edge, done.get(edge.end)) for edge in self.edges)}.")
        return " ".join(told)

    def faults(self) -> Iterator[str]:
        return legible_faults(self._drawn)

    def _drawn(self, width: float) -> DrawnGraph:
        return drawn_graph(LayeredGraph(self.nodes, self.edges, self.layers, arrows=True), width)

    @staticmethod
    def _arrow(edge: Edge, step: Operation | None) -> str:
        rate = "" if step and edge.label == step.sign else edge.label
        return f"{name_text(edge.start)} to {name_text(edge.end)} {rate}".rstrip()


class ComputationModel(FigureModel):
    """computation: each node with what it does to others, s = 'x + y', or, where no operation is to be seen, with what
    it depends on, z = 'x, y'; what is only read needs no entry. With << fill-ins >> a seed may choose what a node does.

    values, gradients: above and below nodes; rates: on arrows, as 'x z' for that from x to z; names: the names of
    nodes stand above their signs.
    """

    kind: ClassVar[str] = "computation"
    computation: Annotated[dict[Name, ShortText], Field(min_length=1, max_length=12)]
    values: Values = Field(default_factory=dict)
    gradients: dict[str, Number] = Field(default_factory=dict)
    rates: dict[str, Number] = Field(default_factory=dict)
    names: bool = False

    @field_validator("computation")
    @classmethod
    def _computed(cls, written: dict[str, str]) -> dict[str, str]:
        if _has_fill_ins(written):
            return written  # looked at when they are known
        reads = {name: operation(text).reads for name, text in written.items()}
        if turning := in_a_circle(reads):
            raise ValueError(
                f"{listed(turning)} read each other in a circle; a node reads only what is known before it"
            )
        if len(layers := layered(reads)) > MOST_LAYERS:
            raise ValueError(f"{len(layers)} nodes follow each other; {MOST_LAYERS} can be drawn: take steps together")
        return written

    @field_validator("values", "gradients")
    @classmethod
    def _of_nodes(cls, written: Iterable[str], info: ValidationInfo) -> Iterable[str]:
        computed = info.data.get("computation", {})
        if _has_fill_ins(computed):
            return written
        names = {name for pair in _pairs(computed) for name in pair}
        if names and (wrong := unknown_nodes(written, names)):
            raise ValueError(wrong)
        return written

    @field_validator("rates")
    @classmethod
    def _of_edges(cls, written: dict[str, Number], info: ValidationInfo) -> dict[str, Number]:
        computed = info.data.get("computation", {})
        if _has_fill_ins(computed):
            return written
        pairs = [" ".join(pair) for pair in _pairs(computed)]
        if pairs and (wrong := [edge for edge in written if " ".join(edge.split()) not in pairs]):
            raise ValueError(f"'{wrong[0]}' is no arrow; the arrows are {_quoted(pairs)}")
        return written

    def draw(self, workspace: Workspace) -> Computation:
        if _has_fill_ins(self.computation):
            return self._filled(workspace).draw(workspace)
        steps = {name: operation(text) for name, text in self.computation.items()}
        pairs = _pairs(self.computation)
        layers = with_bends(layered({name: step.reads for name, step in steps.items()}), pairs)
        above, below = (value_texts(written, workspace) for written in (self.values, self.gradients))
        rates = {" ".join(edge.split()): value_text(text, workspace) for edge, text in self.rates.items()}
        names = dict.fromkeys(name for pair in pairs for name in pair)
        return Computation(
            tuple(Node(n, self._lines(n, steps), above.get(n, ""), below.get(n, "")) for n in names),
            tuple(Edge(*pair, rates.get(" ".join(pair)) or _second(pair, steps)) for pair in pairs),
            layers,
            tuple(steps.items()),
            self.own_words(workspace),
        )

    def _filled(self, workspace: Workspace) -> Self:
        """The same with what << fill-ins >> in its operations stand for; raises CannotCompute or Unreadable."""
        texts = {name: label_text(text, workspace) for name, text in self.computation.items()}
        try:
            return self.model_validate({**self.model_dump(exclude_unset=True), "computation": texts})
        except ValidationError as invalid:
            message = invalid.errors()[0]["msg"].removeprefix("Value error, ")
            raise CannotCompute(", ".join(texts.values()), message) from None

    def _lines(self, name: str, steps: Mapping[str, Operation]) -> tuple[str, ...]:
        sign = steps[name].sign if name in steps else ""
        return (name_text(name), sign) if sign and self.names else (sign or name_text(name),)


def _has_fill_ins(computation: Mapping[str, str]) -> bool:
    return any("<<" in text for text in computation.values())


def _pairs(computation: Mapping[str, str]) -> list[Pair]:
    return [(source, name) for name, text in computation.items() for source in operation(text).reads]


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"'{text}'" for text in texts)


def _second(pair: Pair, steps: Mapping[str, Operation]) -> str:
    """The sign on the edge of what is subtracted, or of what is divided by."""
    step = steps[pair[1]]
    return step.sign if step.sign in ORDERED and step.reads[1] == pair[0] else ""


def _said(step: Operation) -> str:
    reads = [name_text(name) for name in step.reads]
    return f" {step.sign} ".join(reads) if step.sign in BETWEEN else f"{step.sign} of {listed(reads)}"


def _in_words(node: Node, step: Operation | None) -> str:
    """What a node is and what stands beside it; "" where that is its name alone."""
    told = f"Node {name_text(node.name)}"
    if step and step.sign:
        told += f": {_said(step)}"
    beside = [f"{where} it {text}" for where, text in (("above", node.above), ("below", node.below)) if text]
    if not beside and not (step and step.sign):
        return ""
    return f"{told}{', ' if step and step.sign and beside else ': ' if beside else ''}{', '.join(beside)}."
