# ruff: noqa: E501
"""Hostile files for a bank, by families: the same ones in every run.

HOSTILE                      all of them; each writes itself into a bank folder
python tests/hostile/families.py FOLDER      writes every one into a bank of its own, to be looked at
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

CANARY = "quizengine-canary"  # a file that only run code would make


@dataclass(frozen=True)
class Hostile:
    """One attack. `write` puts it into the folder of a bank, whose topic "t" is there already."""

    family: str
    name: str
    write: Callable[[Path], None]


def item(
    title: str = "'T'", head: str = "skills = ['gradient']\ndifficulty = 2", prompt: str = "'Find $<< a >>$.'",
    parameters: str = "a = { integers = [1, 9] }", let: str = "f = 'a*x^2'", require: str = "",
    answer: str = "number = 'a'", help: str = "hints = ['One two.', 'Three four.']\nsteps = ['It is $<< a >>$.']",
    rest: str = "",
) -> str:  # fmt: skip
    return (
        f"title = {title}\n{head}\nprompt = {prompt}\n[parameters]\n{parameters}\n[let]\n{let}\n[require]\n{require}\n"
        f"[answer]\n{answer}\n[help]\n{help}\n{rest}\n"
    )


def mistake(value: str, says: str = "'No.'", name: str = "'other-variable-zero'") -> str:
    return f"[[mistakes]]\nname = {name}\n{value}\nsays = {says}\n"


def text(content: str | bytes) -> Callable[[Path], None]:
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return lambda bank: (bank / "t" / "hostile.toml").write_bytes(raw) and None


def toml() -> Iterator[tuple[str, str | bytes]]:
    digits = "9" * 5_000
    for key in ("difficulty", "marks", "title"):
        yield f"integer of 5,000 digits in {key}", item(head=f"skills = ['s']\n{key} = {digits}")
    yield "integer of 5,000 digits in a list", item(parameters=f"a = {{ integers = [1, {digits}] }}")
    yield "hexadecimal of 5,000", item(parameters=f"a = {{ integers = [1, 0x{'f' * 5_000}] }}")
    yield "binary of 20,000", item(parameters=f"a = {{ integers = [0, 0b{'1' * 20_000}] }}")
    yield "float of 100,000 digits", item(head=f"skills = ['s']\ndifficulty = 1.{'3' * 100_000}")
    yield "digits in quotes", item(answer=f"number = '{'7' * 1_900}'")
    yield "integer of 39 digits", item(parameters=f"a = {{ integers = [-{'9' * 38}, {'9' * 38}] }}")
    for value in ("nan", "-inf", "1e999", "1979-05-27", "07:32:00", "1979-05-27T07:32:00Z", "true", "2.0", "'2'", "[]"):
        yield f"difficulty = {value}", item(head=f"skills = ['s']\ndifficulty = {value}")
    for field in ("skills", "title", "prompt"):
        yield f"{field} is a date", f"{field} = 1979-05-27\n{item()}".replace(f"\n{field} =", "\nother =", 1)
    yield "brackets 10,000 deep", item(head=f"skills = {'[' * 10_000}{']' * 10_000}\ndifficulty = 1")
    yield "tables 3,000 deep", item(head=f"skills = {'{a=' * 3_000}1{'}' * 3_000}\ndifficulty = 1")
    yield "lists 11 deep", item(answer=f"matrix = {'[' * 10}'a'{']' * 10}")
    yield "40 kB of dotted keys", "a" + ".a" * 20_000 + " = 1\n" + item()
    yield "dots with blanks between", "a" + " . a" * 20_000 + " = 1\n" + item()
    yield "quoted dotted keys", "''" + ".''" * 20_000 + " = 1\n" + item()
    yield "table with 20,000 dots", f"{item()}[a{'.a' * 20_000}]\nb = 1\n"
    yield "key of 100 kB", f"{'k' * 100_000} = 1\n{item()}"
    yield "quoted key of 100 kB", f"'{'k' * 100_000}' = 1\n{item()}"
    for name, code in (("NUL", 0), ("ESC", 27), ("DEL", 127), ("BEL", 7), ("CSI", 0x9B)):
        yield f"{name} in the prompt", item(prompt=f"'Find it{chr(code)}[31m $<< a >>$.'")
    yield "UTF-16", item().encode("utf-16")
    yield "not UTF-8", item().encode() + b"# \xff\xfe\x80\n"
    yield "overlong UTF-8", item(title="'A\udc00'").encode("utf-8", "surrogatepass")
    yield "lone surrogate as an escape", item(title='"A\\ud800"')
    yield "empty", ""
    yield "comments alone", "# x\n" * 40_000
    yield "long text not closed", item() + "x = '''" + "y" * 150_000
    yield "quotes behind backslashes", 'x = "' + '\\"' * 90_000
    yield "single quotes", "x = " + "'" * 150_000
    yield "double quotes", "x = " + '"' * 150_001
    yield "triple quotes in turn", ("x = '''\n" + '"""\n') * 10_000
    yield "a key twice", "title = 'A'\n" + item()
    yield "a table and a list", item() + "[answer]\n[[answer]]\n"
    yield "carriage returns", item().replace("\n", "\r")


