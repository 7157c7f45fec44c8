"""A turn that is continued ends the prompt exactly as it stands."""

import pytest
from hypothesis import given, strategies

from pp_lang.engine import Cut, FakeBackend, Piece, Prompt, Turn
from pp_lang.engine.fake_vocabulary import CHAT_TEMPLATE
from pp_lang.engine.prompt_tokens import PromptTokenizer, PromptTokens
from tests.support.chat_templates import CHATML, START_OF_TURN

TEMPLATES = {
    "gemma": START_OF_TURN,
    "smollm": CHATML,
    "fake": CHAT_TEMPLATE,
    "none": None,
}
HEADS = {
    "gemma": "<start_of_turn>model\n",
    "smollm": "<|im_start|>assistant\n",
    "fake": "<|assistant|>\n",
    "none": "\n\n",
}
TEXTS = (
    "The answer is",
    "ends in spaces   ",
    "  begins in them",
    "a line\n",
    "\n\n",
    " ",
    "\t x \t",
)

ASKED = Turn("user", (Piece("Why?", is_trusted=True),))
GUIDED = Turn("system", (Piece("Be kind.", is_trusted=True),))


def _begun(*parts: Piece | Cut) -> Prompt:
    return Prompt((GUIDED, ASKED, Turn("assistant", parts)))


def _data(text: str) -> Piece:
    return Piece(text, is_trusted=False)


def _read(name: str, prompt: Prompt) -> tuple[PromptTokens, str]:
    backend = FakeBackend()
    backend.chat_template = TEMPLATES[name]
    read = PromptTokenizer(backend).read(prompt)
    tokens = [token for segment in (*read.shared, read.own) for token in segment]
    return read, backend.vocabulary.text_of(tokens)


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("text", TEXTS)
def test_data_that_ends_a_begun_turn_ends_the_prompt(name: str, text: str) -> None:
    read, written = _read(name, _begun(_data(text)))
    assert written.endswith(HEADS[name] + text)
    assert read.pending_spaces == 0


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_cut_behind_the_data_changes_nothing(name: str) -> None:
    _, expected = _read(name, _begun(_data("so far  ")))
    read, written = _read(name, _begun(_data("so far  "), Cut()))
    assert written == expected
    assert read.pending_spaces == 0


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_authors_last_spaces_belong_to_the_answer(name: str) -> None:
    for parts in (
        (Piece("Answer: ", is_trusted=True),),
        (_data("Answer:"), Piece(" ", is_trusted=True)),
        (Piece("Answer: ", is_trusted=True), _data("")),
    ):
        read, written = _read(name, _begun(*parts))
        assert written.endswith(HEADS[name] + "Answer:")
        assert read.pending_spaces == 1


def test_data_at_the_end_of_a_users_turn_is_no_begun_answer() -> None:
    prompt = Prompt((Turn("user", (_data("Once upon a "),)),))
    read, written = _read("none", prompt)
    assert (written, read.pending_spaces) == ("Once upon a", 1)


@given(text=strategies.text(min_size=1, max_size=30), name=strategies.sampled_from([*TEMPLATES]))
def test_any_data_is_continued_exactly(text: str, name: str) -> None:
    backend = FakeBackend()
    backend.chat_template = TEMPLATES[name]
    read = PromptTokenizer(backend).read(_begun(_data(text)))
    tokens = [token for segment in (*read.shared, read.own) for token in segment]
    said = b"".join(backend.vocabulary.names[token] for token in tokens)
    assert said.endswith(text.encode("utf-8", "surrogatepass"))
