"""Kills runs at chosen points, lets them go on, and says whether anything was lost or repeated.

    python -m tests.support.killed_runs --kills 500 --seed 1
    python -m tests.support.killed_runs --kills 50 --model smollm2

Each run is a child of this process, made by `fork`, so that a kill costs no start of Python. It
dies by SIGKILL at the Nth event that it tells or the Nth statement that its journal carries out.
Before some of the runs go on, the end of what the journal wrote is cut off, as a power failure may.
"""

import argparse
import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

import pp_lang
from pp_lang.api import Program, RunOptions
from pp_lang.journal import RunFacts, Runs, connect

PROGRAMS = {
    "map": """
template about(x: text) -> text { max_tokens: 12 } \"\"\"
  About {{ x }}:
\"\"\"
program main(xs: list[text]) { return map x in xs: about(x) }
""",
    "chain": """
template about(x: text) -> text { max_tokens: 8, temperature: 1 } \"\"\"
  About {{ x }}:
\"\"\"
template mood(x: text) -> "good" | "bad" { calibrate: "batch" } \"\"\"
  The mood of {{ x }}:
\"\"\"
template merge(notes: list[text]) -> text { max_tokens: 10 } \"\"\"
  Merge {{ notes }}
\"\"\"
program main(xs: list[text](min_items: 1)) {
  all = map x in xs: { said = about(x)  return { said, mood: mood(said) } }
  whole = reduce (map one in all: one.said) with merge by tree within { tokens: 150 }
  return { all, whole, again: sample 5: about(whole) }
}
""",
    "limits": """
template about(x: text) -> text { max_tokens: 12, temperature: 1 } \"\"\"
  About {{ x }}:
\"\"\"
template better(x: text) -> text { max_tokens: 9 } \"\"\"
  Better: {{ x }}
\"\"\"
program main(xs: list[text](min_items: 1)) {
  some = map x in xs within { budget: 150 }: about(x)
  return repeat best = join(some, " ") up to 4 until len(best) < 5: better(best)
}
""",
    "races": """
type Word = text(max_chars: 12)
type Card { title: text(max_chars: 30), words: list[Word](min_items: 1, max_items: 5), n: int }
template card(x: text) -> Card { temperature: 1 } \"\"\"
  A card about {{ x }} as {{ format }}:
\"\"\"
template pick(cards: list[text]) -> text { max_tokens: 12 } \"\"\"
  Pick one of {{ cards }}
\"\"\"
program main(xs: list[text](min_items: 1)) {
  few = map x in xs within { budget: 300 }: card(x)
  best = pick(map one in few: one.title)
  more = sample 12 within { budget: 90 }: card(best)
  return { few, best, more }
}
""",
    "calls": """
extern count_words(x: text) -> int = "words:count_words"
template about(x: text) -> text { max_tokens: 12 } \"\"\"
  About {{ x }}:
\"\"\"
program main(xs: list[text]) {
  return map x in xs: { said = about(x)  return { said, n: count_words(said) } }
}
""",
}


def _inputs(model: str) -> dict[str, list[str]]:
    """Return what the programs run on: less for a real model, which takes its time."""
    return {"xs": [f"thing {number}" for number in range(40 if model == "fake" else 6)]}


def count_words(x: str) -> int:
    return len(x.split())


def compile_programs() -> dict[str, Program[Any]]:
    """Return the programs by name."""
    return {
        name: pp_lang.compile(
            text,
            program="main",
            externs={"count_words": count_words} if "extern" in text else None,
        )
        for name, text in PROGRAMS.items()
    }


