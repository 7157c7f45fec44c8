"""From the command line and files to the values of parameters."""

from pathlib import Path

import pytest

from pp_lang.cli.read_inputs import read_inputs, verify_complete
from pp_lang.errors import InputError
from pp_lang.semantics import (
    BoolTy,
    CheckedProgram,
    FieldTy,
    FloatTy,
    IntTy,
    ListTy,
    LiteralTy,
    NoneTy,
    Options,
    Parameter,
    RecordTy,
    TextTy,
    Ty,
    TypedBlock,
    TypedLiteral,
    UnionTy,
)
from pp_lang.source import Span

NOWHERE = Span(0, 0)
REVIEW = RecordTy((FieldTy("text", TextTy()), FieldTy("stars", UnionTy((IntTy(), NoneTy())))))


def program(**parameters: Ty) -> CheckedProgram:
    nothing = TypedLiteral(None, NoneTy(), NOWHERE)
    return CheckedProgram(
        "main",
        tuple(Parameter(name, ty, None, NOWHERE) for name, ty in parameters.items()),
        NoneTy(),
        None,
        Options(),
        TypedBlock((), nothing, NoneTy(), NOWHERE),
        NOWHERE,
    )


def read(ty: Ty, text: str) -> object:
    return read_inputs(program(x=ty), [f"x={text}"], None)["x"]


@pytest.mark.parametrize(
    ("ty", "text", "value"),
    [
        (TextTy(), "3", "3"),
        (TextTy(), "a=b", "a=b"),
        (TextTy(), "@@home", "@home"),
        (IntTy(), "3", 3),
        (FloatTy(), "2.5", 2.5),
        (BoolTy(), "Yes", True),
        (LiteralTy("a"), "a", "a"),
        (UnionTy((LiteralTy("a"), LiteralTy(2))), "2", 2),
        (UnionTy((IntTy(), NoneTy())), "none", None),
        (UnionTy((IntTy(), NoneTy())), "7", 7),
        (UnionTy((TextTy(), NoneTy())), "7", "7"),
        (ListTy(IntTy()), "[1, 2]", [1, 2]),
        (REVIEW, '{"text": "x"}', {"text": "x"}),
    ],
)
def test_text_becomes_the_value_that_the_type_wants(ty: Ty, text: str, value: object) -> None:
    assert read(ty, text) == value


@pytest.mark.parametrize(
    ("ty", "text", "message"),
    [
        (IntTy(), "three", "x: expected a whole number, found `three`"),
        (FloatTy(), "", "x: expected a number, found ``"),
        (BoolTy(), "perhaps", "x: expected true or false, found `perhaps`"),
        (UnionTy((LiteralTy("a"), LiteralTy("b"))), "c", 'x: expected one of "a", "b", found `c`'),
        (ListTy(TextTy()), "one, two", r"x: expected list\[text\] as JSON, found `one, two`"),
    ],
)
def test_text_that_the_type_does_not_hold_is_refused(ty: Ty, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(ty, text)


def test_a_text_input_is_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "policy.json"
    path.write_text('{"kept": "as it is"}\n')
    assert read(TextTy(), f"@{path}") == '{"kept": "as it is"}\n'


def test_a_scalar_input_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "n.txt"
    path.write_text("12\n")
    assert read(IntTy(), f"@{path}") == 12


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "one\n\ntwo\n"),
        ("a.json", '["one", "two"]'),
        ("a.jsonl", '"one"\n"two"\n'),
        ("a.csv", "text\none\ntwo\n"),
        ("a.yaml", "- one\n- two\n"),
    ],
)
def test_a_list_of_text_is_read_from_every_kind_of_file(
    tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert read(ListTy(TextTy()), f"@{path}") == ["one", "two"]


def test_a_list_of_records_takes_its_fields_from_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text,stars\n1,good,5\n2,bad,\n")
    assert read(ListTy(REVIEW), f"@{path}") == [
        {"text": "good", "stars": 5},
        {"text": "bad", "stars": None},
    ]


def test_an_optional_field_needs_no_column(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text\ngood\n")
    assert read(ListTy(REVIEW), f"@{path}") == [{"text": "good"}]


def test_a_column_of_a_wider_table_is_named_after_a_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1,one\n2,two\n")
    assert read(ListTy(TextTy()), f"@{path}#text") == ["one", "two"]
    with pytest.raises(InputError, match="this file has 2: `id`, `text`") as caught:
        read(ListTy(TextTy()), f"@{path}")
    assert caught.value.hint == f"Name the column: @{path}#id"


def test_a_missing_column_offers_the_nearest(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("texts,stars\ngood,5\n")
    with pytest.raises(InputError, match="there is no column `text`") as caught:
        read(ListTy(REVIEW), f"@{path}")
    assert caught.value.hint == "Did you mean `texts`?"


def test_a_bad_cell_is_named_by_row_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('text,stars\n"two\nlines",5\nbad,five\n')
    with pytest.raises(
        InputError, match=r"row 2 \(line 4\), `stars`: expected a whole number, found `five`"
    ):
        read(ListTy(REVIEW), f"@{path}")


def test_a_file_of_an_unknown_kind_gets_the_list_of_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("x")
    with pytest.raises(InputError, match=r"a list is not read from .xlsx files"):
        read(ListTy(TextTy()), f"@{path}")


@pytest.mark.parametrize(
    ("name", "content"), [("i.json", '{"a": 1, "b": 2}'), ("i.yml", "a: 1\nb: 2")]
)
def test_one_file_gives_all_inputs_and_single_ones_win(
    tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.write_text(content)
    given = read_inputs(program(a=IntTy(), b=IntTy()), ["b=3"], path)
    assert given == {"a": 1, "b": 3}


def test_an_unknown_input_offers_the_nearest() -> None:
    with pytest.raises(InputError, match="no input called `review`") as caught:
        read_inputs(program(reviews=TextTy()), ["review=x"], None)
    assert caught.value.hint == "Did you mean `reviews`?"


def test_a_doubled_and_a_nameless_input_are_refused() -> None:
    with pytest.raises(InputError, match="`x` is given twice"):
        read_inputs(program(x=TextTy()), ["x=1", "x=2"], None)
    with pytest.raises(InputError, match="expected NAME=VALUE"):
        read_inputs(program(x=TextTy()), ["policy.txt"], None)


def test_all_missing_inputs_are_named_at_once() -> None:
    wanted = program(policy=TextTy(), reviews=ListTy(TextTy()))
    with pytest.raises(
        InputError, match=r"2 inputs are missing.*`policy` \(text\), `reviews`"
    ) as caught:
        verify_complete(wanted, {})
    assert caught.value.hint == "Give --input policy=VALUE --input reviews=@FILE"
