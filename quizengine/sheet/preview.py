"""One item for its author: a web page with several of its questions, their keys, mistakes, hints and steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizengine.answers.wording import counted
from quizengine.draw import Question
from quizengine.errors import CannotDraw
from quizengine.item import Fault, Item
from quizengine.one_question import one_question
from quizengine.sheet.environment import environment
from quizengine.sheet.finalizers import Markup
from quizengine.sheet.formats import FORMATS
from quizengine.sheet.page_estimate import Output
from quizengine.sheet.previewed_question import previewed

#: What stands near the top of every such page and of no other, so that no other file is taken for one.
GENERATOR = "quizengine bank show"


@dataclass(frozen=True, slots=True)
class Place:
    """A fault as the page tells it: file and line, and the message."""

    place: str
    message: str


@dataclass(frozen=True, slots=True)
class LostMistake:
    """A mistake that `times` of the `drawn` questions do without; `why` with the first such seed."""

    label: str
    name: str
    times: int
    drawn: int
    seed: int
    why: str


@dataclass(frozen=True)
class Preview:
    """What a page shows of the item `id`, whose file is at `path`.

    item: None where its heading cannot be read; draws: for each seed the question, or why there is none; found, looks:
    faults and advice; checked: how many seeds the checker has drawn, 0 before it has; written: the time of day.
    """

    id: str
    path: Path
    item: Item | None
    draws: Mapping[int, Question | CannotDraw]
    found: tuple[Fault, ...]
    written: str
    looks: tuple[Fault, ...] = ()
    checked: int = 0

    @property
    def title(self) -> str:
        return self.item.title if self.item else self.id

    @property
    def file(self) -> str:
        return str(self.path)

    @property
    def summary(self) -> str:
        """Level, marks and time; "" while the file has faults, for they may stand there."""
        if self.item is None or self.item.faults:
            return "No question can be drawn before the faults are mended."
        item = self.item
        skills = ", ".join(item.skills)
        return (
            f"{item.kind} · level {item.difficulty} · {counted(item.marks, 'mark')} · "
            f"about {counted(item.minutes, 'minute')} · {skills}"
        )

    @property
    def faults(self) -> tuple[Place, ...]:
        return tuple(map(_place, self.found))

    @property
    def advice(self) -> tuple[Place, ...]:
        return tuple(map(_place, self.looks))

    @property
    def state(self) -> str:
        """What was checked, and when."""
        written = f"Written at {self.written}."
        if not self.checked:
            return f"Not checked yet. {written}" if self.draws else written
        finds = "finds something" if self.found or self.looks else "finds nothing"
        more = f"`quizengine bank check {self.id}` draws more"
        return f"The checker {finds} in {counted(self.checked, 'seed')}; {more}. {written}"

    @property
    def drawn(self) -> int:
        """How many of the seeds give a question."""
        return sum(isinstance(one, Question) for one in self.draws.values())

    @property
    def lost(self) -> tuple[LostMistake, ...]:
        """The mistakes that some of the questions do without, in the order of the file."""
        drawn = [one for one in self.draws.values() if isinstance(one, Question)]
        found: dict[tuple[int, int], list[tuple[int, str, str, str]]] = {}
        for question in drawn:
            for one in question.dropped:
                told = (question.seed, question.parts[one.part].label, one.name, one.why)
                found.setdefault((one.part, one.position), []).append(told)
        return tuple(
            LostMistake(label, name, len(found[place]), len(drawn), seed, why)
            for place in sorted(found)
            for seed, label, name, why in found[place][:1]
        )


def render_preview(page: Preview, mark: str) -> bytes:
    """Return the page as the bytes of a file.

    mark: names what is written, other than anything before; with it the page renews itself when the file has another
    one. "" for a page that stays as it is.
    """
    jinja = environment(FORMATS["html"].templates)
    shown = {"page": page, "seeds": tuple(_seeds(page)), "mark": mark, "generator": GENERATOR}
    text = jinja.get_template("html/preview.html.j2").render(shown)
    return text.encode("utf-8", "backslashreplace")


def is_preview(beginning: bytes) -> bool:
    """Return whether a file that begins so is such a page, which may be written over."""
    return beginning.startswith(b"<!DOCTYPE html>") and f'content="{GENERATOR}"'.encode() in beginning


def _seeds(page: Preview) -> Iterator[Markup]:
    """Each seed by itself, so that one that cannot be printed does not take the others with it; none where the faults
    tell why there is no question at all.
    """
    if page.found and not page.drawn:
        return
    for seed, drawn in page.draws.items():
        try:
            if isinstance(drawn, CannotDraw):
                raise drawn
            with one_question(page.id, seed, "printed"):
                yield _seed(seed, {"question": previewed(drawn)})
        except CannotDraw as failure:
            yield _seed(seed, {"question": None, "why": f"Cannot be {failure.verb}: {failure.why}"})


def _seed(number: int, shown: Mapping[str, object]) -> Markup:
    html = FORMATS["html"]
    template = environment(html.templates).get_template("html/_preview_seed.html.j2")
    return Markup(template.render({"seed": {"number": number, **shown}, "output": Output("key", html.size)}))


def _place(fault: Fault) -> Place:
    """File and line as short as they are told apart: the folder's name and the file's."""
    file = "/".join(fault.path.parts[-2:])
    return Place(f"{file}:{fault.line}" if fault.line else file, fault.message)
