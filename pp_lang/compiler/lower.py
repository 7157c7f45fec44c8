"""The typed tree to the graph: every step becomes a node, also one inside an expression."""

from collections import ChainMap
from dataclasses import replace
from typing import assert_never

from pp_lang.compiler.asked_scores import is_asked, templates_asked
from pp_lang.compiler.early_stops import with_optional_items
from pp_lang.compiler.expand import Expander
from pp_lang.compiler.limits import MAX_DEPTH, MAX_NODES, GraphTooDeepError, GraphTooLargeError
from pp_lang.compiler.step_free import is_step_free
from pp_lang.compiler.taken_names import TakenNames
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
    Until,
)
from pp_lang.semantics import (
    BOOL,
    STEPS,
    CheckedModule,
    CheckedProgram,
    FieldTy,
    FunctionTy,
    Limits,
    ListTy,
    RecordTy,
    Ty,
    TypedBinary,
    TypedBinding,
    TypedBlock,
    TypedBuiltin,
    TypedExpr,
    TypedExternCall,
    TypedField,
    TypedFormat,
    TypedFunctionCall,
    TypedHasFields,
    TypedIf,
    TypedIndex,
    TypedLambda,
    TypedList,
    TypedLiteral,
    TypedMap,
    TypedName,
    TypedOpen,
    TypedProgramCall,
    TypedRecord,
    TypedReduce,
    TypedRepeat,
    TypedSample,
    TypedScore,
    TypedStep,
    TypedTemplateCall,
    TypedUnary,
    item_of,
    options_of_call,
)
from pp_lang.source import Span

NODES = (*STEPS, TypedMap)
"""Expressions that become a node, unless they are free of steps."""


def lower(module: CheckedModule, program: CheckedProgram) -> Region:
    """Return the graph of `program`. Raises `GraphTooLargeError` and `GraphTooDeepError`.

    A program with parameters that are functions has no graph of its own.
    """
    budget = _Budget(module)
    expanded = budget.expander.program(program.name)
    programs = budget.expander.programs.values()
    budget.entropies = templates_asked(programs, "entropy")
    budget.logprobs = templates_asked(programs, "logprob", "log_likelihood")
    return budget.program(expanded, program.name, depth=0)


