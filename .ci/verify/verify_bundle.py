#!/usr/bin/env python3
"""Verifies an evidence bundle with nothing of the library that wrote it.

    verify_bundle.py FOLDER [VKEY ...]

VKEY is a verifier key, or a file with one, that you got by another way than the bundle. Without any, the keys in the
bundle are used, which shows only that the bundle agrees with itself.

Needs Python 3.9 and the package "cryptography" for Ed25519. Time stamps are verified with "openssl ts -verify".

Exit code: 0 all is as it was signed, 1 something was changed, 2 something is missing, 3 something cannot be read.
"""

import base64
import binascii
import hashlib
import json
import os
import re
import stat
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

TAMPERED, INCOMPLETE, UNREADABLE = 1, 2, 3
WIDTH = 256
DASH = "\u2014 "
EMPTY_ROOT = hashlib.sha256(b"").digest()
DIGEST = re.compile(r"[0-9a-f]{64}\Z")
COUNT = re.compile(r"(0|[1-9][0-9]{0,18})\Z")


class Fault(Exception):
    """Something that is wrong with one part of the bundle."""

    def __init__(self, kind, text):
        super().__init__(text)
        self.kind = kind


class Report:
    """Gathers faults; a change weighs more than what cannot be read, and that more than what is missing."""

    MOST = 200

    def __init__(self):
        self.faults = []

    def add(self, kind, place, text):
        self.faults.append((kind, place, text))

    def code(self):
        kinds = {kind for kind, _, _ in self.faults}
        return next((kind for kind in (TAMPERED, UNREADABLE, INCOMPLETE) if kind in kinds), 0)

    def show(self):
        names = {TAMPERED: "tampered", INCOMPLETE: "incomplete", UNREADABLE: "unreadable"}
        for kind, place, text in self.faults[: self.MOST]:
            print(f"{names[kind]}: {printable(place)}: {printable(text)}")
        if len(self.faults) > self.MOST:
            print(f"... and {len(self.faults) - self.MOST} more")


def printable(text):
    return "".join(c if c.isprintable() else "?" for c in text)


def leaf_hash(leaf):
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def decode(text):
    """Base64 in its one canonical form."""
    try:
        raw = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, UnicodeEncodeError, binascii.Error):
        return None
    return raw if base64.b64encode(raw).decode() == text else None


class Tree:
    """Grows leaf by leaf (RFC 9162); keeps one hash for each bit of its size."""

    def __init__(self, complete):
        self.size = 0
        self.peaks = []
        self.complete = complete

    def append(self, leaf):
        node, index, level = leaf, self.size, 0
        while index & 1:
            node = node_hash(self.peaks.pop(), node)
            index, level = index >> 1, level + 1
            self.complete(level, index, node)
        self.peaks.append(node)
        self.size += 1

    def root(self):
        if not self.peaks:
            return EMPTY_ROOT
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root


def inclusion_root(index, size, leaf, path):
    """RFC 9162, section 2.1.3.2; None when the path does not fit."""
    if index >= size:
        return None
    position, last, root = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if position & 1 or position == last:
            root = node_hash(sibling, root)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            root = node_hash(root, sibling)
        position, last = position >> 1, last >> 1
    return root if last == 0 else None


class Key:
    """A verifier key: name+id+base64(0x01 || 32 bytes)."""

    def __init__(self, text):
        parts = text.strip("\n").split("+", 2)
        raw = decode(parts[2]) if len(parts) == 3 else None
        if raw is None or len(raw) != 33 or raw[0] not in (1, 4):
            raise Fault(UNREADABLE, "this is no Ed25519 verifier key")
        self.name, self.witness, self.key = parts[0], raw[0] == 4, raw[1:]
        self.id = hashlib.sha256(parts[0].encode() + b"\n" + raw).digest()[:4]
        if parts[1] != self.id.hex():
            raise Fault(TAMPERED, "the id of the key does not fit its name and bytes")

    def verifies(self, text, signature):
        if self.witness:
            if len(signature) != 72:
                return False
            time = int.from_bytes(signature[:8], "big")
            text, signature = b"cosignature/v1\ntime %d\n" % time + text, signature[8:]
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, text)
            return True
        except (InvalidSignature, ValueError):
            return False


