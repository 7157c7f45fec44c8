"""Lists merged to one value: at once, pair after pair, or level by level as a tree."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

from pp_lang.engine import LanguageModel, Prompt
from pp_lang.errors import RunError
from pp_lang.evaluation import Environment, Value, evaluate_list
from pp_lang.graph import ComputeNode, ContextNode, GenerateNode, InputNode, ReduceNode
from pp_lang.runtime.engine_host import EngineHost
from pp_lang.runtime.event_log import EventLog
from pp_lang.runtime.generate import Generator
from pp_lang.runtime.groups import build_groups
from pp_lang.runtime.items import ItemRunner
from pp_lang.runtime.limits import evaluate_limits
from pp_lang.runtime.place import Place
from pp_lang.runtime.scheduler import Scheduler

ANSWER_TOKENS = 256
"""Room that is left for the answer of a merge without `max_tokens`."""


@dataclass(frozen=True, slots=True)
class _Room:
    """Whether one merge of a list of values fits the model."""

    node: GenerateNode
    prompt_of: Callable[[list[Value]], Prompt]
    answer_tokens: int
    limit: float | None
    """Most tokens of a prompt, where the program says so."""

    def fits(self, model: LanguageModel, values: list[Value]) -> bool:
        """Return whether the prompt and its answer fit the model's context."""
        info = model.info
        capacity = min(info.cells, info.trained_context or info.cells)
        num_tokens = model.count(self.prompt_of(values)).total
        if self.limit is not None and num_tokens > self.limit:
            return False
        return num_tokens + self.answer_tokens <= capacity


class Reducer:
    """Runs the reduce nodes of a run."""

    def __init__(
        self,
        scheduler: Scheduler,
        generator: Generator,
        host: EngineHost,
        items: ItemRunner,
        log: EventLog,
    ) -> None:
        self._scheduler = scheduler
        self._generator = generator
        self._host = host
        self._items = items
        self._log = log

    async def reduce(self, node: ReduceNode, env: Environment, place: Place) -> Value:
        """Return the list of `node` merged to one value. Raises `RunError` for an empty list."""
        values = evaluate_list(node.source, env)
        if not values:
            hint = "Reduce only lists that have an item, or choose with `if len(...) > 0`."
            raise RunError("there is nothing to reduce: the list is empty", hint=hint)
        match node.mode:
            case "flat":
                return await self._flat(node, values, env, place)
            case "tree":
                return await self._tree(node, values, env, place)
            case "fold":
                return await self._fold(node, values, env, place)
            case _:
                assert_never(node.mode)

    async def _flat(
        self, node: ReduceNode, values: list[Value], env: Environment, place: Place
    ) -> Value:
        room = self._room(node, env, place)
        if room is not None:
            ref = self._generator.settings(room.node).model
            if not await self._host.use(ref, lambda model: room.fits(model, values)):
                raise _too_long(node, len(values))
        return (await self._merge(node, 0, [{node.inputs[0]: values}], env, place))[0]

    async def _fold(
        self, node: ReduceNode, values: list[Value], env: Environment, place: Place
    ) -> Value:
        so_far, rest = values[0], values[1:]
        for index, value in enumerate(rest):
            given = {node.inputs[0]: so_far, node.inputs[1]: value}
            so_far = (await self._merge(node, index, [given], env, place))[0]
            self._log.progress(node, place, index + 1, len(rest))
        return so_far

    async def _tree(
        self, node: ReduceNode, values: list[Value], env: Environment, place: Place
    ) -> Value:
        """Merge groups of neighbours until one value is left; merges count level by level."""
        num_merges = 0
        while True:
            groups = await self._groups(node, values, env, place)
            lists = [group for group in groups if len(group) > 1 or len(groups) == 1]
            given: list[dict[str, Value]] = [{node.inputs[0]: group} for group in lists]
            merged = await self._merge(node, num_merges, given, env, place)
            if len(groups) == 1:
                return merged[0]
            num_merges += len(given)
            # A value that was left alone goes up to the next level as it is.
            left = iter(merged)
            values = [next(left) if len(group) > 1 else group[0] for group in groups]

    async def _groups(
        self, node: ReduceNode, values: list[Value], env: Environment, place: Place
    ) -> list[list[Value]]:
        room = self._room(node, env, place)
        if room is None:
            groups = build_groups(values, lambda _values: True)
        else:
            ref = self._generator.settings(room.node).model
            groups = await self._host.use(
                ref, lambda model: build_groups(values, lambda some: room.fits(model, some))
            )
        if groups is None:
            raise _too_large(room)
        return groups

    async def _merge(
        self,
        node: ReduceNode,
        first: int,
        given: Sequence[dict[str, Value]],
        env: Environment,
        place: Place,
    ) -> list[Value]:
        """Merge once for each of `given`; `first` is the number of the first of these merges."""
        return await self._items.run(
            node,
            node.merge,
            range(first, first + len(given)),
            lambda index: given[index - first],
            env,
            place,
            has_progress=False,
        )

    def _room(self, node: ReduceNode, env: Environment, place: Place) -> _Room | None:
        """Return how the prompt of a merge grows; None where a merge is more than one call."""
        steps = [each for each in node.merge.nodes if not isinstance(each, InputNode)]
        generates = [each for each in steps if isinstance(each, GenerateNode)]
        others = [each for each in steps if not isinstance(each, GenerateNode)]
        if len(generates) != 1 or not all(isinstance(n, ComputeNode | ContextNode) for n in others):
            return None
        generate = generates[0]

        def prompt_of(values: list[Value]) -> Prompt:
            inner = env.child({node.inputs[0]: values})
            self._scheduler.bind_inline(node.merge, inner, place)
            return self._generator.prompt(generate, inner, place)

        limit = evaluate_limits(node.limits, env).get("tokens")
        return _Room(generate, prompt_of, self._answer_tokens(generate), limit)

    def _answer_tokens(self, generate: GenerateNode) -> int:
        value = self._generator.settings(generate).options.get("max_tokens")
        return value if isinstance(value, int) else ANSWER_TOKENS


def _too_large(room: _Room | None) -> RunError:
    limit = room.limit if room is not None else None
    where = "the model's context" if limit is None else f"a merge of {limit} tokens"
    return RunError(
        f"two neighbouring values together do not fit {where}",
        hint="Make the values shorter, such as by `max_tokens` where they are made.",
    )


def _too_long(node: ReduceNode, count: int) -> RunError:
    return RunError(
        f"the {count} values together do not fit the model's context",
        hint="Write `by tree`: it merges as many as fit, level by level.",
    )
