"""Files of inputs: what is read, and how each mistake is told."""

from pathlib import Path

import pytest

from pp_lang.cli.read_files import (
    read_json,
    read_json_lines,
    read_lines,
    read_table,
    read_text,
    read_yaml,
)
from pp_lang.errors import InputError


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    assert read_text(write(tmp_path, "a.txt", b"\xef\xbb\xbfhello")) == "hello"


def test_line_ends_of_every_platform_give_the_same_text(tmp_path: Path) -> None:
    assert read_text(write(tmp_path, "a.txt", "one\r\ntwo\n")) == "one\ntwo\n"


def test_lines_are_stripped_and_empty_ones_left_out(tmp_path: Path) -> None:
    assert read_lines(write(tmp_path, "a.txt", "one \n\n\t two\n")) == ["one", "two"]


def test_bytes_that_are_not_utf8_are_named_by_their_place(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"caf\xe9")
    with pytest.raises(InputError, match=r"a.txt: not UTF-8 at byte 3"):
        read_text(path)


def test_utf16_is_recognised(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "hello".encode("utf-16"))
    with pytest.raises(InputError, match="it looks like UTF-16"):
        read_text(path)


def test_a_missing_file_offers_its_neighbour(tmp_path: Path) -> None:
    write(tmp_path, "reviews.csv", "x")
    with pytest.raises(InputError, match="there is no such file") as caught:
        read_text(tmp_path / "review.csv")
    assert caught.value.hint == "Did you mean `reviews.csv`?"


def test_a_missing_folder_is_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        read_text(tmp_path / "no" / "such.txt")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is a folder"):
        read_text(tmp_path)


def test_a_null_character_in_a_name_is_an_input_error() -> None:
    with pytest.raises(InputError, match=r"cannot be read|no such file"):
        read_text(Path("a\0b.txt"))


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(InputError, match=r"314,572,800 bytes are more than"):
        read_text(path)


def test_bad_json_names_line_and_column(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json", "[\n  1,\n  oops\n]")
    with pytest.raises(InputError, match=r"a.json: bad JSON, line 3, column 3"):
        read_json(path)


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", "[" * 100_000, "1" * 5000])
def test_values_outside_json_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match="bad JSON"):
        read_json(write(tmp_path, "a.json", text))


def test_json_lines_split_at_newlines_only(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '"one\u2028line"\n\n"two"\n')
    assert read_json_lines(path) == ["one\u2028line", "two"]


def test_bad_json_lines_name_their_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a.jsonl: bad JSON, line 3"):
        read_json_lines(write(tmp_path, "a.jsonl", "1\n2\n{\n4\n"))


def test_a_table_keeps_quoted_commas_and_line_ends(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, "a.csv", 'id,text\n1,"a, b\nc"\n2,d\n'))
    assert table.header == ("id", "text")
    assert table.rows == (("1", "a, b\nc"), ("2", "d"))


def test_a_row_of_another_width_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "a,b,c\n1,2,3\n1,2,3,4\n")
    with pytest.raises(InputError, match=r"row 2 \(line 3\) has 4 fields where the header has 3"):
        read_table(path)


def test_an_open_quote_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="bad CSV, line 3"):
        read_table(write(tmp_path, "a.csv", 'a\n1\n"open'))


def test_an_empty_table_and_a_doubled_column_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the file is empty"):
        read_table(write(tmp_path, "a.csv", ""))
    with pytest.raises(InputError, match="two columns are called `a`"):
        read_table(write(tmp_path, "b.csv", "a,a\n1,2\n"))


def test_tabs_part_the_columns_of_a_tsv(tmp_path: Path) -> None:
    assert read_table(write(tmp_path, "a.tsv", "a\tb\n1\t2,3\n")).rows == (("1", "2,3"),)


def test_a_long_cell_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "text\n" + "x" * 300_000 + "\n")
    assert len(read_table(path).rows[0][0]) == 300_000


def test_yaml_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", "day: '2024-01-02'\nitems:\n  - one\n")
    assert read_yaml(path) == {"day": "2024-01-02", "items": ["one"]}


def test_bad_yaml_names_line_and_column(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a.yaml: bad YAML, line 3, column 1"):
        read_yaml(write(tmp_path, "a.yaml", "a: 1\nb: [1, 2\n"))


def test_yaml_that_could_grow_or_run_code_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="are not read"):
        read_yaml(write(tmp_path, "a.yaml", "a: &x [1]\nb: [*x, *x]\n"))
    with pytest.raises(InputError, match="bad YAML"):
        read_yaml(write(tmp_path, "b.yaml", "!!python/object/apply:os.getcwd []\n"))


@pytest.mark.parametrize("text", ["a: 1\nb: 2\na: 3\n", "x:\n  - {a: 1, a: 2}\n"])
def test_a_key_that_yaml_has_twice_is_told_with_its_place(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match=r"bad YAML, line \d, column \d+: `a` is there twice"):
        read_yaml(write(tmp_path, "a.yaml", text))


def test_a_name_that_an_object_has_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="`a` is there twice in one object"):
        read_json(write(tmp_path, "a.json", '{"a": 1, "b": {}, "a": 2}'))


def test_a_number_without_end_is_refused_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a number has too many digits"):
        read_json(write(tmp_path, "a.json", "9" * 5000))
