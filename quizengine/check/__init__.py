"""The author's checker: draws an item with many seeds and tells all that is wrong, file and line.

    for report in check(select(bank, topics), bank.mistakes):
        report.faults      must be mended: the item cannot be asked, or is marked wrongly
        report.advice      should be looked at: too few mistakes, ugly numbers, few variants

Faults of the files themselves (`bank.faults`) come from the bank; an item that has them is not drawn here.
"""

from quizengine.check.report import Report, check, check_item

__all__ = ["Report", "check", "check_item"]
