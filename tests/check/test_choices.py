"""The item-writing flaws of options: each is told at its line, and its sound neighbour is not."""

from pathlib import Path

import pytest

from quizengine.check import check_item
from quizengine.check.choices import choice_faults
from quizengine.draw import draw_question
from quizengine.item import Item

CALM = ("Its sign is lost", "Its size is lost", "Its place is lost")


def source(prompt, answer, *wrong):
    """The text of a concept item, whose mistakes are the options `wrong`."""
    mistakes = "".join(f"[[mistakes]]\nname = 'm'\nchoice = '{text}'\nsays = 'No.'\n" for text in wrong)
    return f"title = 'T'\nskills = ['s']\ndifficulty = 1\nprompt = '{prompt}'\n[answer]\n{answer}\n{mistakes}"


def choice(key, *wrong, prompt="What happens to it there?"):
    return source(prompt, f"choice = '{key}'", *wrong)


def listed(options, prompt="What is it there?"):
    return source(prompt, f"choice = '{options[0]}'\noptions = {options!r}")


def matching(pairs, others=()):
    return source("Match them.", f"others = {list(others)!r}\n[answer.matching]\n{pairs}")


def order(*things):
    return source("Put them in order.", f"order = {list(things)!r}")


def item(text):
    return Item.read("t/i", Path("t/i.toml"), text)


