"""Drills on what is signed: keys, checkpoints, those who cosign, policies, earlier checkpoints."""

from districts import CHECKPOINT, IMPOSTOR, KEY, LATE_WITNESS, POLICY, QUORUM, SIZES, STRANGER
from districts import Case, at, build, district, signed
from packets import BOTH, HR, LOG, NEXT_LOG, ORIGIN, UNION, b64, leaf_hash, root
from signing import Key, checkpoint_text, note


def signatures():
    log = district()
    size, hashes = 120, log.hashes()
    text = checkpoint_text(ORIGIN, size, root(hashes))

    def with_checkpoint(name, checkpoint, faults, policy=None, **options):
        packet = log.packet(**options)
        packet.checkpoint = checkpoint
        packet.policy = log.policy("quorum none\n") if policy is None else policy
        return Case(f"bad-{name}", build(packet), faults)

    yield with_checkpoint("old-key", signed(text, LOG), KEY)
    yield with_checkpoint("old-key-part", signed(text, LOG), KEY, whole=False, person="e-2")
    early = log.packet(size=70)
    early.checkpoint, early.policy = log.checkpoint(70, signer=NEXT_LOG), log.policy()
    yield Case("bad-key-too-early", build(early), KEY)
    yield with_checkpoint("impostor", signed(text, IMPOSTOR), CHECKPOINT)
    yield with_checkpoint("not-signed", note(text, UNION.line(text, 1409000000)), CHECKPOINT)
    for name, wrong in {
        "leading-zero": signed(text.replace("\n120\n", "\n0120\n")), "crlf": signed(text).replace("\n", "\r\n"),
        "no-final-newline": signed(text)[:-1], "short-root": signed(text[:-6] + "=\n"),
        "sign": signed(text.replace("\n120\n", "\n+120\n")), "hex": signed(text.replace("\n120\n", "\n0x78\n")),
        "blank": signed(text.replace("\n120\n", "\n120 \n")), "loose-base64": signed(loosened(text)),
        "another-origin": signed(text.replace(ORIGIN, "hours.example.org/other")),
        "no-root": signed("\n".join(text.split("\n")[:2]) + "\n"), "empty": "",
        "many": note(text, NEXT_LOG.line(text), *[STRANGER.line(text)] * 100),
        "long": signed(text + "x" * 1_100_000 + "\n"), "control": signed(text + "\x07\n"),
        "junk": signed(text) + "junk\n", "broken-signature": signed(text)[:-10] + "AAAAAAAA=\n",
        "no-signature": text + "\n", "hyphen": signed(text).replace("\u2014", "-"),
    }.items():
        yield with_checkpoint(f"checkpoint-{name}", wrong, CHECKPOINT)
    seconds = log.events[-1].received_ms // 1000 + 120
    line = NEXT_LOG.line(text)
    policy = log.policy()
    yield with_checkpoint("quorum-one-of-two", note(text, line, UNION.line(text, seconds)), QUORUM, policy)
    moved = UNION.line(text.replace("\n120\n", "\n119\n"), seconds)
    yield with_checkpoint("quorum-another-text", note(text, line, moved, HR.line(text, seconds)), QUORUM, policy)
    twice = note(text, line, *[UNION.line(text, seconds)] * 2)
    yield with_checkpoint("quorum-twice", twice, QUORUM, policy)
    stranger = note(text, line, UNION.line(text, seconds), LATE_WITNESS.line(text, seconds))
    yield with_checkpoint("quorum-stranger", stranger, QUORUM, policy)
    good = log.checkpoint()
    yield with_checkpoint("policy-line", good, POLICY, policy + "logg what\n")
    yield with_checkpoint("policy-quorum-twice", good, POLICY, policy + "quorum union\n")
    yield with_checkpoint("policy-member", good, POLICY, policy + "group more all union nobody\n")
    yield with_checkpoint("policy-count", good, POLICY, policy + "group more 3 union hr\n")
    yield with_checkpoint("policy-name", good, POLICY, policy + f"witness hr {LATE_WITNESS.verifier}\n")
    for name, line in {"cr": "# words\r\n", "control": "#\x01\n", "tail": "# words", "delete": "#\x7f\n"}.items():
        yield with_checkpoint(f"policy-{name}", good, POLICY, policy + line)
    for name, count in {"more": "3", "zero": "0", "zeros": "02", "minus": "-1", "word": "some", "none": ""}.items():
        yield with_checkpoint(f"policy-least-{name}", good, POLICY, log.policy(
            "quorum both\n", BOTH + f"witness late {LATE_WITNESS.verifier}\ngroup more {count} late both\n"))
    again = Key("again.example.org/witness", UNION.seed, 4)
    yield with_checkpoint("policy-key-twice", good, POLICY, policy + f"witness again {again.verifier}\n")
    unknown = f"log {IMPOSTOR.verifier}\n" + policy
    yield with_checkpoint("key-in-no-event", good, KEY, unknown)
    without = policy.replace(f"log {LOG.verifier}\n", "")
    yield with_checkpoint("first-key-not-in-policy", good, KEY, without)
    given = log.packet()
    yield Case("bad-policy-given", build(given), QUORUM,
               policy=log.policy("quorum late\n", f"witness late {LATE_WITNESS.verifier}\n"))
    yield from earlier_checkpoints(log)


def loosened(text):
    """The same root in base64 whose unused bits are not zero."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return text[:-3] + alphabet[alphabet.index(text[-3]) + 1] + text[-2:]


def earlier_checkpoints(log):
    def tampered(name, act, *sizes):
        packet = log.packet(whole=False, person="e-2", earlier=SIZES)
        act(packet.earlier)
        return Case(f"bad-earlier-{name}", build(packet), at("earlier", *sizes, place="size"))

    yield tampered("proof", lambda earlier: earlier[2]["proof"].__setitem__(0, b64(leaf_hash(b"another"))), 64)
    yield tampered("short-proof", lambda earlier: earlier[1]["proof"].pop(), 20)
    text = checkpoint_text(ORIGIN, 64, root(log.hashes(64)))
    yield tampered("impostor", lambda earlier: earlier[2].update(note=signed(text, IMPOSTOR)), 64)
    other = checkpoint_text(ORIGIN, 64, root(log.hashes(63)))
    yield tampered("root", lambda earlier: earlier[2].update(note=signed(other, LOG)), 64)
    broken = signed(text, LOG)[:-1]
    yield tampered("no-final-newline", lambda earlier: earlier[2].update(note=broken), 64)
