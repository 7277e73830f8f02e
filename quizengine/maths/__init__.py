"""Mathematics without quizzes: read it, show it, evaluate it, compare it."""
