"""The author's checker: draws an item with many seeds and tells all that is wrong, file and line.

    for report in check(select(bank, topics), bank.mistakes):
        report.faults      must be mended: the item cannot be asked, or is marked wrongly
        report.advice      should be looked at: too few mistakes, ugly numbers, few variants

    report              all that is wrong with an item, gathered over many seeds; tally   what the seeds show
    seen, difficulty    what was seen beside faults: questions, confirmation, what is lost, how unlike in difficulty
    variety             how many different questions there are, and how often numbers are thrown away
    second_path/        keys made anew on a path that did not make them
    confirmation_faults keys that nothing confirms, derivatives made by hand
    worked_steps/       formulas of steps, hints and mistakes that are not true; steps that do not arrive
    asked_derivative    the derivative that a prompt asks for, against the key
    texts/              names, formulas and sentences, before any question is drawn and as they are printed
    choices/            options that tell which one is right, or say the same
    question_checks     what can be wrong with one drawn question: a question_fault, such that it can be counted
    author_tests        the tests that an author wrote
    figure_checks       figures without anything to see, options that look alike; pictures   where figures stand
    alike, looks        whether two figures look alike, or two questions
    reading_checks      whether an answer can be read off
    feedback_checks     what is told of wrong answers, tried with those that the item knows
    giveaways           texts that tell the answer
    carries_checks      answers that can never be carried
    paid_alone          components that earn marks though they never change
    unused_choices      choices that never come to a question
    hint_sums           hints that are the answer but for working it out
    mistake_shapes      mistakes that are of another size than the key, or named after another slip
    unit_checks         units in prompts and last steps that are not the answer's
    unfinished          keys that are not worked out, and vectors of which nothing is left
    twins               items of a bank that say the same, or are called the same

Faults of the files themselves (`bank.faults`) come from the bank; an item that has them is not drawn here.
"""

from quizengine.check.report import Report, check, check_item
from quizengine.check.twins import same_titles, twins

__all__ = ["Report", "check", "check_item", "same_titles", "twins"]
