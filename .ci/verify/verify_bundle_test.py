#!/usr/bin/env python3
"""Shows that verify_bundle.py accepts a sound bundle, and names what was done to others.

    verify_bundle_test.py [FOLDER WITH A LOG OF TESSERA]
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

HERE = os.path.dirname(os.path.abspath(__file__))
ORIGIN = "evidence.example/ledger"
TESSERA = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
SIZE = 300


def sha256(data):
    return hashlib.sha256(data).digest()


def root(leaves):
    """As RFC 6962 writes it: recursive."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return sha256(b"\0" + leaves[0])
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha256(b"\1" + root(leaves[:k]) + root(leaves[k:]))


def path(m, leaves):
    if len(leaves) == 1:
        return []
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if m < k:
        return path(m, leaves[:k]) + [root(leaves[k:])]
    return path(m - k, leaves[k:]) + [root(leaves[:k])]


def b64(data):
    return base64.b64encode(data).decode()


class Signer:
    def __init__(self, seed):
        self.private = Ed25519PrivateKey.from_private_bytes(seed)
        raw = b"\1" + self.private.public_key().public_bytes(
            serialization.Encoding.Raw, serialization.PublicFormat.Raw
        )
        self.id = sha256(ORIGIN.encode() + b"\n" + raw)[:4]
        self.vkey = f"{ORIGIN}+{self.id.hex()}+{b64(raw)}"

    def note(self, size, head):
        text = f"{ORIGIN}\n{size}\n{b64(head)}\n"
        return f"{text}\n\u2014 {ORIGIN} {b64(self.id + self.private.sign(text.encode()))}\n"


SIGNER = Signer(bytes(range(32)))
CONTENTS = [b"first content", b"second content"]


def entry(i):
    line = {"kind": "EVIDENCE", "n": i}
    if i == 7:
        line["content"] = {"sha256": sha256(CONTENTS[0]).hex(), "size": len(CONTENTS[0])}
    if i == 8:
        line["held"] = [sha256(CONTENTS[1]).hex()]
        line["evidence"] = {"attachments": [{"sha256": sha256(CONTENTS[1]).hex(), "size": len(CONTENTS[1])}]}
    return json.dumps(line).encode()


def write(folder, name, data):
    file = os.path.join(folder, *name.split("/"))
    os.makedirs(os.path.dirname(file), exist_ok=True)
    with open(file, "wb") as out:
        out.write(data if isinstance(data, bytes) else data.encode())


def bundle(folder, leaves):
    hashes = [sha256(b"\0" + leaf) for leaf in leaves]
    for level, nodes in enumerate((hashes, [root(leaves[:256])] if len(leaves) > 255 else [])):
        for n in range(0, len(nodes), 256):
            part = nodes[n : n + 256]
            name = f"tile/{level}/{n // 256:03d}" + ("" if len(part) == 256 else f".p/{len(part)}")
            write(folder, name, b"".join(part))
    for n in range(0, len(leaves), 256):
        part = leaves[n : n + 256]
        name = f"tile/entries/{n // 256:03d}" + ("" if len(part) == 256 else f".p/{len(part)}")
        write(folder, name, b"".join(len(leaf).to_bytes(2, "big") + leaf for leaf in part))
    for size in (0, 10, len(leaves)):
        write(folder, f"checkpoints/{size}", SIGNER.note(size, root(leaves[:size])))
    write(folder, "checkpoint", SIGNER.note(len(leaves), root(leaves)))
    write(folder, "keys/ledger.vkey", SIGNER.vkey + "\n")
    for content in CONTENTS:
        digest = sha256(content).hex()
        write(folder, f"contents/sha256/{digest[:2]}/{digest}", content)
    for i in (7, len(leaves) - 1):
        lines = "".join(b64(node) + "\n" for node in path(i, leaves))
        note = SIGNER.note(len(leaves), root(leaves))
        write(folder, f"proofs/{i}.tlog-proof", f"c2sp.org/tlog-proof@v1\nindex {i}\n{lines}\n{note}")
    write(folder, "verify.md", "How to verify\n")
    sums(folder)


def sums(folder):
    lines = []
    for top, _, files in os.walk(folder):
        for file in files:
            name = os.path.relpath(os.path.join(top, file), folder).replace(os.sep, "/")
            if name != "SHA256SUMS":
                with open(os.path.join(top, file), "rb") as data:
                    lines.append((name, f"{sha256(data.read()).hex()}  {name}\n"))
    write(folder, "SHA256SUMS", "".join(line for _, line in sorted(lines)))


