"""The exceptions of pp.

PPError
├── CompileError         the program is wrong; carries the diagnostics
├── InputError           an input or an option is wrong; names it and the place
├── ModelError           a model cannot be found, read or used
├── RunError             the program ran and failed; names the node
│   ├── GenerationError  one generation failed
│   └── CancelledRunError the run was stopped from outside
└── InternalError        a fault of pp itself
"""

from pp_lang.diagnostics import Diagnostic
from pp_lang.source import SourceFile


class PPError(Exception):
    """Whatever pp raises on purpose."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        """One action that the reader can take now, if there is one."""


class CompileError(PPError):
    """The program is wrong."""

    def __init__(self, source: SourceFile, diagnostics: tuple[Diagnostic, ...]) -> None:
        count = len(diagnostics)
        first = diagnostics[0].title if diagnostics else "no diagnostics"
        super().__init__(f"{source.name}: {count} error{'s' if count != 1 else ''}: {first}")
        self.source = source
        self.diagnostics = diagnostics


class InputError(PPError):
    """An input of a run, or a setting, is missing, unreadable or of the wrong type."""


class ModelError(PPError):
    """A model cannot be found, read or used as asked."""


class RunError(PPError):
    """A run failed at the node that `node` names."""

    def __init__(self, message: str, *, node: str | None = None, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.node = node


class GenerationError(RunError):
    """One generation could not give the value that was asked for."""


class CancelledRunError(RunError):
    """The run was stopped from outside before its result existed."""


class InternalError(PPError):
    """A fault of pp itself, never of the program or its inputs."""

    def __init__(self, message: str) -> None:
        super().__init__(
            message, hint="This is a bug in pp. Please report it with the program that shows it."
        )
