"""Walks a program's graph with what is known before the first token."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import assert_never

from pp_lang.compiler import Compilation
from pp_lang.engine import Prompt
from pp_lang.errors import RunError
from pp_lang.evaluation import (
    Answer,
    ContextValue,
    plain_value,
    render_call,
    render_context,
    show_in_prompt,
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
    Region,
    RepeatNode,
    SampleNode,
)
from pp_lang.planner.bounds import ONE, Bounds, exactly, up_to
from pp_lang.planner.early_ends import can_end_early, shortened
from pp_lang.planner.record_layout import RecordLayouts
from pp_lang.planner.shared_parts import PromptMeter, cut_digests
from pp_lang.planner.sketch import (
    Scope,
    Sketch,
    dependencies,
    gather,
    length_of,
    sketch_expr,
    unknown,
)
from pp_lang.planner.tally import Tally, Times
from pp_lang.semantics import ANSWER_OPTIONS, CheckedModule, Options, Ty, TypedExpr

MOST_WALKED_ITEMS = 1_000
"""Items of one list that are looked at one by one; of a longer list, as many at even distances."""
MOST_MERGED = 16
"""Values of one merge of a tree, at most: small models lose the thread of longer lists."""
MOST_CAUSES = 16
"""Names of what decides a value, at most. Of more, the value itself is named, whose own entry says
what it uses; or each of ten thousand values in a row would name all those before it."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is: how often this happens, and whether a sample is around it."""

    times: Times
    is_sampled: bool = False


