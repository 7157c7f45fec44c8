"""Settings of a run, and what is set for one generation by all levels together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from hashlib import blake2b

from pp_lang.engine import EngineConfig
from pp_lang.errors import InternalError
from pp_lang.evaluation import Value
from pp_lang.runtime.model_memory import MemoryBudget
from pp_lang.runtime.model_ref import ModelRef
from pp_lang.runtime.place import Place
from pp_lang.sampling_params import SamplingParams
from pp_lang.semantics import CheckedModule, Options, OptionValue

SAMPLE_TEMPERATURE = 0.8
"""Temperature inside `sample`, and of a second attempt, where nothing sets one: at 0 the same
prompt gives the same answer again."""

_SAMPLING_FIELDS = ("top_k", "top_p", "min_p", "repeat_penalty", "max_tokens")
_ENGINE_FIELDS = frozenset(each.name for each in fields(EngineConfig))


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What is said about a run from outside."""

    options: Options = field(default_factory=Options)
    """Laid over everything that the program sets."""
    seed: int = 0
    """Where all seeds of the run come from."""
    window: int | None = None
    """Items of a map in flight at a time; None lets the model's width decide."""
    is_model_given: bool = False
    """True where the run's own model answers everything, whatever the program names."""
    memory: MemoryBudget | None = None
    """What its models may take together; None: as much as they need."""
    scripted: frozenset[str] = frozenset()
    """Templates that are answered by a model of their own; see `scripted_model_name`."""
    extern_answers: Mapping[str, Sequence[Value]] = field(default_factory=dict)
    """What functions of Python give that are not called, call after call, by their keys."""


@dataclass(frozen=True, slots=True)
class CallSettings:
    """Everything that is set for one generation."""

    model: ModelRef
    options: dict[str, OptionValue]
    run_seed: int

    @property
    def retries(self) -> int:
        """Attempts after the first."""
        value = self.options.get("retry")
        return value if isinstance(value, int) else 0

    @property
    def timeout_s(self) -> float | None:
        """Most seconds that one attempt may take."""
        value = self.options.get("timeout")
        return float(value) if isinstance(value, int | float) else None

    @property
    def calibrate(self) -> str | None:
        """How answers from closed sets are calibrated; None where nothing sets it."""
        value = self.options.get("calibrate")
        return value if isinstance(value, str) else None

    def sampling(self, place: Place, attempt: int) -> SamplingParams:
        """Return how the tokens of one attempt are chosen."""
        set_here = {
            name: value
            for name in _SAMPLING_FIELDS
            if (value := self.options.get(name)) is not None
        }
        stop = self.options.get("stop")
        return SamplingParams(
            temperature=self._temperature(place, attempt),
            seed=self._seed(place, attempt),
            stop=(stop,) if isinstance(stop, str) else _texts(stop),
            **set_here,  # type: ignore[arg-type]  # the checker matched each with its type
        )

    def _temperature(self, place: Place, attempt: int) -> float:
        value = self.options.get("temperature")
        if isinstance(value, int | float):
            return float(value)
        return SAMPLE_TEMPERATURE if place.is_sampled or attempt else 0.0

    def _seed(self, place: Place, attempt: int) -> int:
        seed = self.options.get("seed", self.run_seed)
        digest = blake2b(f"{seed}\0{place.id}\0{attempt}".encode()).digest()
        return int.from_bytes(digest[:8], "big")


def _texts(value: OptionValue) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def scripted_model_name(template: str) -> str:
    """Return the location of the model that answers for a scripted template; no file has it."""
    return f"scripted:{template}"


def call_settings(
    module: CheckedModule, options: Options, settings: RunSettings, template: str
) -> tuple[CallSettings, ...]:
    """Return what is set for a generation: with its model, then with each of its fallbacks."""
    over = settings.options.over(options)
    if template in settings.scripted:
        ref = ModelRef(scripted_model_name(template))
        # What a script says is the answer, whatever a model would prefer; it says records.
        said = {**dict(over.values), "calibrate": "none", "records": "keyed"}
        return (CallSettings(ref, said, settings.seed),)
    names = [None if settings.is_model_given else over.get("model")]
    fallback = over.get("fallback")
    names += fallback if isinstance(fallback, tuple) else ()
    return tuple(_with_model(module, name, over, settings) for name in names)


def _with_model(
    module: CheckedModule, name: OptionValue, over: Options, settings: RunSettings
) -> CallSettings:
    if name is None or settings.is_model_given:
        return CallSettings(ModelRef(None), dict(over.values), settings.seed)
    if not isinstance(name, str):
        raise InternalError(f"a model is named by text, not by {name!r}")
    declared = module.models.get(name)
    if declared is None:
        return CallSettings(ModelRef(name), dict(over.values), settings.seed)
    ref = ModelRef(declared.location, _engine_config(declared.options))
    return CallSettings(ref, dict(over.over(declared.options).values), settings.seed)


def _engine_config(options: Options) -> EngineConfig | None:
    values = {name: value for name, value in options.values if name in _ENGINE_FIELDS}
    if not values:
        return None
    return EngineConfig(**values)  # type: ignore[arg-type]  # the checker matched each with its type