def sizes() -> Iterator[tuple[str, str | bytes]]:
    yield "one line of 190 kB", f"x = '{'y' * 190_000}'"
    yield "201 kB", item() + "# " + "y" * 200_000
    yield "190 kB of [", "[" * 190_000
    yield "190 kB of =", "=" * 190_000
    yield "blanks in a heading", item() + "[" + " " * 190_000 + "\n"
    yield "blanks before a bracket", "x =" + " " * 90_000 + "[" + " " * 90_000 + "y"
    yield "60,000 skills", item(head=f"skills = [{'1,' * 60_000}]\ndifficulty = 1")
    yield "3,000 wrong skills", item(head=f"skills = [{'1,' * 3_000}]\ndifficulty = 1")
    yield "3,000 unknown keys", "".join(f"k{n} = 1\n" for n in range(3_000)) + item()
    yield "3,000 tables", item() + "".join(f"[t{n}]\n" for n in range(3_000))
    yield "900 wrong mistakes", item(rest="[[mistakes]]\nnme = 1\n" * 900)
    yield (
        "400 mistakes",
        item(answer="expression = 'a*x'", rest="".join(mistake(f"expression = 'a*x + {n}'") for n in range(400))),
    )
    yield (
        "24 mistakes",
        item(
            answer="expression = 'a*sin(x)^2'",
            rest="".join(mistake(f"expression = 'a*sin(x)^2 + x/{n + 3}'") for n in range(24)),
        ),
    )
    yield "400 hints", item(help=f"hints = [{', '.join(repr(f'Hint number {n}.') for n in range(400))}]")
    yield "400 steps", item(help=f"steps = [{', '.join(repr(f'Step number {n}.') for n in range(400))}]")
    yield (
        "400 options",
        item(answer="choice = 'right'", rest="".join(mistake(f"choice = 'wrong {n}'") for n in range(400))),
    )
    yield "400 words", item(answer=f"words = [{', '.join(repr(f'word {n}') for n in range(400))}]")
    yield "400 pairs", item(answer="[answer.matching]\n" + "".join(f"'l{n}' = 'r{n}'\n" for n in range(400)))
    yield (
        "400 parameters",
        item(
            parameters="a = { integers = [1, 9] }\n" + "".join(f"a{n} = {{ integers = [1, 9] }}\n" for n in range(400))
        ),
    )
    yield "400 lines of let", item(let="".join(f"f{n} = 'a + {n}'\n" for n in range(400)))
    yield "100 lines of let", item(let="f0 = 'a'\n" + "".join(f"f{n} = 'f{n - 1} + x^{n}'\n" for n in range(1, 100)))
    yield "400 requirements", item(require="".join(f"'r{n}' = 'a > 0'\n" for n in range(400)))
    yield "60 parts", item().partition("[answer]")[0] + "[[parts]]\nprompt = 'p'\n[parts.answer]\nnumber = 'a'\n" * 60
    yield "600 choices", item(parameters=f"a = {{ choices = [{', '.join(map(str, range(600)))}] }}")
    yield "a choice of 3,000 entries", item(parameters=f"a = {{ choices = [[{', '.join(map(str, range(3_000)))}]] }}")
    yield "name of 90 letters", item(let=f"{'n' * 90} = 'a'")
    for name, piece in (
        ("<<", "<<"),
        (">>", ">>"),
        ("<< a >>", "<< a >>"),
        ("{{", "{{ "),
        ("$", "$"),
        ("$x$", "$x$"),
        ("\\$", "\\$"),
        ("empty lines", "\n \n"),
        ("blanks", " "),
    ):
        yield f"prompt of {name}", item(prompt=f"'''{(piece * 8_000)[:7_900]}'''")


