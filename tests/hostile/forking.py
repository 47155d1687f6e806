"""Calls of vtrack that begin in one process and go on each in its own, so that the modules are loaded once for all.

Reads a call as a line of JSON, and prints what it came to as another. Only where a process can be forked.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import signal
import sys
import tempfile
import traceback
from typing import Any

import vtrack
from tests.hostile.hold import PATIENCE, little_memory
from vtrack.__main__ import main


def come_to(call: dict[str, Any]) -> dict[str, Any]:
    """The exit code of a call (below 0 where a signal ended it), and what it prints."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            _become(call, out.fileno(), err.fileno())
        _, status = os.waitpid(child, 0)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
    return {"code": os.waitstatus_to_exitcode(status), "out": texts[0], "err": texts[1]}


def _become(call: dict[str, Any], out: int, err: int) -> None:
    """Make this process the call's. Nothing comes back from here."""
    signal.alarm(PATIENCE)
    little_memory()
    code: object = 70
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(err, 2)
        os.chdir(call["cwd"])
        os.environ.update(call["environment"])
        sys.argv = ["vtrack", *call["arguments"]]
        main()
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 70)


if __name__ == "__main__":
    for module in pkgutil.walk_packages(vtrack.__path__, "vtrack."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for line in sys.stdin:
        print(json.dumps(come_to(json.loads(line))), flush=True)
