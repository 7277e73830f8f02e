"""A sentence for each key that an author may write, as editors show it beside the key."""

from __future__ import annotations

from collections.abc import Mapping

#: Keys and tables of an item, of its parts and of what stands in them.
OF_ITEM: Mapping[str, str] = {
    "title": "What lists and sheets call the item.",
    "skills": "What it trains: names from skills.toml.",
    "difficulty": "From 1, easy, to 5, hard.",
    "minutes": "How long the whole item takes, 1 to 60; without it that is estimated from marks and difficulty.",
    "covers": "The ids of the statements of the source texts that it covers, from statements.toml.",
    "marks": "What it is worth, 1 without this line.",
    "room": "What a sheet leaves for working: nothing, lines, an empty box for a sketch, or squared paper.",
    "decimals": "Print fractions that end as decimals: 0.1 for 1/10.",
    "prompt": "The question, with $formulas$ in LaTeX and << values >>.",
    "parameters": "What a seed chooses: a = { integers = [-5, 5], except = [0] }.",
    "let": "Values worked out from top to bottom: g = 'grad(f, x, y)'.",
    "require": "Conditions with a name; the parameters are drawn again until all hold.",
    "verify": "What is true of every question; where it fails, the checker tells the seed and the values.",
    "table": "A table below the prompt.",
    "figure": "A figure below the prompt; one key names its kind.",
    "figures": "Figures that << NAME >> puts into any text.",
    "parts": "Several questions about one prompt, each with its own answer.",
    "answer": "The right answer; one key names its kind.",
    "mistakes": "Wrong answers that have a name in mistakes.toml; in a choice they are the other options.",
    "tests": "What a learner might type, and the verdict that it must get.",
    "help": "Hints, worked steps and feedback.",
    "carries": "The name of [let] that a learner's own answer replaces in later parts.",
    "carries_if": "Carry the answer on only where this holds.",
    "header": "The cells above the rows.",
    "rows": "Rows of cells as texts, or one expression that gives a list of rows.",
    "name": "The name of the mistake, from mistakes.toml.",
    "says": "One sentence for the learner; of a step, what it says.",
    "when": "The mistake belongs only to questions where this holds.",
    "typed": "What a learner types; << values >> are filled in.",
    "verdict": "What grading must say of it.",
    "mistake": "The mistake that must be told, 'none' for none.",
    "seed": "Try it with this seed alone.",
    "hints": "From gentle to strong.",
    "steps": "The way to the answer, one thing a step: a text, or { says = '…', marks = 1 }.",
    "feedback": "Told after a wrong answer, which is called `answer` in it.",
    "asks": "The step as a question by itself; `answer` beside it is the key.",
}

#: Options of answers, beside the key that names the kind.
OF_ANSWER: Mapping[str, str] = {
    "variables": "The names that the answer may use, in the order of the components.",
    "domain": "Where they range: 'positive', or { x = ['0', '1'] }; all real numbers without it.",
    "digits": "So many significant figures of a decimal are right.",
    "tolerance": "How far a number may be off: { absolute = '0.01' } or { relative = '0.01' }.",
    "reads": "How the answer is read off a figure.",
    "unevaluated": "The value before the point was put in.",
    "at": "The point that was put in: { x = 'x0', y = 'y0' }.",
    "unit": "The unit in which the number is asked, such as '°C/s'.",
    "also": "Other units that are allowed: { '°C/min' = 60 } where the number is 60 times as large.",
    "credit": "'whole' pays only the whole; a list gives each component its weight.",
    "called": "The derivative that is asked, such as '∂f/∂x': labels of others are asked back.",
    "up_to": "'sign' makes the negative right as well, 'constant' any added constant.",
    "names": "What the components are called.",
    "gradient_of": "The components are ∂f/∂x, ∂f/∂y of this function.",
    "multiple": "Which multiples are right: 'positive', 'nonzero' (the opposite as well), 'unit' (only length 1).",
    "within": "How many degrees a direction may be off.",
    "ends": "Which ends belong to the interval: '()' without it, '[]', '(]', '[)', or 'any'.",
    "options": "All options in the order to be shown, the right one too.",
    "reason": "Why the statement is true or false.",
    "others": "Right sides that fit nothing.",
    "wrong": "Texts that are near, and wrong.",
}

#: What every kind of parameter takes.
OF_PARAMETER: Mapping[str, str] = {
    "integers": "A whole number from the lowest to the highest: [-5, 5].",
    "except": "Numbers that are left out.",
    "choices": "One of these: numbers, expressions in quotes, or lists of them.",
    "texts": "One of these words.",
    "count": "Draw a list of so many.",
    "distinct": "All of the list are different.",
}

#: Of a figure that has a name.
LIKE = "'figure', or the name of a figure above: all that it has, and what is written here counts instead."
