"""`--input` and `--inputs` -> the values of a program's parameters, before they are validated."""

from collections.abc import Sequence
from pathlib import Path

from pp_lang.cli.coerce import coerce, has_text, is_optional
from pp_lang.cli.read_files import (
    Table,
    read_json,
    read_json_lines,
    read_lines,
    read_table,
    read_text,
    read_yaml,
)
from pp_lang.diagnostics import did_you_mean
from pp_lang.errors import InputError
from pp_lang.semantics import (
    CheckedProgram,
    ListTy,
    Parameter,
    RecordTy,
    Ty,
    closed_options,
    plain,
    without_none,
)


def read_inputs(
    program: CheckedProgram, given: Sequence[str], file: Path | None
) -> dict[str, object]:
    """Return the inputs that the command line gives to `program`.

    `--input` wins over the file of `--inputs`. Raises `InputError` for a name that is no parameter,
    a name given twice and whatever cannot be read.
    """
    parameters = {parameter.name: parameter for parameter in program.parameters}
    values = _read_all(file) if file is not None else {}
    for name in values:
        _find_parameter(name, parameters, program.name)
    seen: set[str] = set()
    for argument in given:
        name, text = _split(argument)
        if name in seen:
            raise InputError(f"The input `{name}` is given twice")
        seen.add(name)
        values[name] = _read_one(_find_parameter(name, parameters, program.name), text)
    return values


def verify_complete(program: CheckedProgram, values: dict[str, object]) -> None:
    """Raise `InputError` where an input without a default is missing, naming all of them."""
    missing = [p for p in program.parameters if p.default is None and p.name not in values]
    if missing:
        listed = ", ".join(f"`{p.name}` ({plain(p.ty)})" for p in missing)
        are = "inputs are" if len(missing) > 1 else "input is"
        raise InputError(
            f"{len(missing)} {are} missing for the program `{program.name}`: {listed}",
            hint="Give " + " ".join(_usage(parameter) for parameter in missing),
        )


def _usage(parameter: Parameter) -> str:
    is_list = isinstance(plain(without_none(parameter.ty)), ListTy)
    return f"--input {parameter.name}={'@FILE' if is_list else 'VALUE'}"


def _read_all(file: Path) -> dict[str, object]:
    if file.is_dir():
        raise InputError(f"{file}: this is a folder, not a file")
    match file.suffix.lower():
        case ".json":
            values = read_json(file)
        case ".yaml" | ".yml":
            values = read_yaml(file)
        case _:
            raise InputError(
                f"{file}: `--inputs` reads .json, .yaml and .yml",
                hint="For other files give one input: --input NAME=@FILE",
            )
    if not isinstance(values, dict):
        raise InputError(f"{file}: expected an object with a value for each input")
    return {str(name): value for name, value in values.items()}


def _split(argument: str) -> tuple[str, str]:
    name, equals, text = argument.partition("=")
    if not equals or not name.strip():
        raise InputError(
            f"`--input {argument}`: expected NAME=VALUE or NAME=@FILE",
            hint="A value that starts with @ is written with two: NAME=@@VALUE",
        )
    return name.strip(), text


def _find_parameter(name: str, parameters: dict[str, Parameter], program: str) -> Parameter:
    if name in parameters:
        return parameters[name]
    known = ", ".join(f"`{other}`" for other in parameters)
    raise InputError(
        f"The program `{program}` has no input called `{name}`",
        hint=did_you_mean(name, parameters) or (f"It has {known}." if known else "It has none."),
    )


def _read_one(parameter: Parameter, text: str) -> object:
    if text.startswith("@@"):
        return coerce(text[1:], parameter.ty, parameter.name)
    if not text.startswith("@"):
        return coerce(text, parameter.ty, parameter.name)
    if text == "@":
        raise InputError(f"{parameter.name}: no file is named after the `@`")
    path, column = _split_column(text[1:])
    wanted = plain(without_none(parameter.ty))
    if has_text(wanted) or closed_options(wanted) is not None:
        content = read_text(path)
        return content if has_text(wanted) else coerce(content.strip(), wanted, str(path))
    if isinstance(wanted, ListTy):
        return _read_list(path, wanted.element, column)
    return _read_value(path, wanted)


def _split_column(text: str) -> tuple[Path, str | None]:
    path = Path(text).expanduser()
    if "#" in text and not path.exists():
        file, _, column = text.rpartition("#")
        return Path(file).expanduser(), column
    return path, None


def _read_value(path: Path, wanted: Ty) -> object:
    match path.suffix.lower():
        case ".json":
            return read_json(path)
        case ".yaml" | ".yml":
            return read_yaml(path)
        case _:
            return coerce(read_text(path).strip(), wanted, str(path))


def _read_list(path: Path, element: Ty, column: str | None) -> object:
    match path.suffix.lower():
        case ".json":
            return read_json(path)
        case ".jsonl" | ".ndjson":
            return read_json_lines(path)
        case ".yaml" | ".yml":
            return read_yaml(path)
        case ".csv" | ".tsv":
            return _from_table(read_table(path), plain(element), column)
        case ".txt" | ".md" | ".text" | "":
            lines = enumerate(read_lines(path), 1)
            return [coerce(line, element, f"{path}, item {number}") for number, line in lines]
        case other:
            raise InputError(
                f"{path}: a list is not read from {other} files",
                hint="It is read from .json, .jsonl, .csv, .tsv, .yaml, or a .txt file of lines.",
            )


def _from_table(table: Table, element: Ty, column: str | None) -> list[object]:
    if isinstance(element, RecordTy):
        return _records(table, element)
    return _column(table, element, column)


def _records(table: Table, record: RecordTy) -> list[object]:
    """Return a record for each row.

    Columns that the record does not have are left out; an optional field without a column is none.
    """
    places = [
        (field, _place(table, field.name))
        for field in record.fields
        if field.name in table.header or not is_optional(field.ty)
    ]
    return [
        {
            field.name: coerce(row[place], field.ty, _cell(table, index, field.name))
            for field, place in places
        }
        for index, row in enumerate(table.rows)
    ]


def _column(table: Table, element: Ty, column: str | None) -> list[object]:
    if column is None and len(table.header) > 1:
        raise InputError(
            f"{table.path}: a list of {element} is one column, and this file has "
            f"{len(table.header)}: {', '.join(f'`{name}`' for name in table.header)}",
            hint=f"Name the column: @{table.path}#{table.header[0]}",
        )
    name = column if column is not None else table.header[0]
    place = _place(table, name)
    return [
        coerce(row[place], element, _cell(table, index, name))
        for index, row in enumerate(table.rows)
    ]


def _place(table: Table, name: str) -> int:
    if name in table.header:
        return table.header.index(name)
    known = ", ".join(f"`{other}`" for other in table.header)
    raise InputError(
        f"{table.path}: there is no column `{name}`",
        hint=did_you_mean(name, table.header) or f"It has {known}.",
    )


def _cell(table: Table, index: int, name: str) -> str:
    return f"{table.path}, row {index + 1} (line {table.lines[index]}), `{name}`"
