"""A small bank on disk."""

import pytest

ITEM = """title      = 'Derivative of a square'
skills     = ['slope']
difficulty = 1
covers     = ['S2-35']

prompt = 'Differentiate $f(x) = << a >> x^2$.'

[parameters]
a = { integers = [2, 9] }

[answer]
expression = '2*a*x'

[[mistakes]]
name       = 'coefficient-lost'
expression = 'a*x'
"""
SKILLS = "[calculus]\ntitle = 'Calculus'\n\n[slope]\ntitle = 'Slope'\nparent = 'calculus'\n"
MISTAKES = "[rules]\nmeaning = 'a rule slips'\n[rules.mistakes]\ncoefficient-lost = 'A factor is lost.'\n"
STATEMENTS = "[S2]\ntitle = 'A page'\n[S2.statements]\nS2-35 = 'An example is $f(x) = x^2$.'\n"


@pytest.fixture
def folder(tmp_path):
    """A bank of two sound items in two topics."""
    (tmp_path / "skills.toml").write_text(SKILLS)
    (tmp_path / "mistakes.toml").write_text(MISTAKES)
    (tmp_path / "statements.toml").write_text(STATEMENTS)
    for name in ("slope/square", "other/also-square"):
        path = tmp_path / f"{name}.toml"
        path.parent.mkdir()
        path.write_text(ITEM)
    return tmp_path
