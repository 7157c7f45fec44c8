"""A small editor: speaks the protocol to a server in its own process, and waits for answers."""

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any  # Any: JSON of the protocol

Json = dict[str, Any]


class LspClient:
    """One connection; each call waits for the message that it is about."""

    def __init__(self, *options: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pp_lang", "lsp", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._last_id = 0
        self._texts: dict[str, str] = {}

    def start(self, **capabilities: Any) -> Json:
        """Shake hands and return what the server can do."""
        result = self.ask("initialize", processId=None, rootUri=None, capabilities=capabilities)
        self.tell("initialized")
        return dict(result["capabilities"])

    def ask(self, method: str, **params: Any) -> Any:
        """Return the result of a request. Raises `AssertionError` where it is an error."""
        answer = self.ask_raw(method, **params)
        assert "error" not in answer, answer
        return answer["result"]

    def ask_raw(self, method: str, **params: Any) -> Json:
        """Return the whole answer of a request."""
        self._last_id += 1
        number = self._last_id
        self._send({"id": number, "method": method, "params": params or None})
        return self._read_until(lambda one: one.get("id") == number and "method" not in one)

    def ask_at(self, method: str, uri: str, part: str, shift: int = 0, **params: Any) -> Any:
        """Return the result of a request about the place where `part` first stands."""
        place = self.position(uri, part, shift)
        return self.ask(method, textDocument={"uri": uri}, position=place, **params)

    def tell(self, method: str, **params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def open(self, uri: str, text: str) -> list[Json]:
        """Open a file and return its diagnostics."""
        self._texts[uri] = text
        document = {"uri": uri, "languageId": "pp", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return self.diagnostics(uri)

    def change(self, uri: str, text: str) -> list[Json]:
        """Give a file another text and return its diagnostics."""
        self._texts[uri] = text
        self.tell(
            "textDocument/didChange",
            textDocument={"uri": uri, "version": 2},
            contentChanges=[{"text": text}],
        )
        return self.diagnostics(uri)

    def position(self, uri: str, part: str, shift: int = 0) -> Json:
        """Return where `part` first stands, as the protocol counts: in units of UTF-16."""
        text = self._texts[uri]
        before = text[: text.index(part) + shift]
        line = before.rsplit("\n", 1)[-1]
        return {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}

    def stop(self) -> int:
        """Say goodbye and return the exit code of the server."""
        self.ask("shutdown")
        self._send({"method": "exit"})
        self.process.communicate()
        return self.process.returncode

    def hang_up(self) -> None:
        """Leave without a word, and wait until the server has ended."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.stdin = None
        self.process.wait()

    def kill(self) -> None:
        """End the server, whatever it does."""
        self.process.kill()
        self.process.communicate()

    def diagnostics(self, uri: str) -> list[Json]:
        """Return the diagnostics of a file that come next."""
        method = "textDocument/publishDiagnostics"
        found = self._read_until(
            lambda one: one.get("method") == method and one["params"]["uri"] == uri
        )
        return list(found["params"]["diagnostics"])

    def _send(self, message: Json) -> None:
        assert self.process.stdin is not None
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def _read_until(self, is_wanted: Callable[[Json], bool]) -> Json:
        while not is_wanted(message := self._read()):
            pass
        return message

    def _read(self) -> Json:
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the server has closed its output"
        return dict(json.loads(self.process.stdout.read(length)))
