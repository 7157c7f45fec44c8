"""What `pp tune` keeps, as data."""

from dataclasses import dataclass

from pp_lang.api.machine import Machine
from pp_lang.api.model_file import ModelFileId
from pp_lang.engine import LayoutTrial, Tuning

TUNING_VERSION = 1
CONVERSION_VERSION = 1


@dataclass(frozen=True, slots=True)
class StoredTuning:
    """The settings that serve a model best on a machine."""

    version: int
    id: str
    """Names the settings chosen, in plans and in the record of a run."""
    model: ModelFileId
    machine: Machine
    gpu_layers: int
    measured_on: str
    """The day."""
    other_load: float | None
    """The share of the machine that others used meanwhile; None where that is not told."""
    tuning: Tuning


@dataclass(frozen=True, slots=True)
class Conversion:
    """A copy of a model in another layout."""

    layout: str
    loss: float
    file: ModelFileId


@dataclass(frozen=True, slots=True)
class StoredConversion:
    """What was found of a model's layouts on a machine; and the copy, where one serves better."""

    version: int
    model: ModelFileId
    machine: Machine
    gpu_layers: int
    measured_on: str
    other_load: float | None
    max_loss: float
    """What was allowed, in nats a token."""
    trials: tuple[LayoutTrial, ...]
    """The source comes first."""
    chosen: Conversion | None
    """None where the file itself serves best."""
