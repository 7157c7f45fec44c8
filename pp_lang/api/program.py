"""A compiled program that Python code can run."""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from pp_lang.api.externs import Externs
from pp_lang.api.journaled_models import JournaledModels
from pp_lang.api.models import Model, RunModels
from pp_lang.api.options import RunOptions
from pp_lang.compiler import Compilation
from pp_lang.diagnostics import Diagnostic
from pp_lang.errors import InputError

if TYPE_CHECKING:
    from pydantic import BaseModel, TypeAdapter

    from pp_lang.evaluation import PydanticTypes, Value
    from pp_lang.runtime import MemoryBudget, ModelOpener, OnEvent, RunEvent, RunOutcome

T = TypeVar("T")
InputValues: TypeAlias = Mapping[str, object]


@dataclass(frozen=True)
class CompiledFile:
    """What the programs of one file share."""

    compilation: Compilation
    base: Path | None
    """Folder that relative paths of models start from."""
    externs: Externs = field(default_factory=Externs)
    """The functions of Python that the programs may call."""

    @cached_property
    def types(self) -> "PydanticTypes":
        """The pydantic types of the file."""
        from pp_lang.evaluation import PydanticTypes

        return PydanticTypes()


class Program(Generic[T]):
    """A program with its types; `T` is what a run returns.

    Inputs are named arguments. One that is called `model` or `options` is given in a mapping, as
    the first argument: `program.run({"model": ...})`.
    """

    def __init__(self, file: CompiledFile, name: str, output: type[T] | None = None) -> None:
        self._file = file
        self._checked = file.compilation.module.programs[name]
        self._wanted = output
        self.name = name
        if output is not None:
            self._verify_output(output)

    def __repr__(self) -> str:
        return f"<Program {self.name} of {self._file.compilation.source.name}>"

    @property
    def doc(self) -> str | None:
        """The program's docstring; of `main`, the file's where it has none."""
        module = self._file.compilation.module
        return self._checked.doc or (module.doc if self.name == "main" else None)

    @property
    def compilation(self) -> Compilation:
        """The compiled file, for tools that look inside."""
        return self._file.compilation

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What the compiler has to say about the file, though it compiles."""
        return self._file.compilation.warnings

    @property
    def programs(self) -> "dict[str, Program[Any]]":
        """All programs of the file by name."""
        return {name: self[name] for name in self._file.compilation.module.programs}

    def __getitem__(self, name: str) -> "Program[Any]":
        """Return another program of the same file. Raises `InputError`."""
        return find_program(self._file, name)

    @cached_property
    def Inputs(self) -> "type[BaseModel]":  # noqa: N802  # a type
        """The pydantic model of the inputs."""
        from pp_lang.api.inputs import build_inputs_model

        return build_inputs_model(self._checked, self._file.types)

    @cached_property
    def Output(self) -> Any:  # noqa: N802  # a type; Any: a pydantic model, `str`, `list[...]`
        """The type of the result: a pydantic model for a record."""
        from pp_lang.semantics import RecordTy, plain

        ty = plain(self._checked.output)
        if self._wanted is not None:
            return self._wanted
        if isinstance(ty, RecordTy):
            return self._file.types.model(ty, "Output")
        return self._file.types.annotation(ty)

    def run(
        self,
        inputs: "InputValues | BaseModel | None" = None,
        /,
        *,
        model: str | Path | Model | None = None,
        options: RunOptions | None = None,
        **named: object,
    ) -> T:
        """Run the program and return its result.

        `model` answers everything, whatever the program names: a known name, a path of a GGUF file
        or an opened `Model`. With None the program's own models answer, and the embedded one where
        it names none. Works in a script, in a thread, and where an event loop runs already, as in a
        notebook; there the program runs in a thread of its own.
        Raises `InputError`, `ModelError` or `RunError`.
        """
        import anyio.lowlevel

        work = partial(self.arun, inputs, model=model, options=options, **named)
        try:
            anyio.lowlevel.current_token()
        except RuntimeError:
            return anyio.run(work)
        from pp_lang.api.background import Background

        return Background(work).wait_done()

    async def arun(
        self,
        inputs: "InputValues | BaseModel | None" = None,
        /,
        *,
        model: str | Path | Model | None = None,
        options: RunOptions | None = None,
        **named: object,
    ) -> T:
        """Run the program from async code, on asyncio or trio; else as `run`."""
        values = self._read_inputs(inputs, named)
        options = options or RunOptions()
        outcome = await self._execute(
            values, model, options, options.on_event, wants_deltas=options.deltas
        )
        return self.read_result(outcome.value)

    def stream(
        self,
        inputs: "InputValues | BaseModel | None" = None,
        /,
        *,
        model: str | Path | Model | None = None,
        options: RunOptions | None = None,
        **named: object,
    ) -> "Iterator[RunEvent]":
        """Run the program in a thread and yield its events; the last is `RunFinished`.

        Closing the iterator stops the run. Raises as `run` does, after the events that came before.
        """
        from pp_lang.api.background import stream_events

        values = self._read_inputs(inputs, named)
        return stream_events(partial(self._execute_for, values, model, options or RunOptions()))

    def astream(
        self,
        inputs: "InputValues | BaseModel | None" = None,
        /,
        *,
        model: str | Path | Model | None = None,
        options: RunOptions | None = None,
        **named: object,
    ) -> "AsyncIterator[RunEvent]":
        """Run the program in a thread and yield its events to async code; else as `stream`."""
        from pp_lang.api.background import astream_events

        values = self._read_inputs(inputs, named)
        return astream_events(partial(self._execute_for, values, model, options or RunOptions()))

    def read_result(self, value: "Value") -> T:
        """Return a result as `run` does: the `result` of a `RunFinished` event."""
        return self._output_adapter.validate_python(value)

    @cached_property
    def _output_adapter(self) -> "TypeAdapter[T]":
        from pydantic import TypeAdapter

        if self._wanted is not None:
            return TypeAdapter(self._wanted)
        return TypeAdapter(self.Output)

    def _read_inputs(
        self, inputs: "InputValues | BaseModel | None", named: Mapping[str, object]
    ) -> "dict[str, Value]":
        from pp_lang.api.inputs import as_mapping, read_inputs

        return read_inputs(self._checked, self._file.types, {**as_mapping(inputs), **named})

    async def _execute_for(
        self,
        values: "dict[str, Value]",
        model: str | Path | Model | None,
        options: RunOptions,
        on_event: "OnEvent",
    ) -> None:
        await self._execute(values, model, options, on_event, wants_deltas=True)

    async def _execute(
        self,
        values: "dict[str, Value]",
        model: str | Path | Model | None,
        options: RunOptions,
        on_event: "OnEvent | None",
        *,
        wants_deltas: bool,
    ) -> "RunOutcome":
        from pp_lang.api.inputs import read_settings
        from pp_lang.runtime import RunSettings, run_program

        compilation = self._file.compilation
        region = compilation.region(self.name)
        models = RunModels(
            model,
            self._file.base,
            options.models_folder,
            options.engine,
            exact=options.exact,
            batch_invariant=options.batch_invariant,
            warm=options.warm,
        )
        journal = options.journal
        opener: ModelOpener = models if journal is None else JournaledModels(models, journal)
        return await run_program(
            compilation,
            self.name,
            values,
            opener,
            RunSettings(
                read_settings(options.settings, exact=options.exact),
                options.seed,
                options.window,
                is_model_given=model is not None,
                memory=memory_budget(options.memory_gb, models),
            ),
            on_event,
            types=self._file.types,
            wants_deltas=wants_deltas,
            functions=self._file.externs.functions(compilation.module, region),
            calls=journal,
        )

    def _verify_output(self, output: type[T]) -> None:
        from pp_lang.api.output_match import find_mismatch

        mismatch = find_mismatch(self._checked.output, output)
        if mismatch is not None:
            name = getattr(output, "__name__", str(output))
            raise InputError(f"`{name}` does not fit program `{self.name}`: {mismatch}")


def memory_budget(memory_gb: float | None, models: RunModels) -> "MemoryBudget | None":
    """Return what the models of a run may take; None where nothing says how much there is."""
    from pp_lang.api.model_sizes import available_bytes
    from pp_lang.runtime import MemoryBudget

    size = available_bytes() if memory_gb is None else int(memory_gb * 1e9)
    return None if size is None else MemoryBudget(size, models.estimate_bytes)


def find_program(file: CompiledFile, name: str | None, output: type[T] | None = None) -> Program[T]:
    """Return the program called `name`; None means `main`, or the only one. Raises `InputError`."""
    return Program(file, file.compilation.find_program(name).name, output)
