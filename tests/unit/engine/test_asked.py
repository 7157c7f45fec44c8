"""What makes two requests the same one."""

from dataclasses import replace

import pytest

from pp_lang.engine import Asked, Cut, OneOf, Piece, Prompt, Turn
from pp_lang.engine.asked import digest_prompt, digest_request
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import ask, request


def _user(*parts: Piece | Cut) -> Prompt:
    return Prompt((Turn("user", parts),))


def test_where_a_prompt_is_cut_does_not_matter() -> None:
    assert digest_prompt(ask("b", shared="a")) == digest_prompt(
        _user(Piece("a", is_trusted=True), Piece("b", is_trusted=False))
    )
    assert digest_prompt(_user(Piece("ab", is_trusted=True))) == digest_prompt(
        _user(Piece("a", is_trusted=True), Cut(), Piece("b", is_trusted=True))
    )


@pytest.mark.parametrize(
    "other",
    [
        _user(Piece("ab", is_trusted=False)),
        _user(Piece("a", is_trusted=True), Piece("b", is_trusted=False)),
        Prompt((Turn("system", (Piece("ab", is_trusted=True),)),)),
        Prompt((Turn("user", (Piece("ab", is_trusted=True),)), Turn("user", ()))),
    ],
)
def test_who_wrote_what_in_which_turn_matters(other: Prompt) -> None:
    assert digest_prompt(_user(Piece("ab", is_trusted=True))) != digest_prompt(other)


def test_a_difference_is_named_by_its_kind() -> None:
    plain = digest_request(request("a"))
    assert plain.differences(digest_request(request("a"))) == ()
    assert plain.differences(digest_request(request("b"))) == ("prompt",)
    assert plain.differences(digest_request(request("a", OneOf(("x", "y"))))) == ("answer form",)
    shorter = request("b", sampling=SamplingParams(max_tokens=3))
    assert plain.differences(digest_request(shorter)) == ("prompt", "settings")
    entropy = request("a", wants_entropy=True)
    assert plain.differences(digest_request(entropy)) == ("settings",)


def test_the_label_is_no_part_of_what_is_asked() -> None:
    asked = request("a")
    assert digest_request(replace(asked, label="main/x")) == digest_request(asked)


def test_whether_log_probabilities_are_wanted_makes_no_difference() -> None:
    asked = request("a")
    assert digest_request(replace(asked, wants_logprobs=False)) == digest_request(asked)


def test_a_seed_matters_only_where_something_is_drawn() -> None:
    def seeded(temperature: float, seed: int) -> str:
        sampling = SamplingParams(temperature=temperature, seed=seed)
        return digest_request(request("a", sampling=sampling)).settings

    assert seeded(0, 1) == seeded(0, 2)
    assert seeded(0.7, 1) != seeded(0.7, 2)


def test_digests_do_not_change_from_one_version_to_the_next() -> None:
    asked = digest_request(request("a", OneOf(("x", "y")), sampling=SamplingParams(seed=3)))
    assert asked == Asked("47e25b3f97ed", "b542c4fb0d7d", "53f318441d5e")
