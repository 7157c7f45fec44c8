"""What is known about a run before its first token."""

from pp_lang.planner.bounds import Bounds
from pp_lang.planner.declared_size import DeclaredSize, measure_declaration
from pp_lang.planner.make_plan import make_plan
from pp_lang.planner.opening_text import opening_lines, settings_text
from pp_lang.planner.plan import (
    ChainLink,
    Plan,
    PlannedGeneration,
    PlannedMemory,
    PlannedModel,
    PlannedPrefix,
    PlannedStep,
    PlannedTokens,
    Unknown,
)
from pp_lang.planner.record_layout import RecordLayout, RecordLayouts
from pp_lang.planner.text import plan_text
from pp_lang.planner.to_json import plan_to_json
from pp_lang.planner.walk import MOST_MERGED

__all__ = [
    "MOST_MERGED",
    "Bounds",
    "ChainLink",
    "DeclaredSize",
    "Plan",
    "PlannedGeneration",
    "PlannedMemory",
    "PlannedModel",
    "PlannedPrefix",
    "PlannedStep",
    "PlannedTokens",
    "RecordLayout",
    "RecordLayouts",
    "Unknown",
    "make_plan",
    "measure_declaration",
    "opening_lines",
    "plan_text",
    "plan_to_json",
    "settings_text",
]
