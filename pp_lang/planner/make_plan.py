"""Compilation, inputs and model -> plan."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from pp_lang.compiler import Compilation
from pp_lang.engine import LanguageModel, Prompt, PromptSize
from pp_lang.evaluation import Environment, Value, evaluate
from pp_lang.graph import GenerateNode, Graph, InputNode, Node, Region, externs_of
from pp_lang.planner.bounds import ZERO, Bounds, total, up_to
from pp_lang.planner.calibration import calibration_notes, calibration_problems
from pp_lang.planner.cells import cells_at, most_cells, widest
from pp_lang.planner.critical_path import critical_path
from pp_lang.planner.node_words import bodies, detail, has_items
from pp_lang.planner.plan import (
    Plan,
    PlannedGeneration,
    PlannedMemory,
    PlannedModel,
    PlannedPrefix,
    PlannedStep,
    PlannedTokens,
)
from pp_lang.planner.record_layout import RecordLayouts
from pp_lang.planner.record_notes import record_notes
from pp_lang.planner.room import Room, room_of
from pp_lang.planner.shared_parts import PromptMeter
from pp_lang.planner.sketch import Sketch, unknown
from pp_lang.planner.tally import PlaceTally, PrefixTally
from pp_lang.planner.walk import Walk
from pp_lang.semantics import Options, OptionValue, Parameter, plain
from pp_lang.syntax import without_collecting


@without_collecting()
def make_plan(
    compilation: Compilation,
    program_name: str,
    inputs: Mapping[str, Value],
    model: LanguageModel | None,
    settings: Mapping[str, OptionValue] | None = None,
    *,
    model_name: str | None = None,
) -> Plan:
    """Return what is known of a run of `program_name` before its first token.

    `inputs` may leave any input out: what depends on it is then known only within bounds. Without a
    model there are no token counts. `settings` lie above all options of the program. `model_name`
    is what the model is called; None takes the name that its file gives.
    """
    facts = _model_facts(model, model_name) if model else None
    options = Options(tuple((settings or {}).items()))
    layouts = RecordLayouts(compilation.module)
    walk = Walk(compilation, PromptMeter(model), layouts, options)
    count = model.count if model else None
    return _Planner(compilation, program_name, facts, options, walk, layouts, count).plan(inputs)


class _Planner:
    """Makes one plan out of one walk."""

    def __init__(
        self,
        compilation: Compilation,
        program_name: str,
        model: PlannedModel | None,
        settings: Options,
        walk: Walk,
        layouts: RecordLayouts,
        count: Callable[[Prompt], PromptSize] | None,
    ) -> None:
        self._layouts = layouts
        self._count = count
        self._module = compilation.module
        self._program = compilation.module.programs[program_name]
        self._region = compilation.region(program_name)
        self._model = model
        self._settings = settings
        self._walk = walk
        self._tally = walk.tally

    def plan(self, inputs: Mapping[str, Value]) -> Plan:
        self._walk.walk_program(self._region, self._sketch_inputs(inputs))
        steps = self._steps(self._region)
        generating = [
            (step.id, step.generation, self._tally.places.get(step.id, PlaceTally()))
            for step in _flatten(steps)
            if step.generation is not None
        ]
        return Plan(
            program=self._program.name,
            file=PurePath(self._module.source.name).name,
            model=self._model,
            inputs=tuple((p.name, _known(inputs, p)) for p in self._program.parameters),
            steps=steps,
            prefixes=_prefixes(self._tally.prefixes),
            tokens=self._tokens(self._model, generating) if self._model else None,
            memory=self._memory(self._model, generating) if self._model else None,
            generations=total([place.runs for place in self._tally.places.values()]),
            critical_path=critical_path(self._region, self._tally),
            unknowns=tuple(self._tally.unknowns.values()),
            problems=(
                *self._tally.problems,
                *calibration_problems(self._region, self._settings),
                *(_too_long(self._model, generating) if self._model else ()),
            ),
            notes=(
                *self._tally.notes,
                *calibration_notes(self._region, self._settings),
                *record_notes(
                    self._region, self._settings, self._module, self._layouts, self._count
                ),
                *self._other_models(),
                *self._grants(),
            ),
        )

    def _sketch_inputs(self, inputs: Mapping[str, Value]) -> dict[str, Sketch]:
        sketches = {}
        for parameter in self._program.parameters:
            if parameter.name in inputs:
                sketches[parameter.name] = Sketch(inputs[parameter.name])
            elif parameter.default is not None:
                sketches[parameter.name] = Sketch(evaluate(parameter.default, Environment()))
            else:
                missing = frozenset({f"input {parameter.name}"})
                sketches[parameter.name] = unknown(parameter.ty, missing, self._module)
        return sketches

    def _steps(self, region: Region) -> tuple[PlannedStep, ...]:
        graph = Graph(region)
        return tuple(
            self._step(node, graph) for node in region.nodes if not isinstance(node, InputNode)
        )

    def _step(self, node: Node, graph: Graph) -> PlannedStep:
        return PlannedStep(
            id=node.id,
            name=node.name,
            kind=type(node).__name__.removesuffix("Node").lower(),
            detail=detail(node),
            uses=graph.inputs_of(node.name),
            runs=self._tally.runs.get(node.id, ZERO),
            items=self._tally.items.get(node.id, ZERO) if has_items(node) else None,
            generation=self._generation(node) if isinstance(node, GenerateNode) else None,
            steps=tuple(step for body in bodies(node) for step in self._steps(body)),
        )

    def _generation(self, node: GenerateNode) -> PlannedGeneration:
        place = self._tally.places.get(node.id, PlaceTally())
        room = room_of(node, self._settings)
        return PlannedGeneration(
            template=node.template,
            answer=str(plain(node.ty)),
            is_scored=room.most == 0,
            is_compact=self._layouts.of(
                node.template, self._settings.over(node.options)
            ).is_compact,
            prompt_tokens=place.prompt if self._model else None,
            own_tokens=place.own if self._model else None,
            answer_tokens=room.most,
            reserved_cells=room.reserved,
            width=_width(self._model, place, room) if self._model else None,
        )

    def _tokens(self, model: PlannedModel, generating: "_Generating") -> PlannedTokens:
        shared = total([p.tokens_to_prefill for p in _all_prefixes(self._tally.prefixes)])
        without = self._tally.without_sharing
        prefill = shared + self._tally.own if model.can_share_prefix else without
        saved = Bounds(
            max(0, without.low - prefill.low),
            None
            if without.high is None or prefill.high is None
            else max(0, without.high - prefill.high),
        )
        answers = total(
            [place.runs * up_to(generation.answer_tokens) for _, generation, place in generating]
        )
        return PlannedTokens(prefill, without, saved, answers.high)

    def _memory(self, model: PlannedModel, generating: "_Generating") -> PlannedMemory | None:
        needs = [
            (cells_at(place, generation.reserved_cells, generation.width), generation.width, node)
            for node, generation, place in generating
            if generation.width
        ]
        if not needs:
            return None
        cells, width, node = max(needs, key=lambda need: need[0])
        prefixes = total([p.tokens_to_prefill for p in _all_prefixes(self._tally.prefixes)])
        branches = [
            (place, max(generation.reserved_cells, generation.answer_tokens))
            for _, generation, place in generating
        ]
        most = most_cells(prefixes, branches, model.cells, model.max_width)
        return PlannedMemory(node, width, cells, cells * model.cell_bytes, max(cells, most))

    def _other_models(self) -> list[str]:
        if self._model is None:
            return []
        here = self._model.name
        named = sorted(_models_named(self._region) - {here})
        return [f"tokens are counted for {here}; the program also names {name}" for name in named]

    def _grants(self) -> list[str]:
        keys = externs_of(self._region)
        modules = dict.fromkeys(self._module.externs[key].module for key in keys)
        return [f"calls Python code, so a run needs --allow extern:{one}" for one in modules]


_Generating = list[tuple[str, PlannedGeneration, PlaceTally]]


def _width(model: PlannedModel, place: PlaceTally, room: Room) -> int:
    if place.prompt is not None and _longest_known(place.prompt) + room.least > model.context:
        return 0
    return max(1, widest(place, room.reserved, model.cells, model.max_width))


def _too_long(model: PlannedModel, generating: _Generating) -> list[str]:
    return [
        f"{node}: a prompt of {_longest_known(place.prompt):,} tokens and its answer exceed the "
        f"model's context of {model.context:,}"
        for node, generation, place in generating
        if place.prompt is not None and generation.width == 0
    ]


def _longest_known(prompt: Bounds) -> int:
    return prompt.low if prompt.high is None else prompt.high


def _model_facts(model: LanguageModel, name: str | None) -> PlannedModel:
    info = model.info
    return PlannedModel(
        name=name or info.name,
        cells=info.cells,
        context=min(info.cells, info.trained_context or info.cells),
        max_width=info.max_width,
        cell_bytes=info.cell_bytes,
        can_share_prefix=info.can_share_prefix,
        opening=info.opening,
    )


def _known(inputs: Mapping[str, Value], parameter: Parameter) -> str:
    if parameter.name not in inputs:
        return "not given" if parameter.default is None else "its default"
    value = inputs[parameter.name]
    if isinstance(value, list):
        return f"{len(value):,} item{'s' if len(value) != 1 else ''}"
    return f"text of {len(value):,} characters" if isinstance(value, str) else "given"


def _models_named(region: Region) -> set[str]:
    found: set[str] = set()
    for node in region.nodes:
        name = node.options.get("model") if isinstance(node, GenerateNode) else None
        if isinstance(name, str):
            found.add(name)
        found.update(*map(_models_named, bodies(node)))
    return found


def _flatten(steps: tuple[PlannedStep, ...]) -> list[PlannedStep]:
    return [found for step in steps for found in (step, *_flatten(step.steps))]


def _all_prefixes(level: dict[str, PrefixTally]) -> list[PrefixTally]:
    return [found for p in level.values() for found in (p, *_all_prefixes(p.inner))]


def _prefixes(level: dict[str, PrefixTally]) -> tuple[PlannedPrefix, ...]:
    return tuple(
        PlannedPrefix(p.label, p.tokens, p.openings, p.readers, _prefixes(p.inner))
        for p in level.values()
    )
