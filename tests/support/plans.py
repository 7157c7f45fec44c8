"""Plans of small programs, counted with the fake model."""

from pp_lang.compiler import compile_source
from pp_lang.engine import EngineConfig, open_fake_model
from pp_lang.evaluation import Value
from pp_lang.planner import Plan, PlannedStep, make_plan
from pp_lang.semantics import OptionValue
from pp_lang.source import SourceFile

DESK = '''
type Triage { mood: "happy" | "angry", topic: text(max_chars: 40) }

context desk(policy: text) """
  You work at a support desk. The policy says: {{ policy }}
"""

template triage(review: text) -> Triage within desk """
  Triage this review as {{ format }}.
  {{ review }}
"""

template merge(notes: list[text]) -> text within desk { max_tokens: 80 } """
  Merge these notes into one short brief:
  {% for note in notes %}- {{ note }}
  {% end %}
"""
'''
TRIAGE = (
    DESK
    + """
program main(policy: text, reviews: list[text]) {
  office   = desk(policy)
  verdicts = map review in reviews: office.triage(review)
  topics   = map v in verdicts if v.mood == "angry": v.topic
  brief    = reduce topics with office.merge by tree
  return { verdicts, brief }
}
"""
)
REVIEWS: list[Value] = ["Never again!", "Lovely shop.", "Where is my parcel?"]


def plan_of(
    text: str,
    inputs: dict[str, Value] | None = None,
    *,
    settings: dict[str, OptionValue] | None = None,
    cells: int | None = None,
) -> Plan:
    """Return the plan of the program `main` in `text`."""
    compilation = compile_source(SourceFile("test.pp", text))
    model = open_fake_model(config=EngineConfig(cells=cells))
    try:
        return make_plan(compilation, "main", inputs or {}, model, settings, model_name="fake")
    finally:
        model.close()


def step_of(plan: Plan, *names: str) -> PlannedStep:
    """Return the step at a path of names; synthetic names may be given without their marks."""
    steps, found = plan.steps, None
    for name in names:
        found = next(step for step in steps if step.name.partition("~")[0] == name)
        steps = found.steps
    assert found is not None
    return found
