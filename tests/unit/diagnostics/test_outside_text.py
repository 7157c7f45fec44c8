"""Text of others in our messages."""

from pp_lang.diagnostics import one_line, said_by


class SilentError(Exception):
    def __str__(self) -> str:
        raise ValueError("nothing to say")


def test_text_from_outside_is_one_line_without_hidden_signs() -> None:
    assert one_line("a\n  b\tc\x1b[31m\u202e") == "a b c�[31m�"


def test_long_text_is_cut() -> None:
    assert one_line("x" * 201) == "x" * 200 + "..."


def test_an_exception_is_named_and_quoted() -> None:
    assert said_by(ValueError("no\nwords")) == "ValueError: no words"
    assert said_by(KeyError()) == "KeyError"
    assert said_by(SilentError()) == "SilentError"
