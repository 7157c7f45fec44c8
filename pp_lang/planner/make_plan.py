"""Compilation, inputs and model -> plan."""

from collections.abc import Mapping
from pathlib import PurePath

from pp_lang.compiler import Compilation
from pp_lang.engine import LanguageModel
from pp_lang.evaluation import Value
from pp_lang.graph import GenerateNode, Graph, InputNode, Node, Region
from pp_lang.planner.bounds import ZERO, Bounds, total
from pp_lang.planner.cells import cells_at, widest
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
from pp_lang.planner.shared_parts import PromptMeter
from pp_lang.planner.sketch import Sketch, stand_in
from pp_lang.planner.tally import PlaceTally, PrefixTally, Tally
from pp_lang.planner.walk import Walk
from pp_lang.semantics import Options, OptionValue, TextTy, closed_options, plain

FREE_TEXT_TOKENS = 256
CONSTRAINED_TOKENS = 1024
"""What the engine allows an answer where no `max_tokens` is set."""


def make_plan(
    compilation: Compilation,
    program_name: str,
    inputs: Mapping[str, Value],
    model: LanguageModel | None,
    settings: Mapping[str, OptionValue] | None = None,
) -> Plan:
    """Return what is known of a run of `program_name` before its first token.

    `inputs` may leave any input out: what depends on it is then known only within bounds. Without a
    model there are no token counts. `settings` lie above all options of the program.
    """
    return _Planner(
        compilation, program_name, model, Options(tuple((settings or {}).items()))
    ).plan(inputs)


