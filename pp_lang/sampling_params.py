"""How the next token is chosen: the one place where a sampling field is named."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SamplingParams:
    """Settings of one generation. Ranges are checked by whoever reads them from a person."""

    temperature: float = 0.0
    """0 takes the most likely token; above 0 tokens are drawn."""
    top_k: int = 40
    """Draw among the k most likely tokens; 0 means all."""
    top_p: float = 0.95
    """Draw among the fewest tokens whose probability adds up to this; 1 means all."""
    min_p: float = 0.05
    """Drop tokens less likely than this share of the most likely one; 0 means none."""
    repeat_penalty: float = 1.0
    """Divide the logits of the last 64 tokens of the answer by this; 1 means no penalty."""
    seed: int = 0
    """Seed of the draws; every generation has its own stream."""
    max_tokens: int | None = None
    """Stop after this many tokens; None lets the output form decide."""
    stop: tuple[str, ...] = ()
    """End the answer before the first of these strings."""
