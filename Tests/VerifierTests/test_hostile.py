"""Whatever the bytes are, the verifier ends soon, in words, without failing itself."""

import io
import json
import random
import zipfile

import pytest

import verify_packet as verifier
from districts import district
from packets import LOG, with_manifest, zipped
from signing import note

FILES = district(until=30).packet(earlier=[20]).files()
PART = district(until=30).packet(whole=False, person="e-2", earlier=[20]).files()


def faults(folder, data, **options):
    """The faults of a packet of these bytes, as (code, place)."""
    (folder / "packet.zip").write_bytes(data)
    check = verifier.Check(str(folder / "packet.zip"), **options)
    assert [*check.words()] and json.dumps(check.report())
    return {tuple(fault.values()) for fault in check.report()["faults"]}


def changed(name, old, new, files=FILES):
    """The packet with a text in one of its files replaced, once, and a manifest that fits."""
    assert old in files[name]
    return zipped(with_manifest(files | {name: files[name].replace(old, new, 1)}))


# --- what unfolds without end


@pytest.mark.parametrize("name", [*FILES])
def test_a_file_that_unfolds_without_end(name, tmp_path):
    bomb = zipped(FILES | {name: bytes(100 << 20)})
    assert len(bomb) < 1 << 20
    assert ("unreadable", name) in faults(tmp_path, bomb)


@pytest.mark.parametrize("name", ["leaves.jsonl", "fields.jsonl", "earlier.jsonl"])
def test_lines_without_end(name, tmp_path, monkeypatch):
    monkeypatch.setattr(verifier, "MOST_LINES", 1 << 12)
    assert ("unreadable", name) in faults(tmp_path, zipped(FILES | {name: b"\n" * 5000}))


@pytest.mark.parametrize("name", ["leaves.jsonl", "fields.jsonl"])
def test_a_line_that_is_very_long(name, tmp_path):
    assert ("unreadable", name) in faults(tmp_path, changed(name, b"\n", b" " * (9 << 20) + b"\n"))


# --- lines and files


def test_lines_out_of_order(tmp_path):
    one, other, *rest = FILES["fields.jsonl"].splitlines(keepends=True)
    packet = zipped(with_manifest(FILES | {"fields.jsonl": b"".join([other, one, *rest])}))
    assert ("unreadable", "fields.jsonl") in faults(tmp_path, packet)


def test_a_gap_in_a_whole_packet(tmp_path):
    lines = {name: FILES[name].splitlines(keepends=True) for name in ("leaves.jsonl", "fields.jsonl")}
    files = {name: b"".join(found[:17] + found[18:]) for name, found in lines.items()}
    assert {("unreadable", "fields.jsonl"), ("tree",)} <= faults(tmp_path, zipped(with_manifest(FILES | files)))


def test_proofs_in_a_whole_packet_and_none_in_a_part(tmp_path):
    assert ("unreadable", "fields.jsonl") in faults(tmp_path, changed("packet.json", b"true", b"false"))
    assert ("unreadable", "fields.jsonl") in faults(tmp_path, changed("packet.json", b"false", b"true", PART))


