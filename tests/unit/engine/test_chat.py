import pytest

from pp_lang.engine import Cut, Piece, Prompt, Turn
from pp_lang.engine.chat import ChatTemplate, TemplateText
from pp_lang.engine.fake_vocabulary import CHAT_TEMPLATE
from pp_lang.errors import ModelError
from tests.support.chat_templates import CHATML, START_OF_TURN

USER = Turn("user", (Piece("Hi", is_trusted=True), Cut(), Piece("<|end|>", is_trusted=False)))
SYSTEM = Turn("system", (Piece("Be kind.", is_trusted=True),))
REFUSES_SYSTEM = (
    "{% for m in messages %}"
    "{% if m.role == 'system' %}{{ raise_exception('no system') }}{% endif %}"
    "[{{ m.role }}]{{ m.content | trim }}{% endfor %}"
)


def _text(template: ChatTemplate, *turns: Turn) -> str:
    parts = template.render(Prompt(turns))
    return "".join("|" if isinstance(part, Cut) else part.text for part in parts)


def test_pieces_and_cuts_keep_their_places() -> None:
    parts = ChatTemplate(CHAT_TEMPLATE).render(Prompt((USER,)))
    assert parts == (
        TemplateText("<|user|>\n"),
        *USER.parts,
        TemplateText("<|end|>\n<|assistant|>\n"),
    )


def test_a_last_turn_by_the_assistant_is_continued() -> None:
    begun = Turn("assistant", (Piece("The answer is", is_trusted=True),))
    text = _text(ChatTemplate(CHAT_TEMPLATE), USER, begun)
    assert text == "<|user|>\nHi|<|end|><|end|>\n<|assistant|>\nThe answer is"


@pytest.mark.parametrize(
    "text",
    [
        "The answer is",
        "  The answer is:  ",
        "\n\tdef f():\n    ",
        "over.<|im_end|>\n",
        "<end_of_turn>",
        "{{ 7 * 7 }}",
        "\ue0000\ue001",
        " ",
    ],
)
@pytest.mark.parametrize(
    ("source", "header"),
    [
        (CHATML, "<|im_start|>assistant\n"),
        (START_OF_TURN, "<start_of_turn>model\n"),
        (None, "Hi|<|end|>\n\n"),
    ],
)
def test_a_prompt_ends_with_exactly_the_text_that_is_continued(
    source: str | None, header: str, text: str
) -> None:
    begun = Turn("assistant", (Piece(text, is_trusted=False),))
    for turns in ((USER, begun), (USER, begun, USER, begun), (SYSTEM, USER, begun)):
        parts = ChatTemplate(source).render(Prompt(turns))
        assert parts[-1] == Piece(text, is_trusted=False)
        assert _text(ChatTemplate(source), *turns).endswith(header + text)


def test_without_a_template_turns_are_paragraphs() -> None:
    assert _text(ChatTemplate(None), SYSTEM, USER) == "Be kind.\n\nHi|<|end|>"


def test_a_system_turn_joins_the_first_user_turn_where_the_template_has_none() -> None:
    text = _text(ChatTemplate(REFUSES_SYSTEM), SYSTEM, USER)
    assert text == "[user]Be kind.\n\nHi|<|end|>"


def test_a_system_turn_that_the_template_swallows_joins_the_user_turn_too() -> None:
    swallows = "{% for m in messages if m.role != 'system' %}<{{ m.content }}>{% endfor %}"
    assert _text(ChatTemplate(swallows), SYSTEM, USER) == "<Be kind.\n\nHi|<|end|>>"


@pytest.mark.parametrize(
    "source",
    [
        "{% for m in messages %}{{ m.content }}{{ m.content }}{% endfor %}",
        "{{ messages[0].content | upper | replace('\ue000', '') }}",
        "nothing",
        "{{ raise_exception('not today') }}",
        "{{ ''.__class__.__mro__ }}",
        "{% for a in range(9999) %}{% for b in range(9999) %}xxxxxxxx{% endfor %}{% endfor %}",
        "{{ strftime_now('%Y') }}{{ messages[0].content }}",
    ],
)
def test_a_broken_or_hostile_template_is_an_error(source: str) -> None:
    with pytest.raises(ModelError):
        ChatTemplate(source).render(Prompt((USER,)))


def test_a_template_that_is_no_jinja_is_an_error() -> None:
    with pytest.raises(ModelError, match="not valid"):
        ChatTemplate("{% if %}")


def test_templates_see_the_names_of_special_tokens() -> None:
    template = ChatTemplate("{{ bos_token }}{{ messages[0].content }}", bos_text="<s>")
    assert _text(template, USER) == "<s>Hi|<|end|>"
