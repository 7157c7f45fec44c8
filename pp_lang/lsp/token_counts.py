"""How long prompts are, for hovers: counted beside the loop, and remembered."""

import asyncio
import threading
from typing import TYPE_CHECKING

from pp_lang.errors import CompileError, PPError
from pp_lang.tools import Workspace

if TYPE_CHECKING:
    from pp_lang.engine import PromptCounter

MOST_REMEMBERED = 200
WAIT_S = 2.0
"""A hover that takes longer shows itself without the count; the next one has it."""


class TokenCounts:
    """Counts with the vocabulary of the embedded model, which is opened at the first count."""

    def __init__(self, files: Workspace) -> None:
        self._files = files
        self._lock = threading.Lock()
        self._counter: PromptCounter | None = None
        self._is_missing = False
        self._known: dict[tuple[str, str, str], str | None] = {}

    async def describe(self, file: str, name: str) -> str | None:
        """Return a sentence on the size of the template or context called `name`.

        None where the file has errors, no model is at hand, or counting takes too long.
        """
        loop = asyncio.get_running_loop()
        counting = loop.run_in_executor(None, self._describe, file, name)
        done, _ = await asyncio.wait({counting}, timeout=WAIT_S)
        return counting.result() if done else None

    def _describe(self, file: str, name: str) -> str | None:
        document = self._files.find(file)
        if document is None or not document.checked.is_ok:
            return None
        key = (file, document.text, name)
        with self._lock:  # a vocabulary serves one thread at a time
            if key not in self._known:
                while len(self._known) >= MOST_REMEMBERED:
                    del self._known[next(iter(self._known))]
                self._known[key] = self._measure(file, name)
            return self._known[key]

    def _measure(self, file: str, name: str) -> str | None:
        from pp_lang.model_registry import EMBEDDED
        from pp_lang.planner import measure_declaration

        counter = self._open()
        if counter is None:
            return None
        try:
            size = measure_declaration(self._files.compile(file).module, name, counter.count)
        except CompileError:
            return None  # it was edited in between
        if size is None:
            return None
        shared = f", {size.shared:,} of them shared" if size.shared else ""
        return f"{size.total:,} tokens before any data ({EMBEDDED}){shared}"

    def _open(self) -> "PromptCounter | None":
        from pp_lang.engine import open_prompt_counter
        from pp_lang.model_registry import find_model

        if self._counter is None and not self._is_missing:
            try:
                path = find_model(None).path
                self._counter = open_prompt_counter(path) if path is not None else None
            except PPError:
                self._is_missing = True
        return self._counter