# --- bytes at random


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("name", ["leaves.jsonl", "fields.jsonl", "checkpoint.txt", "earlier.jsonl"])
def test_a_byte_changed_at_random_is_found(name, seed, tmp_path):
    chance, files = random.Random(f"{name} {seed}"), [FILES, PART][seed % 2]
    data = bytearray(files[name])
    data[chance.randrange(len(data))] ^= chance.choice([1, 2, 4, 8, 16, 32, 64])
    assert faults(tmp_path, zipped(with_manifest(files | {name: bytes(data)})))


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_zip_is_read_the_same_or_refused(seed, tmp_path):
    chance, data = random.Random(seed), bytearray(zipped(FILES))
    for _ in range(chance.randrange(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if not faults(tmp_path, bytes(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert {name: archive.read(name) for name in archive.namelist()} == FILES


@pytest.mark.parametrize("seed", range(40))
def test_pieces_put_together_at_random(seed, tmp_path):
    chance, name = random.Random(seed), [*FILES][seed % len(FILES)]
    parts = [b"{", b"}", b"[", b"]", b'"', b"\\ud800", b"\n", b"\n\n", "\u2014 ".encode(), b"null", b"-0", b"1e999",
             b"\0", FILES[name][:200], FILES[name][-100:], b"quorum none\n", b"log x+y+z\n", b"group a 9999999999 b\n"]
    data = b"".join(chance.choice(parts) for _ in range(chance.randrange(30)))
    found = faults(tmp_path, zipped(with_manifest(FILES | {name: data})), policy=data if seed % 3 == 0 else None)
    kept = tmp_path / "kept"
    kept.write_bytes(chance.choice([b"", b"PK", b"afterbell receipt v1\n", b"c2sp.org/tlog-proof@v1\n"]) + data)
    assert found | faults(tmp_path, zipped(FILES), kept=[str(kept)])


def test_without_a_readable_packet_json_the_lines_say_whether_the_packet_is_whole(tmp_path):
    unreadable = {("unreadable", "packet.json")}
    for files in (FILES, PART):
        assert faults(tmp_path, zipped(with_manifest(files | {"packet.json": b"x"}))) == unreadable
    whole, part = district(until=30).packet(earlier=[20]), district(until=30).packet(whole=False, person="e-2")
    whole.lines.pop(17)
    whole.renumber()
    assert faults(tmp_path, zipped(with_manifest(whole.files() | {"packet.json": b"x"}))) == unreadable | {("tree",)}
    part.line(12)["proof"][1] = bytes(32)
    assert faults(tmp_path, zipped(with_manifest(part.files() | {"packet.json": b"x"}))) == unreadable | {("proof", 12)}


def test_without_a_readable_checkpoint_neither_tree_nor_proofs_are_looked_at(tmp_path):
    for files in (FILES, PART):
        bare = with_manifest(files | {"checkpoint.txt": b"x", "earlier.jsonl": b""})
        assert faults(tmp_path, zipped(bare)) == {("checkpoint",), ("quorum",)}


def test_a_leaf_that_holds_nothing_shows_nothing(tmp_path):
    log = district(until=30)
    event = log.make({"kind": "review"})
    event.seal(digests=[])
    log.events.append(event)
    assert faults(tmp_path, zipped(log.packet().files())) == {("leaf", 30)}


def test_a_malformed_receipt_key_does_not_hide_what_is_missing(tmp_path):
    log = district(until=30)
    log.add("log_key", "log_key receipt/9", purpose="receipt", key="no key")
    gone = log.make({"kind": "work_entry"})
    gone.seal(log.events[9].received_ms)
    (tmp_path / "kept").write_text(log.receipt(gone), encoding="utf-8")
    found = faults(tmp_path, zipped(log.packet().files()), kept=[str(tmp_path / "kept")])
    assert found == {("missing", gone.received_ms)}


def test_many_signatures_of_one_key_take_no_longer_than_they_are_many(tmp_path, monkeypatch):
    calls, is_signed = [], verifier.is_signed
    monkeypatch.setattr(verifier, "is_signed", lambda *parts: calls.append(parts) or is_signed(*parts))
    text = FILES["checkpoint.txt"].decode().partition("\n\n")[0] + "\n"
    many = {"checkpoint.txt": note(text, *[LOG.line(text)] * 90).encode(), "earlier.jsonl": b""}
    assert faults(tmp_path, zipped(with_manifest(FILES | many))) == {("quorum",)}
    assert len(calls) < 200


def test_a_policy_of_many_lines_is_refused_soon(tmp_path):
    policy = FILES["policy.txt"] + b"".join(b"group g%d any union\n" % number for number in range(50_000))
    assert ("policy",) in faults(tmp_path, zipped(FILES), policy=policy)
