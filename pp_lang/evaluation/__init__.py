"""Expressions to values, calls to prompts, types to output forms: pure and synchronous."""

from pp_lang.evaluation.calibration import (
    Bias,
    LogShares,
    calibrate,
    centre_of,
    centre_of_batch,
    entropy_bits,
    find_bias,
    likeliest,
    log_shares,
)
from pp_lang.evaluation.compact_records import can_lose_keys, has_record, write_compact
from pp_lang.evaluation.describe_error import describe_error, path_text, show_found
from pp_lang.evaluation.describe_format import describe_format
from pp_lang.evaluation.environment import Environment
from pp_lang.evaluation.evaluate import (
    evaluate,
    evaluate_condition,
    evaluate_context,
    evaluate_list,
    evaluate_parent,
)
from pp_lang.evaluation.extern_result import WrongResultError, read_result
from pp_lang.evaluation.json_schema import json_schema
from pp_lang.evaluation.output_form import AnswerReader, UnreadableAnswerError, build_reader
from pp_lang.evaluation.pydantic_types import MODEL_CONFIG, PydanticTypes, attribute_name
from pp_lang.evaluation.render import render_call, render_context
from pp_lang.evaluation.values import (
    Answer,
    ContextValue,
    Conversation,
    Scores,
    Value,
    context_around,
    is_equal,
    plain_value,
    show_in_prompt,
    unwrap,
)

__all__ = [
    "MODEL_CONFIG",
    "Answer",
    "AnswerReader",
    "Bias",
    "ContextValue",
    "Conversation",
    "Environment",
    "LogShares",
    "PydanticTypes",
    "Scores",
    "UnreadableAnswerError",
    "Value",
    "WrongResultError",
    "attribute_name",
    "build_reader",
    "calibrate",
    "can_lose_keys",
    "centre_of",
    "centre_of_batch",
    "context_around",
    "describe_error",
    "describe_format",
    "entropy_bits",
    "evaluate",
    "evaluate_condition",
    "evaluate_context",
    "evaluate_list",
    "evaluate_parent",
    "find_bias",
    "has_record",
    "is_equal",
    "json_schema",
    "likeliest",
    "log_shares",
    "path_text",
    "plain_value",
    "read_result",
    "render_call",
    "render_context",
    "show_found",
    "show_in_prompt",
    "unwrap",
    "write_compact",
]
