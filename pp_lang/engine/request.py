"""What is asked of a model and what comes back: the vocabulary of the engine's door."""

from dataclasses import dataclass, field
from typing import Literal, NewType

from pp_lang.engine.prompt import Prompt
from pp_lang.errors import GenerationError
from pp_lang.sampling_params import SamplingParams

RequestId = NewType("RequestId", int)
HoldId = NewType("HoldId", int)


@dataclass(frozen=True, slots=True)
class FreeText:
    """Any text, until the model ends its turn."""


@dataclass(frozen=True, slots=True)
class RegexText:
    """Text that matches a regular expression as a whole (the syntax of Rust's `regex` crate)."""

    pattern: str


@dataclass(frozen=True, slots=True)
class JsonText:
    """A JSON value in compact form that satisfies a JSON Schema."""

    schema: str
    """The schema, serialised as JSON."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a closed set of strings: scored by log-likelihood, never decoded."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GivenText:
    """Exactly this text: nothing is written, its tokens are scored one after the other.

    The end of the turn is not part of it, and neither token limit nor stop strings apply.
    """

    text: str


OutputForm = FreeText | RegexText | JsonText | OneOf | GivenText


def verify_form(form: OutputForm) -> None:
    """Raise `GenerationError` where no answer can have this form, whatever the model."""
    match form:
        case OneOf(options):
            if not options or "" in options or len(set(options)) < len(options):
                raise GenerationError("a closed set needs different options, none of them empty")
        case GivenText(""):
            raise GenerationError("a given answer needs at least one character to be scored")
        case _:
            pass


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """One generation, as text: the engine renders the chat template and tokenises."""

    prompt: Prompt
    form: OutputForm = field(default_factory=FreeText)
    sampling: SamplingParams = field(default_factory=SamplingParams)
    wants_entropy: bool = False
    """Whether the result shall say how uncertain the model was; it costs a little at each token."""
    wants_logprobs: bool = True
    """Whether the result of a written answer shall have the log-probabilities of its tokens; they
    cost a little at each token."""
    priority: int = 0
    """Higher ones begin first; no model answers by it."""
    is_in_turn: bool = False
    """Whether it begins in order of submission among those of its priority, rather than after
    longer ones."""
    label: str = ""
    """What the asker calls it, such as its place in a program; no model answers by it."""


FinishReason = Literal["end_of_turn", "stop_string", "complete", "max_tokens", "scored"]
"""Why an answer ended: the model's own end, a stop string, the output form being complete, the
token limit, or a closed set or given text that was scored."""


@dataclass(frozen=True, slots=True)
class TokenUse:
    """Tokens of one generation. `prompt = shared + prefilled`."""

    prompt: int
    """Length of the whole prompt."""
    shared: int
    """Prompt tokens found in a prefix that was read for several generations."""
    sampled: int
    """Answer tokens chosen from logits."""
    forced: int
    """Answer tokens that the output form left no choice about."""


@dataclass(frozen=True, slots=True)
class GenerationResult:
    """A finished answer."""

    text: str
    reason: FinishReason
    tokens: TokenUse
    logprobs: tuple[float, ...]
    """Natural log-probability of each sampled token, or of each token of a given text, under the
    model before any filter; empty for a closed set, and for an answer of which they are not
    wanted."""
    probabilities: tuple[float, ...] | None = None
    """Of the options of `OneOf`, in their order, adding up to 1; otherwise None."""
    option_logprobs: tuple[float, ...] | None = None
    """Natural log-likelihood of each whole option of `OneOf`, in their order; otherwise None.

    The end of the turn is part of it, for all options, where one option's tokens begin with
    another's; elsewhere it is not."""
    entropy: float | None = None
    """How uncertain the model was, in bits; None unless wanted.

    The mean over the sampled or given tokens of the entropy of the next token before any filter,
    among the 20 likeliest with their probabilities adding up to 1; 0 where no token was sampled.
    For a closed set, the entropy of its options' probabilities."""


@dataclass(frozen=True, slots=True)
class TextDelta:
    """A piece of an answer, cut at whole characters and never containing a part of a stop
    string."""

    request: RequestId
    text: str


@dataclass(frozen=True, slots=True)
class Finished:
    """An answer is complete; its request holds nothing any more."""

    request: RequestId
    result: GenerationResult


@dataclass(frozen=True, slots=True)
class Failed:
    """A generation could not be completed; its request holds nothing any more."""

    request: RequestId
    message: str


EngineEvent = TextDelta | Finished | Failed
