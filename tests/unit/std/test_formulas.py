"""The standard library's formulas, on lists that are worked out by hand."""

import math
from typing import Any

import pytest

import pp_lang


def value_of(module: str, call: str, parameters: str = "", **inputs: Any) -> Any:
    """Return the value of a call of a module's program; no model is needed."""
    program = pp_lang.compile(
        f"import std.{module}\nprogram main({parameters}) {{ return {call} }}", program="main"
    )
    return program.run(inputs, model="fake")


SURE = '[{ a: "x", h: 0.5 }, { a: "y", h: 2.0 }, { a: "y", h: 2.0 }]'
OPTIONS = '[{ value: "yes", probability: 0.75 }, { value: "no", probability: 0.25 }]'


@pytest.mark.parametrize(
    ("module", "call", "expected"),
    [
        ("voting", 'voting.majority(["a", "b", "b"])', "b"),
        ("voting", 'voting.majority(["b", "a", "a", "b"])', "b"),
        ("voting", 'voting.majority(["a", "B", "b"], lower)', "B"),
        ("voting", "voting.weighted([3, 1, 1, 1, 1], x => x * 1.0)", 1),
        ("voting", "voting.share([1, 2, 2, 2])", 0.75),
        # Two more could make it a tie, which the order of the items would decide.
        ("voting", "voting.decided([1, 2, 2, 2], 2)", False),
        ("voting", "voting.decided([1, 2, 2, 2], 1)", True),
        ("voting", 'voting.decided(["a", "A"], 1, lower)', True),
        ("voting", "voting.decided([2, 2], 2)", False),
        ("voting", "voting.quorum([3, 1, 2], 2)", [3, 1]),
        ("voting", "voting.quorum([3], 2)", [3]),
        ("voting", "voting.by_share([1, 2, 2, 2], 0.75)", 2),
        ("voting", "voting.by_share([1, 2, 2, 2], 0.8)", None),
        # Two of length 100 score 2 / ln 100 = 0.43; one of length 2 counts as e: 1 / ln e = 1.
        ("voting", "voting.shortest_majority([100, 100, 2], x => x)", 2),
        # Two of length 4 score 2 / ln 4 = 1.44.
        ("voting", "voting.shortest_majority([2, 4, 4], x => x)", 4),
        ("ranking", "ranking.top([1, 3, 2], 2, x => x)", [3, 2]),
        ("ranking", "ranking.best([1, 3, 2], x => -x)", 1),
        ("ranking", "ranking.near([1.0, 0.96, 0.9], 0.05, x => x)", [1.0, 0.96]),
        ("comparing", "comparing.pairwise(2, 1, (a, b) => a > b, 4)", 1.0),
        # A judge that always says "the first" is evened out by showing both orders.
        ("comparing", "comparing.pairwise(2, 1, (a, b) => true, 4)", 0.5),
        ("comparing", "comparing.better(1, 2, (a, b) => a > b)", 2),
        ("comparing", "comparing.knockout([4, 9, 2, 7, 5], (a, b) => a > b)", 9),
        ("comparing", "comparing.knockout([4], (a, b) => a > b)", 4),
        ("comparing", "comparing.league([4, 9, 2, 7, 5], (a, b) => a > b, 2)", 9),
        ("comparing", "comparing.league([4], (a, b) => a > b)", 4),
        ("grouping", "grouping.by_key([1, 2, 1])", [[1, 1], [2]]),
        ("grouping", "grouping.clusters([1, 5, 2, 6, 9], (a, b) => abs(a - b) < 2)",
         [[1, 2], [5, 6], [9]]),
        # 1 and 3 are joined only by 2, which comes last.
        ("grouping", "grouping.clusters([1, 3, 2], (a, b) => abs(a - b) < 2)", [[1, 3, 2]]),
        ("grouping", "grouping.entropy([1, 1])", 0.0),
        ("answers", 'answers.numeric("6 * 7 = 42, so 1,042.50.")', 1042.5),
        ("answers", 'answers.numeric("it is -3")', -3.0),
        ("answers", 'answers.numeric("none")', None),
        ("answers", 'answers.boxed("\\\\boxed{1} or \\\\boxed{\\\\frac{1}{2}}")', "\\frac{1}{2}"),
        ("answers", 'answers.boxed("1")', None),
        ("answers", 'answers.choice("The answer is (B), not C.")', "B"),
        ("answers", 'answers.choice("B or C")', "C"),
        ("answers", 'answers.choice("no idea")', None),
        # 1 / 0.5 = 2 against 1 / 2 + 1 / 2 = 1; an entropy of 0 counts as 0.001.
        ("voting", f"voting.inverse_entropy({SURE}, x => x.h, x => x.a).a", "x"),
        ("voting", "voting.inverse_entropy([0.5, 0.0, 0.5], x => x)", 0.0),
        ("voting", 'voting.confidence(["a", "b", "c"])', pytest.approx(0)),
        ("voting", 'voting.confidence(["a"])', 1.0),
        ("voting", 'voting.valid(["1", "x", "2"], number)', ["1", "2"]),
        ("ranking", "ranking.ranked([1, 3, 2, 3], x => x)", [3, 3, 2, 1]),
        ("ranking", "ranking.central([1, 4, 9], (a, b) => -abs(a - b))", 4),
        # 1/61 + 1/62 for b, 1/62 + 1/63 for c, 1/61 for a.
        ("ranking", 'ranking.fused([["a", "b", "c"], ["b", "c"]])', ["b", "c", "a"]),
        ("comparing", "comparing.preference(1, 2, (a, b) => if a < b: 0.9 else: 0.3)",
         pytest.approx(0.8)),
        ("comparing", "comparing.knockout([4, 9, 2], (a, b) => a > b, 2, x => 1)", 4),
        # A judge that always says "the first" makes every match a draw.
        ("comparing", "comparing.round_robin([4, 9, 2], (a, b) => a > b)", 9),
        ("comparing", "comparing.round_robin([4, 9, 2], (a, b) => true)", 4),
        ("comparing", "comparing.round_robin([4], (a, b) => true)", 4),
        ("grouping", 'grouping.semantic_entropy(["a", "b", "A"], (a, b) => lower(a) == lower(b))',
         pytest.approx(-(2 / 3 * math.log(2 / 3) + 1 / 3 * math.log(1 / 3)))),
        # e^-1000 is no number, but only the difference counts: shares of 1 / (1 + 1/e).
        ("grouping", "grouping.likely_entropy([-1000.0, -1001.0], x => x)",
         pytest.approx(0.5822031)),
        ("grouping", "grouping.likely_entropy([-1.0, -2.0], x => x, x => 1)", 0.0),
        ("grouping", "grouping.spread([0.5, 0.5])", pytest.approx(math.log(2))),
        ("scores", f'scores.probability({OPTIONS}, "no")', 0.25),
        ("scores", f'scores.probability({OPTIONS}, "maybe")', 0),
        ("scores", f"scores.margin({OPTIONS})", 0.5),
        ("scores", 'scores.margin([{ value: "yes", probability: 1.0 }])', 1.0),
        ("scores", f"scores.entropy({OPTIONS})",
         pytest.approx(-(0.75 * math.log(0.75) + 0.25 * math.log(0.25)))),
        ("scores",
         "scores.expected([{ value: 1, probability: 0.2 }, { value: 5, probability: 0.6 }])",
         4),
        ("scores", "scores.perplexity(-1.0)", pytest.approx(math.e)),
        ("scores", "scores.softmax([0.0, 1.0], 0.5)", [pytest.approx(1 / (1 + math.e**2)),
         pytest.approx(math.e**2 / (1 + math.e**2))]),
        ("stopping", "stopping.stable([[1, 2, 2], [2, 2, 1], [2, 2, 2]])", True),
        ("stopping", "stopping.stable([[2, 2, 2], [2, 2, 1], [2, 2, 2]])", False),
        ("stopping", "stopping.stable([[1, 1], [2, 2], [2, 2]])", False),
        ("stopping", "stopping.stable([[2, 2], [2, 2]])", False),
        ("stopping", "stopping.stable([[2, 2], [2, 2]], 2)", True),
        # Of 5 rounds the first two are only looked at: 5 / e = 1.8.
        ("stopping", "stopping.settled([0.9, 0.4], 5)", False),
        ("stopping", "stopping.settled([0.9, 1.1, 0.4], 5)", True),
        ("stopping", "stopping.settled([0.9, 1.1, 0.9], 5)", False),
        ("stopping", "stopping.settled([0.9], 1)", False),
        ("merging", 'merging.tree(split("a b", " "), x => join(x, ""))', "ab"),
        ("merging", 'merging.pairs(split("a b c", " "), (a, b) => "(" + a + b + ")")', "((ab)c)"),
        ("answers", 'answers.json_path("So: {\\"a\\": [1, {\\"b\\": 2.5}]}.", "a[1].b")', "2.5"),
        ("answers", 'answers.json_path("no JSON", "a")', None),
        ("answers", 'answers.verdict("Is it correct (Yes/No)? No.")', False),
        ("answers", 'answers.verdict("Step 1: incorrect. All in all: correct")', True),
        ("answers", 'answers.verdict("who knows")', None),
        ("answers", 'answers.after("Answer: 1. No. Answer: 2\\nBye", "Answer:")', "2"),
        ("answers", 'answers.after("2", "Answer:")', None),
        ("answers", 'answers.after("Answer:", "Answer:")', None),
        ("texts", 'texts.lettered(["a", "b"])', "A. a\nB. b"),
        ("texts", 'texts.sentences("Is it 3.5 kg? \\"Yes.\\" And")',
         ["Is it 3.5 kg?", '"Yes."', "And"]),
        ("texts", 'texts.sentences("")', []),
        ("texts", 'texts.clip(" one two ", 2)', "one two"),
        ("texts", 'texts.clip("one  two three", 2)', "one two …"),
        ("texts", 'texts.words("Tea, please!")', ["tea", "please"]),
        ("texts", 'texts.normal("Tea,  please!")', "tea please"),
        ("texts", 'texts.numbered(["a", "b"])', "1. a\n2. b"),
        ("texts", 'texts.overlap("a b", "b c")', pytest.approx(1 / 3)),
        ("texts", 'texts.overlap("", "")', 1.0),
    ],
)  # fmt: skip
def test_a_program_of_std_gives_its_formulas_value(module: str, call: str, expected: Any) -> None:
    assert value_of(module, call) == expected


def test_the_entropy_is_that_of_the_shares_in_nats() -> None:
    found = value_of("grouping", "grouping.entropy(keys)", "keys: list[text]", keys=list("aab"))
    assert found == pytest.approx(-(2 / 3 * math.log(2 / 3) + 1 / 3 * math.log(1 / 3)))


def test_a_tally_counts_each_key_most_votes_first() -> None:
    found = value_of("voting", "voting.tally(votes)", "votes: list[text]", votes=list("abb"))
    assert [(one.answer, one.count) for one in found] == [("b", 2), ("a", 1)]
    assert found[0].share == pytest.approx(2 / 3)


def test_a_vote_without_answers_is_an_error_of_the_run() -> None:
    with pytest.raises(pp_lang.RunError, match="empty list"):
        value_of("voting", "voting.majority(votes)", "votes: list[text]", votes=[])
