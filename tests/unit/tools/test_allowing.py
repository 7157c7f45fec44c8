"""The comment that allows a warning: checking is silent after it, wherever the warning is."""

import pytest

from pp_lang.tools import allow_warning, apply_edits, check

UNUSED = "program main(a: int) {\n  spare = 1\n  return a\n}\n"
TWICE = """program main(a: int) {
  # pp: allow unused-declaration
  spare = 1
  return a
}
"""
IN_A_PROMPT = '''# Judges.
template judge(line: text) -> { good: bool, why: text } """
  Judge this: {{ line }}
"""

program main(line: text) {
  return judge(line)
}
'''


def allowed(text: str) -> str:
    checked = check(text)
    (warning,) = checked.diagnostics
    edit = allow_warning(checked.tree, warning)
    assert edit is not None
    return apply_edits(text, (edit,))


@pytest.mark.parametrize(
    "text", [UNUSED, TWICE, IN_A_PROMPT, UNUSED.replace("\n", "\r\n"), UNUSED.replace("\n", " ")]
)
def test_an_allowed_warning_is_not_said(text: str) -> None:
    assert check(allowed(text)).diagnostics == ()


def test_the_comment_stands_above_the_warning() -> None:
    assert "{\n  # pp: allow unused-value\n  spare = 1" in allowed(UNUSED)


def test_a_comment_that_is_there_gets_one_code_more() -> None:
    assert "# pp: allow unused-declaration, unused-value\n  spare" in allowed(TWICE)


def test_a_warning_in_a_prompt_is_allowed_above_its_declaration() -> None:
    assert "# Judges.\n# pp: allow format-not-shown\ntemplate judge" in allowed(IN_A_PROMPT)


def test_an_error_cannot_be_allowed() -> None:
    checked = check("program main() { return nothing }")
    (error,) = checked.diagnostics
    assert allow_warning(checked.tree, error) is None
