"""Faults of what there is to choose from, match or order: the item-writing flaws of the NBME, and twins.

    choice_faults(question)      of one drawn question
    one_sided(item, …)           of all that were drawn: true, or the same option, is right nearly always

    faults             all checks, one part after the other
    offered            a part as a learner sees it: what is asked and the options, as texts and as words
    vocabulary         words that mean the same, that leave nothing out, that hedge
    twins              two options that say the same; right sides that stand twice
    standing_out       the right option is longer, shorter, more exact or more careful than all others
    following          an option that does not go on from the question, or is written otherwise than all others
    sharing            the right option shares words with the question, or the most with the other options
    asking             what is asked: negative, nothing by itself; "all of the above"; numbers in no order
    one_sided          the same answer in nearly all questions of a family

The flaws are those of the National Board of Medical Examiners, "Item-writing guide" (2020), chapter 3. Those that
only a reader can see (an option that nobody would choose, two things asked in one) are left to a reader.
"""

from quizengine.check.choices.faults import choice_faults
from quizengine.check.choices.one_sided import note_answers, one_sided

__all__ = ["choice_faults", "note_answers", "one_sided"]
