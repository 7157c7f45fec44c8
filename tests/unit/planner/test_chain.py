"""Chains that share their parts."""

from pp_lang.planner.bounds import ZERO, Bounds, exactly
from pp_lang.planner.chain import NO_CHAIN, chain_of
from pp_lang.planner.plan import ChainLink

DRAFT, REVISE, JUDGE = (ChainLink(name, exactly(1)) for name in ("draft", "revise", "judge"))


def test_a_chain_has_its_links_in_the_order_in_which_they_were_added() -> None:
    chain = chain_of(DRAFT).then(chain_of(REVISE).then(chain_of(JUDGE)))

    assert chain.links() == (DRAFT, REVISE, JUDGE)
    assert chain.total == exactly(3)


def test_repeating_a_chain_multiplies_each_of_its_links() -> None:
    rounds = chain_of(REVISE).then(chain_of(JUDGE)).repeated(Bounds(1, None))

    assert chain_of(DRAFT).then(rounds.repeated(exactly(2))).links() == (
        DRAFT,
        ChainLink("revise", Bounds(2, None)),
        ChainLink("judge", Bounds(2, None)),
    )


def test_a_chain_that_nothing_bounds_ranks_above_every_other() -> None:
    endless = chain_of(REVISE).repeated(Bounds(0, None))
    long = chain_of(REVISE).repeated(exactly(1_000))

    assert max(long, endless, key=lambda chain: chain.rank) is endless


def test_nothing_added_to_a_chain_leaves_it_as_it_is() -> None:
    chain = chain_of(DRAFT)

    assert chain.then(NO_CHAIN) is chain
    assert NO_CHAIN.then(chain) is chain
    assert NO_CHAIN.repeated(exactly(3)).total == ZERO


def test_ten_thousand_links_need_no_deep_stack() -> None:
    chain = NO_CHAIN
    for number in range(10_000):
        chain = chain.then(chain_of(ChainLink(str(number), exactly(1))))

    assert [link.id for link in chain.links()] == [str(number) for number in range(10_000)]
