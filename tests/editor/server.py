"""The language server that editors use for YAML, spoken to as an editor does."""

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.builders.node import executable, module

ROOT = Path(__file__).parents[2]
_SETTINGS = {
    "validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False},
    "kubernetesCRDStore": {"enable": False},
}  # fmt: skip


class LanguageServer:
    """A running yaml-language-server; it fetches nothing from elsewhere."""

    def __init__(self, root: Path) -> None:
        server = module("yaml-language-server/bin/yaml-language-server")
        self._process = subprocess.Popen(
            [executable(), str(server), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._last = 0
        self._opened = 0
        self.root = root
        self.ask("initialize", processId=None, rootUri=root.as_uri(), capabilities={
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}},
                             "hover": {"contentFormat": ["plaintext"]}},
            "workspace": {"configuration": False},
        })  # fmt: skip
        self._send("initialized", {})
        self._send("workspace/didChangeConfiguration", {"settings": {"yaml": _SETTINGS}})

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def flagged(self, name: str, text: str) -> list[str]:
        """What is wrong with a file, after opening it."""
        uri = self._open(name, text)
        while True:
            heard = self._next()
            if heard.get("method") != "textDocument/publishDiagnostics":
                continue
            if heard["params"]["uri"] == uri:
                return [d["message"] for d in heard["params"]["diagnostics"]]

    def completions(self, name: str, text: str, line: int, column: int) -> list[str]:
        uri = self._open(name, text)
        found = self.ask("textDocument/completion", textDocument={"uri": uri},
                         position={"line": line, "character": column})  # fmt: skip
        return [item["label"] for item in found["items"]]

    def hover(self, name: str, text: str, line: int, column: int) -> str:
        uri = self._open(name, text)
        found = self.ask("textDocument/hover", textDocument={"uri": uri},
                         position={"line": line, "character": column})  # fmt: skip
        return str(found["contents"]["value"]) if found else ""

    def _open(self, name: str, text: str) -> str:
        # A file of its own each time, so that no answer about an earlier text is taken for it.
        self._opened += 1
        uri = (self.root / name).with_name(f"{self._opened}-{Path(name).name}").as_uri()
        self._send("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "yaml", "version": 1, "text": text,
        }})  # fmt: skip
        return uri

    def ask(self, method: str, **parameters: Any) -> Any:
        self._last += 1
        number = self._last
        self._write({"id": number, "method": method, "params": parameters})
        while True:
            heard = self._next()
            if heard.get("id") == number and "method" not in heard:
                assert "error" not in heard, heard
                return heard["result"]

    def _next(self) -> dict[str, Any]:
        heard = self._read()
        if "id" in heard and "method" in heard:
            # The server asks for something, such as to be told of changes; an answer is enough.
            self._write({"id": heard["id"], "result": None})
        return heard

    def _send(self, method: str, parameters: dict[str, Any]) -> None:
        self._write({"method": method, "params": parameters})

    def _write(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        read: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return read
