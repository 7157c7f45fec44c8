"""The states that one request goes through."""

from dataclasses import dataclass, field

from pp_lang.engine.given_answer import GivenAnswer
from pp_lang.engine.prefix_tree import PrefixNode
from pp_lang.engine.request import RequestId
from pp_lang.engine.scored_answer import ScoredAnswer
from pp_lang.engine.written_answer import WrittenAnswer

Answer = WrittenAnswer | ScoredAnswer | GivenAnswer


@dataclass(slots=True, eq=False)
class Sequence:
    """One request: waiting, then running (prefilling, answering), then ended.

    Its tokens come after its shared prefix: first the prompt's own, then the answer's.
    """

    id: RequestId
    prefix: PrefixNode | None
    tokens: list[int]
    answer: Answer
    num_prompt: int
    """Tokens of the whole prompt, shared ones included."""
    max_own_cells: int
    """The cells that it can ever need besides the shared prefix."""
    first_own_cells: int
    """The cells that it starts with; never less than its tokens."""
    priority: int = 0
    """Higher ones are admitted first."""
    is_in_turn: bool = False
    """Whether longer ones of the same priority that came later wait for it."""
    start: int = 0
    """Number of shared tokens before its own."""
    num_computed: int = 0
    """How many of `tokens` the model has seen."""
    num_opening: int = 0
    """Tokens known before the first logits: the prompt's own and those that the form forces."""
    num_shared: int = 0
    """Prompt tokens that another request's prefill paid for."""
    num_option_sequences: int = 0
    """Options that it would like to score side by side; at least one when there are any to run."""
    is_counted: bool = False
    """Whether `num_shared` is known: settled at the first admission."""
    sequence: int | None = None
    """Its sequence in the model, while it runs."""
    option_sequences: list[int] = field(default_factory=list)
    own_cells: int = 0
    """Cells reserved now."""
    is_ended: bool = False

    @property
    def is_running(self) -> bool:
        """True between admission and the end."""
        return self.sequence is not None

    @property
    def is_answering(self) -> bool:
        """True once the prompt has been read."""
        return self.num_computed >= self.num_opening

    @property
    def has_ready_prefix(self) -> bool:
        """True when all that it shares is computed."""
        return self.prefix is None or self.prefix.is_ready
