"""Settings that are written where a model is called."""

from dataclasses import dataclass

from pp_lang.semantics.ty import Scalar

OptionValue = Scalar | tuple[str, ...] | tuple[float, ...] | None


@dataclass(frozen=True, slots=True)
class Options:
    """Settings written where a model is called; the nearest to the call wins."""

    values: tuple[tuple[str, OptionValue], ...] = ()

    def over(self, outer: "Options") -> "Options":
        """Return these options laid over `outer`."""
        return Options(tuple({**dict(outer.values), **dict(self.values)}.items()))

    def get(self, name: str) -> OptionValue:
        """Return the value of the option, or None where it is not set."""
        return dict(self.values).get(name)


NO_OPTIONS = Options()
