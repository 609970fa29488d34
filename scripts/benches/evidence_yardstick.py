"""The root over made-up leaves by Python's own SHA-256, hashing and nothing else: what the bench is measured against.

usage: evidence_yardstick.py LEAVES BYTES
"""

import hashlib
import sys
import time


def root(leaves):
    """The root of RFC 9162, 2.1.1, by the hashes of full subtrees."""
    peaks = []
    for leaf in leaves:
        level, node = 0, hashlib.sha256(b"\x00" + leaf).digest()
        while peaks and peaks[-1][0] == level:
            level, node = level + 1, hashlib.sha256(b"\x01" + peaks.pop()[1] + node).digest()
        peaks.append((level, node))
    node = peaks.pop()[1]
    while peaks:
        node = hashlib.sha256(b"\x01" + peaks.pop()[1] + node).digest()
    return node


count, size = int(sys.argv[1]), int(sys.argv[2])
pool = [number.to_bytes(8, "big") * (size // 8) for number in range(min(count, 20_000))]
started = time.monotonic()
root(pool[number % len(pool)] for number in range(count))
print(f"{time.monotonic() - started:.3f}")
