from hypothesis import given, strategies

from pp_lang.engine.text_decoder import TextDecoder


def test_a_character_waits_until_all_its_bytes_are_there() -> None:
    decoder = TextDecoder()
    emoji = "🙂".encode()
    assert [decoder.feed(emoji[i : i + 1]) for i in range(4)] == ["", "", "", "🙂"]


def test_broken_bytes_at_the_end_become_replacement_characters() -> None:
    decoder = TextDecoder()
    assert decoder.feed(b"ok\xf0\x9f") == "ok"
    assert decoder.finish() == "�"
    assert decoder.text == "ok�"


def test_a_stop_string_is_found_across_tokens_and_left_out() -> None:
    decoder = TextDecoder(("\n\n",))
    assert decoder.feed(b"one\n") == "one"
    assert decoder.feed(b"\ntwo") == ""
    assert decoder.is_stopped
    assert decoder.text == "one"


def test_text_that_only_began_like_a_stop_string_is_given_out_later() -> None:
    decoder = TextDecoder(("END",))
    assert decoder.feed(b"xE") == "x"
    assert decoder.feed(b"N") == ""
    assert decoder.feed(b"!") == "EN!"


def test_the_stop_string_that_ends_first_wins() -> None:
    decoder = TextDecoder(("zz", "b"))
    decoder.feed(b"abzz")
    assert decoder.text == "a"
    decoder = TextDecoder(("a", "baa"))
    decoder.feed(b"baa")
    assert decoder.text == "b"


def test_nothing_is_taken_after_a_stop_string() -> None:
    decoder = TextDecoder(("x",))
    decoder.feed(b"ax")
    assert decoder.feed(b"more") == ""
    assert decoder.finish() == ""
    assert decoder.text == "a"


def test_spaces_that_the_prompt_already_has_are_dropped_once() -> None:
    decoder = TextDecoder(skip_spaces=1)
    assert decoder.feed(b" yes no") == "yes no"
    decoder = TextDecoder(skip_spaces=1)
    assert decoder.feed(b"yes") + decoder.feed(b" no") == "yes no"


@given(
    text=strategies.text("ab🙂é", max_size=20),
    stop=strategies.lists(strategies.text("ab🙂", min_size=1, max_size=3), max_size=2),
    sizes=strategies.lists(strategies.integers(1, 3), min_size=1),
)
def test_deltas_add_up_to_the_text_before_the_first_stop_string(
    text: str, stop: list[str], sizes: list[int]
) -> None:
    decoder = TextDecoder(tuple(stop))
    data, deltas, turn = text.encode(), [], 0
    while data and not decoder.is_stopped:
        size = sizes[turn % len(sizes)]
        deltas.append(decoder.feed(data[:size]))
        data, turn = data[size:], turn + 1
    deltas.append(decoder.finish())
    found = [(at + len(one), at) for one in stop if (at := text.find(one)) >= 0]
    assert "".join(deltas) == decoder.text
    assert decoder.text == (text[: min(found)[1]] if found else text)
