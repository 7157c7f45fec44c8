"""Whatever ends early inside what: every loop gives the same run, and nothing is left behind."""

from hypothesis import given, settings, strategies

from pp_lang.engine import EngineConfig, FakeSettings
from pp_lang.runtime import RunEvent
from tests.support.runtime_builders import PretendModels, run


def _echo(prompt: str) -> str:
    return prompt.partition("Echo ")[2].split("<|")[0].strip()[:200] or "nothing"


DECLARED = '''
context desk(a: text) """You are at {{ a }}"""
template at(a: text) -> text within desk { max_tokens: 40 } """Echo {{ a }}"""
template echo(a: text) -> text { max_tokens: 40 } """Echo {{ a }}"""
program some(answers: list[text] until len(answers) >= n, n: int) -> text {
  return join(take(answers, n), " ")
}
'''
_LIMITS = strategies.one_of(
    strategies.just(""),
    strategies.integers(3, 60).map(lambda steps: f" within {{ deadline: {steps} }}"),
    strategies.integers(3, 90).map(lambda tokens: f" within {{ budget: {tokens} }}"),
)
_COUNTS = strategies.integers(1, 4)


@strategies.composite
def _texts(draw: strategies.DrawFn, depth: int, names: tuple[str, ...]) -> str:
    """Return an expression that gives a text; `names` are texts that it may use."""
    one = draw(strategies.sampled_from(names))
    if not depth:
        return f"echo({one})"
    inner = f"v{depth}"
    below = _texts(depth - 1, names)
    inside = _texts(depth - 1, (*names, inner))
    limits, count = draw(_LIMITS), draw(_COUNTS)
    match draw(strategies.integers(0, 6)):
        case 0:
            return f'join(sample {count}{limits}: {draw(below)}, " ")'
        case 1:
            return f'join(map {inner} in split({one}, " "){limits}: {draw(inside)}, " ")'
        case 2:
            return f'some(map {inner} in split({one}, " "){limits}: {draw(inside)}, {count})'
        case 3:
            return f"some(sample 5{limits}: {draw(below)}, {count})"
        case 4:
            return f'default(first(sample {count}: {draw(below)}), "none")'
        case 5:
            return f"(repeat {inner} = {one} up to {count}{limits}: {draw(inside)})"
        case _:
            there = f"desk({one})"
            return f"{{ d{depth} = {there}  return d{depth}.at({one}) + {draw(below)} }}"


@given(
    _texts(3, ("q",)),
    strategies.lists(strategies.sampled_from(["sun", "rain sky", "snow"]), min_size=2),
)
@settings(max_examples=30, deadline=None)
def test_what_ends_early_ends_at_the_same_place_in_every_loop(text: str, words: list[str]) -> None:
    source = f"{DECLARED}program main(q: text) {{ return {text} }}"
    first = _told(source, " ".join(words[:6]), "asyncio")
    assert _told(source, " ".join(words[:6]), "trio") == first


def _told(source: str, q: str, backend: str) -> list[str]:
    """Return all events of a run by a clock that counts steps; nothing is held at its end."""
    models = PretendModels(FakeSettings(answers=_echo), EngineConfig(max_width=4, cells=4096))
    events: list[RunEvent] = []
    run(
        source,
        models,
        backend=backend,
        clock=lambda: sum(model.calls.count("step") for model in models.opened.values()),
        on_event=events.append,
        q=q,
    )
    for model in models.opened.values():
        assert model.in_flight == 0
        assert model.held == set()
    return [repr(event) for event in events[:-1]]
