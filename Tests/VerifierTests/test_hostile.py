"""Whatever the bytes are, the verifier ends soon, in words, without failing itself."""

import io
import json
import random
import zipfile

import pytest

import verify_packet as verifier
from districts import IMPOSTOR, district
from packets import LOG, with_manifest, zipped
from signing import key, note

FILES = district(until=30).packet(earlier=[20]).files()
MANIFEST, POLICY = FILES["MANIFEST.sha256"], FILES["policy.txt"]
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


def test_another_compression(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        for name, data in FILES.items():
            archive.writestr(name, data)
    assert ("unreadable", "README.txt") in faults(tmp_path, buffer.getvalue())


def test_a_file_that_says_it_is_encrypted(tmp_path):
    data = bytearray(zipped({"README.txt": FILES["README.txt"]}))
    data[data.index(b"PK\1\2") + 8] |= 1
    assert ("unreadable", "README.txt") in faults(tmp_path, bytes(data))


# --- JSON

BAD_JSON = {
    "twice": b'"index":17,"index":17', "float": b'"index":17.0', "exponent": b'"index":1.7e1', "nan": b'"index":NaN',
    "infinity": b'"index":-Infinity', "huge": b'"index":' + b"9" * 5000, "large": b'"index":9007199254740992',
    "negative": b'"index":-1', "bool": b'"index":true', "text": b'"index":"17"', "null": b'"index":null',
    "zeros": b'"index":017', "more": b'"index":17,"more":1', "nested": b'"index":' + b"[" * 100_000,
    "nested-objects": b'"index":' + b'{"a":' * 100_000, "surrogate": b'"index":17,"\\ud800":1', "nothing": b'"index"',
    "not-utf-8": b'"index":17\xff', "missing": b'"other":17', "comma": b'"index":17,',
}


@pytest.mark.parametrize("name", BAD_JSON)
def test_a_line_of_fields_that_is_not_of_its_form(name, tmp_path):
    packet = changed("fields.jsonl", b'"index":17', BAD_JSON[name])
    assert ("unreadable", "fields.jsonl") in faults(tmp_path, packet)


@pytest.mark.parametrize("old, new", [
    (b'"format":1', b'"format":2'), (b'"format":1', b'"format":true'), (b'"format":1', b'"format":1,"format":1'),
    (b'"scope":"all"', b'"scope":"some"'), (b'"held":[]', b'"held":["b","a"]'), (b'"held":[]', b'"held":["a","a"]'),
    (b'"held":[]', b'"held":[1]'), (b'"held":[]', b'"held":{}'), (b'"minutes":', b'"minutes":1.0,"x":'),
    (b'"is_whole":true', b'"is_whole":1'), (b'"about":"everybody"', b'"about":"\\udfff"'), (b'"taken_out"', b'"taken"'),
    (b'"origin"', b'"origin":"x","origin"'), (b"{", b"[" * 50_000), (b"}", b""),
])
def test_a_packet_json_that_is_not_of_its_form(old, new, tmp_path):
    assert ("unreadable", "packet.json") in faults(tmp_path, changed("packet.json", old, new))


@pytest.mark.parametrize("line", [
    b"", b"[]", b"{}", b'{"note":"x"}', b'{"note":1,"proof":[]}', b'{"note":"x","proof":[],"proof":[]}',
    b'{"note":"x","proof":["AA=="]}', b'{"note":"x","proof":["' + b"A" * 44 + b'"]}', b"[" * 100_000,
    b'{"note":"\\ud800","proof":[]}', b"\xff",
])
def test_an_earlier_line_that_is_not_of_its_form(line, tmp_path):
    packet = zipped(with_manifest(FILES | {"earlier.jsonl": line + b"\n"}))
    assert faults(tmp_path, packet) == {("unreadable", "earlier.jsonl")}


def test_an_earlier_note_without_a_size_has_no_place(tmp_path):
    line = b'{"note":"\xf0\x9f\x98\x80","proof":[]}\n'
    assert faults(tmp_path, zipped(with_manifest(FILES | {"earlier.jsonl": line}))) == {("earlier",)}


@pytest.mark.parametrize("name", ["leaves.jsonl", "fields.jsonl", "earlier.jsonl"])
def test_a_last_line_without_its_end(name, tmp_path):
    assert ("unreadable", name) in faults(tmp_path, zipped(with_manifest(FILES | {name: FILES[name][:-1]})))


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


@pytest.mark.parametrize("lost", [*FILES])
def test_a_file_that_is_missing(lost, tmp_path):
    files = {name: data for name, data in FILES.items() if name != lost}
    assert ("unreadable", lost) in faults(tmp_path, zipped(files))  # the manifest still names it


@pytest.mark.parametrize("manifest", [
    b"", b"x\n", MANIFEST[:-1], MANIFEST * 2, MANIFEST.replace(b"  ", b" *"), MANIFEST.upper(), b"\xff" * 99,
    MANIFEST.replace(b"\n", b"\r\n"),
])
def test_a_manifest_that_is_none(manifest, tmp_path):
    found = faults(tmp_path, zipped(FILES | {"MANIFEST.sha256": manifest}))
    assert found and {code for code, _ in found} <= {"manifest", "unreadable"}


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


OTHER = f"log {key('hours.example.org/other').verifier}\n".encode()
UNSIGNED = zipped(with_manifest(FILES | {"checkpoint.txt": district(until=30).checkpoint(30, (), IMPOSTOR).encode()}))


@pytest.mark.parametrize("policy", [
    b"", b"x\n", b"quorum none\n", POLICY.replace(b"quorum both\n", b""), POLICY.replace(b"log ", b"# "),
    OTHER + POLICY, OTHER + b"quorum none\n", POLICY + b"x\n" + f"log {IMPOSTOR.verifier}\n".encode(), POLICY[:-1],
])
def test_a_faulty_policy_is_named_alone_and_no_signature_is_held_against_it(policy, tmp_path):
    (tmp_path / "kept").write_text(district(until=30).checkpoint(20), encoding="utf-8")
    assert faults(tmp_path, zipped(FILES), policy=policy, kept=[str(tmp_path / "kept")]) == {("policy",)}
    assert faults(tmp_path, UNSIGNED, policy=policy) == {("policy",)}
    assert faults(tmp_path, zipped(with_manifest(FILES | {"policy.txt": policy}))) == {("policy",)}


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
    assert faults(tmp_path, zipped(log.packet().files())) == {("field", 30)}


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


def test_a_kept_packet_of_another_log_says_nothing_of_these_entries(tmp_path):
    other = district(3)
    other.origin = "hours.example.org/other"
    (tmp_path / "kept.zip").write_bytes(zipped(other.packet(size=20).files()))
    assert faults(tmp_path, zipped(FILES), kept=[str(tmp_path / "kept.zip")]) == {("kept", 20)}


def test_a_kept_proof_that_proves_nothing_is_unreadable(tmp_path):
    log = district(until=30)
    text = log.proof(12, 20).split("\n")
    text[3] = text[4]
    (tmp_path / "kept").write_text("\n".join(text), encoding="utf-8")
    assert faults(tmp_path, zipped(FILES), kept=[str(tmp_path / "kept")]) == {("unreadable", "kept")}
