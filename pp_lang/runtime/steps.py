"""What each kind of node does."""

from array import array
from collections.abc import Sequence
from typing import assert_never

from pp_lang.errors import InternalError, PPError, RunError
from pp_lang.evaluation import (
    Environment,
    Value,
    evaluate,
    evaluate_condition,
    evaluate_list,
    unwrap,
)
from pp_lang.graph import (
    BranchNode,
    CallNode,
    ComputeNode,
    ContextNode,
    ExternNode,
    GenerateNode,
    InputNode,
    MapNode,
    Node,
    ReduceNode,
    RepeatNode,
    SampleNode,
)
from pp_lang.runtime.externs import ExternCaller
from pp_lang.runtime.generate import Generator
from pp_lang.runtime.items import GivenOf, ItemRunner
from pp_lang.runtime.place import Place
from pp_lang.runtime.reduce import Reducer
from pp_lang.runtime.rounds import Repeater
from pp_lang.runtime.scheduler import Scheduler, failed_at
from pp_lang.semantics import TypedExpr

MOST_SAMPLES = 1_000_000


class NodeRunner:
    """Runs the nodes that are steps."""

    def __init__(
        self,
        scheduler: Scheduler,
        generator: Generator,
        externs: ExternCaller,
        items: ItemRunner,
        reducer: Reducer,
        repeater: Repeater,
    ) -> None:
        self._scheduler = scheduler
        self._generator = generator
        self._externs = externs
        self._items = items
        self._reducer = reducer
        self._repeater = repeater

    async def run(self, node: Node, env: Environment, place: Place) -> Value:
        """Return the value of a node whose inputs are all in `env`."""
        match node:
            case GenerateNode():
                return await self._generator.generate(node, env, place)
            case ExternNode():
                return await self._externs.call(node, env, place)
            case MapNode():
                return await self._map(node, env, place)
            case SampleNode():
                return await self._sample(node, env, place)
            case ReduceNode():
                return await self._reducer.reduce(node, env, place)
            case RepeatNode():
                return await self._repeater.repeat(node, env, place)
            case CallNode():
                return await self._call(node, env, place)
            case BranchNode():
                return await self._branch(node, env, place)
            case InputNode() | ComputeNode() | ContextNode():
                raise InternalError(f"{node.id} is no step")
            case _:
                assert_never(node)

    async def _map(self, node: MapNode, env: Environment, place: Place) -> Value:
        values = evaluate_list(node.source, env)
        indexes: Sequence[int] = range(len(values))

        def given_of(index: int) -> dict[str, Value]:
            return {node.variable: values[index]}

        if node.condition is not None:
            indexes = _passing(node.condition, indexes, given_of, env, place)
        return await self._items.run(node, node.body, indexes, given_of, env, place)

    async def _sample(self, node: SampleNode, env: Environment, place: Place) -> Value:
        count = unwrap(evaluate(node.count, env))
        assert isinstance(count, int), "the checker lets only whole numbers through"
        if not 0 <= count <= MOST_SAMPLES:
            raise RunError(f"cannot sample {count} times; 0 to {MOST_SAMPLES:,} are possible")
        return await self._items.run(
            node, node.body, range(count), lambda _index: {}, env, place, is_sampled=True
        )

    async def _call(self, node: CallNode, env: Environment, place: Place) -> Value:
        args = {name: evaluate(value, env) for name, value in node.args}
        # The called program sees its parameters and nothing of its caller.
        inner = place.inner(node.body.place.removeprefix(node.id))
        return await self._scheduler.run_region(node.body, Environment(args), inner)

    async def _branch(self, node: BranchNode, env: Environment, place: Place) -> Value:
        chosen = node.then if evaluate_condition(node.condition, env) else node.otherwise
        inner = place.inner(chosen.place.removeprefix(node.id))
        return await self._scheduler.run_region(chosen, env.child(), inner)


def _passing(
    condition: TypedExpr,
    indexes: Sequence[int],
    given_of: GivenOf,
    env: Environment,
    place: Place,
) -> Sequence[int]:
    """Return the indexes of the items that pass, each judged in a scope of its own."""
    passing = array("q")
    for index in indexes:
        try:
            if evaluate_condition(condition, env.child(given_of(index))):
                passing.append(index)
        except PPError as error:
            raise failed_at(place.item(index), error) from error
    return passing
