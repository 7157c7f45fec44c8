"""The engine: prompts in, answers out. It knows no language, and runs without async.

`llama_cpp` and `llguidance` are loaded when a model is opened or an output form is first used.
"""

from pp_lang.engine.asked import Asked, digest_prompt, digest_request
from pp_lang.engine.backend import Backend, BackendInfo, Rows, SavedCells, SpecialTokens
from pp_lang.engine.config import DEFAULT_WIDTH, EngineConfig
from pp_lang.engine.devices import GPU_BUILD_HINT, Gpu
from pp_lang.engine.engine import Engine
from pp_lang.engine.fake_answers import FakeSettings
from pp_lang.engine.fake_backend import FakeBackend
from pp_lang.engine.language_model import LanguageModel, ModelInfo, ModelStatistics, PromptSize
from pp_lang.engine.layouts import (
    AS_IT_IS,
    DEFAULT_LOSS,
    TRIED_LAYOUTS,
    LayoutTrial,
    choose_layout,
)
from pp_lang.engine.loss import Outlook, measure_loss, read_outlook
from pp_lang.engine.loss_text import LOSS_TEXT
from pp_lang.engine.meter import Meter, fitting_tokens
from pp_lang.engine.open import (
    convert_model_file,
    open_fake_model,
    open_lab,
    open_local_model,
    read_device_report,
    read_model_file,
)
from pp_lang.engine.opening import Opening, Tuned
from pp_lang.engine.prefix_store import MemoryPrefixStore, PrefixKey, PrefixStore
from pp_lang.engine.processors import count_physical_cores
from pp_lang.engine.prompt import Cut, Piece, Prompt, Role, Turn
from pp_lang.engine.prompt_counter import PromptCounter, open_prompt_counter
from pp_lang.engine.recorded_model import Mismatch, RecordedModel
from pp_lang.engine.recorded_run import Failure, GivenUp, RecordedAnswer, RecordedRun
from pp_lang.engine.recording_model import RecordingModel
from pp_lang.engine.request import (
    EngineEvent,
    Failed,
    Finished,
    FinishReason,
    FreeText,
    GenerationRequest,
    GenerationResult,
    GivenText,
    HoldId,
    JsonText,
    OneOf,
    OutputForm,
    RegexText,
    RequestId,
    TextDelta,
    TokenUse,
)
from pp_lang.engine.request_plan import (
    FIRST_FORM_TOKENS,
    FORM_TOKENS,
    FREE_TEXT_TOKENS,
    LEAST_FORM_TOKENS,
)
from pp_lang.engine.sampler import draw_option
from pp_lang.engine.scripted_answer import ScriptedAnswer
from pp_lang.engine.scripted_model import ScriptedModel
from pp_lang.engine.tuner import QUICK_S, Lab, Tuner
from pp_lang.engine.tuning import Chosen, Setup, Trial, Tuning

__all__ = [
    "AS_IT_IS",
    "DEFAULT_LOSS",
    "DEFAULT_WIDTH",
    "FIRST_FORM_TOKENS",
    "FORM_TOKENS",
    "FREE_TEXT_TOKENS",
    "GPU_BUILD_HINT",
    "LEAST_FORM_TOKENS",
    "LOSS_TEXT",
    "QUICK_S",
    "TRIED_LAYOUTS",
    "Asked",
    "Backend",
    "BackendInfo",
    "Chosen",
    "Cut",
    "Engine",
    "EngineConfig",
    "EngineEvent",
    "Failed",
    "Failure",
    "FakeBackend",
    "FakeSettings",
    "FinishReason",
    "Finished",
    "FreeText",
    "GenerationRequest",
    "GenerationResult",
    "GivenText",
    "GivenUp",
    "Gpu",
    "HoldId",
    "JsonText",
    "Lab",
    "LanguageModel",
    "LayoutTrial",
    "MemoryPrefixStore",
    "Meter",
    "Mismatch",
    "ModelInfo",
    "ModelStatistics",
    "OneOf",
    "Opening",
    "Outlook",
    "OutputForm",
    "Piece",
    "PrefixKey",
    "PrefixStore",
    "Prompt",
    "PromptCounter",
    "PromptSize",
    "RecordedAnswer",
    "RecordedModel",
    "RecordedRun",
    "RecordingModel",
    "RegexText",
    "RequestId",
    "Role",
    "Rows",
    "SavedCells",
    "ScriptedAnswer",
    "ScriptedModel",
    "Setup",
    "SpecialTokens",
    "TextDelta",
    "TokenUse",
    "Trial",
    "Tuned",
    "Tuner",
    "Tuning",
    "Turn",
    "choose_layout",
    "convert_model_file",
    "count_physical_cores",
    "digest_prompt",
    "digest_request",
    "draw_option",
    "fitting_tokens",
    "measure_loss",
    "open_fake_model",
    "open_lab",
    "open_local_model",
    "open_prompt_counter",
    "read_device_report",
    "read_model_file",
    "read_outlook",
]
