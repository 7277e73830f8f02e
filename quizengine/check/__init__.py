"""The author's checker: draws an item with many seeds and tells all that is wrong, file and line.

    for report in check(select(bank, topics), bank.mistakes):
        report.faults      must be mended: the item cannot be asked, or is marked wrongly
        report.advice      should be looked at: too few mistakes, ugly numbers, few variants

    report             all that is wrong with an item, gathered over many seeds
    text_checks        is there enough to learn from, before any question is drawn
    author_tests       the tests that an author wrote
    question_checks    what can be wrong with one drawn question: a question_fault, such that it can be counted
    figure_checks      figures without anything to see, options that look alike; pictures   where figures stand
    alike              whether two figures look alike; reading_checks   whether an answer can be read off
    feedback_checks    what is told of wrong answers, tried with those that the item knows
    giveaways          texts that tell the answer
    carries_checks     answers that can never be carried
    paid_alone         components that earn marks though they never change
    unused_choices     choices that never come to a question

Faults of the files themselves (`bank.faults`) come from the bank; an item that has them is not drawn here.
"""

from quizengine.check.report import Report, check, check_item

__all__ = ["Report", "check", "check_item"]