class _Planner:
    def __init__(
        self,
        compilation: Compilation,
        program_name: str,
        model: LanguageModel | None,
        settings: Options,
    ) -> None:
        self._compilation = compilation
        self._module = compilation.module
        self._program = compilation.module.programs[program_name]
        self._region = compilation.region(program_name)
        self._model = _model_facts(model) if model else None
        self._walk = Walk(compilation, PromptMeter(model))
        self._settings = settings

    def plan(self, inputs: Mapping[str, Value]) -> Plan:
        self._walk.walk_program(self._region, self._sketch_inputs(inputs))
        tally = self._walk.tally
        steps = self._steps(self._region)
        generating = [step for step in _flatten(steps) if step.generation]
        return Plan(
            program=self._program.name,
            file=PurePath(self._module.source.name).name,
            model=self._model,
            inputs=tuple((p.name, _known(inputs, p.name)) for p in self._program.parameters),
            steps=steps,
            prefixes=_prefixes(tally.prefixes),
            tokens=self._tokens(tally, generating) if self._model else None,
            memory=self._memory(tally, generating) if self._model else None,
            generations=total([place.runs for place in tally.places.values()]),
            critical_path=critical_path(self._region, tally),
            unknowns=tuple(tally.unknowns.values()),
            problems=(*tally.problems, *self._too_long(generating)),
            notes=(*tally.notes, *self._other_models(generating)),
        )

    def _sketch_inputs(self, inputs: Mapping[str, Value]) -> dict[str, Sketch]:
        sketches = {}
        for parameter in self._program.parameters:
            if parameter.name in inputs:
                sketches[parameter.name] = Sketch(inputs[parameter.name])
            else:
                missing = frozenset({f"input {parameter.name}"})
                value = stand_in(parameter.ty, self._module)
                sketches[parameter.name] = Sketch(value, missing, has_length=False)
        return sketches

    def _steps(self, region: Region) -> tuple[PlannedStep, ...]:
        graph = Graph(region)
        return tuple(
            self._step(node, graph) for node in region.nodes if not isinstance(node, InputNode)
        )

    def _step(self, node: Node, graph: Graph) -> PlannedStep:
        tally = self._walk.tally
        return PlannedStep(
            id=node.id,
            name=node.name,
            kind=type(node).__name__.removesuffix("Node").lower(),
            detail=detail(node),
            uses=tuple(graph.inputs_of(node.name)),
            runs=tally.runs.get(node.id, ZERO),
            items=tally.items.get(node.id, ZERO) if has_items(node) else None,
            generation=self._generation(node) if isinstance(node, GenerateNode) else None,
            steps=tuple(step for body in bodies(node) for step in self._steps(body)),
        )

    def _generation(self, node: GenerateNode) -> PlannedGeneration:
        place = self._walk.tally.places.get(node.id, PlaceTally())
        answer = self._answer_tokens(node)
        is_counted = self._model is not None
        return PlannedGeneration(
            template=node.template,
            answer=str(plain(node.ty)),
            is_scored=answer == 0,
            prompt_tokens=place.prompt if is_counted else None,
            own_tokens=place.own if is_counted else None,
            answer_tokens=answer,
            width=widest(place, answer, self._model.cells, self._model.max_width)
            if self._model
            else None,
        )

    def _answer_tokens(self, node: GenerateNode) -> int:
        if closed_options(node.ty) is not None:
            return 0
        limit = self._settings.over(node.options).get("max_tokens")
        if isinstance(limit, int):
            return limit
        return FREE_TEXT_TOKENS if plain(node.ty) == TextTy() else CONSTRAINED_TOKENS

    def _tokens(self, tally: Tally, generating: list[PlannedStep]) -> PlannedTokens:
        shared = total([p.tokens_to_prefill for p in _all_prefixes(tally.prefixes)])
        without = tally.without_sharing
        can_share = self._model is not None and self._model.can_share_prefix
        prefill = shared + tally.own if can_share else without
        is_bounded = without.high is not None and prefill.high is not None
        saved = Bounds(
            max(0, without.low - prefill.low),
            max(0, (without.high or 0) - (prefill.high or 0)) if is_bounded else None,
        )
        answers = total(
            [
                step.runs * Bounds(0, step.generation.answer_tokens)
                for step in generating
                if step.generation
            ]
        )
        return PlannedTokens(prefill, without, saved, answers.high)

    def _memory(self, tally: Tally, generating: list[PlannedStep]) -> PlannedMemory | None:
        assert self._model is not None
        needs = []
        for step in generating:
            place, generation = tally.places.get(step.id), step.generation
            if place and generation and generation.width:
                cells = cells_at(place, generation.answer_tokens, generation.width)
                needs.append(
                    PlannedMemory(step.id, generation.width, cells, cells * self._model.cell_bytes)
                )
        return max(needs, key=lambda need: need.cells, default=None)

    def _too_long(self, generating: list[PlannedStep]) -> list[str]:
        if self._model is None:
            return []
        found = []
        for step in generating:
            generation = step.generation
            if generation and generation.prompt_tokens and generation.width == 0:
                prompt = generation.prompt_tokens.high or generation.prompt_tokens.low
                found.append(
                    f"{step.id}: a prompt of {prompt:,} tokens + {generation.answer_tokens:,} for "
                    f"the answer exceed the model's context of {self._model.cells:,}"
                )
        return found

    def _other_models(self, generating: list[PlannedStep]) -> list[str]:
        named = sorted(_models_named(self._region)) if self._model else []
        return [
            f"tokens are counted for {self._model.name}; the program also names {name}"
            for name in named
            if self._model and name != self._model.name
        ]


def _model_facts(model: LanguageModel) -> PlannedModel:
    info = model.info
    return PlannedModel(
        info.name, info.cells, info.max_width, info.cell_bytes, info.can_share_prefix
    )


def _known(inputs: Mapping[str, Value], name: str) -> str:
    if name not in inputs:
        return "not given"
    value = inputs[name]
    if isinstance(value, list):
        return f"{len(value):,} item{'s' if len(value) != 1 else ''}"
    if isinstance(value, str):
        return f"text of {len(value):,} characters"
    return type(value).__name__


def _models_named(region: Region) -> set[str]:
    found: set[str] = set()
    for node in region.nodes:
        name = node.options.get("model") if isinstance(node, GenerateNode) else None
        if isinstance(name, str):
            found.add(name)
        for body in bodies(node):
            found |= _models_named(body)
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