PROMPT = "prompt = "
#: the flaw: an item that has it, what stands in the line that is told, what is told, and an item beside it without it
FLAWS = {
    "longest": (
        choice("The learning rate, a number that we choose ourselves", "The loss here", "The sign", "The step"),
        "choice = 'The learning rate",
        "the right option is by far the longest",
        choice("The learning rate", "The loss here", "The sign", "The step"),
    ),
    "shortest": (
        choice(
            "Its sign",
            "The value of the loss at that place",
            "The number of steps up to there",
            "The rate of change of it all",
        ),
        "choice = 'Its sign",
        "the right option is by far the shortest",
        choice("Its own sign", "The value of the loss", "The number of steps", "The rate of it all"),
    ),
    "longest of several": (
        source(
            "What holds?",
            "choices = ['It stays where it has been all along', 'It keeps the sign that it had']",
            *("It ends", "It is 0"),
        ),
        "choices = ",
        "the right options are by far the longest",
        source("What holds?", "choices = ['It stays there', 'It keeps its sign']", "It ends there", "It has no sign"),
    ),
    "reason in brackets": (
        source("True or false?", "statement = true\nreason = 'It falls (near a minimum)'", *CALM),
        "reason = ",
        "only what is right has a remark in brackets",
        source("True or false?", "statement = true\nreason = 'Its fall is lost'", *CALM),
    ),
    "hedge": (
        choice("It usually falls there", "It rises there", "It stays there", "It ends there"),
        "choice = 'It usually",
        "only what is right has a word that hedges, as whoever guesses will look for; take it out, or let others have "
        "one, too, for example 'usually'",
        choice("It usually falls there", "It mostly rises there", "It stays there", "It ends there"),
    ),
    "hedge of a superlative": (
        choice("It falls only if it is steep", "It rises there", "It stays there", "It ends there"),
        "choice = 'It falls only",
        "'only if'",
        choice("It falls most steeply there", "It rises there", "It stays there", "It ends there"),
    ),
    "exact": (
        choice("It falls by 3 units", "It rises a little", "It stays as it is", "It ends there"),
        "choice = 'It falls by",
        "only what is right has a number",
        choice("It falls by 3 units", "It rises by 3 units", "It stays as it is", "It ends there"),
    ),
    "always": (
        choice("It falls there", "It always rises there", "It stays there", "It ends there"),
        "choice = 'It always",
        "absolute words stand in wrong options only, and tell them; say it without, or use them everywhere, for "
        "example 'always'",
        choice("It falls there", "It does not always rise there", "It stays there", "It ends there"),
    ),
    "absolute words": (
        choice("The slope falls there", "All slopes fall there", "No slope must fall there", "The slope ends there"),
        "choice = 'All slopes",
        "absolute words stand in wrong options only",
        choice("All slopes fall there", "All slopes rise there", "No slope must fall there", "The slope ends there"),
    ),
    "never in the key": (
        choice("It never falls there", "It rises there", "It stays there", "It ends there"),
        "choice = 'It never",
        "only what is right says 'always' or 'never'",
        choice("It never falls there", "It never rises there", "It stays there", "It ends there"),
    ),
    "article": (
        choice("angle", "length", "area", "edge", prompt="What f tells is an"),
        "choice = 'length'",
        "the question ends with 'an', and this does not go on from it",
        choice("angle", "average", "area", "edge", prompt="What f tells is an"),
    ),
    "article before a sound": (
        choice("unit", "hour", "length", "point", prompt="What f tells is a"),
        "choice = 'hour'",
        "the question ends with 'a', and this does not go on from it",
        choice("unit", "one-sided slope", "length", "point", prompt="What f tells is a"),
    ),
    "verb": (
        choice("two slopes", "a slope", "three slopes", "four slopes", prompt="What f tells are"),
        "choice = 'a slope'",
        "the question ends with 'are', and this does not follow",
        choice("two slopes", "no slopes", "three slopes", "four slopes", prompt="What f tells are"),
    ),
    "capital": (
        choice("the slope at P", "The height at P", "The area up to P", "The length up to P"),
        "choice = 'the",
        "one option begins with a small letter, and the others do not so",
        choice("The slope at P", "The height at P", "The area up to P", "The length up to P"),
    ),
    "capital of a name": (
        choice("the slope at P", "The height at P", "the area up to P", "the length up to P"),
        "choice = 'The height",
        "one option begins with a capital",
        choice("momentum", "Adam", "gradient clipping", "weight decay"),
    ),
    "full stop": (
        choice("It falls there.", "It rises there", "It stays there", "It ends there"),
        "choice = 'It falls there.'",
        "one option ends with a full stop",
        choice("It falls there", "It rises there", "It stays there", "It ends there …"),
    ),
    "first word": (
        choice("Down the hill it goes", "It rises there", "It stays there", "It ends there"),
        "choice = 'Down",
        "all wrong options begin with the same word, and the right one does not",
        choice("Down the hill it goes", "Down there it stays", "It rises there", "It ends there"),
    ),
    "word of the question": (
        choice(
            "Clipping the steps", "A larger rate", "A second layer", "A new seed", prompt="Which is for clipped ones?"
        ),
        "choice = 'Clipping",
        "only the right option has words of the question; say it in others, or give them to wrong ones, too, for "
        "example 'clipping'",
        choice(
            "Clipping the steps",
            "Clipping the data",
            "A second layer",
            "A new seed",
            prompt="Which is for clipped ones?",
        ),
    ),
    "words of the question": (
        choice(
            "The step size", "The sign of a slope", "The seed", "The loss", prompt="What controls step size and slope?"
        ),
        "choice = 'The step",
        "only the right option has words of the question",
        choice("The step", "The sign of a slope", "The seed", "The loss", prompt="What controls step size and slope?"),
    ),
    "the form of the question": (
        choice("To make it small", "The labels of it all", "Layers of all kinds", "A rate of its own", prompt="Why?"),
        "choice = 'To",
        "this option alone begins with 'to', as an aim",
        choice("The loss of it", "To see the labels", "Layers of all kinds", "A rate of its own", prompt="Why?"),
    ),
    "another form than all others": (
        choice("To make it small", "To see the labels", "Layers of all kinds", "To make it large", prompt="Why?"),
        "choice = 'Layers",
        "this option alone does not begin with 'to'",
        choice("To make it small", "To see the labels", "To add layers", "To make it large", prompt="Why?"),
    ),
    "between the others": (
        choice("north, steep, down", "north, steep, up", "north, flat, down", "south, steep, down"),
        "choice = 'north, steep, down",
        "the right option can be put together from what most options share",
        choice("north, steep", "north, flat", "south, steep", "south, flat"),
    ),
    "negative": (
        choice(
            "It falls there",
            "It rises there",
            "It stays there",
            "It ends there",
            prompt="It is 0. What does it not do?",
        ),
        PROMPT,
        "what is asked is negative, which is easily missed",
        choice(
            "It falls there",
            "It rises there",
            "It stays there",
            "It ends there",
            prompt="It is not 0. What does it NOT do?",
        ),
    ),
    "least likely": (
        choice("It falls there", "It rises there", "It stays there", "It ends there", prompt="Which is least likely?"),
        PROMPT,
        "what is asked is negative",
        choice(
            "The left place", "The right place", "The upper place", "The lower place", prompt="Which is least steep?"
        ),
    ),
    "nothing asked": (
        choice(
            "It falls there",
            "It rises there",
            "It stays there",
            "It ends there",
            prompt="Which of the following is true?",
        ),
        PROMPT,
        "this asks nothing by itself",
        choice(
            "It falls there", "It rises there", "It stays there", "It ends there", prompt="Here $f = 0$. Which is true?"
        ),
    ),
    "nothing asked about it": (
        choice("It falls", "It rises", "It stays", "It ends", prompt="Which statement about the rate is right?"),
        PROMPT,
        "this asks nothing by itself",
        choice("It falls", "It rises", "It stays", "It ends", prompt="Which change of the rate is right for it?"),
    ),
    "all of the above": (
        choice("It falls there", "It rises there", "It stays there", "All of the above"),
        "choice = 'All of",
        "an option speaks of the other options, and these are shuffled; write one that stands by itself",
        choice("It falls there", "It rises there", "It stays there", "It lies above the axis"),
    ),
    "none of the above, in order": (
        listed(["It falls", "It rises", "It stays", "None of the above"]),
        "options = ",
        "an option speaks of the other options: write one that stands by itself",
        listed(["It falls", "It rises", "It stays", "It ends"]),
    ),
    "both letters": (
        choice("It falls there", "It rises there", "It stays there", "Both A and B"),
        "choice = 'Both",
        "an option speaks of the other options",
        choice(
            "At one place", "At another place", "At no place", "Both A and B", prompt="Where is it 0, at A or at B?"
        ),
    ),
    "numbers in no order": (
        listed(["0.1", "10", "1", "100"]),
        "options = ",
        "the options have an order, as numbers or letters, and stand in no order",
        listed(["100", "10", "1", "1/2"]),
    ),
    "lines in no order": (
        listed(["line 2", "line 1", "line 3"]),
        "options = ",
        "stand in no order",
        listed(["line 1", "line 2", "line 10"]),
    ),
    "letters in no order": (
        listed(["$B$", "$A$", "$C$"]),
        "options = ",
        "stand in no order",
        listed(["$A$", "$B$", "$C$"]),
    ),
    "same but for signs": (
        choice("It falls, there", "It rises there", "It falls there", "It ends there"),
        "choice = 'It falls there'",
        "two options say the same; let them differ by more than signs",
        choice("It falls there", "It rises there", "It falls here", "It ends there"),
    ),
    "words that mean the same": (
        choice("On the circle", "Inside the circle", "Within the circle", "Outside the circle"),
        "choice = 'Within",
        "two options say nearly the same; let each say a thing of its own, for example 'Inside the circle'",
        choice("On the circle", "Inside the circle", "Outside the circle", "Inside the square"),
    ),
    "a slip of the pen": (
        choice("The weight rises", "The gradient falls", "The gradients falls", "The rate falls"),
        "choice = 'The gradients",
        "two options say nearly the same",
        choice("The heights rise", "The weights rise", "The stable one falls", "The unstable one falls"),
    ),
    "two halves turned": (
        choice("Steep and wide", "Flat and long", "Long and flat", "Steep and long"),
        "choice = 'Long and",
        "two options say nearly the same",
        choice("First up, then down", "First down, then up", "Down there", "Up there"),
    ),
    "the same value": (
        choice("$2 x$", "$x + x + 1$", "$2 x + 1$", "$x^2$"),
        "choice = '$2 x + 1$'",
        "two options have the same value",
        choice("$2 x$", "$x + x + 1$", "$2 x - 1$", "$x^2$"),
    ),
    "others fit": (
        matching("'Rise' = 'goes up'\n'Fall' = 'goes down'", ["Goes up"]),
        "others = ",
        "this stands under others, and is the right side of a pair",
        matching("'Rise' = 'goes up'\n'Fall' = 'goes down'", ["stays there"]),
    ),
    "equal right sides": (
        matching("'Rise' = 'goes up'\n'Climb' = 'goes up'\n'Fall' = 'goes down'"),
        "[answer.matching]",
        "two pairs have the same right side, which is shown once",
        matching("'Rise' = 'goes up'\n'Fall' = 'goes down'"),
    ),
    "others twice": (
        matching("'Rise' = 'goes up'\n'Fall' = 'goes down'", ["stays", "stays"]),
        "others = ",
        "this stands twice under others",
        matching("'Rise' = 'goes up'\n'Fall' = 'goes down'", ["stays"]),
    ),
    "nearly the same right sides": (
        matching("'Rise' = 'starts to move'\n'Fall' = 'begins to move'", ["stays there"]),
        "[answer]",
        "two options say nearly the same",
        matching("'Rise' = 'starts to move'\n'Fall' = 'ceases to move'", ["stays there"]),
    ),
    "a word of both sides": (
        matching("'Gradient clipping' = 'cuts gradients'\n'Decay' = 'shrinks weights'", ["stays there"]),
        "[answer.matching]",
        "a pair gives itself away by a word that only its two sides have",
        matching("'Gradient clipping' = 'cuts gradients'\n'Decay of gradients' = 'shrinks weights'", ["stays there"]),
    ),
    "nearly the same in an order": (
        order("start the loop", "compute the loss", "begin the loop", "step"),
        "[answer]",
        "two options say nearly the same",
        order("start the loop", "compute the loss", "end the loop", "step"),
    ),
}