def unseen() -> Iterator[tuple[str, str | bytes]]:
    codes = (
        0xAD,
        0x34F,
        0x61C,
        0x115F,
        0x180E,
        0x200B,
        0x200D,
        0x200E,
        0x2028,
        0x202E,
        0x2060,
        0x2063,
        0x2066,
        0x206A,
        0x3164,
        0xFE01,
        0xFE0F,
        0xFEFF,
        0xFFA0,
        0xFFF9,
        0xE0041,
        0xE0100,
    )
    slots: tuple[Callable[[str], str], ...] = (
        lambda sign: item(title=f"'Tit{sign}le'"),
        lambda sign: item(prompt=f"'Find {sign}$<< a >>$.'"),
        lambda sign: item(answer=f"words = ['step{sign}size']"),
        lambda sign: item(rest=mistake("number = 'a + 1'", f"'No{sign}.'")),
        lambda sign: item(prompt=f"'Find $\\text{{a{sign}b}} + << a >>$.'"),
        lambda sign: item(parameters=f"a = {{ integers = [1, 9] }}\nb = {{ texts = ['w{sign}'] }}"),
    )
    for number, code in enumerate(codes):
        yield f"U+{code:04X}", slots[number % len(slots)](chr(code))


BOMBS = (
    "9^9^9^9", "2^(2^(2^a))", "(a + 9)^999999", "10^(10^10)", "exp(exp(exp(a + 9)))", "floor(exp(exp(a + 9)))", "product(i, i, 1, 1000)",
    "sum(sum(i*j, i, 1, 1000), j, 1, 1000)", "iterate(x^2 + 1/3, x, a, 1000)", "expand((x + y + z + 1)^12)", "expand((1 + x)^200)",
    "diff(exp(sin(exp(sin(exp(sin(x)))))), x, 20)", "solve(exp(x) + x^5 = a, x)", "solve(sin(x) + x^7 = a, x)", "solve(x^9 + a*x + 1 = 0, x)",
    "simplify((sin(x) + cos(x))^9/(1 + x)^5 + tan(x)^3)", "factor(x^120 - 1)", "det([[x, y, z, 1], [y, z, x, 2], [z, x, y, 3], [a, 1, 2, x]])",
    "repeat(repeat(a, 1000), 1000)", "each(each(x^i, i, integers(1, 500)), j, integers(1, 500))", "join(integers(1, 1000), integers(1, 1000))",
    "(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((a)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))",
    "x" + "+x" * 900, "sin(" * 200 + "x" + ")" * 200, "a" + "^a" * 300, "-" * 900 + "a", "a/0", "ln(0)", "gcd(10^40, 3^80)",
    "first(i^i = 7, i, 1, 100000)", "hessian(exp(x*y*z)*sin(x*y*z)/(1 + x^2*y^2*z^2), x, y, z)", "__import__('os').system('touch quizengine-canary')",
)  # fmt: skip