class _Budget:
    """Lowers programs and counts the nodes made."""

    def __init__(self, module: CheckedModule) -> None:
        self.module = module
        self.expander = Expander(module)
        self.entropies: frozenset[str] = frozenset()
        """Templates whose answers are asked for their entropy."""
        self.logprobs: frozenset[str] = frozenset()
        """Templates whose answers are asked for how likely they are."""
        self._left = MAX_NODES

    def take(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise GraphTooLargeError

    def program(self, program: CheckedProgram, place: str, depth: int) -> Region:
        builder = _RegionBuilder(self, place, None, depth, is_item=False)
        for parameter in program.parameters:
            builder.input(parameter.name, parameter.ty, parameter.span)
        return builder.finish(program.body)


class _RegionBuilder:
    """Collects the nodes of one region while its expressions are taken apart."""

    def __init__(
        self,
        budget: _Budget,
        place: str,
        outer: "_RegionBuilder | None",
        depth: int,
        *,
        is_item: bool,
    ) -> None:
        if depth > MAX_DEPTH:
            raise GraphTooDeepError
        self._budget = budget
        self._is_item = is_item
        self._place = place
        self._depth = depth
        self._result_name = ""
        """What the step is called whose value is the region's own."""
        self._names: ChainMap[str, str] = outer._names.new_child() if outer else ChainMap()
        """What a name of the source is called in the graph: itself, unless two blocks used it."""
        self._taken: TakenNames = outer._taken.inner() if outer else TakenNames()
        self._nodes: list[Node] = []

    def input(self, name: str, ty: Ty, span: Span) -> None:
        name = self._bind(name)
        self._add(InputNode(self._id(name), name, ty, span))

    def finish(self, body: TypedExpr) -> Region:
        while isinstance(body, TypedBlock):
            for binding in body.bindings:
                self._binding(binding.name, binding.value)
            body = body.result
        if isinstance(body, NODES) and not is_step_free(body):
            self._result_name = self._taken.reserve("result")
            self._name_value(self._result_name, body)
            result: TypedExpr = TypedName(self._result_name, body.ty, body.span)
        else:
            result = self._expr(body, "result")
        return Region(self._place, tuple(self._nodes), result)

    # Expressions: what comes back is free of steps

    def _expr(self, expr: TypedExpr, hint: str) -> TypedExpr:
        """Return `expr` with a node's name for every step in it; `hint` names new nodes."""
        if is_step_free(expr):
            return self._renamed(expr, hint)
        match expr:
            case TypedBlock(bindings, result):
                outer, self._names = self._names, self._names.new_child()
                for binding in bindings:
                    self._binding(binding.name, binding.value)
                value = self._expr(result, hint)
                self._names = outer
                return value
            case TypedIf() if not _has_plain_arms(expr):
                return self._branch(expr, self._taken.fresh(hint))
            case TypedBinary("and" | "or" as op, left, right) if not is_step_free(right):
                constant = TypedLiteral(op == "or", BOOL, expr.span)
                sides = (right, constant) if op == "and" else (constant, right)
                lazy = TypedIf(left, sides[0], sides[1], BOOL, expr.span)
                return self._branch(lazy, self._taken.fresh(hint))
            case (
                TypedOpen()
                | TypedTemplateCall()
                | TypedProgramCall()
                | TypedExternCall()
                | TypedMap()
                | TypedSample()
                | TypedRepeat()
                | TypedReduce()
            ):
                name = self._taken.fresh(hint)
                self._add(self._step(expr, name))
                return TypedName(name, expr.ty, expr.span)
            case _:
                return self._renamed(expr, hint)

    def _renamed(self, expr: TypedExpr, hint: str) -> TypedExpr:
        """Return `expr` with its parts lowered and its names as the graph calls them."""
        match expr:
            case TypedLiteral() | TypedFormat():
                return expr
            case TypedName(name):
                return replace(expr, name=self._names.get(name, name))
            case TypedField(base) | TypedScore(base) | TypedHasFields(base):
                return replace(expr, base=self._expr(base, hint))
            case TypedUnary(_, operand):
                return replace(expr, operand=self._expr(operand, hint))
            case TypedIndex(base, index):
                return replace(expr, base=self._expr(base, hint), index=self._expr(index, hint))
            case TypedBinary(_, left, right):
                return replace(expr, left=self._expr(left, hint), right=self._expr(right, hint))
            case TypedList(items):
                return replace(expr, items=tuple(self._expr(item, hint) for item in items))
            case TypedBuiltin(_, args):
                return replace(expr, args=tuple(self._expr(arg, hint) for arg in args))
            case TypedRecord(fields):
                return replace(
                    expr, fields=tuple((name, self._expr(value, hint)) for name, value in fields)
                )
            case TypedIf(condition, then, otherwise):
                return replace(
                    expr,
                    condition=self._expr(condition, hint),
                    then=self._expr(then, hint),
                    otherwise=self._expr(otherwise, hint),
                )
            case TypedBlock():
                return self._renamed_block(expr, hint)
            case TypedMap():
                return self._renamed_map(expr, hint)
            case TypedOpen() | TypedTemplateCall() | TypedProgramCall() | TypedExternCall():
                return self._expr(expr, hint)
            case TypedSample() | TypedReduce() | TypedRepeat():
                return self._expr(expr, hint)
            case TypedFunctionCall() | TypedLambda():
                raise AssertionError("functions are gone after `expand`")
            case _:
                assert_never(expr)

    def _renamed_block(self, block: TypedBlock, hint: str) -> TypedBlock:
        """Return a step-free block; its names are its own, whatever else has them."""
        outer = self._names
        self._names = outer.new_child({binding.name: binding.name for binding in block.bindings})
        bindings = tuple(
            replace(binding, value=self._expr(binding.value, hint)) for binding in block.bindings
        )
        result = self._expr(block.result, hint)
        self._names = outer
        return replace(block, bindings=bindings, result=result)

    def _renamed_map(self, expr: TypedMap, hint: str) -> TypedMap:
        """Return a step-free map, which is an expression like any other."""
        outer = self._names
        source = self._expr(expr.source, hint)
        self._names = outer.new_child({expr.variable: expr.variable})
        condition = self._optional(expr.condition, hint)
        body = self._expr(expr.body, hint)
        self._names = outer
        return replace(expr, source=source, condition=condition, body=body)

    def _binding(self, name: str, value: TypedExpr) -> None:
        outer = self._names
        while isinstance(value, TypedBlock) and not is_step_free(value):
            self._names = self._names.new_child()  # names inside the block end with it
            for binding in value.bindings:
                self._binding(binding.name, binding.value)
            value = value.result
        graph_name = self._taken.reserve(name)
        self._name_value(graph_name, value)
        self._names = outer
        self._names[name] = graph_name

    def _name_value(self, graph_name: str, value: TypedExpr) -> None:
        if isinstance(value, NODES) and not is_step_free(value):
            self._add(self._step(value, graph_name))
        elif isinstance(value, TypedIf) and not _has_plain_arms(value):
            self._branch(value, graph_name)
        else:
            expr = self._expr(value, graph_name)
            place = self._id(graph_name)
            self._add(ComputeNode(place, graph_name, expr, value.ty, value.span))

    # Steps

    def _step(self, step: TypedStep, name: str) -> Node:
        place = self._id(name)
        match step:
            case TypedOpen(context, parent, args):
                return ContextNode(
                    place, name, context, self._optional(parent, name), self._args(args, name),
                    step.ty, step.span,
                )  # fmt: skip
            case TypedTemplateCall(template, parent, args):
                return GenerateNode(
                    place, name, template, self._optional(parent, name), self._args(args, name),
                    options_of_call(step, self._budget.module).over(step.inherited),
                    step.ty, step.span, self._args(step.given, name),
                    is_asked(step.ty, self._budget.entropies),
                    is_asked(step.ty, self._budget.logprobs),
                )  # fmt: skip
            case TypedProgramCall(program, args):
                callee = self._budget.expander.programs[program]
                body = self._budget.program(callee, place, self._depth + 1)
                return CallNode(
                    place, name, callee.name, self._args(args, name), body, step.ty, step.span
                )
            case TypedExternCall(extern, args):
                declared = self._budget.module.externs[extern]
                return ExternNode(
                    place, name, extern, declared.target, self._args(args, name),
                    declared.is_pure, declared.version, step.ty, step.span,
                )  # fmt: skip
            case TypedMap():
                return self._map(step, name)
            case TypedSample(count, body):
                region = self._inner(f"{place}[]").finish(body)
                return SampleNode(
                    place, name, self._expr(count, name), region, step.ty, step.span,
                    self._limits(step.limits, name), self._until(step.until, name),
                )  # fmt: skip
            case TypedRepeat():
                return self._repeat(step, name)
            case TypedReduce():
                return self._reduce(step, name)
            case TypedFunctionCall():
                raise AssertionError("functions are gone after `expand`")
            case _:
                assert_never(step)

    def _map(self, step: TypedMap, name: str) -> Node:
        if step.condition is not None and not is_step_free(step.condition):
            if step.limits.values or step.until is not None:
                return self._map_with_optional_items(step, name)
            step = self._decide_first(step, name)
        source = self._expr(step.source, name)
        place = self._id(name)
        inner = self._inner(f"{place}[]")
        element = item_of(step.source.ty)
        inner.input(step.variable, element, step.span)
        condition = None
        if step.condition is not None:
            condition = inner._expr(step.condition, step.variable)  # another builder
        variable = inner._names[step.variable]  # another builder
        region = inner.finish(step.body)
        return MapNode(
            place, name, source, variable, condition, region, step.ty, step.span,
            self._limits(step.limits, name), self._until(step.until, name),
        )  # fmt: skip

    def _map_with_optional_items(self, step: TypedMap, name: str) -> Node:
        """Add a map whose items are lists; return the node that puts the lists together."""
        lists = with_optional_items(step)
        inner = self._taken.fresh(f"{name}~if")
        self._add(self._step(lists, inner))
        flat = TypedBuiltin("flatten", (TypedName(inner, lists.ty, step.span),), step.ty, step.span)
        return ComputeNode(self._id(name), name, flat, step.ty, step.span)

    def _until(self, until: TypedLambda | None, name: str) -> Until | None:
        """Return the condition as the graph has it; the names of its parameters are its own."""
        if until is None:
            return None
        outer = self._names
        self._names = outer.new_child({param: param for param in until.params})
        condition = self._expr(until.body, name)
        self._names = outer
        finished, remaining = until.params
        return Until(finished, remaining, condition)

    def _decide_first(self, step: TypedMap, name: str) -> TypedMap:
        """Return `step` over pairs of item and decision, for a condition that needs steps."""
        assert step.condition is not None
        span = step.condition.span
        element = item_of(step.source.ty)
        pair = RecordTy((FieldTy("item", element), FieldTy("keep", BOOL)))
        item = TypedName(step.variable, element, span)
        decided = TypedMap(
            step.variable,
            step.source,
            None,
            TypedRecord((("item", item), ("keep", step.condition)), pair, span),
            ListTy(pair),
            span,
        )
        pairs = self._taken.fresh(f"{name}~if")
        self._add(self._step(decided, pairs))
        variable = f"{step.variable}~pair"
        chosen = TypedName(variable, pair, span)
        return TypedMap(
            variable,
            TypedName(pairs, ListTy(pair), span),
            TypedField(chosen, "keep", BOOL, span),
            _bind(step.variable, TypedField(chosen, "item", element, span), step.body),
            step.ty,
            step.span,
        )

    def _reduce(self, step: TypedReduce, name: str) -> ReduceNode:
        source = self._expr(step.source, name)
        place = self._id(name)
        call = step.merge.body
        if isinstance(call, TypedTemplateCall) and call.parent is not None:
            # Once for all merges, not in each of them.
            call = replace(call, parent=self._expr(call.parent, name))
        inner = self._inner(f"{place}[]")
        assert isinstance(step.merge.ty, FunctionTy), "a function has a function's type"
        inputs: list[str] = []
        for param, ty in zip(step.merge.params, step.merge.ty.params, strict=True):
            inputs.append(f"{name}{param}")
            inner.input(inputs[-1], ty, step.span)
            inner._names[param] = inputs[-1]  # another builder
        merge = inner.finish(call)
        return ReduceNode(
            place,
            name,
            source,
            step.mode,
            merge,
            tuple(inputs),
            step.ty,
            step.span,
            self._limits(step.limits, name),
        )

    def _repeat(self, step: TypedRepeat, name: str) -> RepeatNode:
        start, count = self._expr(step.start, name), self._expr(step.count, name)
        place = self._id(name)
        variable, history = step.variable, step.history

        def region(suffix: str, body: TypedExpr) -> Region:
            nonlocal variable, history
            inner = self._inner(f"{place}{suffix}")
            inner.input(step.variable, step.ty, step.span)
            variable = inner._names[step.variable]  # another builder
            if step.history is not None:
                inner.input(step.history, ListTy(step.ty, 1), step.span)
                history = inner._names[step.history]  # another builder
            return inner.finish(body)

        until = None if step.until is None else region("[]?until", step.until)
        body = region("[]", step.body)
        return RepeatNode(
            place, name, start, count, variable, history, until, body, step.ty, step.span,
            self._limits(step.limits, name),
        )  # fmt: skip

    def _branch(self, expr: TypedIf, name: str) -> TypedExpr:
        """Add the node of an if whose arms need steps, so that only one of them is run."""
        condition = self._expr(expr.condition, name)
        place = self._id(name)
        then = self._inner(f"{place}?then").finish(expr.then)
        otherwise = self._inner(f"{place}?else").finish(expr.otherwise)
        self._add(BranchNode(place, name, condition, then, otherwise, expr.ty, expr.span))
        return TypedName(name, expr.ty, expr.span)

    # Names

    def _inner(self, place: str) -> "_RegionBuilder":
        return _RegionBuilder(self._budget, place, self, self._depth + 1, is_item=True)

    def _bind(self, name: str) -> str:
        self._names[name] = self._taken.reserve(name)
        return self._names[name]

    def _id(self, name: str) -> str:
        """Return where a node hangs: the step that is the result of an item is the item itself."""
        if self._is_item and name == self._result_name:
            return self._place
        return f"{self._place}/{name}"

    def _add(self, node: Node) -> None:
        self._budget.take()
        self._nodes.append(node)

    def _optional(self, expr: TypedExpr | None, hint: str) -> TypedExpr | None:
        return None if expr is None else self._expr(expr, hint)

    def _limits(self, limits: Limits, hint: str) -> Limits:
        return Limits(self._args(limits.values, hint))

    def _args(
        self, args: tuple[tuple[str, TypedExpr], ...], hint: str
    ) -> tuple[tuple[str, TypedExpr], ...]:
        return tuple((name, self._expr(value, hint)) for name, value in args)


def _has_plain_arms(expr: TypedIf) -> bool:
    return is_step_free(expr.then) and is_step_free(expr.otherwise)


def _bind(name: str, value: TypedExpr, body: TypedExpr) -> TypedBlock:
    """Return a block that names `value` and gives `body`."""
    return TypedBlock((TypedBinding(name, value, value.span),), body, body.ty, value.span)