@pytest.mark.parametrize(("broken", "at", "message", "sound"), FLAWS.values(), ids=FLAWS)
def test_a_flaw_is_told_at_its_line_and_its_neighbour_is_not(broken, at, message, sound):
    report = check_item(item(broken), {}, 1)
    told = [fault for fault in (*report.faults, *report.advice) if message in fault.message]
    assert len(told) == 1, (report.faults, report.advice)
    assert at in broken.split("\n")[told[0].line - 1]
    assert list(choice_faults(draw_question(item(sound), 1, {}))) == []


@pytest.mark.parametrize("flaw", ["all of the above", "same but for signs", "others fit", "others twice"])
def test_what_is_sure_is_a_fault(flaw):
    assert any(FLAWS[flaw][2] in fault.message for fault in check_item(item(FLAWS[flaw][0]), {}, 1).faults)


def test_a_mistake_that_is_no_single_option_is_passed_over():
    """Two options at once, or the wrong truth without a reason, stand nowhere among the options."""
    several = source("What holds?", "choices = ['It falls', 'It ends']", "It rises", "It stays")
    truth = source("Does it fall?", "statement = true\nreason = 'It falls'", "It rises", "It stays")
    for text, value in ((several, "choices = ['It falls', 'It rises']"), (truth, "statement = false")):
        text += f"[[mistakes]]\nname = 'n'\n{value}\nsays = 'No.'\n"
        assert list(choice_faults(draw_question(item(text), 1, {}))) == []


def test_others_may_list_all_that_a_drawn_right_side_can_be():
    drawn = (
        matching("'Rise' = '<< w >>'\n'Fall' = 'down'", ["up", "far up"])
        + "[parameters]\nw = { texts = ['up', 'far up'] }\n"
    )
    assert list(choice_faults(draw_question(item(drawn), 1, {}))) == []


@pytest.mark.parametrize(
    ("numbers", "told"), [("[1, 30]", ["'true' is right in 20 of 20 questions"]), ("[-30, 30]", [])]
)
def test_a_statement_that_is_always_true(numbers, told):
    drawn = source("Is $<< a >>$ positive?", "statement = 'a > 0'") + f"[parameters]\na = {{ integers = {numbers} }}\n"
    advice = check_item(item(drawn), {}, 20).advice
    assert [fault.message.split(";")[0] for fault in advice if "draw the others as often" in fault.message] == told