def maths() -> Iterator[tuple[str, str | bytes]]:
    for bomb in BOMBS:
        yield f"let: {bomb[:40]}", item(let=f'f = """{bomb}"""', answer="expression = 'f'")
    slots: tuple[Callable[[str], str], ...] = (
        lambda bomb: item(answer=f"expression = '''{bomb}'''\nvariables = ['x', 'y', 'z']"),
        lambda bomb: item(require=f"'r' = '''({bomb}) != 7'''"),
        lambda bomb: item(prompt=f"'''Find $<< {bomb} >>$.'''"),
        lambda bomb: item(rest=mistake(f"number = '''{bomb}'''")),
        lambda bomb: item(help=f"steps = ['''It is $<< {bomb} >>$.''']"),
        lambda bomb: item(rest=f"[table]\nrows = '''[[{bomb}, 1]]'''"),
        lambda bomb: item(parameters=f"a = {{ choices = ['''{bomb.replace('a', '5')}'''] }}"),
    )
    for number, bomb in enumerate(BOMBS):
        yield f"elsewhere: {bomb[:40]}", slots[number % len(slots)](bomb)


def formulas() -> Iterator[tuple[str, str | bytes]]:
    deep = {
        "frac": ("\\frac{", "}{x}"), "sqrt": ("\\sqrt{", "}"), "braces": ("{", "}"), "powers": ("x^{", "}"), "left": ("\\left(", "\\right)"),
        "brackets": ("(", ")"), "hats": ("\\hat{", "}"), "bold": ("\\mathbf{", "}"), "text": ("\\text{", "}"), "matrix": ("\\begin{pmatrix}", "\\end{pmatrix}"),
    }  # fmt: skip
    for name, (opens, closes) in deep.items():
        for times in (60, 400):
            yield f"{times} {name}", item(prompt=f"'Find ${opens * times}x{closes * times} + << a >>$.'")
    for name, piece in (
        ("bars", "|"),
        ("bars and brackets", "|("),
        ("primes", "'"),
        ("powers in a row", "^x"),
        ("commands", "\\alpha "),
        ("cells", "&"),
        ("unknown", "\\foo"),
        ("fill-ins", "<< a >>"),
        ("sums", "\\sum_{i=1}^{n} "),
    ):
        yield f"a formula of {name}", item(prompt=f"'''Find ${(piece * 8_000)[:7_800]}$.'''")
    for name, piece in (
        ("input", "\\input{/etc/passwd}"),
        ("write18", "\\immediate\\write18{touch quizengine-canary}"),
        ("def", "\\def\\x{\\x\\x}\\x"),
        ("csname", "\\csname x\\endcsname"),
        ("text", '\\text{$\\input{/etc/passwd}$ #read("/etc/passwd")}'),
        ("href", "\\href{javascript:alert(1)}{x}"),
        ("operatorname", "\\operatorname{<script>alert(1)</script>}"),
    ):
        yield f"\\{name}", item(prompt=f"'''Find ${piece} + << a >>$.'''")


