import pytest

from pp_lang.syntax.grammar import load_parser, reserved_words


def kinds_of(text: str) -> list[tuple[str, str]]:
    """Return the tokens that the parser is fed with, with their kinds."""
    interactive = load_parser().parse_interactive(text)
    return [(token.type, str(token)) for token in interactive.iter_parse()]


@pytest.mark.parametrize("word", ["by", "soft", "until", "match_", "ifs", "é", "_"])
def test_a_word_that_may_be_a_name_is_one_where_a_name_stands(word: str) -> None:
    assert ("NAME", word) in kinds_of(f"program main() {{ {word} = 1 return {word} }}")


def test_reserved_words_are_never_names() -> None:
    assert reserved_words() >= {"match", "repeat", "map", "return", "none"}
    tokens = kinds_of("type T = none")
    assert tokens[-1] == ("NONE", "none")


def test_signs_are_as_long_as_they_can_be() -> None:
    tokens = kinds_of("program main(f: (int(0..1)) -> int = x => x // 1 <= 2) { return f }")
    signs = [text for _, text in tokens if not text[0].isalnum()]
    assert [sign for sign in signs if len(sign) > 1] == ["..", "->", "=>", "//", "<="]


def test_up_to_is_one_word_with_any_space_in_it_and_two_names_elsewhere() -> None:
    assert ("UP_TO", "up \n to") in kinds_of("program p() { return repeat b = 1 up \n to 2: b }")
    assert ("NAME", "up") in kinds_of("program p() { up = 1 to = up return to }")


def test_a_role_is_a_name_outside_its_tag() -> None:
    tokens = kinds_of('context c(user: text) """{% user %}{{ user }}"""')
    assert [kind for kind, text in tokens if text == "user"] == ["NAME", "ROLE", "NAME"]


def test_a_body_is_text_but_for_its_tags_holes_and_comments() -> None:
    tokens = kinds_of('context c() """a "b" {c} # {# d #}{{ e }}"""')
    assert [text for kind, text in tokens if kind in ("TEXT", "BODY_COMMENT")] == [
        'a "b" {c} # ',
        "{# d #}",
    ]
