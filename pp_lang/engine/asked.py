"""What a request asks, in three short digests: enough to see that it is still the same one."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from hashlib import blake2b
from itertools import groupby

from pp_lang.engine.prompt import Cut, Piece, Prompt
from pp_lang.engine.request import GenerationRequest
from pp_lang.sampling_params import SamplingParams

_DIGEST_BYTES = 6
_NOT_SETTINGS = frozenset(
    {"prompt", "form", "sampling", "label", "priority", "is_in_turn", "wants_logprobs"}
)
"""Fields of a request that are digested apart, or make no difference: a recording always has the
log-probabilities."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Digests of what a request asks."""

    prompt: str
    """Its turns and their text; where the text is cut or in how many pieces it came is left out."""
    form: str
    """What the answer must look like."""
    settings: str
    """How the answer is chosen, and what is to be known about it."""

    def differences(self, other: "Asked") -> tuple[str, ...]:
        """Return in words what is not the same in `other`."""
        pairs = (
            ("prompt", self.prompt, other.prompt),
            ("answer form", self.form, other.form),
            ("settings", self.settings, other.settings),
        )
        return tuple(word for word, ours, theirs in pairs if ours != theirs)


def digest_request(request: GenerationRequest) -> Asked:
    """Return what `request` asks."""
    sampling = request.sampling
    if sampling.temperature == 0:  # nothing is drawn, so nothing that steers draws matters
        usual = SamplingParams()
        sampling = replace(
            sampling, seed=usual.seed, top_k=usual.top_k, top_p=usual.top_p, min_p=usual.min_p
        )
    rest = {one.name: getattr(request, one.name) for one in _set_fields(request)}
    settings = (sampling, *((n, v) for n, v in rest.items() if n not in _NOT_SETTINGS))
    return Asked(digest_prompt(request.prompt), _digest(request.form), _digest(settings))


def digest_prompt(prompt: Prompt) -> str:
    """Return the digest of what a model reads."""
    return _digest(tuple((turn.role, tuple(_runs(turn.parts))) for turn in prompt.turns))


def _runs(parts: tuple[Piece | Cut, ...]) -> Iterator[tuple[bool, str]]:
    """Yield the text in runs of one origin, however many pieces it came in."""
    pieces = (part for part in parts if isinstance(part, Piece) and part.text)
    for is_trusted, run in groupby(pieces, key=lambda piece: piece.is_trusted):
        yield is_trusted, "".join(piece.text for piece in run)


def _digest(value: object) -> str:
    return blake2b(_written(value).encode(), digest_size=_DIGEST_BYTES).hexdigest()


def _written(value: object) -> str:
    """Return a text that says all of a value but the fields that stand at their default.

    So a setting that a later version adds does not make every earlier digest another one.
    """
    if is_dataclass(value) and not isinstance(value, type):
        shown = (f"{one.name}={_written(getattr(value, one.name))}" for one in _set_fields(value))
        return f"{type(value).__name__}({','.join(shown)})"
    if isinstance(value, tuple):
        return f"({','.join(map(_written, value))})"
    return repr(value)


def _set_fields(value: object) -> Iterator[Field[object]]:
    """Yield the fields of a dataclass that do not stand at their default."""
    for one in fields(value):  # type: ignore[arg-type]  # the callers pass dataclasses
        default = one.default_factory() if one.default_factory is not MISSING else one.default
        if default is MISSING or getattr(value, one.name) != default:
            yield one
