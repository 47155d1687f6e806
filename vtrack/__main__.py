"""``python -m vtrack`` and the installed ``vtrack`` start here."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Choose the language, then run the command line: its own help and mistakes are in that language too."""
    from vtrack.edge import prepare_streams, run
    from vtrack.language import asked_for, bind, of_system

    prepare_streams()
    language = asked_for(sys.argv[1:], os.environ) or of_system(os.environ) or "zh"
    bind(language)
    sys.exit(run(sys.argv[1:], language))


if __name__ == "__main__":
    main()
