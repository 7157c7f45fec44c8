"""Sizes of prompts from a model's vocabulary alone, for tools that never generate."""

from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.closing import Closing
from pp_lang.engine.language_model import PromptSize
from pp_lang.engine.prompt import Prompt
from pp_lang.engine.prompt_tokens import PromptTokenizer

if TYPE_CHECKING:
    from pp_lang.engine.llama_backend import LlamaVocabulary


class PromptCounter(Closing):
    """Counts prompts as the model would read them. Close it, or use it in a `with`."""

    def __init__(self, vocabulary: "LlamaVocabulary") -> None:
        self._vocabulary = vocabulary
        self._tokenizer = PromptTokenizer(vocabulary)

    def count(self, prompt: Prompt) -> PromptSize:
        """Return the size of `prompt` under the model's own chat template and tokenizer."""
        return self._tokenizer.read(prompt).size

    def close(self) -> None:
        """Free the vocabulary. Closing twice is allowed."""
        self._vocabulary.close()


def open_prompt_counter(path: Path) -> PromptCounter:
    """Return what counts prompts for the model in a GGUF file. Raises `ModelError`."""
    from pp_lang.engine.llama_backend import LlamaVocabulary

    return PromptCounter(LlamaVocabulary(path))
