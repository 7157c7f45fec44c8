"""Source to graphs."""

from pp_lang.compiler.catalogue import (
    CATALOGUE,
    diagnose_example,
    diagnose_fixed,
    diagnose_graphs,
)
from pp_lang.compiler.fixing import AppliedFix, FixedSource, fix_source
from pp_lang.compiler.importing import (
    FoundModule,
    Importer,
    ImportRefusedError,
    NoFiles,
    find_module,
    namespace_of,
)
from pp_lang.compiler.lower_tests import (
    EXPECTED,
    GIVEN,
    SIDES,
    Side,
    comparison_of,
    program_of_test,
    side_name,
)
from pp_lang.compiler.pipeline import (
    Compilation,
    Inspected,
    check_source,
    compile_source,
    inspect_source,
)

__all__ = [
    "CATALOGUE",
    "EXPECTED",
    "GIVEN",
    "SIDES",
    "AppliedFix",
    "Compilation",
    "FixedSource",
    "FoundModule",
    "ImportRefusedError",
    "Importer",
    "Inspected",
    "NoFiles",
    "Side",
    "check_source",
    "comparison_of",
    "compile_source",
    "diagnose_example",
    "diagnose_fixed",
    "diagnose_graphs",
    "find_module",
    "fix_source",
    "inspect_source",
    "namespace_of",
    "program_of_test",
    "side_name",
]
