from pp_lang.engine.prefix_tree import PrefixTree


def test_equal_paths_share_their_nodes() -> None:
    tree = PrefixTree()
    first = tree.take(((1, 2), (3,)))
    assert tree.take(((1, 2), (3,))) is first
    assert len(tree) == 2


def test_the_empty_path_has_no_node() -> None:
    tree = PrefixTree()
    assert tree.take(()) is None
    assert tree.release(None) == []


def test_a_node_leaves_with_its_last_user_and_takes_unused_parents_along() -> None:
    tree = PrefixTree()
    long, short = tree.take(((1,), (2,))), tree.take(((1,),))
    assert long is not None
    assert tree.release(long) == [long]
    assert short is not None
    assert tree.release(short) == [short]
    assert len(tree) == 0


def test_releasing_a_parents_last_user_keeps_it_for_its_children() -> None:
    tree = PrefixTree()
    short, long = tree.take(((1,),)), tree.take(((1,), (2,)))
    assert tree.release(short) == []
    assert long is not None
    assert tree.release(long) == [long, short]


def test_a_path_split_elsewhere_is_another_path() -> None:
    tree = PrefixTree()
    assert tree.take(((1, 2),)) is not tree.take(((1,), (2,)))
    assert len(tree) == 3