class Walk:
    """One walk; the sums are in `tally`."""

    def __init__(
        self,
        compilation: Compilation,
        meter: PromptMeter,
        layouts: RecordLayouts,
        settings: Options,
    ) -> None:
        self._module = compilation.module
        self._meter = meter
        self._layouts = layouts
        self._settings = settings
        self._modules: tuple[CheckedModule, ...] = (self._module,)
        self.tally = Tally()

    def walk_program(self, region: Region, inputs: dict[str, Sketch]) -> None:
        """Walk a program's region; `inputs` has a sketch for each parameter."""
        self._modules = self._layouts.modules(region, self._settings)
        self._region(region, Scope(None, dict(inputs)), _Place(Times(ONE)))

    def _region(self, region: Region, scope: Scope, place: _Place) -> Sketch:
        for node in region.nodes:
            if isinstance(node, InputNode):
                continue
            self.tally.add_run(node.id, place.times)
            try:
                scope.bind(node.name, _briefly(self._node(node, scope, place), node))
            except RunError as error:
                # With stand-ins an index may miss; with known values the run fails in the same way.
                self._note_failure(node, error, scope)
                scope.bind(node.name, self._made_by(node))
        return self._result(region, scope)

    def _result(self, region: Region, scope: Scope) -> Sketch:
        try:
            return sketch_expr(region.result, scope, self._module)
        except RunError as error:
            self.tally.add_problem(f"{region.place}: {error.message}")
            return unknown(region.result.ty, frozenset({region.place}), self._module)

    def _node(self, node: Node, scope: Scope, place: _Place) -> Sketch:
        match node:
            case InputNode():
                raise AssertionError("inputs are bound before")
            case ComputeNode():
                return sketch_expr(node.expr, scope, self._module)
            case ContextNode():
                return self._context(node, scope, place)
            case GenerateNode():
                return self._generate(node, scope, place)
            case ExternNode():
                return self._made_by(node)
            case MapNode():
                return shortened(node, self._map(node, scope, self._possible(node, place)))
            case SampleNode():
                return shortened(node, self._sample(node, scope, self._possible(node, place)))
            case ReduceNode():
                return self._reduce(node, scope, place)
            case RepeatNode():
                return self._repeat(node, scope, place)
            case CallNode():
                args = {name: self._sketch(expr, scope) for name, expr in node.args}
                return self._region(node.body, Scope(scope, args), place)
            case BranchNode():
                return self._branch(node, scope, place)
            case _:
                assert_never(node)

    def _context(self, node: ContextNode, scope: Scope, place: _Place) -> Sketch:
        parent, depends_on = self._parent(node.parent, scope)
        args = {name: self._sketch(expr, scope) for name, expr in node.args}
        depends_on = depends_on.union(*(arg.depends_on for arg in args.values()))
        values = tuple((name, arg.value) for name, arg in args.items())
        assert not isinstance(parent, Answer), "no context is within an answer"
        opened = ContextValue(node.context, parent, values)
        seen = [cut_digests(render_context(module, opened)) for module in self._modules]
        for digest in dict.fromkeys(digests[-2] for digests in seen if len(digests) > 1):
            self.tally.open_prefix(digest, place.times, is_known=not depends_on)
        return Sketch(opened, depends_on)

    def _generate(self, node: GenerateNode, scope: Scope, place: _Place) -> Sketch:
        parent, context_depends_on = self._parent(node.parent, scope)
        args = {name: self._sketch(expr, scope) for name, expr in node.args}
        given = {
            name: self._sketch(expr, scope) for name, expr in node.given if name in ANSWER_OPTIONS
        }
        known = (*args.values(), *given.values())
        depends_on = context_depends_on.union(*(one.depends_on for one in known))
        module = self._layouts.of(node.template, self._settings.over(node.options)).module
        prompt: Prompt = render_call(
            module,
            module.templates[node.template],
            parent,
            {name: arg.value for name, arg in args.items()},
            is_sampled=place.is_sampled,
            # What is given is read with the prompt.
            begin="".join(
                show_in_prompt(given[name].value) for name in ANSWER_OPTIONS if name in given
            ),
        )
        self.tally.add_generation(
            node.id,
            self._meter.measure(prompt, parent, node.template, is_sampled=place.is_sampled),
            place.times,
            has_context=not context_depends_on,
            is_known=not depends_on,
        )
        if depends_on:
            self.tally.add_unknown(node.id, "the length of its prompt", depends_on)
        return self._made_by(node)

    def _map(self, node: MapNode, scope: Scope, place: _Place) -> Sketch:
        source = self._sketch(node.source, scope)
        if not source.length.is_exact:
            return self._map_unknown(node, source, scope, place)
        made = [
            self._item(node, item, scope, _Place(place.times.scaled(share), place.is_sampled))
            for item, share in self._shares(node, source)
        ]
        if any(kept is None for _, kept in made):
            depends_on = source.depends_on.union(*(s.depends_on for s, k in made if k is None))
            self.tally.add_unknown(node.id, "which items pass", depends_on)
            certain = [sketch.value for sketch, kept in made if kept]
            num_items = Bounds(len(certain), source.length.high)
            return Sketch(certain, depends_on | {node.id}, num_items)
        if len(made) < source.length.low:
            whole = source.length if node.condition is None else Bounds(0, source.length.high)
            values = [made[0][0].value] * whole.low
            return Sketch(values, frozenset({node.id}), whole)
        return gather([sketch for sketch, kept in made if kept])

    def _map_unknown(self, node: MapNode, source: Sketch, scope: Scope, place: _Place) -> Sketch:
        """Walk one item that stands for all those that may come."""
        self.tally.add_unknown(node.id, "the number of items", source.depends_on)
        item = self._element(node, source)
        times = place.times.of(source.length)
        made, _ = self._item(node, item, scope, _Place(times, place.is_sampled))
        low = source.length.low if node.condition is None else 0
        num_items = Bounds(low, source.length.high)
        return Sketch([made.value] * low, made.depends_on | source.depends_on, num_items)

    def _shares(self, node: MapNode, source: Sketch) -> list[tuple[Sketch, int]]:
        """Return the items to look at and how many each stands for."""
        listed = plain_value(source.value)
        assert isinstance(listed, list), "the checker lets only lists through"
        length = length_of(self._element_type(node))
        items = [
            Sketch(value, source.depends_on, None if source.is_known else length)
            for value in listed
        ]
        if len(items) <= MOST_WALKED_ITEMS:
            return [(item, 1) for item in items]
        self.tally.notes[
            f"{node.id}: sizes are estimated from {MOST_WALKED_ITEMS:,} of {len(items):,} items"
        ] = None
        starts = [i * len(items) // MOST_WALKED_ITEMS for i in range(MOST_WALKED_ITEMS + 1)]
        return [(items[start], end - start) for start, end in pairwise(starts)]

    def _item(
        self, node: MapNode, item: Sketch, scope: Scope, place: _Place
    ) -> tuple[Sketch, bool | None]:
        """Walk one item; return what it makes, and whether it passes, None if that is unknown."""
        inner = Scope(scope, {node.variable: item})
        passes: bool | None = True
        depends_on: frozenset[str] = frozenset()
        if node.condition is not None:
            condition = sketch_expr(node.condition, inner, self._module)
            depends_on = condition.depends_on
            passes = bool(condition.value) if condition.is_known else None
        if passes is False:
            return Sketch(None), False
        if passes is None:
            place = _maybe(place)
        self.tally.add_items(node.id, place.times.count)
        made = self._region(node.body, inner, place)
        return Sketch(made.value, made.depends_on | depends_on, made.num_items), passes

    def _sample(self, node: SampleNode, scope: Scope, place: _Place) -> Sketch:
        count = self._sketch(node.count, scope)
        if count.is_known:
            assert isinstance(count.value, int)
            number = exactly(max(0, count.value))
        else:
            self.tally.add_unknown(node.id, "the number of samples", count.depends_on)
            number = up_to(None)
        inner = _Place(place.times.of(number), is_sampled=True)
        self.tally.add_items(node.id, inner.times.count)
        made = self._region(node.body, Scope(scope), inner)
        return Sketch([made.value] * number.low, made.depends_on, number)

    def _reduce(self, node: ReduceNode, scope: Scope, place: _Place) -> Sketch:
        source = self._sketch(node.source, scope)
        merges = merges_of(node, source.length)
        if not source.length.is_exact:
            self.tally.add_unknown(node.id, "the number of items", source.depends_on)
        elif not source.length.high:
            raise RunError("there is nothing to reduce: the list is empty")
        inner = _Place(place.times.of(merges), place.is_sampled)
        self.tally.add_items(node.id, inner.times.count)
        self._region(node.merge, Scope(scope, self._merge_inputs(node, source, merges)), inner)
        return self._made_by(node)

    def _repeat(self, node: RepeatNode, scope: Scope, place: _Place) -> Sketch:
        """Walk one round on a value that stands for those of all rounds."""
        start, count = self._sketch(node.start, scope), self._sketch(node.count, scope)
        most = max(0, count.value) if count.is_known and isinstance(count.value, int) else None
        is_open = node.until is not None or bool(node.limits.values)
        if most is None or is_open:
            self.tally.add_unknown(node.id, "the number of rounds", frozenset({node.id}))
        low = most if most is not None and not is_open else 0
        rounds = place.times.of(Bounds(low, most))
        value = unknown(node.ty, start.depends_on | {node.id}, self._module)
        names = {node.variable: value}
        if node.history is not None:
            names[node.history] = Sketch([value.value], value.depends_on, Bounds(1, None))
        if node.until is not None:
            asked = _Place(rounds, place.is_sampled)
            self._region(node.until, Scope(scope, dict(names)), asked)
        self.tally.add_items(node.id, rounds.count)
        self._region(node.body, Scope(scope, names), _Place(rounds, place.is_sampled))
        return self._made_by(node)

    def _merge_inputs(self, node: ReduceNode, source: Sketch, merges: Bounds) -> dict[str, Sketch]:
        """Return what one merge gets: all items where there is one merge, a stand-in otherwise."""
        types = {n.name: n.ty for n in node.merge.nodes if isinstance(n, InputNode)}
        first = node.inputs[0]
        is_whole = node.mode != "fold" and merges == ONE
        depends_on = source.depends_on | {node.id}
        sketches = {name: unknown(types[name], depends_on, self._module) for name in node.inputs}
        return sketches | {first: source} if is_whole else sketches

    def _branch(self, node: BranchNode, scope: Scope, place: _Place) -> Sketch:
        condition = self._sketch(node.condition, scope)
        if condition.is_known:
            chosen = node.then if condition.value else node.otherwise
            return self._region(chosen, Scope(scope), place)
        self.tally.add_unknown(node.id, "which branch runs", condition.depends_on)
        maybe = _maybe(place)
        self._region(node.then, Scope(scope), maybe)
        self._region(node.otherwise, Scope(scope), maybe)
        return unknown(node.ty, condition.depends_on | {node.id}, self._module)

    def _possible(self, node: MapNode | SampleNode, place: _Place) -> _Place:
        """Return the place of a node's items: none of them is certain where it may end early."""
        if not can_end_early(node):
            return place
        self.tally.add_unknown(node.id, "how many items finish", frozenset({node.id}))
        return _maybe(place)

    def _parent(
        self, expr: TypedExpr | None, scope: Scope
    ) -> tuple[ContextValue | Answer | None, frozenset[str]]:
        if expr is None:
            return None, frozenset()
        parent = self._sketch(expr, scope)
        value = parent.value
        assert isinstance(value, ContextValue | Answer), "the checker lets nothing else through"
        return value, parent.depends_on

    def _sketch(self, expr: TypedExpr, scope: Scope) -> Sketch:
        return sketch_expr(expr, scope, self._module)

    def _element(self, node: MapNode, source: Sketch) -> Sketch:
        return unknown(self._element_type(node), source.depends_on, self._module)

    def _element_type(self, node: MapNode) -> Ty:
        return next(
            n.ty for n in node.body.nodes if isinstance(n, InputNode) and n.name == node.variable
        )

    def _made_by(self, node: Node) -> Sketch:
        return unknown(node.ty, frozenset({node.id}), self._module)

    def _note_failure(self, node: Node, error: RunError, scope: Scope) -> None:
        unknown = dependencies(node, scope)
        if unknown:
            self.tally.add_unknown(node.id, "its value", unknown)
        else:
            self.tally.add_problem(f"{node.id}: {error.message}")


def _maybe(place: _Place) -> _Place:
    """Return a place that is perhaps never come to."""
    times = Times(Bounds(0, place.times.count.high), place.times.scale)
    return _Place(times, place.is_sampled)


def _briefly(made: Sketch, node: Node) -> Sketch:
    if len(made.depends_on) <= MOST_CAUSES:
        return made
    return replace(made, depends_on=frozenset({node.id}))


def merges_of(node: ReduceNode, num_items: Bounds) -> Bounds:
    """Return how many merges a reduce takes; those of a tree depend on what fits together."""
    if node.mode == "flat":
        return ONE
    low, high = max(1, num_items.low) - 1, num_items.high
    if node.mode == "fold":
        return Bounds(low, None if high is None else max(1, high) - 1)
    return Bounds(max(1, -(-low // (MOST_MERGED - 1))), None if high is None else max(1, high - 1))
