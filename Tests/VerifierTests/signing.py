"""Test keys: Ed25519 signatures (RFC 8032, 5.1.6) and the notes, checkpoints and cosignatures made with them.

Slow and not safe against anybody who measures time: for tests alone.
"""

import base64
import functools
import hashlib
from dataclasses import dataclass

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
B = (15112221349535400772501151409588531511454012693041857206046113283949847762202,
     46316835694926478169428394003475163141307993866256225615783033603165251855960)


def add(one, other):
    """The sum of two points in affine coordinates (RFC 8032, 5.1.4 before its shortcuts)."""
    (x1, y1), (x2, y2) = one, other
    k = D * x1 * x2 * y1 * y2 % P
    return ((x1 * y2 + y1 * x2) * pow(1 + k, -1, P) % P, (y1 * y2 + x1 * x2) * pow(1 - k, -1, P) % P)


@functools.cache
def doublings():
    """The base point times 1, 2, 4 and so on."""
    points = [B]
    while len(points) < 256:
        points.append(add(points[-1], points[-1]))
    return points


def times_base(scalar):
    """The 32 bytes of the base point times a number."""
    x, y = functools.reduce(add, (doublings()[bit] for bit in range(256) if scalar >> bit & 1), (0, 1))
    return (y | (x & 1) << 255).to_bytes(32, "little")


def number(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")


@dataclass(frozen=True)
class Key:
    """A named signing key: type 1 signs notes, type 4 cosigns checkpoints (C2SP signed-note, tlog-cosignature)."""

    name: str
    seed: bytes
    type: int = 1

    @functools.cached_property
    def _secret(self):
        half = hashlib.sha512(self.seed).digest()
        return (int.from_bytes(half[:32], "little") & (1 << 254) - 8) | 1 << 254, half[32:]

    @functools.cached_property
    def public(self):
        return times_base(self._secret[0])

    @property
    def id(self):
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.type]) + self.public).digest()[:4]

    @property
    def verifier(self):
        """The verifier key, `name+id+key`."""
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(bytes([self.type]) + self.public).decode()}"

    def sign(self, message):
        secret, prefix = self._secret
        nonce = number(prefix, message) % L
        point = times_base(nonce)
        return point + ((nonce + number(point, self.public, message) * secret) % L).to_bytes(32, "little")

    def line(self, text, seconds=None):
        """The signature line under a text; of a witness, with the time at which it cosigns."""
        if self.type == 1:
            signature = self.sign(text.encode())
        else:
            signature = seconds.to_bytes(8, "big") + self.sign(f"cosignature/v1\ntime {seconds}\n{text}".encode())
        return f"\u2014 {self.name} {base64.b64encode(self.id + signature).decode()}\n"


def key(name, type=1):
    """The test key of this name; the same each time."""
    label, _, version = name.partition("#")
    return Key(label, hashlib.sha256(f"test key {name}".encode()).digest(), type)


def note(text, *lines):
    return text + "\n" + "".join(lines)


def checkpoint_text(origin, size, root):
    return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n"