def figures() -> Iterator[tuple[str, str | bytes]]:
    def figure(contours: str, more: str = "") -> str:
        return item(rest=f"[figure]\ncontours = '''{contours}'''\nsays = 's'\n{more}\n")

    wide = "horizontal = [-50, 50]"
    for contours, more in (
        ("exp(exp(exp(x)))", wide), ("exp(x^2 + y^2)", "horizontal = [-30, 30]"), ("sin(exp(x^2))", wide), ("x^1000000", wide), ("1/x^99", wide),
        ("ln(-x^2)", ""), ("1/0", ""), ("x^x", ""), ("tan(x)*10^300", ""), ("x*10^300 - y*10^300", ""), ("x/10^300", ""), ("5", ""), ("(x, y)", ""),
        ("x", "horizontal = [0, 0]"), ("x", "horizontal = [3, -3]"), ("x", "horizontal = ['-10^300', '10^300']"), ("x", "horizontal = ['1/0', 3]"),
        ("x", "horizontal = ['x', 3]"), ("x", "horizontal = [1, '1 + 1/10^300']"), ("x", "levels = 4000"), ("x", "levels = true"), ("x", "levels = ['10^400']"),
        ("x", f"levels = [{', '.join(map(str, range(2000)))}]"), ("x", "points = { P = '(10^99, 1)' }"), ("x", "points = { '<script>' = '(1, 1)' }"),
        ("x", "points = { '\u202e' = '(1, 1)' }"), ("sum(sin(i*x), i, 1, 400)", ""), ("x^2 + y^2", "vertical = [-1000000, '999999']"),
    ):  # fmt: skip
        yield f"{contours} {more}"[:60], figure(contours, more)


ONE_CELL, ONE_TEXT = "['1'],", "'h',"


def values() -> Iterator[tuple[str, str | bytes]]:
    yield "table of 3,000 cells", item(rest=f"[table]\nrows = [[{', '.join(['1'] * 3_000)}]]".replace("1", "'1'"))
    yield "table of 100 rows", item(rest=f"[table]\nrows = [{ONE_CELL * 100}]")
    yield "table by an expression", item(rest="[table]\nrows = 'each(integers(1, 70), i, integers(1, 70))'")
    yield "table that is ragged", item(rest="[table]\nrows = '[[1], [1, 2]]'")
    yield "table of one text", item(rest="[table]\nrows = '\"word\"'")
    yield "header of 900", item(rest=f"[table]\nheader = [{ONE_TEXT * 900}]\nrows = 'a'")
    for form in (
        "integers = [9, 1]",
        "integers = [-1000000000, 1000000000]",
        "integers = [1.5, 2]",
        "integers = [true, 3]",
        "integers = [1, 2], except = [1, 2]",
        "integers = [1, 3], count = 99999",
        "integers = [1, 3], count = 3, distinct = 'yes'",
        "integers = [1, 3], count = 12, distinct = true",
        "choices = []",
        "choices = [1.5]",
        "choices = [nan]",
        "choices = [[[[1]]]]",
        "choices = ['a', 'a']",
        "choices = ['9^9^9']",
        "texts = ['$<< a >>$']",
        "texts = ['<script>', '#read(\"x\")', '\\input{x}']",
        "integers = [1, 2], choices = [1]",
        "nothing = 1",
    ):
        yield f"parameter {form}"[:60], item(parameters=f"a = {{ {form} }}")
    yield "parameter called e", item(parameters="e = { integers = [1, 2] }")
    yield "parameter called __class__", item(parameters="__class__ = { integers = [1, 2] }")
    for require in (
        "a > 99",
        "a != a",
        "a",
        "sum(sin(i*a), i, 1, 200) > 500",
        "simplify(sin(a*x)^4 - cos(a*x)^4) = x",
        "sum(i, i, 1, 1000) < 0",
        "expand((a + x)^12) = 0",
        "solve(x^4 + a*x = 3, x) = 5",
    ):
        yield f"required {require}", item(require=f"'r' = '{require}'")
    yield (
        "required of 40 slow lines",
        item(require="".join(f"'r{n}' = 'sum(i^2 + a, i, 1, 300) > {n}'\n" for n in range(39)) + "'last' = 'a > 99'"),
    )
    for tolerance in ("'1e999999999'", "nan", "inf", "-1", "'1/0'", "true", "[]", "'0x10'"):
        yield f"tolerance {tolerance}", item(answer=f"number = 'a'\ntolerance = {{ absolute = {tolerance} }}")
    for digits in ("true", "3.0", "'3'", "99999", "-1"):
        yield f"digits {digits}", item(answer=f"number = 'a'\ndigits = {digits}")
    for marks in ("true", "2.0", "'2'", "0", "100000000"):
        yield f"marks {marks}", item(head=f"skills = ['s']\ndifficulty = 1\nmarks = {marks}")


