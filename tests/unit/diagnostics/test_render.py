from pp_lang.diagnostics import Diagnostic, Label, Severity, render_text, replace_fix, to_json
from pp_lang.source import SourceFile, Span


def draw(text: str, start: int, end: int, *related: Label) -> list[str]:
    label = Label(Span(start, end), "here")
    return render_text(
        Diagnostic("some-code", "Title", label, None, related), SourceFile("f.pp", text)
    ).splitlines()


def test_a_diagnostic_is_drawn_with_its_line_and_carets() -> None:
    assert draw("one\ntwo three\n", 8, 13) == [
        "error[some-code]: Title",
        " --> f.pp:2:5",
        "  |",
        "2 | two three",
        "  |     ^^^^^ here",
    ]


def test_tabs_before_the_mark_widen_it() -> None:
    assert draw("\tab\n", 1, 3)[-2:] == ["1 |     ab", "  |     ^^ here"]


def test_wide_characters_take_two_columns_and_combining_ones_none() -> None:
    assert draw("日本x", 2, 3)[-1] == "  |     ^ here"
    assert draw("日本x", 0, 2)[-1] == "  | ^^^^ here"
    assert draw("e\u0301x", 2, 3)[-1] == "  |  ^ here"


def test_a_span_over_lines_is_marked_to_the_end_of_its_first_line() -> None:
    assert draw("ab(c\nd)\n", 2, 7)[-2:] == ["1 | ab(c", "  |   ^^ here"]


def test_a_mark_at_the_end_of_the_file_has_a_caret() -> None:
    assert draw("ab", 2, 2)[-2:] == ["1 | ab", "  |   ^ here"]
    assert draw("ab\n", 3, 3)[-2:] == ["2 |", "  | ^ here"]
    assert draw("", 0, 0)[-1] == "  | ^ here"


def test_carriage_returns_are_not_shown() -> None:
    assert draw("ab\r\ncd\r\n", 4, 6)[-2:] == ["2 | cd", "  | ^^ here"]


def test_control_characters_are_shown_as_marks() -> None:
    assert draw("a\x1b[31mb", 0, 1)[-2] == "1 | a\ufffd[31mb"


def test_line_numbers_of_all_labels_are_aligned() -> None:
    lines = draw("x\n" * 12, 22, 23, Label(Span(0, 1), "first"))
    assert lines[1:] == [
        "  --> f.pp:12:1",
        "   |",
        "12 | x",
        "   | ^ here",
        " 1 | x",
        "   | - first",
    ]


def test_a_long_line_is_cut_around_the_mark() -> None:
    lines = draw("a" * 300 + "bcd" + "e" * 300, 300, 303)
    assert len(lines[-2]) < 130
    shown = lines[-2].removeprefix("1 | ")
    column = lines[-1].removeprefix("  | ").index("^")
    assert shown[column : column + 3] == "bcd"
    assert shown.startswith("…")
    assert shown.endswith("…")


def test_help_stands_below_after_a_blank_line() -> None:
    one = Diagnostic("c", "T", Label(Span(0, 1), ""), "Do it.", severity=Severity.WARNING)
    text = render_text(one, SourceFile("f.pp", "x"))
    assert text.startswith("warning[c]: T\n")
    assert text.endswith("\n\nhelp: Do it.")


def test_json_has_the_same_facts() -> None:
    one = Diagnostic("c", "T", Label(Span(2, 4), "here"), None, (Label(Span(0, 1), "there"),))
    assert to_json(one, SourceFile("f.pp", "a\nbc\n")) == {
        "file": "f.pp",
        "severity": "error",
        "code": "c",
        "title": "T",
        "label": "here",
        "range": {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 3}},
        "help": None,
        "related": [
            {
                "label": "there",
                "range": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 2}},
            }
        ],
        "fixes": [],
    }


def test_json_has_the_fixes_with_the_places_of_their_edits() -> None:
    label = Label(Span(2, 4), "here")
    one = Diagnostic("c", "T", label, fixes=replace_fix(Span(2, 4), "text", is_safe=False))
    assert to_json(one, SourceFile("f.pp", "a\nbc\n"))["fixes"] == [
        {
            "title": "Write `text`",
            "safe": False,
            "edits": [
                {
                    "range": {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 3}},
                    "text": "text",
                }
            ],
        }
    ]


def test_a_diagnostic_of_another_file_is_shown_in_that_file() -> None:
    other = SourceFile("other.pp", "abc\n")
    one = Diagnostic("c", "T", Label(Span(0, 3), "here"), source=other)
    assert "--> other.pp:1:1" in render_text(one, SourceFile("f.pp", "xyz\n"))
    assert to_json(one, SourceFile("f.pp", "xyz\n"))["file"] == "other.pp"
