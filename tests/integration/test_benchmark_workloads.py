"""The programs that are timed beside other libraries do the same work as these."""

import pytest

import pp_lang
from tests.benchmarks.jobs import Job, ModelWork, run_rounds
from tests.benchmarks.workloads import MODEL_WORK, build_workload
from tests.benchmarks.workloads.sentiment import DATA

NAMES = [name for name in MODEL_WORK if name != "closed-sets" or DATA.is_file()]


@pytest.mark.parametrize("name", NAMES)
def test_a_timed_program_answers_as_often_as_its_peers_are_asked(name: str) -> None:
    work = build_workload(name, quick=True)
    assert isinstance(work, ModelWork)

    result = pp_lang.compile(work.program).run(work.inputs, model="fake")

    assert len(result.answers) == len(run_rounds(work.rounds(), _echo))


@pytest.mark.parametrize("name", NAMES)
def test_a_timed_program_has_no_warnings(name: str) -> None:
    work = build_workload(name, quick=False)
    assert isinstance(work, ModelWork)

    assert not pp_lang.compile(work.program).warnings


def _echo(jobs: list[Job]) -> list[str]:
    return [job.prompt.data for job in jobs]
