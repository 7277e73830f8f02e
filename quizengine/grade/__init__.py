"""A part and an answer to a verdict, with errors of earlier parts carried forward.

    verdict = grade_answer(part, "(2x, 3y)")
    verdict = follow(question, 1, "(3, 4)", {"g": tree})    part (b), with the learner's own answer to (a)
    told = feedback(question, 1, "(3, 4)")                  words and figures about this answer

grade       part and answer to verdict
carrying    when an own earlier answer is carried, and what it earns
feedback    what an author tells of an answer that is not right
workload    is it about as much work to go on with one value as with another?
"""

from quizengine.grade.carrying import carry, follow
from quizengine.grade.feedback import feedback, written_feedback
from quizengine.grade.grade import grade_answer

__all__ = ["carry", "feedback", "follow", "grade_answer", "written_feedback"]
