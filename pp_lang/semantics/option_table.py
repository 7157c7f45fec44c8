"""The settings that can be written where a model is called or declared: names, types, ranges."""

from pp_lang.semantics.ty import BOOL, FloatTy, IntTy, ListTy, LiteralTy, TextTy, Ty, UnionTy

_TEXT = TextTy()

CALL_OPTIONS: dict[str, Ty] = {
    "calibrate": UnionTy((LiteralTy("none"), LiteralTy("prior"), LiteralTy("batch"))),
    "fallback": ListTy(_TEXT, 1, 16),
    "max_tokens": IntTy(1, 1_000_000),
    "min_p": FloatTy(0, 1),
    "model": _TEXT,
    "records": UnionTy((LiteralTy("keyed"), LiteralTy("compact"))),
    "repeat_penalty": FloatTy(0.1, 10),
    "retry": IntTy(0, 100),
    "seed": IntTy(0, 2**53),
    "stop": ListTy(_TEXT, 1, 16),
    "temperature": FloatTy(0, 10),
    "timeout": FloatTy(0.001, 86_400),
    "top_k": IntTy(0, 1_000_000),
    "top_p": FloatTy(0, 1),
}
"""Options of calls, templates and contexts, and of a whole run."""

ANSWER_OPTIONS = ("begin", "answer")
"""Options of one call only, as the model reads them: how the answer begins, and the answer that is
scored instead of written."""

MODEL_NAMES = frozenset({"model", "fallback"})
"""Options whose values are declared models, or texts that name some outside the program."""

CONSTANT_OPTIONS = frozenset({*MODEL_NAMES, "calibrate", "records"})
"""Options that are never computed: the graph is made by them."""

ENGINE_OPTIONS: dict[str, Ty] = {
    "batch_tokens": IntTy(8, 65_536),
    "cells": IntTy(64, 100_000_000),
    "flash_attention": BOOL,
    "gpu_layers": IntTy(-1, 10_000),
    "kv_on_device": BOOL,
    "main_gpu": IntTy(0, 1_000),
    "max_width": IntTy(1, 255),
    "speculate": UnionTy((LiteralTy("off"), LiteralTy("lookup"))),
    "split_mode": UnionTy((LiteralTy("none"), LiteralTy("layer"), LiteralTy("row"))),
    "tensor_split": ListTy(FloatTy(0, 1_000_000), 1, 16),
    "threads": IntTy(1, 1_024),
}
"""Options of a `model` declaration only: how it is opened."""

EXTERN_OPTIONS: dict[str, Ty] = {
    "pure": BOOL,
    "timeout": CALL_OPTIONS["timeout"],
    "version": _TEXT,
}
"""Options of an `extern` declaration."""

ITEM_LIMITS: dict[str, Ty] = {
    "budget": IntTy(1, 1_000_000_000),
    "deadline": FloatTy(0.001, 86_400),
}
"""Limits of a map, a sample or a repeat: answer tokens and seconds, after which it ends with what
it has."""

MERGE_LIMITS: dict[str, Ty] = {"tokens": IntTy(1, 1_000_000)}
"""Limits of a reduce by tree: the prompt of each merge has at most so many tokens."""

MODEL_OPTIONS: dict[str, Ty] = {
    **{name: ty for name, ty in CALL_OPTIONS.items() if name not in CONSTANT_OPTIONS},
    **ENGINE_OPTIONS,
}