def mistakes() -> Iterator[tuple[str, str | bytes]]:
    yield "equal to the key", item(rest=mistake("number = 'a'") * 10)
    yield "without a value", item(rest=mistake("number = 'a/0'") * 10)
    yield (
        "hard to compare",
        item(
            answer="expression = 'sin(x)^4'",
            rest="".join(
                mistake(f"expression = '(3 - 4*cos(2*x) + cos(4*x))/8 + {n}*(sin(x)^2 + cos(x)^2 - 1)'")
                for n in range(20)
            ),
        ),
    )
    yield (
        "roots that nest",
        item(
            answer="number = 'sqrt(2) + sqrt(3)'",
            rest="".join(mistake(f"number = 'sqrt(5 + 2*sqrt(6)) + {n}/10^40'") for n in range(20)),
        ),
    )
    yield (
        "of another kind",
        item(rest=mistake("choice = 'x'") + mistake("vector = ['a', 'a']") + mistake("statement = true")),
    )
    yield "of no kind", item(rest=mistake("nothing = 1"))
    yield "of two kinds", item(rest=mistake("number = 'a'\nvector = ['a']"))
    yield "when of a bomb", item(rest=mistake("number = 'a + 1'\nwhen = 'sum(sum(i, i, 1, 900), j, 1, 900) > 0'"))
    yield "when of a number", item(rest=mistake("number = 'a + 1'\nwhen = 'a'"))
    yield "with a name of 50 kB", item(rest=mistake("number = 'a + 1'", name=f"'{'n' * 50_000}'"))
    yield "with the name of a path", item(rest=mistake("number = 'a + 1'", name="'../../etc/passwd'"))
    yield "with markup in its name", item(rest=mistake("number = 'a + 1'", name="'<b>\x85</b>'"))
    yield "says a bomb", item(rest=mistake("number = 'a + 1'", "'It is << 9^9^9^9 >>.'"))


def markup() -> Iterator[tuple[str, str | bytes]]:
    for name, words in {
        "script": "<script>alert(1)</script>", "image": '<img src=x onerror="alert(1)">', "entity": "&#x202e;&lt;b&gt;", "comment": "<!-- --><!--",
        "style": "</style><style>*{display:none}", "typst": '#read("/etc/passwd") #sys.version', "typst raw": "```#eval(\"1\")```", "typst end": '"); #eval("1")',
        "latex": "\\input{/etc/passwd}\\end{document}", "latex write": "\\write18{touch quizengine-canary}", "jinja": "{{ 7*7 }}{% for x in y %}", "jinja own": "<% include 'x' %><# x #>",
        "python": "{0.__class__}%s%(x)s", "percent": "%n%n%x" * 20, "csv": "=cmd|' /C calc'!A0", "shell": "$(touch quizengine-canary)`touch quizengine-canary`",
        "url": "javascript:alert(1)", "ansi": "[31m]0;title", "unicode": "\U0001f468\u20dd\u0335\u0336\u0337" * 20, "accents": "x" + "\u0301" * 3_000,
    }.items():  # fmt: skip
        quoted = "'''" + words.replace("$", "\\$") + "'''"
        slots = {"title": quoted, "prompt": quoted}
        yield f"{name} in title and prompt", item(**slots, rest=mistake("number = 'a + 1'", quoted))
        yield (
            f"{name} in options",
            item(answer=f"choice = {quoted}", rest=mistake("choice = 'other'", quoted) + mistake("choice = 'third'")),
        )


