"""The command line: the only floor that prints, asks, and reads the clock, the home folder and entropy.

    app              the group of commands; from errors to one line and an exit code (exit_codes: the numbers)
    commands/        one file a command; options   what several commands take
    terminal         what may reach the screen, and how it is styled; sanitize   control characters made visible
    session_loop     what is typed goes into the session of quizengine.quiz, and its steps are printed
    session_log      the session's rows, kept in the journal; prefetch   its questions, drawn one ahead
    session_commands words such as :hint, and their keys; presenter   the words for each step
    prompts          how a line is asked for; live_prompt   with what is read shown under it
    screen           how questions, formulas and the caret look; line_breaking   paragraphs in a window
    figure_lines     figures in a window; descriptions   figures in words
    progress_line    how far a long job is; item_lists, question_json   what `bank list` and `show` tell
    checking         the checker over many items, in several processes; check_table   what it saw of each
    first_question   which question of a session comes first: one that does not wait for SymPy
    bank_page        what `bank stats` tells
    named_items      ids and paths, as they are typed for `bank check` and `bank show`
    preview          one item as a web page; preview_watch   written anew while its file is saved
    jsonl_rows       rows of `compare --jsonl`; jsonl_fields   what they may hold

Nothing heavy is imported before it is needed: help must come at once, and so must the first question.
"""

from __future__ import annotations

from quizengine.cli.exit_codes import PAUSED


def main() -> None:
    """The program `quizengine`; leaves with 0 done, 1 failed, 2 usage, 130 paused."""
    import os
    import sys

    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look for them in every installed package
    # it would ask where the cursor is, and not all terminals answer
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
    try:
        from quizengine.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = PAUSED
    sys.exit(code)
