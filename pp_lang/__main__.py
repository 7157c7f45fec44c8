"""`python -m pp_lang` is `pp`."""

import sys

from pp_lang.cli.main import main

sys.exit(main())
