"""Packets of one made-up district, honest and tampered with, and what a verifier has to say about each.

Every drill is done by somebody who may write to the database and the packet, and who makes the manifest anew. What the
drill needs beyond that, such as the key of the log, its name says.
"""

from cases_fields import disclosures, totals
from cases_honest import honest
from cases_log import keepings, rewrites, trees
from cases_notes import signatures
from districts import Case, district, of
from packets import with_manifest, zipped


def containers():
    log = district(until=30)
    files = log.packet(earlier=[20]).files()

    def of_files(name, faults, changes=None, manifest=True, twice=None):
        changed = {k: v for k, v in (files | (changes or {})).items() if v is not None}
        changed = with_manifest(changed) if manifest else changed
        pairs = [*changed.items(), *([twice] if twice else [])]
        return Case(f"bad-file-{name}", zipped(pairs), faults)

    yield of_files("manifest", of("manifest", "README.txt"), {"README.txt": b"other words\n"}, manifest=False)
    yield of_files("missing", of("unreadable", "README.txt"), {"README.txt": None})
    yield of_files("unknown", of("unreadable", "extra.txt"), {"extra.txt": b"x\n"})
    yield of_files("folder", of("unreadable", "folder/policy.txt"), {"folder/policy.txt": files["policy.txt"]})
    yield of_files("twice", of("unreadable", "README.txt"), twice=("README.txt", files["README.txt"]))
    yield of_files("earlier-garbage", of("unreadable", "earlier.jsonl"), {"earlier.jsonl": b"garbage\n"})
    yield of_files("no-manifest-line", of("manifest", "README.txt"), {
        "MANIFEST.sha256": b"".join(line + b"\n" for line in files["MANIFEST.sha256"].split(b"\n")[:-1]
                                    if not line.endswith(b"README.txt"))}, manifest=False)
    yield Case("bad-not-a-zip", b"not a zip\n", of("unreadable", "bad-not-a-zip.zip"), exit=2)
    yield Case("bad-empty", b"", of("unreadable", "bad-empty.zip"), exit=2)
    whole = zipped(files)
    yield Case("bad-cut-off", whole[:len(whole) // 2], of("unreadable", "bad-cut-off.zip"), exit=2)


def cases():
    """All of them, honest ones first."""
    for group in (honest, disclosures, trees, rewrites, keepings, totals, signatures, containers):
        yield from group()


CASES = {case.name: case for case in cases()}
