"""A small client of a language server: JSON-RPC over the standard streams of a process."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

PATIENCE = 60
"""Seconds to wait for an answer; a slow machine is no failure."""


class Server:
    """A language server that is run for some documents. ``settings``: of the section ``yaml``."""

    def __init__(self, command: Sequence[str], folder: Path, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        self._folder = folder
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self._incoming: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._last = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Server:
        completion = {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}}
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": self._folder.as_uri(),
                "workspaceFolders": [{"uri": self._folder.as_uri(), "name": "repository"}],
                "capabilities": {
                    "textDocument": {"completion": completion, "hover": {"contentFormat": ["markdown"]}},
                    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
                },
            },
        )
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._settings}})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self.ask("shutdown", None)
                self.tell("exit", None)
                self._process.wait(timeout=PATIENCE)
        finally:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                assert stream is not None
                stream.close()

    def open(self, file: Path, text: str) -> list[dict[str, Any]]:
        """Open a document, and wait for what the server has to say against it."""
        uri = file.as_uri()
        self._diagnostics.pop(uri, None)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self._diagnostics:
            self._handle(self._next())
        return self._diagnostics[uri]

    def complete(self, file: Path, line: int, column: int) -> list[dict[str, Any]]:
        """What the server offers at a place, counted from 0."""
        answer = self.ask("textDocument/completion", self._at(file, line, column))
        return answer["items"] if isinstance(answer, dict) else answer

    def hover(self, file: Path, line: int, column: int) -> str:
        """What the server says about a place, counted from 0."""
        answer = self.ask("textDocument/hover", self._at(file, line, column))
        return answer["contents"]["value"] if answer else ""

    def ask(self, method: str, params: Any) -> Any:
        """Call a method of the server; its result."""
        self._last += 1
        number = self._last
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message.get("result")
            self._handle(message)

    def tell(self, method: str, params: Any) -> None:
        """Tell the server something that it does not answer."""
        self._send({"method": method, "params": params})

    @staticmethod
    def _at(file: Path, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}}

    def _handle(self, message: dict[str, Any]) -> None:
        """What the server asks or tells on its own."""
        method, params = message.get("method"), message.get("params") or {}
        if method == "textDocument/publishDiagnostics":
            self._diagnostics[params["uri"]] = params["diagnostics"]
        elif method == "workspace/configuration":
            sections = [item.get("section") for item in params["items"]]
            self._answer(message, [self._settings if section == "yaml" else {} for section in sections])
        elif "id" in message and method:
            self._answer(message, None)

    def _answer(self, message: dict[str, Any], result: Any) -> None:
        self._send({"id": message["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        message = self._incoming.get(timeout=PATIENCE)
        assert message is not None, "the language server ended"
        return message

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            while line := stream.readline().strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                self._incoming.put(None)
                return
            self._incoming.put(json.loads(stream.read(length)))
