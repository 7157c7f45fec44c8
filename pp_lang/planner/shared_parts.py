"""A prompt cut where it is shared: the name, the identity and the size of each part."""

from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from pp_lang.engine import Cut, LanguageModel, Prompt
from pp_lang.evaluation import Answer, ContextValue, context_around


@dataclass(frozen=True, slots=True)
class SharedPart:
    """What stands between two cuts, known by all the text from the prompt's beginning."""

    label: str
    kind: Literal["context", "head", "whole"]
    """A context; a template's text up to its first argument; all of a prompt that is sampled."""
    digest: bytes
    tokens: int


@dataclass(frozen=True, slots=True)
class MeasuredPrompt:
    """A prompt in parts."""

    shared: tuple[SharedPart, ...]
    own_tokens: int

    @property
    def total_tokens(self) -> int:
        """Length of the whole prompt."""
        return sum(part.tokens for part in self.shared) + self.own_tokens


class PromptMeter:
    """Measures prompts with a model's tokenizer; without a model every size is 0."""

    def __init__(self, model: LanguageModel | None) -> None:
        self._model = model
        self._sizes: dict[tuple[bytes, int], tuple[int, ...]] = {}

    def measure(
        self,
        prompt: Prompt,
        context: ContextValue | Answer | None,
        template: str,
        *,
        is_sampled: bool,
    ) -> MeasuredPrompt:
        """Return the parts of the prompt of one call."""
        *digests, whole = cut_digests(prompt)
        *shared, own = self._segments(prompt, whole, len(digests))
        contexts = context_names(context)
        parts = []
        for place, (digest, tokens) in enumerate(zip(digests, shared, strict=True)):
            if is_sampled and place == len(digests) - 1:
                parts.append(SharedPart(f"whole prompt of {template}", "whole", digest, tokens))
            elif place < len(contexts):
                parts.append(SharedPart(contexts[place], "context", digest, tokens))
            elif isinstance(context, Answer):
                parts.append(SharedPart(f"turns before {template}", "head", digest, tokens))
            else:
                parts.append(SharedPart(f"head of {template}", "head", digest, tokens))
        return MeasuredPrompt(tuple(parts), own)

    def _segments(self, prompt: Prompt, digest: bytes, num_cuts: int) -> tuple[int, ...]:
        if self._model is None:
            return (0,) * (num_cuts + 1)
        # The same text has one cut more where it is sampled.
        if (key := (digest, num_cuts)) not in self._sizes:
            self._sizes[key] = self._model.count(prompt).segments
        return self._sizes[key]


def cut_digests(prompt: Prompt) -> list[bytes]:
    """Return what identifies the text up to each cut, and at last that of the whole prompt."""
    digest = blake2b(digest_size=16)
    found = []
    for turn in prompt.turns:
        _add(digest, turn.role)
        for part in turn.parts:
            if isinstance(part, Cut):
                found.append(digest.digest())
            else:
                _add(digest, part.text)
    return [*found, digest.digest()]


def context_names(context: ContextValue | Answer | None) -> list[str]:
    """Return the names of a context and those around it, outermost first.

    Of an answer they are those of the context that its conversation began in.
    """
    context = context_around(context)
    return [*context_names(context.parent), context.name] if context else []


def _add(digest: "blake2b", text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    digest.update(len(data).to_bytes(8, "little") + data)
