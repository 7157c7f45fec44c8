"""A client of a language server over stdio: plain JSON-RPC, independent of the server's library."""

import json
import queue
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, Any

ANSWER_WITHIN_S = 60
Json = dict[str, Any]  # Any: JSON


class RequestError(Exception):
    """The server answered with an error."""


class LspClient:
    """Starts a server, and speaks with it until it is left."""

    def __init__(self, command: list[str], folder: Path, env: dict[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._stdin, self._stdout = self._process.stdin, self._process.stdout
        self._messages: queue.Queue[Json] = queue.Queue()
        self._kept: list[Json] = []
        self._num_requests = 0
        self._log: list[bytes] = []
        self._threads = [
            threading.Thread(target=self._read, daemon=True),
            threading.Thread(target=self._drain, args=(self._process.stderr,), daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> "LspClient":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()

    @property
    def log(self) -> str:
        """What the server wrote to stderr so far."""
        return b"".join(self._log).decode()

    def initialize(self, folder: Path, encodings: tuple[str, ...] = ("utf-16",)) -> Json:
        """Say hello, and return the server's capabilities."""
        answer = self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": folder.as_uri(),
                "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name}],
                "capabilities": {"general": {"positionEncodings": [*encodings]}},
            },
        )
        self.notify("initialized", {})
        capabilities: Json = answer["capabilities"]
        return capabilities

    def request(self, method: str, params: Json | None) -> Any:  # Any: the result
        """Return the answer to a request. Raises `RequestError`."""
        self._num_requests += 1
        number = self._num_requests
        self._send({"id": number, "method": method, "params": params})
        message = self._wait_for(lambda one: one.get("id") == number and "method" not in one)
        if "error" in message:
            raise RequestError(message["error"]["message"])
        return message["result"]

    def notify(self, method: str, params: Json | None) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": params})

    def wait_notification(self, method: str) -> Json:
        """Return the parameters of the next notification of that kind."""
        params: Json = self._wait_for(lambda one: one.get("method") == method)["params"]
        return params

    def send_raw(self, data: bytes) -> None:
        """Write bytes that need not be a message."""
        self._stdin.write(data)
        self._stdin.flush()

    def close_input(self) -> None:
        """Hang up without a word."""
        self._stdin.close()

    def stop(self) -> int:
        """Say goodbye and return the server's exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.wait_exit()

    def wait_exit(self) -> int:
        """Return the server's exit code once it has ended."""
        return self._process.wait(ANSWER_WITHIN_S)

    def _send(self, message: Json) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_raw(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))

    def _wait_for(self, is_wanted: Any) -> Json:  # Any: a predicate
        for message in self._kept:
            if is_wanted(message):
                self._kept.remove(message)
                return message
        while True:
            message = self._messages.get(timeout=ANSWER_WITHIN_S)
            if "end" in message:
                raise EOFError(f"the server has ended:\n{self.log}")
            if is_wanted(message):
                return message
            self._kept.append(message)

    def _read(self) -> None:
        while True:
            size = 0
            while (line := self._stdout.readline()) not in (b"\r\n", b""):
                name, _, value = line.decode().partition(":")
                if name.lower() == "content-length":
                    size = int(value)
            if not line:
                break
            self._messages.put(json.loads(self._stdout.read(size)))
        self._messages.put({"end": True})

    def _drain(self, stream: IO[bytes]) -> None:
        while data := stream.readline():
            self._log.append(data)
