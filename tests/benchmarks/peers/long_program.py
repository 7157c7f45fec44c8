"""A program of many steps through the front half: text to graph to plan, without a model."""

from pathlib import Path

from tests.benchmarks.measurement import Measurement, Stopwatch
from tests.benchmarks.workloads.tools import LongProgram


def measure(workload: LongProgram, model: Path) -> Measurement:
    """Compile and plan in a process that has done nothing before: imports count."""
    watch = Stopwatch()
    with watch.phase("import_s"):
        from pp_lang.compiler import compile_source
        from pp_lang.planner import make_plan
        from pp_lang.source import SourceFile
    with watch.phase("compile_s"):
        compilation = compile_source(SourceFile("long.pp", workload.text))
    with watch.phase("graph_s"):
        compilation.region("main")
    with watch.phase("plan_s"):
        plan = make_plan(compilation, "main", {}, None)
    steps = plan.generations.high or plan.generations.low
    return Measurement(seconds=watch.total, parts={"generations": steps, **watch.seconds})
