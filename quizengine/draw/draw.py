"""An item and a seed become a question, in as many attempts as its requirements need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from quizengine.draw.evaluation_order import cost, evaluation_order, verify, work_out
from quizengine.draw.failures import DrawFailure, ItemError, RequirementFailed, at
from quizengine.draw.parts import Context, draw_part
from quizengine.draw.question import Dropped, Part, Question
from quizengine.draw.texts_inside import check_texts
from quizengine.errors import CannotDraw
from quizengine.item import Item
from quizengine.maths.effort import Effort, effort
from quizengine.maths.language import Workspace
from quizengine.maths.language.fill_in import prose_of
from quizengine.one_question import one_question
from quizengine.seeded import Chance

if TYPE_CHECKING:
    from quizengine.draw.question import Table
    from quizengine.figures import Figure
    from quizengine.item.faults import Where
    from quizengine.item.model import Body
    from quizengine.item.skills_and_mistakes import KnownMistake

MAX_ATTEMPTS = 500
MAX_COST = 60  # of SymPy, for draws that are thrown away: a few seconds
MOST_EFFORT = 1_000_000  # of all attempts together: a second or so
SLOW = 0.15  # of it, above which nobody waits for other seeds after one that fails
MAX_WITHOUT_VALUE = 40  # draws in which a line could not be worked out: then it hardly ever can


def draw_question(item: Item, seed: int, mistakes: Mapping[str, KnownMistake]) -> Question:
    """Return the question that `item` gives for `seed`; `mistakes` has the sentences of mistakes without their own.

    Raises CannotDraw with the requirement that fails most often, or the text that cannot be worked out;
    BankUnusable if the file has faults.
    """
    drawn = try_draw(item, seed, mistakes)
    if isinstance(drawn, DrawFailure):
        raise CannotDraw(item.id, seed, drawn.why, drawn.verb, drawn.hopeless)
    return drawn


def try_draw(
    item: Item, seed: int, mistakes: Mapping[str, KnownMistake], most: float = MOST_EFFORT
) -> Question | DrawFailure:
    """Return the question, or why there is none and where in the file; raises BankUnusable if the file has faults.

    most: the work that it may take, see maths/effort.py.
    """
    with effort(most) as spent:
        try:
            with one_question(item.id, seed, "drawn"):
                drawn = _in_attempts(item, seed, mistakes, spent)
        except CannotDraw as failure:
            drawn = DrawFailure(spent.failed, failure.why)
    if not spent.used_up:
        if isinstance(drawn, DrawFailure) and spent.spent > SLOW * most:
            return replace(drawn, hopeless=True)
        return drawn
    if isinstance(drawn, DrawFailure) and drawn.where[:1] == ("require",):
        return replace(drawn, hopeless=True)
    share = 100 * spent.places[spent.costliest] / spent.spent
    why = f"to draw a question takes too long, {share:.0f} % of it here; write the result yourself, or a shorter one"
    return DrawFailure(spent.costliest, why, hopeless=True)


def _in_attempts(item: Item, seed: int, mistakes: Mapping[str, KnownMistake], spent: Effort) -> Question | DrawFailure:
    unmet: Counter[tuple[Where, str]] = Counter()
    costs, cost_so_far = cost(evaluation_order(item.body)), 0
    for attempt in range(MAX_ATTEMPTS if item.body.parameters else 1):
        try:
            return _attempt(item, seed, Chance("question", (item.plain_id, seed, attempt)), mistakes)
        except RequirementFailed as failure:
            unmet[failure.where, failure.why] += 1
            cost_so_far += costs.get(failure.where, 0)
            in_vain = bool(failure.why) and unmet[failure.where, failure.why] >= MAX_WITHOUT_VALUE
            if in_vain or cost_so_far > MAX_COST or spent.used_up:
                break
        except ItemError as failure:
            if not (spent.used_up and unmet):
                return DrawFailure(failure.where, failure.why)
            break
    (where, why), times = unmet.most_common(1)[0]
    often = f"in {times} of {unmet.total()} draws"
    if why:
        return DrawFailure(where, f"{why} ({often})" if unmet.total() > 1 else why)
    return DrawFailure(where, f"'{where[-1]}' failed {often}; widen the parameters")


def _attempt(item: Item, seed: int, chance: Chance, mistakes: Mapping[str, KnownMistake]) -> Question:
    body = item.body
    workspace = work_out(evaluation_order(body), replace(_parameters(body, chance), decimals=body.decimals))
    check_texts(body, workspace)
    workspace = _with_figures(body, workspace)
    context = Context(workspace, chance, mistakes)
    parts: list[Part] = []
    dropped: list[Dropped] = []
    for number, asked in enumerate(body.parts):
        part, without = draw_part(asked, number, len(body.parts), context)
        parts.append(part)
        dropped += without
    with at("prompt"):
        prompt = prose_of(workspace, body.prompt)
    table, figure = _stimulus(body, workspace)
    verify(body, workspace)
    return Question(
        item=item,
        seed=seed,
        prompt=prompt,
        table=table,
        figure=figure,
        parts=tuple(parts),
        workspace=workspace,
        dropped=tuple(dropped),
        known=mistakes,
    )


# What follows is not imported at the top: a question of words alone, as the first one mostly is, needs none of it.


def _parameters(body: Body, chance: Chance) -> Workspace:
    if not body.parameters:
        return Workspace()
    from quizengine.draw.parameters import draw_parameters

    return draw_parameters(body.parameters, chance)


def _with_figures(body: Body, workspace: Workspace) -> Workspace:
    if not body.figures:
        return workspace
    from quizengine.draw.stimulus import with_figures

    return with_figures(body, workspace)


def _stimulus(body: Body, workspace: Workspace) -> tuple[Table | None, Figure | None]:
    if body.table is None and body.figure is None:
        return None, None
    from quizengine.draw.stimulus import draw_figure, draw_table

    with at("table"):
        table = draw_table(body.table, workspace) if body.table else None
    figure = draw_figure(body.figure, workspace, "figure") if body.figure else None
    return table, figure
