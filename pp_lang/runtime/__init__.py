"""Programs at work: the only async code. Tasks and models take turns, so runs repeat exactly."""

from pp_lang.runtime.call_log import CallLog, FunctionCall, KeptValue
from pp_lang.runtime.events import (
    GenerationRetried,
    ItemFinished,
    NodeFinished,
    NodeKind,
    NodeProgress,
    NodeStarted,
    OnEvent,
    RunEvent,
    RunFinished,
    RunStarted,
    TextDelta,
)
from pp_lang.runtime.model_memory import MemoryBudget
from pp_lang.runtime.model_owner import ModelOpener, OpenedModel
from pp_lang.runtime.model_ref import ModelRef
from pp_lang.runtime.python_calls import ExternFunction
from pp_lang.runtime.run import RunOutcome, first_cause, run_program
from pp_lang.runtime.settings import RunSettings, scripted_model_name
from pp_lang.runtime.statistics import BiasedAnswers, ModelUse, ReachedLimit, RunStatistics

__all__ = [
    "BiasedAnswers",
    "CallLog",
    "ExternFunction",
    "FunctionCall",
    "GenerationRetried",
    "ItemFinished",
    "KeptValue",
    "MemoryBudget",
    "ModelOpener",
    "ModelRef",
    "ModelUse",
    "NodeFinished",
    "NodeKind",
    "NodeProgress",
    "NodeStarted",
    "OnEvent",
    "OpenedModel",
    "ReachedLimit",
    "RunEvent",
    "RunFinished",
    "RunOutcome",
    "RunSettings",
    "RunStarted",
    "RunStatistics",
    "TextDelta",
    "first_cause",
    "run_program",
    "scripted_model_name",
]
