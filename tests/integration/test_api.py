"""pp from Python: compile, run, follow."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import trio
from pydantic import BaseModel

import pp_lang
from pp_lang import InputError, RunEvent, RunFinished, RunOptions, TextDelta
from pp_lang.engine import FakeSettings, open_fake_model

SOURCE = '''"""Moods of reviews."""

type Verdict { mood: "good" | "bad"  topic: text(max_chars: 20) }

template judge(review: text) -> Verdict """
  Judge as {{ format }}:
  {{ review }}
"""

program main(reviews: list[text], first: int = 0) {
  verdicts = map review in reviews: judge(review)
  return { verdicts, count: len(reviews) + first }
}

program one(review: text) { return judge(review) }

program named(model: text, options: int) { return text(options) + model }
'''
REVIEWS = ["Fine.", "Awful!"]


class Verdict(BaseModel):
    mood: str
    topic: str


class Report(BaseModel):
    verdicts: list[Verdict]
    count: int


def test_a_program_is_called_like_a_function() -> None:
    program = pp_lang.compile(SOURCE)
    result = program.run(reviews=REVIEWS, model="fake")
    assert result.count == 2
    assert [verdict.mood in ("good", "bad") for verdict in result.verdicts] == [True, True]
    assert program.run({"reviews": REVIEWS}, model="fake") == result
    assert program.run(program.Inputs(reviews=REVIEWS), model="fake") == result


def test_a_program_knows_itself() -> None:
    program = pp_lang.compile(SOURCE)
    assert (program.name, program.doc, program.warnings) == ("main", "Moods of reviews.", ())
    assert sorted(program.programs) == ["main", "named", "one"]
    assert program["one"].name == "one"
    assert issubclass(program.Inputs, BaseModel)
    assert program.Inputs.model_fields["first"].default == 0
    assert issubclass(program.Output, BaseModel)
    assert program["named"].Output is not program.Output
    with pytest.raises(InputError, match="there is no program `onee`") as caught:
        program["onee"]
    assert caught.value.hint == "Did you mean `one`?"


def test_inputs_called_like_arguments_go_into_a_mapping() -> None:
    program = pp_lang.compile(SOURCE, program="named")
    assert program.run({"model": "x", "options": 3}) == "3x"


def test_a_file_is_compiled_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "judge.pp"
    path.write_text("\ufeff" + SOURCE, encoding="utf-8")
    for source in (path, str(path)):
        assert pp_lang.compile(source).run(reviews=[], model="fake").count == 0


def test_a_file_that_cannot_be_read_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot read .*: No such file"):
        pp_lang.compile(tmp_path / "gone.pp")
    with pytest.raises(InputError, match=r"cannot read gone\.pp"):
        pp_lang.compile("gone.pp")
    path = tmp_path / "bytes.pp"
    path.write_bytes(b"ab\xff")
    with pytest.raises(InputError, match="byte 2"):
        pp_lang.compile(path)


def test_a_wrong_program_is_a_compile_error() -> None:
    with pytest.raises(pp_lang.CompileError) as caught:
        pp_lang.compile("program main() { return nope }")
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["unknown-name"]


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({}, "program `main` needs the input `reviews`"),
        ({"reviews": [], "extra": 1}, "program `main` has no input `extra`"),
        ({"reviews": "x"}, 'input reviews: expected a list, found "x"'),
        ({"reviews": ["a", 3]}, "input reviews[1]: expected text, found 3"),
        ({"reviews": [], "first": "1"}, 'input first: expected a whole number, found "1"'),
    ],
)
def test_a_wrong_input_is_named_with_its_place(inputs: dict[str, object], message: str) -> None:
    with pytest.raises(InputError) as caught:
        pp_lang.compile(SOURCE).run(inputs, model="fake")
    assert caught.value.message == message


def test_an_output_type_is_checked_and_returned() -> None:
    program = pp_lang.compile(SOURCE, output=Report)
    result = program.run(reviews=REVIEWS, model="fake")
    assert isinstance(result, Report)
    assert isinstance(result.verdicts[0], Verdict)
    assert program.Output is Report


class WrongField(BaseModel):
    verdicts: list[str]


class MissingField(BaseModel):
    summary: str


@pytest.mark.parametrize(
    ("output", "why"),
    [
        (WrongField, "an item of field `verdicts` of the result is Verdict, not str"),
        (MissingField, "the result has no field `summary`, which MissingField needs"),
        (str, "the result is { verdicts: list[Verdict], count: int }, not str"),
    ],
)
def test_an_output_type_that_does_not_fit_is_told_before_any_run(output: Any, why: str) -> None:
    with pytest.raises(InputError) as caught:
        pp_lang.compile(SOURCE, output=output)
    assert caught.value.message == f"`{output.__name__}` does not fit program `main`: {why}"


def test_run_works_where_an_event_loop_runs() -> None:
    program = pp_lang.compile(SOURCE)
    expected = program.run(reviews=REVIEWS, model="fake")

    async def notebook() -> object:
        return program.run(reviews=REVIEWS, model="fake")

    assert asyncio.run(notebook()) == expected
    assert trio.run(notebook) == expected


def test_run_works_in_a_thread() -> None:
    program = pp_lang.compile(SOURCE)
    found: list[object] = []
    thread = threading.Thread(
        target=lambda: found.append(program.run(reviews=REVIEWS, model="fake"))
    )
    thread.start()
    thread.join()
    assert found == [program.run(reviews=REVIEWS, model="fake")]


def test_arun_runs_on_both_event_loops() -> None:
    program = pp_lang.compile(SOURCE)

    async def main() -> object:
        return await program.arun(reviews=REVIEWS, model="fake")

    assert asyncio.run(main()) == trio.run(main)


def test_a_stream_brings_events_and_ends_with_the_result() -> None:
    program = pp_lang.compile(SOURCE)
    events = list(program.stream(reviews=REVIEWS, model="fake"))
    assert any(isinstance(event, TextDelta) for event in events)
    last = events[-1]
    assert isinstance(last, RunFinished)
    assert program.read_result(last.result) == program.run(reviews=REVIEWS, model="fake")
    assert last.statistics.generations == 2


def test_an_async_stream_brings_the_same_events() -> None:
    program = pp_lang.compile(SOURCE)
    expected = list(program.stream(reviews=REVIEWS, model="fake"))[:-1]

    async def collect() -> list[RunEvent]:
        return [event async for event in program.astream(reviews=REVIEWS, model="fake")][:-1]

    assert asyncio.run(collect()) == expected
    assert trio.run(collect) == expected


def test_a_stream_that_is_left_early_stops_the_run() -> None:
    program = pp_lang.compile(SOURCE)
    with pp_lang.Model(open_fake_model()) as model:
        events = program.stream(reviews=["x"] * 500, model=model)
        next(events)
        events.close()  # type: ignore[attr-defined]  # a generator
        # The model is free again, and nothing of the first run is left in it.
        assert program.run(reviews=["y"], model=model).count == 1
        assert not [t for t in threading.enumerate() if t.name == "pp-run"]


def test_an_async_stream_that_is_left_early_stops_the_run() -> None:
    program = pp_lang.compile(SOURCE)

    async def leave_early() -> None:
        events = program.astream(reviews=["x"] * 500, model="fake")
        async for _ in events:
            break
        await events.aclose()  # type: ignore[attr-defined]  # a generator

    asyncio.run(leave_early())
    trio.run(leave_early)
    assert not [t for t in threading.enumerate() if t.name == "pp-run"]


def test_a_stream_raises_what_the_run_raises() -> None:
    with pp_lang.Model(open_fake_model(FakeSettings(fail_prompts_with="Awful"))) as model:
        events = pp_lang.compile(SOURCE).stream(reviews=REVIEWS, model=model)
        with pytest.raises(pp_lang.GenerationError) as caught:
            list(events)
    assert caught.value.node == "main/verdicts[1]"


def test_an_opened_model_serves_several_runs() -> None:
    program = pp_lang.compile(SOURCE)
    with pp_lang.open_model("fake") as model:
        first = program.run(reviews=REVIEWS, model=model)
        assert program.run(reviews=REVIEWS, model=model) == first
    with pytest.raises(pp_lang.ModelError, match="the model is closed"):
        program.run(reviews=REVIEWS, model=model)


def test_runs_that_share_a_model_take_turns() -> None:
    program = pp_lang.compile(SOURCE)
    expected = program.run(reviews=REVIEWS, model="fake")

    async def thrice(model: pp_lang.Model) -> list[Any]:
        return await asyncio.gather(*(program.arun(reviews=REVIEWS, model=model) for _ in range(3)))

    with pp_lang.open_model("fake") as model:
        assert asyncio.run(thrice(model)) == [expected] * 3


def test_settings_lie_over_the_program_and_are_checked() -> None:
    program = pp_lang.compile('template t() -> text """Say"""\nprogram main() { return t() }')
    short = program.run(model="fake", options=RunOptions(settings={"max_tokens": 1}))
    assert len(short.split()) == 1
    with pytest.raises(InputError, match="there is no setting `max_token`"):
        program.run(model="fake", options=RunOptions(settings={"max_token": 1}))
    with pytest.raises(InputError, match="setting temperature: expected a number"):
        program.run(model="fake", options=RunOptions(settings={"temperature": "hot"}))


def test_a_listener_hears_the_run() -> None:
    heard: list[str] = []
    options = RunOptions(on_event=lambda event: heard.append(type(event).__name__))
    pp_lang.compile(SOURCE).run(reviews=REVIEWS, model="fake", options=options)
    assert (heard[0], heard[-1]) == ("RunStarted", "RunFinished")
    assert "TextDelta" not in heard


def test_a_model_that_is_given_answers_whatever_the_program_names() -> None:
    program = pp_lang.compile(
        'template t() -> text { model: "gone.gguf" } """Say"""\nprogram main() { return t() }'
    )
    with pytest.raises(pp_lang.ModelError, match=r"gone\.gguf"):
        program.run()
    assert isinstance(program.run(model="fake"), str)


def test_an_unknown_model_is_told() -> None:
    with pytest.raises(pp_lang.ModelError, match="smoll"):
        pp_lang.compile(SOURCE).run(reviews=REVIEWS, model="smoll")


def test_compiling_loads_nothing_heavy() -> None:
    code = (
        "import sys, pp_lang\n"
        "pp_lang.compile('program main(n: int) { return n + 1 }')\n"
        "heavy = ['llama_cpp', 'llguidance', 'networkx', 'pydantic', 'numpy', 'rich', 'anyio']\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    for name in pp_lang.__all__:
        assert getattr(pp_lang, name) is not None
    with pytest.raises(AttributeError):
        pp_lang.nothing  # noqa: B018


if sys.platform != "win32":  # where a process can be sent a Ctrl-C of its own

    @pytest.mark.parametrize("way", ["run", "stream"])
    def test_ctrl_c_stops_a_run_and_gives_the_model_back(tmp_path: Path, way: str) -> None:
        (tmp_path / "endless.pp").write_text(
            'template t(n: int) -> text """{{ n }}"""\n'
            "program main(count: int) { return map n in range(count): t(n) }"
        )
        (tmp_path / "script.py").write_text(
            "import pp_lang\n"
            "model = pp_lang.open_model('fake')\n"
            "program = pp_lang.compile('endless.pp')\n"
            "options = pp_lang.RunOptions(on_event=lambda event: print(event.node, flush=True))\n"
            "try:\n"
            f"    if {way!r} == 'run':\n"
            "        program.run(count=1_000_000, model=model, options=options)\n"
            "    for event in program.stream(count=1_000_000, model=model):\n"
            "        print(event.node, flush=True)\n"
            "except KeyboardInterrupt:\n"
            # on a line of its own, also where the interrupt came in the middle of a print
            "    print('\\nstopped', len(program.run(count=3, model=model)), flush=True)\n"
        )
        script = [sys.executable, "script.py"]
        root = str(Path(pp_lang.__file__).parent.parent)
        environment = {**os.environ, "PYTHONPATH": root}
        with subprocess.Popen(
            script, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            for _ in range(100):
                process.stdout.readline()
            process.send_signal(signal.SIGINT)
            rest, _ = process.communicate(timeout=30)
        assert rest.splitlines()[-1] == "stopped 3"
        assert process.returncode == 0
