"""Events in the order of the program."""

from pp_lang.graph import ComputeNode
from pp_lang.runtime import NodeFinished, NodeProgress, NodeStarted, RunEvent
from pp_lang.runtime.event_log import EventLog
from pp_lang.runtime.place import Place
from pp_lang.semantics import INT, TypedLiteral
from pp_lang.source import Span

NOWHERE = Span(0, 0)
NODE = ComputeNode("main/a", "a", TypedLiteral(1, INT, NOWHERE), INT, NOWHERE)


def test_a_turn_is_told_in_the_order_of_the_program() -> None:
    told: list[RunEvent] = []
    log = EventLog(told.append)
    outer = Place("main/a", (0,))
    log.finished(NODE, outer, 1)
    log.progress(NODE, outer, 1, 2)
    log.progress(NODE, outer, 2, 2)
    log.started(NODE, outer.item(1))
    log.started(NODE, outer.item(0))
    log.started(NODE, outer)
    assert told == []
    log.flush()
    assert told == [
        NodeStarted("main/a", "compute"),
        NodeStarted("main/a[0]", "compute", 0),
        NodeStarted("main/a[1]", "compute", 1),
        NodeProgress("main/a", "compute", None, 2, 2),
        NodeFinished("main/a", "compute", None, 1),
    ]


def test_without_a_listener_no_event_is_made() -> None:
    log = EventLog(None)
    log.started(NODE, Place("main/a", (0,)))
    assert not log.is_heard
    log.flush()


def test_a_place_compares_like_the_program_reads() -> None:
    region = Place("main", ())
    first, second = region.node("/a", 0), region.node("/b", 1)
    assert first.item(9).order < second.order
    assert first.item(2).order < first.item(10).order
    assert first.item(2, is_sampled=True).node("/c", 0).is_sampled
    assert first.item(2).inner("?then").id == "main/a[2]?then"
