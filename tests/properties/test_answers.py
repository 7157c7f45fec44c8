"""Programs that do all kinds of things with answers never fail for what an answer is."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from pp_lang.engine import FakeSettings
from pp_lang.errors import RunError
from pp_lang.planner import make_plan
from tests.support.runtime_builders import PretendModels, compile_text, run

DECLARED = '''
template sure(q: text) -> "yes" | "no" """{{ q }}"""
template maybe(q: text) -> ("yes" | "no")? """{{ q }} {{ format }}"""
template names(q: text) -> list[text](max_items: 2) """{{ q }} {{ format }}"""
template draft(q: text) -> text(max_chars: 9) """{{ q }}"""
template again(q: text) -> text(max_chars: 9) within draft """{{ q }}"""
program best[T](items: list[T], by: (T) -> float) -> T {
  return items[order(map i in items: by(i))[0]]
}
program more(one: draft) { return one.again("more") }
'''

FORMS: dict[str, tuple[str, ...]] = {
    "choice": (
        "sure($text)", "$choices[0]", "default(first($choices), $choice)",
        "if $truth: $choice else: $choice", "best([$choice] + $choices, x => x.probability)",
        "{ a: $choice }.a", "repeat x = $choice up to 2: sure(x)",
        "{ v = $choice  return v }",
    ),
    "choices": (
        "sample 2: $choice", "map x in $choices: sure(x)", "map x in $choices if x == \"yes\": x",
        "take($choices, 1)", "reverse($choices)", "sort($choices)", "unique($choices)",
        "drop($choices, 1)", "flatten([$choices, $choices])", "[$choice, $choice]",
        "$choices + $choices", "map x in $texts: sure(x)",
    ),
    "draft": (
        "draft($text)", "$draft.again($text)", "more($draft)", "$drafts[-1]",
        "default(first($drafts), $draft)", "repeat x = $draft up to 2: x.again(x)",
        "if $truth: $draft else: $draft.again($text)", "best($drafts, x => -x.logprob)",
    ),
    "drafts": (
        "sample 2: $draft", "map x in $drafts: x.again(x)", "take($drafts, 2)", "sort($drafts)",
        "[$draft, $draft]", "unique($drafts)",
    ),
    "texts": ("names($text)", "[$text]", "$choices", "$drafts", "map x in $drafts: x.raw"),
    "number": (
        "$choice.probability", "$draft.entropy", "$draft.tokens + 0.5", "len($draft) / 2",
        "$choice.probabilities[1].probability", "sum(map x in $choices: x.logprob)",
    ),
    "text": (
        "q", "$choice", "$draft", "$draft.raw", "text($choices)", "join($texts, \" \")",
        "$choice + $draft", "lower($draft)", "text($number)", "default(maybe($text), \"none\")",
        'match $choice: { case "yes": $text  case "no": "n" }', "join(unique($texts), $choice)",
        "{ m = maybe($text)  return if m != none: m + text(m.logprob) else: q }",
    ),
    "truth": (
        "$choice == \"yes\"", "$choice in $choices", "$number > 0.5", "$draft in $texts",
        "$choices == $choices", "contains($draft, $choice)", "count($choices, $choice) > 1",
    ),
}  # fmt: skip
SHORT = {"choice": "sure(q)", "draft": "draft(q)", "choices": "[sure(q)]", "drafts": "[draft(q)]"}
SHORT |= {"text": "q", "texts": "names(q)", "number": "0.5", "truth": "true"}


@st.composite
def _written(draw: st.DrawFn, kind: str, depth: int) -> str:
    """Return an expression of a kind; names in it are its own, as each is in braces."""
    if not depth:
        return SHORT[kind]
    form = draw(st.sampled_from(FORMS[kind]))
    head, *rest = re.sub(r"\b([xvm])\b", rf"\g<1>{depth}", form).split("$")
    for part in rest:
        wanted = next(one for one in sorted(FORMS, key=len, reverse=True) if part.startswith(one))
        inner = draw(_written(wanted, depth - 1))
        head += f"({inner}){part.removeprefix(wanted)}"
    return head


@given(st.tuples(*(_written(kind, 2) for kind in ("choice", "draft", "text", "number"))))
@settings(max_examples=40, deadline=None)
def test_programs_with_answers_run_as_they_are_typed(parts: tuple[str, ...]) -> None:
    fields = ", ".join(f"f{place}: {part}" for place, part in enumerate(parts))
    source = f"{DECLARED}program main(q: text) {{ return {{ {fields} }} }}"
    make_plan(compile_text(source), "main", {}, None)
    try:
        run(source, PretendModels(FakeSettings()), q="a b")
    except RunError as error:
        if "there is no item" not in str(error):  # a list may be empty
            raise