class VerifyBundle(unittest.TestCase):
    def setUp(self):
        self.top = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.top)
        self.folder = os.path.join(self.top, "bundle")
        self.leaves = [entry(i) for i in range(SIZE)]
        bundle(self.folder, self.leaves)

    def run_on(self, *keys):
        command = [sys.executable, os.path.join(HERE, "verify_bundle.py"), self.folder, *keys]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def expect(self, code, *words, keys=(SIGNER.vkey,)):
        found, said = self.run_on(*keys)
        self.assertEqual(found, code, said)
        for word in words:
            self.assertIn(word, said)

    def change(self, name, work, also_sums=True):
        with open(os.path.join(self.folder, name), "rb") as file:
            data = file.read()
        write(self.folder, name, work(data))
        if also_sums:
            sums(self.folder)

    def flip(self, name, at=-1, also_sums=True):
        def work(data):
            changed = bytearray(data)
            changed[at] ^= 1
            return bytes(changed)

        self.change(name, work, also_sums)

    def test_a_sound_bundle(self):
        self.expect(0, "ok: 300 entries, 3 checkpoints")
        self.expect(0, "no key was handed in", keys=())
        subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=self.folder, check=True)

    def test_every_file_with_one_changed_byte(self):
        for top, _, files in sorted(os.walk(self.folder)):
            for file in files:
                name = os.path.relpath(os.path.join(top, file), self.folder)
                self.flip(name, 0, also_sums=False)
                code, said = self.run_on(SIGNER.vkey)
                self.assertIn(code, (1, 2), name + said)
                self.flip(name, 0, also_sums=False)
        self.expect(0)

    def test_a_changed_entry(self):
        self.flip("tile/entries/001.p/44")
        self.expect(1, "entry 299", "checkpoints/300", "the first 300 entries have the root")

    def test_a_changed_entry_with_its_tiles(self):
        leaves = self.leaves[:5] + [b"{}"] + self.leaves[6:]
        keep = {}
        for name in ("checkpoint", "checkpoints/0", "checkpoints/10", "checkpoints/300"):
            with open(os.path.join(self.folder, name), "rb") as file:
                keep[name] = file.read()
        bundle(self.folder, leaves)
        for name, data in keep.items():
            write(self.folder, name, data)
        sums(self.folder)
        self.expect(1, "checkpoints/10", "checkpoints/300")

    def test_swapped_entries(self):
        leaves = list(self.leaves)
        leaves[1], leaves[2] = leaves[2], leaves[1]
        part = b"".join(len(leaf).to_bytes(2, "big") + leaf for leaf in leaves[:256])
        write(self.folder, "tile/entries/000", part)
        sums(self.folder)
        self.expect(1, "entry 1:", "entry 2:")

    def test_a_cut_tail(self):
        shutil.rmtree(self.folder)
        bundle(self.folder, self.leaves[:280])
        write(self.folder, "checkpoints/300", SIGNER.note(300, root(self.leaves)))
        sums(self.folder)
        self.expect(1, "the log has 280 entries and is shorter than this checkpoint")

    def test_two_views(self):
        write(self.folder, "checkpoints/10", SIGNER.note(10, sha256(b"other")))
        sums(self.folder)
        self.expect(1, "checkpoints/10", "the first 10 entries have the root")

    def test_another_key(self):
        self.expect(1, "no known key", keys=(Signer(bytes(32)).vkey,))

    def test_a_changed_signature(self):
        self.change("checkpoint", lambda data: data[:-6] + (b"B" if data[-6:-5] == b"A" else b"A") + data[-5:])
        self.expect(1, "checkpoint")

    def test_changed_content(self):
        digest = sha256(CONTENTS[0]).hex()
        self.flip(f"contents/sha256/{digest[:2]}/{digest}")
        self.expect(1, "the content has the digest")

    def test_missing_content(self):
        for content, at in zip(CONTENTS, (7, 8)):
            digest = sha256(content).hex()
            os.remove(os.path.join(self.folder, "contents", "sha256", digest[:2], digest))
            sums(self.folder)
            self.expect(2, f"entry {at} names content that is missing")

    def test_a_missing_bundle_and_tile(self):
        os.remove(os.path.join(self.folder, "tile", "entries", "000"))
        sums(self.folder)
        self.expect(2, "tile/entries/000")
        os.remove(os.path.join(self.folder, "tile", "0", "000"))
        sums(self.folder)
        self.expect(2, "nothing behind this can be verified")

    def test_a_missing_checkpoint_and_sums(self):
        os.remove(os.path.join(self.folder, "SHA256SUMS"))
        self.expect(2, "SHA256SUMS")
        os.remove(os.path.join(self.folder, "checkpoint"))
        self.expect(2, "checkpoint")

    def test_a_file_that_nobody_named(self):
        write(self.folder, "contents/more", b"x")
        self.expect(1, "SHA256SUMS does not name this file")

    def test_a_proof_of_another_entry(self):
        self.change("proofs/7.tlog-proof", lambda data: data.replace(b"index 7\n", b"index 8\n"))
        self.expect(1, "does not show that entry 8")

    def test_what_is_no_bundle(self):
        self.folder = os.path.join(self.top, "none")
        self.expect(3)
        os.mkdir(self.folder)
        self.expect(2)

    def test_a_link_is_not_followed(self):
        os.remove(os.path.join(self.folder, "checkpoint"))
        os.symlink(os.path.join(self.folder, "checkpoints", "300"), os.path.join(self.folder, "checkpoint"))
        self.expect(3, "no regular file")

    def test_a_log_of_tessera(self):
        if not LOG:
            self.skipTest("no log of Tessera was named")
        shutil.rmtree(self.folder)
        shutil.copytree(LOG, self.folder)
        for size in range(16):
            os.makedirs(os.path.join(self.folder, "checkpoints"), exist_ok=True)
            os.rename(
                os.path.join(self.folder, f"checkpoint.{size}"), os.path.join(self.folder, "checkpoints", str(size))
            )
        sums(self.folder)
        self.expect(0, "ok: 15 entries, 16 checkpoints", keys=(TESSERA,))


LOG = sys.argv.pop(1) if len(sys.argv) > 1 and os.path.isdir(sys.argv[1]) else ""

if __name__ == "__main__":
    unittest.main()