def lists() -> Iterator[tuple[str, Callable[[Path], None]]]:
    for name, content in {
        "skills with 5,000 digits": ("skills.toml", f"[a]\ntitle = {'9' * 5_000}\n"), "skills in a circle": ("skills.toml", "[a]\ntitle='A'\nparent='b'\n[b]\ntitle='B'\nparent='a'\n"),
        "a list as parent": ("skills.toml", "[a]\ntitle = 'A'\nparent = ['b']\n"), "skills as dotted keys": ("skills.toml", "a" + ".a" * 30_000 + " = 1"),
        "mistakes with 5,000 digits": ("mistakes.toml", f"[a]\nmeaning = {'9' * 5_000}\n"), "mistakes as a list": ("mistakes.toml", "[[a]]\nmeaning = 1\n"),
        "mistakes nested": ("mistakes.toml", f"a = {'[' * 9_000}{']' * 9_000}"), "mistakes with a turn": ("mistakes.toml", "[a]\nmeaning='m'\n[a.mistakes]\nb='\u202ex'\n"),
        "mistakes not UTF-8": ("mistakes.toml", "[a]\nmeaning = '\udcff'\n"),
    }.items():  # fmt: skip
        yield (
            name,
            lambda bank, content=content: (
                (bank / content[0]).write_bytes(content[1].encode("utf-8", "surrogateescape")) and None
            ),
        )


def paths() -> Iterator[tuple[str, Callable[[Path], None]]]:
    yield "a link to /dev/zero", lambda bank: (bank / "t" / "hostile.toml").symlink_to("/dev/zero")
    yield "a link to itself", lambda bank: (bank / "t" / "hostile.toml").symlink_to("hostile.toml")
    yield "a link to a password", lambda bank: (bank / "t" / "hostile.toml").symlink_to("/etc/passwd")
    yield "a topic that is a link", lambda bank: (bank / "u").symlink_to("t")
    yield "a bank inside itself", lambda bank: (bank / "u").symlink_to(".")
    yield "a pipe", lambda bank: os.mkfifo(bank / "t" / "hostile.toml")
    yield "a pipe for skills", lambda bank: os.mkfifo(bank / "skills.toml")
    yield "a folder called hostile.toml", lambda bank: (bank / "t" / "hostile.toml").mkdir()
    yield "a folder for mistakes", lambda bank: (bank / "mistakes.toml").mkdir()
    yield "a file that may not be read", lambda bank: text(item())(bank) or (bank / "t" / "hostile.toml").chmod(0)
    yield "a topic that may not be read", lambda bank: (bank / "u").mkdir(mode=0)
    yield "a name with a line end", lambda bank: (bank / "t" / "a\nb\x1b[31m.toml").write_text(item()) and None
    yield (
        "a name that is not UTF-8",
        lambda bank: Path(os.fsdecode(os.fsencode(bank) + b"/t/\xff\xfe.toml")).write_text(item()) and None,
    )
    yield "a name that turns", lambda bank: (bank / "t" / "a\u202eb.toml").write_text(item()) and None
    yield "a link that leads nowhere", lambda bank: (bank / "skills.toml").symlink_to("nowhere")


def about(content: str | bytes) -> Callable[[Path], None]:
    raw = content if isinstance(content, bytes) else content.encode()
    return lambda bank: (bank / "bank.toml").write_bytes(raw) and None


def elsewhere(path: str, content: str) -> Callable[[Path], None]:
    def write(bank: Path) -> None:
        (bank / path).parent.mkdir(exist_ok=True)
        (bank / path).write_text(content)

    return write


def sparse(path: str) -> Callable[[Path], None]:
    def write(bank: Path) -> None:
        with (bank / path).open("wb") as file:
            file.truncate(10**12)

    return write


def loop(bank: Path) -> None:
    (bank / "u").symlink_to("v")
    (bank / "v").symlink_to("u")