@dataclass
class Death:
    """Ends this process, as if the machine had, when it has been counted down to nothing."""

    left: int

    def count(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class Journey:
    """One run with all its sessions."""

    program: Program[Any]
    expected: str
    folder: Path
    random: random.Random
    model: str = "fake"
    kills: int = 0
    problems: list[str] = field(default_factory=list)

    def go(self) -> None:
        """Run with kills until it ends; then compare."""
        for _ in count():
            where = self.random.choice(["event", "event", "statement", "nowhere"])
            most_events = 700 if self.model == "fake" else 120
            at = self.random.randint(1, 150 if where == "statement" else most_events)
            if self._session(where, at):
                break
            self.kills += 1
            if self.random.random() < 0.3:
                self._lose_the_end()
        self._compare()

    def _session(self, where: str, at: int) -> bool:
        """Return whether the run came to its end."""
        child = os.fork()
        if not child:
            self._die_or_end(where, at)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return False
        if os.WEXITSTATUS(status):
            self.problems.append(f"a session ended with {os.WEXITSTATUS(status)}")
        return True

    def _die_or_end(self, where: str, at: int) -> None:
        """Run as the child process; never returns."""
        code = 1
        try:
            death = Death(at if where != "nowhere" else 0)
            self._run(death, where)
            code = 0
        except BaseException as error:  # told by the exit status
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
        finally:
            os._exit(code)

    def _run(self, death: Death, where: str) -> None:
        opened = connect if where != "statement" else _deadly(death)
        runs = Runs(self.folder, opened)
        begun = list(Runs(self.folder).all())
        journal = runs.resume(begun[0].id) if begun else runs.begin(FACTS)
        options = replace(
            _options(self.model),
            journal=journal,
            deltas=True,
            on_event=(lambda _: death.count()) if where == "event" else None,
        )
        value = self.program.run(_inputs(self.model), model=self.model, options=options)
        journal.end("finished")
        (self.folder / "result.json").write_text(_written(value), encoding="utf-8")

    def _lose_the_end(self) -> None:
        for log in self.folder.glob("*/journal.sqlite-wal"):
            size = log.stat().st_size
            if size:
                os.truncate(log, self.random.randint(0, size))

    def _compare(self) -> None:
        result = self.folder / "result.json"
        if not result.exists() or result.read_text(encoding="utf-8") != self.expected:
            self.problems.append("the result is another one")
        for file in self.folder.glob("*/journal.sqlite"):
            with closing(sqlite3.connect(file)) as journal:
                rows = journal.execute(
                    "SELECT label, asked FROM answers WHERE outcome = 'finished'"
                ).fetchall()
                rows += journal.execute("SELECT place, asked FROM calls").fetchall()
            self.problems += [
                f"{key[0]} was asked {n} times" for key, n in Counter(rows).items() if n > 1
            ]


FACTS = RunFacts("p.pp", "main", "", {}, "fake", (), 3, False, False, "", "")


def _deadly(death: Death) -> Callable[[Path], sqlite3.Connection]:
    class Deadly(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            death.count()
            return super().execute(*arguments)

    def open_(path: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, factory=Deadly
        )
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    return open_


def _written(value: Any) -> str:
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.model_dump() if hasattr(value, "model_dump") else value


def _options(model: str) -> RunOptions:
    """Return how runs are made; an answer of a real model must not depend on what is beside it."""
    return RunOptions(seed=3, batch_invariant=model != "fake")


def journeys(kills: int, seed: int, folder: Path, model: str = "fake") -> Iterator[Journey]:
    """Yield runs that have come to their end, until `kills` were made."""
    programs = compile_programs()
    expected = {name: _in_child(one, model) for name, one in programs.items()}
    chance = random.Random(seed)
    done = 0
    for number in count():
        if done >= kills:
            return
        name = chance.choice(sorted(programs))
        one = Journey(programs[name], expected[name], folder / f"{number}-{name}", chance, model)
        one.folder.mkdir()
        one.go()
        done += one.kills
        yield one


def _in_child(program: Program[Any], model: str) -> str:
    """Return what a run gives in a child process: this one must have no thread when it forks."""
    reader, writer = os.pipe()
    if not os.fork():
        with os.fdopen(writer, "w", encoding="utf-8") as pipe:
            value = program.run(_inputs(model), model=model, options=_options(model))
            pipe.write(_written(value))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        text = pipe.read()
    os.wait()
    return text


def main() -> int:
    """Kill and compare; return 1 where something was lost, repeated or another one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--model", default="fake")
    arguments = parser.parse_args()
    problems = kills = runs = 0
    with tempfile.TemporaryDirectory() as folder:
        chosen = (arguments.kills, arguments.seed, Path(folder), arguments.model)
        for one in journeys(*chosen):
            kills += one.kills
            runs += 1
            for problem in one.problems[:5]:
                problems += 1
                sys.stdout.write(f"{one.folder.name}: {problem}\n")
    sys.stdout.write(f"{kills} kills in {runs} runs: {problems} problems\n")
    return min(problems, 1)


if __name__ == "__main__":
    sys.exit(main())
