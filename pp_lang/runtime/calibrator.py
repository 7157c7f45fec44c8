"""Takes a model's bias out of answers from closed sets, and notices where nobody asked for that."""

from dataclasses import dataclass, field, replace
from math import exp

from pp_lang.engine import GenerationResult, OneOf, draw_option
from pp_lang.errors import RunError
from pp_lang.evaluation import LogShares, calibrate, entropy_bits, find_bias, likeliest, log_shares
from pp_lang.graph import GenerateNode, Region, find_calibrated
from pp_lang.runtime.batches import Batches
from pp_lang.runtime.model_ref import ModelRef
from pp_lang.runtime.place import Place
from pp_lang.runtime.priors import PriorQuestion, Priors, PromptOf
from pp_lang.runtime.settings import RunSettings
from pp_lang.runtime.statistics import BiasedAnswers
from pp_lang.sampling_params import SamplingParams
from pp_lang.semantics import CheckedModule, shows_data


@dataclass(frozen=True, slots=True)
class Chosen:
    """One answer from a closed set, and how it came about."""

    node: GenerateNode
    place: Place
    ref: ModelRef
    form: OneOf
    sampling: SamplingParams
    prompt_of: PromptOf
    how: str | None
    """What `calibrate` is set to; None where nothing sets it."""


@dataclass(frozen=True, slots=True)
class _Watched:
    """The answers of one node that nothing calibrates."""

    template: str
    options: tuple[str, ...]
    answers: list[LogShares] = field(default_factory=list)


class Calibrator:
    """Calibrates the answers of a run."""

    def __init__(self, priors: Priors, batches: Batches) -> None:
        self._priors = priors
        self._batches = batches
        self._watched: dict[str, _Watched] = {}

    async def calibrated(self, chosen: Chosen, result: GenerationResult) -> GenerationResult:
        """Return the result with the option and the probabilities that are left without the bias.

        The log-likelihoods stay as the model gave them.
        """
        scores = result.option_logprobs
        if scores is None or chosen.how == "none":
            return result
        answer = log_shares(scores)
        if chosen.how is None:
            self._watch(chosen, answer)
            return result
        centre: LogShares | None
        if chosen.how == "prior":
            question = PriorQuestion(chosen.node.template, chosen.form, chosen.prompt_of)
            centre = await self._priors.wait_centre(question, chosen.ref)
        else:
            place, node = chosen.place, chosen.node.id
            centre = await self._batches.wait_centre(node, chosen.ref, place, answer)
        if centre is None:
            return result
        return _with_shares(result, chosen, calibrate(answer, centre), answer)

    def _watch(self, chosen: Chosen, answer: LogShares) -> None:
        crowd = chosen.place.crowd
        if crowd is None or chosen.place.is_sampled or not any(c.is_map for c in crowd.up_to_map()):
            return
        node = chosen.node
        watched = self._watched.get(node.id)
        if watched is None:
            watched = self._watched[node.id] = _Watched(node.template, chosen.form.options)
        watched.answers.append(answer)

    def biased(self) -> tuple[BiasedAnswers, ...]:
        """Return the nodes whose answers look biased, in the order of their ids."""
        found: list[BiasedAnswers] = []
        for node, watched in sorted(self._watched.items()):
            bias = find_bias(watched.answers)
            if bias is not None:
                option = watched.options[bias.option]
                counts = (bias.num_answers, bias.num_chosen, bias.num_changed)
                found.append(BiasedAnswers(node, watched.template, option, *counts))
        return tuple(found)


def verify_calibration(region: Region, module: CheckedModule, settings: RunSettings) -> None:
    """Raise `RunError` for an answer that is to be calibrated by what is not there."""
    for one in find_calibrated(region, settings.options):
        name = one.node.template
        if name in settings.scripted:
            continue
        if one.how == "batch" and one.map is None:
            raise RunError(
                f"`{name}` is calibrated by a batch outside any map",
                node=one.node.id,
                hint='Call it in the body of a `map`, or write `calibrate: "prior"` there.',
            )
        if one.how == "prior" and not shows_data(module.templates[name].body):
            raise RunError(
                f"`{name}` is calibrated by a prompt without data, but shows none",
                node=one.node.id,
                hint="Show the text that is judged in a hole of the template.",
            )


def _with_shares(
    result: GenerationResult, chosen: Chosen, shares: LogShares, before: LogShares
) -> GenerationResult:
    """Return the result by `shares`; between equals, what it was `before` decides."""
    is_drawn = chosen.sampling.temperature > 0
    option = draw_option(shares, chosen.sampling) if is_drawn else likeliest(shares, before)
    return replace(
        result,
        text=chosen.form.options[option],
        probabilities=tuple(map(exp, shares)),
        entropy=None if result.entropy is None else entropy_bits(shares),
    )
