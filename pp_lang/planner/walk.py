"""Walks a program's graph with what is known before the first token."""

from dataclasses import dataclass
from itertools import pairwise
from typing import assert_never

from pp_lang.compiler import Compilation
from pp_lang.engine import Prompt
from pp_lang.errors import RunError
from pp_lang.evaluation import ContextValue, render_call, render_context
from pp_lang.graph import (
    BranchNode,
    CallNode,
    ComputeNode,
    ContextNode,
    GenerateNode,
    InputNode,
    MapNode,
    Node,
    ReduceNode,
    Region,
    SampleNode,
)
from pp_lang.planner.bounds import ONE, ZERO, Bounds, exactly, up_to
from pp_lang.planner.shared_parts import PromptMeter, cut_digests
from pp_lang.planner.sketch import Scope, Sketch, dependencies, gather, sketch_expr, stand_in
from pp_lang.planner.tally import Tally, Times
from pp_lang.semantics import TypedExpr

MOST_WALKED_ITEMS = 1_000
"""Items of one list that are looked at one by one; of a longer list, as many at even distances."""
MOST_MERGED = 16
"""Items of one merge of a tree, at most."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is: how often this happens, and whether a sample is around it."""

    times: Times
    is_sampled: bool = False


class Walk:
    """One walk; the sums are in `tally`."""

    def __init__(self, compilation: Compilation, meter: PromptMeter) -> None:
        self._module = compilation.module
        self._meter = meter
        self.tally = Tally()

    def walk_program(self, region: Region, inputs: dict[str, Sketch]) -> None:
        """Walk a program's region; `inputs` has a sketch for each parameter."""
        self._region(region, Scope(None, dict(inputs)), _Place(Times(ONE)))

    def _region(self, region: Region, scope: Scope, place: _Place) -> Sketch:
        for node in region.nodes:
            if isinstance(node, InputNode):
                continue
            self.tally.add_run(node.id, place.times)
            try:
                scope.bind(node.name, self._node(node, scope, place))
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
            made = stand_in(region.result.ty, self._module)
            return Sketch(made, frozenset({region.place}), has_length=False)

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
            case MapNode():
                return self._map(node, scope, place)
            case SampleNode():
                return self._sample(node, scope, place)
            case ReduceNode():
                return self._reduce(node, scope, place)
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
        opened = ContextValue(node.context, parent, values)
        digests = cut_digests(render_context(self._module, opened))
        if len(digests) > 1:
            self.tally.open_prefix(digests[-2], place.times, is_known=not depends_on)
        return Sketch(opened, depends_on)

    def _generate(self, node: GenerateNode, scope: Scope, place: _Place) -> Sketch:
        parent, context_depends_on = self._parent(node.parent, scope)
        args = {name: self._sketch(expr, scope) for name, expr in node.args}
        depends_on = context_depends_on.union(*(arg.depends_on for arg in args.values()))
        prompt: Prompt = render_call(
            self._module,
            self._module.templates[node.template],
            parent,
            {name: arg.value for name, arg in args.items()},
            is_sampled=place.is_sampled,
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
        if not source.has_length:
            self.tally.add_unknown(node.id, "the number of items", source.depends_on)
            item = self._element(node, source)
            self._item(node, item, scope, _Place(place.times.of(up_to(None)), place.is_sampled))
            self.tally.add_items(node.id, place.times.count * up_to(None))
            return Sketch([], source.depends_on, has_length=False)
        assert isinstance(source.value, list)
        made = [
            self._item(node, item, scope, _Place(place.times.scaled(share), place.is_sampled))
            for item, share in self._shares(node, source)
        ]
        if any(kept is None for _, kept in made):
            depends_on = source.depends_on.union(*(s.depends_on for s, k in made if k is None))
            self.tally.add_unknown(node.id, "which items pass", depends_on)
            return Sketch([], depends_on | {node.id}, has_length=False)
        if len(made) < len(source.value):
            length = len(source.value) if node.condition is None else 0
            values = [made[0][0].value] * length
            return Sketch(values, frozenset({node.id}), has_length=node.condition is None)
        return gather([sketch for sketch, kept in made if kept])

    def _shares(self, node: MapNode, source: Sketch) -> list[tuple[Sketch, int]]:
        """Return the items to look at and how many each stands for."""
        assert isinstance(source.value, list)
        items = [Sketch(value, source.depends_on, source.is_known) for value in source.value]
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
            place = _Place(
                Times(Bounds(0, place.times.count.high), place.times.scale), place.is_sampled
            )
        self.tally.add_items(node.id, place.times.count)
        made = self._region(node.body, inner, place)
        return Sketch(made.value, made.depends_on | depends_on, made.has_length), passes

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
        return Sketch([made.value] * number.low, made.depends_on, has_length=number.is_exact)

    def _reduce(self, node: ReduceNode, scope: Scope, place: _Place) -> Sketch:
        source = self._sketch(node.source, scope)
        assert isinstance(source.value, list), "the checker lets only lists through"
        merges = merges_of(node, len(source.value) if source.has_length else None)
        if not source.has_length:
            self.tally.add_unknown(node.id, "the number of items", source.depends_on)
        elif not source.value:
            raise RunError("there is nothing to reduce: the list is empty")
        inner = _Place(place.times.of(merges), place.is_sampled)
        self.tally.add_items(node.id, inner.times.count)
        self._region(node.merge, Scope(scope, self._merge_inputs(node, source, merges)), inner)
        return self._made_by(node)

    def _merge_inputs(self, node: ReduceNode, source: Sketch, merges: Bounds) -> dict[str, Sketch]:
        """Return what one merge gets: all items where there is one merge, a stand-in otherwise."""
        types = {n.name: n.ty for n in node.merge.nodes if isinstance(n, InputNode)}
        first, *others = node.inputs
        is_whole = node.mode != "fold" and merges == ONE
        depends_on = source.depends_on | {node.id}
        given = Sketch(stand_in(types[first], self._module), depends_on, has_length=False)
        sketches = {first: source if is_whole else given}
        for name in others:
            value = stand_in(types[name], self._module)
            sketches[name] = Sketch(value, depends_on, has_length=False)
        return sketches

    def _branch(self, node: BranchNode, scope: Scope, place: _Place) -> Sketch:
        condition = self._sketch(node.condition, scope)
        if condition.is_known:
            chosen = node.then if condition.value else node.otherwise
            return self._region(chosen, Scope(scope), place)
        self.tally.add_unknown(node.id, "which branch runs", condition.depends_on)
        maybe = _Place(
            Times(Bounds(0, place.times.count.high), place.times.scale), place.is_sampled
        )
        self._region(node.then, Scope(scope), maybe)
        self._region(node.otherwise, Scope(scope), maybe)
        return Sketch(stand_in(node.ty, self._module), condition.depends_on | {node.id}, False)

    def _parent(
        self, expr: TypedExpr | None, scope: Scope
    ) -> tuple[ContextValue | None, frozenset[str]]:
        if expr is None:
            return None, frozenset()
        parent = self._sketch(expr, scope)
        assert isinstance(parent.value, ContextValue), "the checker lets only contexts through"
        return parent.value, parent.depends_on

    def _sketch(self, expr: TypedExpr, scope: Scope) -> Sketch:
        return sketch_expr(expr, scope, self._module)

    def _element(self, node: MapNode, source: Sketch) -> Sketch:
        types = {n.name: n.ty for n in node.body.nodes if isinstance(n, InputNode)}
        return Sketch(stand_in(types[node.variable], self._module), source.depends_on, False)

    def _made_by(self, node: Node) -> Sketch:
        made = stand_in(node.ty, self._module)
        return Sketch(made, frozenset({node.id}), has_length=False)

    def _note_failure(self, node: Node, error: RunError, scope: Scope) -> None:
        unknown = dependencies(node, scope)
        if unknown:
            self.tally.add_unknown(node.id, "its value", unknown)
        else:
            self.tally.add_problem(f"{node.id}: {error.message}")


def merges_of(node: ReduceNode, num_items: int | None) -> Bounds:
    """Return how many merges a reduce of `num_items` takes; a tree's depend on what fits."""
    if node.mode == "flat":
        return ONE
    if num_items is None:
        return Bounds(1 if node.mode == "tree" else 0, None)
    if num_items == 0:
        return ZERO
    if node.mode == "fold":
        return exactly(num_items - 1)
    return Bounds(max(1, -(-(num_items - 1) // (MOST_MERGED - 1))), max(1, num_items - 1))
