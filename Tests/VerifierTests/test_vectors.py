"""The verifier agrees with published vectors. None of them is copied: they are read where they are shared."""

import base64
import hashlib

import pytest

import packets
import verify_packet as verifier
from signing import Key, note

STRANGER = Key("stranger", bytes(32))
SMALL_ORDER = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
]


def decoded(texts):
    return [base64.b64decode(text) for text in texts or []]


def is_accepted(note_bytes, keys):
    """Whether a note opens and one of the keys has signed it."""
    try:
        return bool(verifier.open_note(note_bytes, [verifier.read_key(key, 1) for key in keys])[1])
    except ValueError:
        return False


def test_inclusion_proofs_of_transparency_dev(vectors):
    for case in vectors("merkle/inclusion.json"):
        leaf, root = decoded([case["leafHash"], case["root"]])
        holds = verifier.includes(case["leafIdx"], leaf, decoded(case["proof"]), case["treeSize"], root)
        assert holds != case["wantErr"], case["file"]


def test_consistency_proofs_of_transparency_dev(vectors):
    for case in vectors("merkle/consistency.json"):
        old, new = decoded([case["root1"], case["root2"]])
        if case["size1"] != case["size2"]:  # what is earlier is smaller
            holds = verifier.extends(case["size1"], old, case["size2"], new, decoded(case["proof"]))
            assert holds != case["wantErr"], case["file"]


def test_the_reference_tree_of_rfc_6962(vectors):
    tree = vectors("merkle/rfc6962_reference_tree.json")
    hashes = [verifier.leaf_hash(bytes.fromhex(leaf)) for leaf in tree["leaf_inputs_hex"]]
    assert [verifier.root(hashes[:size]).hex() for size in range(9)] == tree["root_hash_hex_by_tree_size"]


def test_every_root_and_proof_up_to_130_leaves(vectors):
    wanted = vectors("merkle/accumulated.json")["derived_here"]
    hashes = [verifier.leaf_hash(bytes([number])) for number in range(130)]
    found = [verifier.root(hashes[:size]) for size in range(131)]
    roots = "".join(f"{size} {found[size].hex()}\n" for size in range(131))
    inclusion, consistency = [], []
    for size in range(1, 131):
        for other in range(size):
            proof = packets.inclusion(other, hashes[:size])
            assert verifier.includes(other, hashes[other], proof, size, found[size])
            inclusion.append(" ".join([f"{other} {size}", *(node.hex() for node in proof)]) + "\n")
            old, proof = other + 1, packets.consistency(other + 1, hashes[:size])
            assert old == size or verifier.extends(old, found[old], size, found[size], proof)
            consistency.append(" ".join([f"{old} {size}", *(node.hex() for node in proof)]) + "\n")
    for name, text in (("roots", roots), ("inclusion", "".join(inclusion)), ("consistency", "".join(consistency))):
        assert hashlib.sha256(text.encode()).hexdigest() == wanted[name]["sha256"], name


def test_notes_of_the_specification_and_of_go(vectors):
    for case in vectors("signed-note/notes.json")["vectors"]:
        assert is_accepted(case["note"].encode(), case["verifier_keys"]) == (case["want"] == "ok"), case["name"]


def test_a_note_that_is_not_utf_8(vectors):
    case = vectors("signed-note/notes.json")["vectors"][1]
    assert not is_accepted(b"\xff" + case["note"].encode(), case["verifier_keys"])


def test_malformed_verifier_keys(vectors):
    for text in vectors("signed-note/notes.json")["bad_verifier_keys"]:
        with pytest.raises(ValueError):
            verifier.read_key(text, 1)


def test_texts_of_checkpoints(vectors):
    notes, signer = vectors("signed-note/notes.json"), Key("go.sum database tree", bytes(32))
    key = verifier.Key(signer.name, signer.id, signer.public, "")
    for text in notes["checkpoint_text_ok"]:
        assert verifier.open_checkpoint(note(text, STRANGER.line(text)).encode(), [key]).size == 123456789012
    for text in notes["checkpoint_text_bad"]:
        with pytest.raises(ValueError):
            verifier.open_checkpoint(note(text, STRANGER.line(text)).encode(), [key])


def test_the_signer_of_the_tests_signs_as_published(vectors):
    case = vectors("signed-note/notes.json")["deterministic_signing"]
    signer = Key(case["name"], bytes.fromhex(case["published_test_seed_hex"]))
    assert signer.line(case["text"]) == case["signature_line"]


def test_ed25519_of_wycheproof(vectors):
    for group in vectors("wycheproof/ed25519_test.json")["testGroups"]:
        public = bytes.fromhex(group["publicKey"]["pk"])
        for case in group["tests"]:
            holds = verifier.is_signed(public, bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"]))
            assert bool(holds) == (case["result"] == "valid"), case["tcId"]


def test_a_proof_may_not_be_longer_than_its_tree_is_high():
    leaf, other = verifier.leaf_hash(b"one"), verifier.leaf_hash(b"other")
    assert verifier.includes(0, leaf, [], 1, leaf)
    assert not verifier.includes(0, leaf, [other], 1, verifier.node_hash(other, leaf))
    root = verifier.node_hash(leaf, other)
    assert verifier.includes(0, leaf, [other], 2, root)
    assert not verifier.includes(0, leaf, [other, leaf], 2, verifier.node_hash(leaf, root))


def test_a_verifier_key_whose_id_is_of_another_name():
    assert verifier.read_key(STRANGER.verifier, 1).id == STRANGER.id
    with pytest.raises(ValueError):
        verifier.read_key(STRANGER.verifier.replace("stranger", "strange"), 1)


def test_a_note_that_is_malformed_does_not_open():
    text, key = "text\n", verifier.read_key(STRANGER.verifier, 1)
    good = note(text, STRANGER.line(text))
    assert verifier.open_note(good.encode(), [key]) == (text, [key])
    for wrong in (note(text), text, "", "\n", good + "\n", good[1:-1], good.replace(" stranger", "  stranger")):
        with pytest.raises(ValueError):
            verifier.open_note(wrong.encode(), [key])


def test_one_wrong_signature_of_a_known_key_spoils_a_note():
    text, key = "text\n", verifier.read_key(STRANGER.verifier, 1)
    assert verifier.open_note(note(text, STRANGER.line(text), STRANGER.line("other\n")).encode(), [key]) == (text, [])


@pytest.mark.parametrize("key", SMALL_ORDER)
def test_a_key_of_small_order_has_signed_nothing(key):
    neutral = (1).to_bytes(32, "little")
    messages = [bytes([number]) for number in range(32)]  # for one in eight of them the plain equation holds
    assert not any(verifier.is_signed(bytes.fromhex(key), message, neutral + bytes(32)) for message in messages)


@pytest.mark.parametrize("y", [2**255 - 19, 2**255 - 18, 2**255 - 1, 2**255 + 1, 2**256 - 1])
def test_a_point_that_is_not_canonical_is_none(y):
    with pytest.raises(ValueError):
        verifier.decode_point(y.to_bytes(32, "little"))


def test_the_digest_of_rfc_9901(vectors):
    case = vectors("rfc/small.json")["rfc9901_sd_jwt_disclosure"]
    disclosure = base64.urlsafe_b64decode(case["disclosure_b64url"] + "=").decode()
    assert verifier.field_digest(disclosure) == case["sha256_b64url"]
