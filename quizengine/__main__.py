"""`python -m quizengine` is `quizengine`."""

from quizengine.cli import main

if __name__ == "__main__":
    main()