def checkpoint(note, keys):
    """Size and root of a signed checkpoint (C2SP signed-note, tlog-checkpoint)."""
    try:
        text = note.decode("utf-8")
    except UnicodeDecodeError:
        raise Fault(TAMPERED, "a checkpoint is UTF-8") from None
    body, empty, block = text.rpartition("\n\n")
    if not empty or not block.endswith("\n") or any(c < " " and c != "\n" for c in text):
        raise Fault(TAMPERED, "this is no signed note")
    lines, body = body.split("\n"), (body + "\n").encode()
    if len(lines) < 3 or not all(lines) or not COUNT.match(lines[1]):
        raise Fault(TAMPERED, "this is no checkpoint")
    root = decode(lines[2])
    if root is None or len(root) != 32:
        raise Fault(TAMPERED, "the checkpoint names no root")
    own = False
    signatures = block[:-1].split("\n")
    if len(signatures) > 100:
        raise Fault(TAMPERED, "there are more than 100 signatures")
    for line in signatures:
        parts = line[len(DASH):].split(" ")
        raw = decode(parts[1]) if line.startswith(DASH) and len(parts) == 2 else None
        if raw is None or len(raw) < 5:
            raise Fault(TAMPERED, "a line of a signature is none")
        for key in keys:
            if key.name == parts[0] and key.id == raw[:4]:
                if not key.verifies(body, raw[4:]):
                    raise Fault(TAMPERED, f"the signature of {key.name} does not fit")
                own = own or (key.name == lines[0] and not key.witness)
    if not own:
        raise Fault(TAMPERED, f"no known key of the log {lines[0]} signed the checkpoint")
    return int(lines[1]), root


def tile_place(index, width):
    digits = f"{index % 1000:03d}"
    index //= 1000
    while index:
        digits = f"x{index % 1000:03d}/{digits}"
        index //= 1000
    return digits if width == WIDTH else f"{digits}.p/{width}"


