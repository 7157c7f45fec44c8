"""Runs that are kept: their answers on the disk as they come, and given back to a run that goes
on."""

from pp_lang.journal.facts import RunFacts
from pp_lang.journal.journal import Journal
from pp_lang.journal.journaled_model import JournaledModel
from pp_lang.journal.kept_run import KeptRun
from pp_lang.journal.replay import Replay
from pp_lang.journal.runs import Runs, connect

__all__ = ["Journal", "JournaledModel", "KeptRun", "Replay", "RunFacts", "Runs", "connect"]
