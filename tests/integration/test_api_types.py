"""What type checkers see of the API: `mypy` proves these while it checks the tests."""

from typing import Any, assert_type

from pydantic import BaseModel

import pp_lang

SOURCE = '''
template shout(word: text) -> text { max_tokens: 4 } """{{ word }}"""
program main(word: text) { return { word, loud: shout(word) } }
'''


class Shout(BaseModel):
    word: str
    loud: str


def test_a_program_with_an_output_type_returns_it() -> None:
    program = pp_lang.compile(SOURCE, output=Shout)
    assert_type(program, pp_lang.Program[Shout])
    result = assert_type(program.run(word="tea", model="fake"), Shout)
    assert result.word == "tea"


def test_a_program_without_one_returns_whatever_it_says() -> None:
    program = assert_type(pp_lang.compile(SOURCE), pp_lang.Program[Any])
    assert program.run(word="tea", model="fake").word == "tea"


def test_events_are_told_apart_by_their_class() -> None:
    for event in pp_lang.compile(SOURCE).stream(word="tea", model="fake"):
        match event:
            case pp_lang.TextDelta():
                assert_type(event.text, str)
            case pp_lang.RunFinished():
                assert_type(event.statistics.shared_tokens, int)