class Bundle:
    """One folder, verified part by part."""

    def __init__(self, folder, keys, report):
        self.folder = folder
        self.keys = keys
        self.report = report
        self.roots = {}
        self.tiles = {}
        self.size = 0
        self.named = {}
        self.other = 0

    def path(self, name):
        return os.path.join(self.folder, *name.split("/"))

    def read(self, name, most=1 << 26):
        """A regular file below the folder; no link is followed."""
        path = self.path(name)
        try:
            if not stat.S_ISREG(os.lstat(path).st_mode):
                raise Fault(UNREADABLE, "this is no regular file")
            with open(path, "rb") as file:
                data = file.read(most + 1)
        except FileNotFoundError:
            raise Fault(INCOMPLETE, "the file is missing") from None
        except OSError as error:
            raise Fault(UNREADABLE, error.strerror or "the file cannot be read") from None
        if len(data) > most:
            raise Fault(TAMPERED, "the file is longer than it can be")
        return data

    def guarded(self, name, work):
        try:
            return work()
        except Fault as fault:
            self.report.add(fault.kind, name, str(fault))
            return None

    def files(self, below=""):
        found = []
        top = self.path(below) if below else self.folder
        for path, folders, files in os.walk(top, onerror=self.not_listed):
            folders.sort()
            for name in files + [f for f in folders if os.path.islink(os.path.join(path, f))]:
                found.append(os.path.relpath(os.path.join(path, name), self.folder).replace(os.sep, "/"))
        return sorted(found)

    def not_listed(self, error):
        if not isinstance(error, FileNotFoundError):
            self.report.add(UNREADABLE, str(error.filename), error.strerror or "cannot be listed")

    def digest(self, name):
        path = self.path(name)
        try:
            if not stat.S_ISREG(os.lstat(path).st_mode):
                raise Fault(UNREADABLE, "this is no regular file")
            sha256, size = hashlib.sha256(), 0
            with open(path, "rb") as file:
                while chunk := file.read(1 << 20):
                    sha256.update(chunk)
                    size += len(chunk)
            return sha256.hexdigest(), size
        except FileNotFoundError:
            raise Fault(INCOMPLETE, "the file is missing") from None
        except OSError as error:
            raise Fault(UNREADABLE, error.strerror or "the file cannot be read") from None

    def sums(self):
        """SHA256SUMS names every other file, and each is what it says."""
        listed = {}
        data = self.guarded("SHA256SUMS", lambda: self.read("SHA256SUMS", 1 << 31))
        if data is None:
            return
        for line in data.decode("utf-8", "replace").splitlines():
            digest, _, name = line.partition("  ")
            if not DIGEST.match(digest) or name in listed or ".." in name.split("/") or name.startswith("/"):
                self.report.add(TAMPERED, "SHA256SUMS", "a line cannot be used: " + line[:200])
            else:
                listed[name] = digest
        for name in self.files():
            if name != "SHA256SUMS" and name not in listed:
                self.report.add(TAMPERED, name, "SHA256SUMS does not name this file")
        for name, digest in listed.items():
            found = self.guarded(name, lambda name=name: self.digest(name))
            if found and found[0] != digest:
                self.report.add(TAMPERED, name, f"expected SHA-256 {digest}, found {found[0]}")

    def checkpoints(self):
        latest = self.guarded("checkpoint", lambda: checkpoint(self.read("checkpoint"), self.keys))
        if latest is None:
            return False
        self.size, _ = latest
        self.roots.setdefault(latest[0], []).append(("checkpoint", latest[1]))
        for name in self.files("checkpoints"):
            found = self.guarded(name, lambda name=name: checkpoint(self.read(name), self.keys))
            if found is None:
                continue
            if name != f"checkpoints/{found[0]}":
                self.report.add(TAMPERED, name, f"the checkpoint is of size {found[0]}")
            if found[0] > self.size:
                self.report.add(TAMPERED, name, f"the log has {self.size} entries and is shorter than this checkpoint")
            else:
                self.roots.setdefault(found[0], []).append((name, found[1]))
        return True

    def tile(self, level, index, width):
        name = f"tile/{level}/{tile_place(index, width)}"

        def split():
            data = self.read(name, 1 << 14)
            if len(data) != 32 * width:
                raise Fault(TAMPERED, f"a tile of {width} hashes has {32 * width} bytes, found {len(data)}")
            return [data[i : i + 32] for i in range(0, len(data), 32)]

        return name, self.guarded(name, split)

    def bundle(self, index, width):
        name = "tile/entries/" + tile_place(index, width)

        def split():
            data, at, entries = self.read(name), 0, []
            for _ in range(width):
                length = int.from_bytes(data[at : at + 2], "big")
                if len(data) < at + 2 + length:
                    raise Fault(TAMPERED, f"the bytes are not {width} entries")
                entries.append(data[at + 2 : at + 2 + length])
                at += 2 + length
            if at != len(data):
                raise Fault(TAMPERED, "there are bytes behind the last entry")
            return entries

        return name, self.guarded(name, split)

    def grown(self, level, index, node):
        """Nodes as they are completed; every eighth level stands in tiles."""
        if level % 8 == 0:
            filling = self.tiles.setdefault(level // 8, [])
            filling.append(node)
            if len(filling) == WIDTH:
                self.compare(level // 8, index // WIDTH)

    def compare(self, level, index):
        expected = self.tiles[level]
        name, found = self.tile(level, index, len(expected))
        if found is not None:
            for i, (want, have) in enumerate(zip(expected, found)):
                if want != have:
                    self.report.add(TAMPERED, name, f"hash {i}: expected {want.hex()}, found {have.hex()}")
        self.tiles[level] = []

    def check_roots(self, tree):
        for name, root in self.roots.get(tree.size, []):
            if tree.root() != root:
                self.report.add(
                    TAMPERED, name, f"the first {tree.size} entries have the root {tree.root().hex()}, not {root.hex()}"
                )

    def entries(self):
        tree = Tree(self.grown)
        self.check_roots(tree)
        for index in range((self.size + WIDTH - 1) // WIDTH):
            width = min(WIDTH, self.size - index * WIDTH)
            _, hashes = self.tile(0, index, width)
            name, leaves = self.bundle(index, width)
            if hashes is None and leaves is None:
                self.report.add(INCOMPLETE, name, "nothing behind this can be verified")
                return
            for i in range(width):
                at = index * WIDTH + i
                leaf = leaf_hash(leaves[i]) if leaves else hashes[i]
                if hashes and hashes[i] != leaf:
                    self.report.add(
                        TAMPERED, name, f"entry {at}: hash {leaf.hex()}, its tile says {hashes[i].hex()}"
                    )
                if leaves:
                    self.contents_of(at, leaves[i])
                tree.append(leaf)
                self.check_roots(tree)
        for level, filling in sorted(self.tiles.items()):
            if filling:
                self.compare(level, (self.size >> (8 * level)) // WIDTH)

    def contents_of(self, at, leaf):
        """Objects with digest and size outside the record itself, and the attachments that are held."""
        try:
            value = json.loads(leaf)
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            self.other += 1
            return
        record = value.pop("evidence", None)
        held = value.get("held")
        todo = [value]
        while todo:
            part = todo.pop()
            if isinstance(part, list):
                todo.extend(part)
            elif isinstance(part, dict):
                digest, size = part.get("sha256"), part.get("size")
                if isinstance(digest, str) and DIGEST.match(digest) and isinstance(size, int):
                    self.named.setdefault(digest, (size, at))
                todo.extend(part.values())
        attached = record.get("attachments") if isinstance(record, dict) else None
        sizes = {a.get("sha256"): a.get("size") for a in attached or [] if isinstance(a, dict)}
        for digest in held if isinstance(held, list) else []:
            if isinstance(digest, str) and DIGEST.match(digest):
                self.named.setdefault(digest, (sizes.get(digest), at))

    def contents(self):
        for name in self.files("contents"):
            digest = name.rsplit("/", 1)[1]
            if not DIGEST.match(digest) or name != f"contents/sha256/{digest[:2]}/{digest}":
                self.report.add(TAMPERED, name, "content stands under its digest")
                continue
            found = self.guarded(name, lambda name=name: self.digest(name))
            if found and found[0] != digest:
                self.report.add(TAMPERED, name, f"the content has the digest {found[0]}")
            size, at = self.named.pop(digest, (None, None))
            if found and size is not None and found[1] != size:
                self.report.add(TAMPERED, name, f"entry {at} says {size} bytes, found {found[1]}")
        for digest, (_, at) in sorted(self.named.items()):
            self.report.add(
                INCOMPLETE, f"contents/sha256/{digest[:2]}/{digest}", f"entry {at} names content that is missing"
            )

    def proof(self, name):
        text = self.read(name, 1 << 20).decode("utf-8", "replace")
        head, _, note = text.partition("\n\n")
        lines = head.split("\n")
        if lines.pop(0) != "c2sp.org/tlog-proof@v1":
            raise Fault(TAMPERED, "this is no proof of version 1")
        if lines and lines[0].startswith("extra "):
            lines.pop(0)
        word, _, place = (lines.pop(0) if lines else "").partition(" ")
        path = [decode(line) for line in lines]
        if word != "index" or not COUNT.match(place) or any(p is None or len(p) != 32 for p in path):
            raise Fault(TAMPERED, "this is no proof")
        index, (size, root) = int(place), checkpoint(note.encode(), self.keys)
        if index >= self.size:
            raise Fault(TAMPERED, f"the log has {self.size} entries, the proof is of entry {index}")
        width = min(WIDTH, self.size - index // WIDTH * WIDTH)
        _, leaves = self.bundle(index // WIDTH, width)
        if leaves is None:
            raise Fault(INCOMPLETE, f"entry {index} is missing")
        if inclusion_root(index, size, leaf_hash(leaves[index % WIDTH]), path) != root:
            raise Fault(TAMPERED, f"the proof does not show that entry {index} stands in the log")

    def verify(self):
        self.sums()
        if self.checkpoints():
            self.entries()
            self.contents()
            for name in self.files("proofs"):
                if name.endswith(".tlog-proof"):
                    self.guarded(name, lambda name=name: self.proof(name))


def keys_of(folder, given, report):
    """The keys that were handed in, or those in the bundle."""
    keys = []
    for text in given:
        try:
            if os.path.isfile(text):
                with open(text, encoding="utf-8") as file:
                    text = file.read()
            keys.append(Key(text))
        except Fault as fault:
            report.add(fault.kind, text, str(fault))
        except (OSError, ValueError):
            report.add(UNREADABLE, text, "the key cannot be read")
    if given:
        return keys
    print("note: no key was handed in; the keys of the bundle itself are used")
    bundle = Bundle(folder, [], report)
    for name in bundle.files("keys"):
        key = bundle.guarded(name, lambda name=name: Key(bundle.read(name, 1 << 16).decode("utf-8", "replace")))
        if key:
            keys.append(key)
    return keys


def main(arguments):
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return UNREADABLE
    folder, report = arguments[0], Report()
    if not os.path.isdir(folder):
        report.add(UNREADABLE, folder, "there is no such folder")
    else:
        bundle = Bundle(folder, keys_of(folder, arguments[1:], report), report)
        bundle.verify()
        if report.code() == 0:
            print(f"ok: {bundle.size} entries, {len(bundle.roots)} checkpoints, all as signed")
            if bundle.other:
                print(f"note: {bundle.other} entries are not JSON and were only hashed")
    report.show()
    return report.code()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