def banks() -> Iterator[tuple[str, Callable[[Path], None]]]:
    laughs = "f0 = 'x + a'\n" + "".join(f"f{n} = '(f{n - 1})*(f{n - 1})'\n" for n in range(1, 60))
    for name, content in {
        "a format of 5,000 digits": f"format = {'9' * 5_000}", "a format that is no number": "format = nan",
        "a title of 150 kB": f"format = 2\ntitle = '{'T' * 150_000}'", "a title of two lines": "format = 2\ntitle = '''A\nB'''",
        "a title that turns": "format = 2\ntitle = 'A\u202eB'", "a title that rings": 'format = 2\ntitle = "A\\u0007B"',
        "a name that leads out": "format = 2\nname = '../../etc'", "a name of 100 kB": f"format = 2\nname = '{'n' * 100_000}'",
        "a name that is a list": "format = 2\nname = ['a']", "a name with a colon": "format = 2\nname = 'a:b'", "our name": "format = 2\nname = 'quizengine'",
        "100,000 keys": "".join(f"k{n}=1\n" for n in range(100_000)), "20,000 keys": "".join(f"k{n}=1\n" for n in range(20_000)),
        "nested lists": f"format = {'[' * 9_000}{']' * 9_000}", "nested tables": f"format = {'{a=' * 9_000}1{'}' * 9_000}", "dots": "a" + ".a" * 30_000 + " = 1",
        "unknown keys": "format = 2\nrun = 'touch quizengine-canary'\n__class__ = 1\n", "bytes": b"format = 2\ntitle = '\xff'", "NUL": b"format = 2\0\n",
        "markup": "format = 2\ntitle = '<script>alert(1)</script> #read(\"/etc/passwd\") \\input{x} {{ 7*7 }}'",
    }.items():  # fmt: skip
        yield f"bank.toml with {name}", about(content)
    yield "bank.toml is a pipe", lambda bank: os.mkfifo(bank / "bank.toml")
    yield "bank.toml is a folder", lambda bank: (bank / "bank.toml").mkdir()
    yield "bank.toml is a link to /dev/zero", lambda bank: (bank / "bank.toml").symlink_to("/dev/zero")
    yield "bank.toml is a link that leads nowhere", lambda bank: (bank / "bank.toml").symlink_to("nowhere")
    yield "bank.toml of a terabyte", sparse("bank.toml")
    yield "an item of a terabyte", sparse("t/hostile.toml")
    yield "topics of a terabyte", sparse("topics.toml")
    yield "a topic called con", elsewhere("con/hostile.toml", item())
    yield "an item called nul", elsewhere("t/nul.toml", item())
    yield "a topic with a line end in its name", elsewhere("t\n\x1b[31m/hostile.toml", item())
    yield "a topic called --help", elsewhere("--help/hostile.toml", item())
    yield "links in a circle", loop
    yield "a link to the root", lambda bank: (bank / "u").symlink_to("/")
    yield "texts that double sixty times", elsewhere("t/hostile.toml", item(let=laughs, answer="expression = 'f59'"))
    yield "3,000 empty files", lambda bank: [(bank / "t" / f"x{n}.toml").touch() for n in range(3_000)] and None


_TEXTS = {
    "TOML": toml, "sizes": sizes, "unseen characters": unseen, "maths": maths, "formulas": formulas, "figures": figures, "values": values,
    "mistakes": mistakes, "markup": markup,
}  # fmt: skip

HOSTILE = tuple(
    [Hostile(family, name, text(content)) for family, cases in _TEXTS.items() for name, content in cases()]
    + [
        Hostile(family, name, write)
        for family, cases in {"lists": lists, "paths": paths, "banks": banks}.items()
        for name, write in cases()
    ]
)

if __name__ == "__main__":
    for number, hostile in enumerate(HOSTILE):
        folder = Path(sys.argv[1]) / f"{number:03}"
        (folder / "t").mkdir(parents=True)
        hostile.write(folder)
