"""What calibrated answers mean for a run, in the words of a plan."""

from pp_lang.graph import Calibrated, Region, find_calibrated
from pp_lang.semantics import Options


def calibration_notes(region: Region, over: Options) -> list[str]:
    """Return what to know of the calibrated answers in `region`."""
    return [_note(one) for one in find_calibrated(region, over) if not _is_alone(one)]


def calibration_problems(region: Region, over: Options) -> list[str]:
    """Return which answers cannot be calibrated as `over` and the program say."""
    return [
        f"{one.node.id}: `{one.node.template}` is calibrated by a batch outside any map"
        for one in find_calibrated(region, over)
        if _is_alone(one)
    ]


def _note(one: Calibrated) -> str:
    template = one.node.template
    if one.map is not None and one.how == "batch":
        return (
            f"{one.map.id}: its items wait for one another at `{template}`, which is calibrated by "
            "the answers to all of them"
        )
    return (
        f"{one.node.id}: `{template}` is also asked without data, three times for each context; "
        "these prompts are not counted"
    )


def _is_alone(one: Calibrated) -> bool:
    return one.how == "batch" and one.map is None
