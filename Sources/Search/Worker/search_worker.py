"""Makes the index of the search with Pagefind: one JSON order on the standard input, one JSON line a file on the output.

The order is {"language", "filters", "records": [{"url", "text", "meta", "filter"}]}; the answer {"files": number}, then
so many {"path", "content"}, the content in base64. Nothing is written to the disk. The same order gives the same bytes.
"""

import base64
import gzip
import hashlib
import json
import re
import subprocess
import sys
import threading

import pagefind_bin

# Our own page needs neither Pagefind's pages nor its worker; texts in other languages have no index.
KEPT = re.compile(r"pagefind\.js|pagefind-entry\.json|wasm\.(?!unknown)\w+\.pagefind|.*\.pf_(?:meta|index|filter|fragment)")
SIGNATURE = b"pagefind_dcd"


class Service:
    """The program as a service: JSON in base64, each message ended by a comma."""

    def __init__(self):
        self.process = subprocess.Popen(
            [str(pagefind_bin.get_executable()), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.buffer = bytearray()

    def ask(self, requests):
        """The answers, in the order of the requests. Both sides talk at once, lest a full pipe stops both."""
        writer = threading.Thread(target=self.send, args=(requests,), daemon=True)
        writer.start()
        answers = [self.receive() for _ in requests]
        writer.join()
        for answer in answers:
            if answer["type"] == "Error":
                sys.exit(f"Pagefind: {answer['message']}")
        return answers

    def send(self, requests):
        for number, request in enumerate(requests):
            message = {"message_id": number, "payload": request}
            self.process.stdin.write(base64.b64encode(json.dumps(message).encode()) + b",")
        self.process.stdin.flush()

    def receive(self):
        start = 0
        while (end := self.buffer.find(b",", start)) < 0:
            start = len(self.buffer)
            more = self.process.stdout.read1(1 << 20)
            if not more:
                sys.exit("Pagefind has ended")
            self.buffer.extend(more)
        message = json.loads(base64.b64decode(self.buffer[:end]))
        del self.buffer[:end + 1]
        return message["payload"]

    def end(self):
        self.process.stdin.close()
        self.process.terminate()
        self.process.wait()


def text(string):
    """A short text in CBOR."""
    encoded = string.encode()
    assert len(encoded) < 24
    return bytes([0x60 + len(encoded)]) + encoded


def unpacked(content):
    content = gzip.decompress(content)
    assert content.startswith(SIGNATURE), "not a file of Pagefind"
    return content


def with_filters_in_order(files, filters):
    """Pagefind lists filters in an order that differs from run to run, in one file, whose name is its hash."""
    found = []
    for path, content in files.items():
        if path.endswith(".pf_filter"):
            name = next(name for name in filters if unpacked(content)[len(SIGNATURE) + 1:].startswith(text(name)))
            found.append(b"\x82" + text(name) + text(path.removeprefix("filter/").removesuffix(".pf_filter")))
    [path] = [path for path in files if path.endswith(".pf_meta")]
    meta = unpacked(files.pop(path))
    start = min((meta.index(entry) for entry in found), default=0)
    block = b"".join(sorted(found))
    assert all(entry in meta[start:start + len(block)] for entry in found), "filters are listed otherwise than expected"
    meta = meta[:start] + block + meta[start + len(block):]
    former = path.removeprefix("pagefind.").removesuffix(".pf_meta")
    name = former.split("_")[0] + "_" + hashlib.sha256(meta).hexdigest()[:10]
    # Not packed: Pagefind reads both, and no version of zlib changes the bytes.
    files[f"pagefind.{name}.pf_meta"] = meta
    entry = files["pagefind-entry.json"].decode()
    files["pagefind-entry.json"] = entry.replace(f'"{former}"', f'"{name}"').encode()


def index(order):
    service = Service()
    [made] = service.ask([{"type": "NewIndex", "config": {"force_language": order["language"]}}])
    service.ask([
        {
            "type": "AddRecord", "index_id": made["index_id"], "url": record["url"], "content": record["text"],
            "language": order["language"], "meta": record["meta"], "filters": {record["filter"]: ["1"]}, "sort": None,
        }
        for record in order["records"]])
    [answer] = service.ask([{"type": "GetFiles", "index_id": made["index_id"]}])
    service.end()
    files = {file["path"]: base64.b64decode(file["content"]) for file in answer["files"] if KEPT.fullmatch(file["path"])}
    with_filters_in_order(files, order["filters"])
    return files


def main():
    files = index(json.loads(sys.stdin.buffer.readline()))
    print(json.dumps({"files": len(files)}))
    for path, content in sorted(files.items()):
        print(json.dumps({"path": path, "content": base64.b64encode(content).decode()}))
    sys.stdout.flush()


main()
