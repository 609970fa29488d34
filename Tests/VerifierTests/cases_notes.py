"""Drills on what is signed: keys, checkpoints, those who cosign, policies, earlier checkpoints."""

from cases_kept import bogus
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
    wrong = NEXT_LOG.line(text), bogus(LOG), UNION.line(text, seconds), HR.line(text, seconds)
    yield with_checkpoint("checkpoint-wrong-old-signature", note(text, *wrong), CHECKPOINT, policy)
    for name, moment, faults in (("far", 2**62, []), ("last", 2**63 - 1, []), ("past-the-last", 2**63, QUORUM),
                                 ("past-all", 2**64 - 1, QUORUM)):
        packet = log.packet()
        packet.checkpoint = note(text, line, UNION.line(text, moment), HR.line(text, seconds))
        yield Case(f"{'bad' if faults else 'good'}-cosigned-{name}", build(packet), faults)
    yield from earlier_checkpoints(log)


def policies():
    log = district()
    good, policy = log.checkpoint(), log.policy()

    def with_policy(name, text, faults=POLICY, checkpoint=good):
        packet = log.packet()
        packet.policy, packet.checkpoint = text, checkpoint
        return Case(f"{'bad' if faults else 'good'}-{name}", build(packet), faults)

    yield with_policy("policy-line", policy + "logg what\n")
    yield with_policy("policy-quorum-twice", policy + "quorum union\n")
    yield with_policy("policy-member", policy + "group more all union nobody\n")
    yield with_policy("policy-count", policy + "group more 3 union hr\n")
    yield with_policy("policy-name", policy + f"witness hr {LATE_WITNESS.verifier}\n")
    for name, line in {"cr": "# words\r\n", "control": "#\x01\n", "tail": "# words", "delete": "#\x7f\n"}.items():
        yield with_policy(f"policy-{name}", policy + line)
    for name, count in {"more": "3", "zero": "0", "zeros": "02", "minus": "-1", "word": "some", "none": ""}.items():
        yield with_policy(f"policy-least-{name}", log.policy(
            "quorum both\n", BOTH + f"witness late {LATE_WITNESS.verifier}\ngroup more {count} late both\n"))
    again = Key("again.example.org/witness", UNION.seed, 4)
    yield with_policy("policy-key-twice", policy + f"witness again {again.verifier}\n")
    unknown = f"log {IMPOSTOR.verifier}\n" + policy
    yield with_policy("key-in-no-event", unknown, KEY)
    without = policy.replace(f"log {LOG.verifier}\n", "")
    yield with_policy("first-key-not-in-policy", without, KEY)
    given = log.packet()
    yield Case("bad-policy-given", build(given), QUORUM,
               policy=log.policy("quorum late\n", f"witness late {LATE_WITNESS.verifier}\n"))
    early = log.packet(size=70)
    early.policy = policy
    yield Case("bad-key-of-later", build(early), KEY)
    yield from remarks(policy, with_policy)
    yield from faulty_alone(policy, with_policy)


def remarks(policy, with_policy):
    """What a policy may say beside what counts, how long it may be, and bytes that are no text."""
    late = f"witness late {LATE_WITNESS.verifier}"
    for name, old, new in (
        ("log", LOG.verifier, f"{LOG.verifier} #old"), ("witness", UNION.verifier, f"{UNION.verifier} #words"),
        ("quorum", "quorum both", "quorum both #all"), ("tab", LOG.verifier, f"{LOG.verifier}\t#"),
        ("address", LOG.verifier, f"{LOG.verifier} https://a.example.org #old"),
    ):
        yield with_policy(f"policy-remark-behind-{name}", policy.replace(old, new, 1))
    yield with_policy("policy-remark-after-blanks", policy + " \t # words # and more\n \t \n#\n", [])
    yield with_policy("policy-address-with-a-sign", policy + f"{late} https://a.example.org/#b\n", [])
    yield with_policy("policy-remark-of-bytes", b"# f\xfcr die Gewerkschaft \xff\n" + policy.encode(), [])
    yield with_policy("policy-remark-of-signs", "# \u0085 \u2028 \ufffd \U0001f600\n" + policy, [])
    yield with_policy("policy-name-of-bytes", policy.encode().replace(b"union", b"uni\xf6n").replace(
        b"uni\xf6n.example.org", b"union.example.org"), [])
    yield with_policy("policy-key-of-bytes", policy.encode() + b"log \xff+00000000+AAAA\n")
    most = 1 << 16
    full = policy + "#\n" * ((most - len(policy)) // 2) + "\n" * ((most - len(policy)) % 2)
    yield with_policy("policy-full", full, [])
    yield with_policy("policy-too-long", full + "\n")
    yield with_policy("policy-too-long-and-garbage", full + "garbage here\nquorum union\n")
    yield with_policy("policy-too-long-in-one-line", policy + "#" * most + "\n")


def faulty_alone(policy, with_policy):
    """A faulty policy is named alone: no signature and no key is held against it."""
    log = district()
    text = checkpoint_text(ORIGIN, 120, root(log.hashes()))
    other = f"log {STRANGER.verifier}\n"
    impostor = f"log {IMPOSTOR.verifier}\n"
    for name, words in {
        "empty": "", "garbage": "x\n", "only-a-quorum": "quorum none\n",
        "no-quorum": policy.replace("quorum both\n", ""), "no-log": policy.replace("log ", "# "),
        "another-log-too": other + policy, "another-log": other + "quorum none\n",
        "garbage-and-a-key": policy + "x\n" + impostor, "no-last-line-feed": policy[:-1],
    }.items():
        yield with_policy(f"policy-alone-{name}", words)
        yield with_policy(f"policy-alone-{name}-not-signed", words, checkpoint=signed(text, IMPOSTOR))
    yield with_policy("policy-and-a-malformed-checkpoint", policy + "x\n", POLICY + CHECKPOINT, text + "\n")
    yield with_policy("malformed-checkpoint", policy, CHECKPOINT + QUORUM, text + "\n")
    yield with_policy("malformed-checkpoint-no-quorum", log.policy("quorum none\n"), CHECKPOINT, text + "\n")
    packet = log.packet(earlier=[64])
    packet.policy = policy + "x\n"
    packet.earlier[0]["note"] = signed(checkpoint_text(ORIGIN, 64, root(log.hashes(64))), IMPOSTOR)
    yield Case("bad-policy-alone-of-all-notes", build(packet), POLICY, {
        "note.txt": signed(checkpoint_text(ORIGIN, 90, root(log.hashes(90))), IMPOSTOR).encode()})


def loosened(text):
    """The same root in base64 whose unused bits are not zero."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return text[:-3] + alphabet[alphabet.index(text[-3]) + 1] + text[-2:]


def own_size_stated(log):
    """A packet whose own checkpoint stands among the earlier ones."""
    packet = log.packet(whole=False, person="e-2", earlier=[64])
    packet.earlier.append({"note": log.checkpoint(witnesses=()), "proof": []})
    return packet


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
    spoilt = signed(text, LOG) + bogus(NEXT_LOG)
    yield tampered("wrong-signature", lambda earlier: earlier[2].update(note=spoilt), 64)
    yield Case("bad-earlier-own-size", build(own_size_stated(log)), at("earlier", 120, place="size"))
    broken = signed(text, LOG)[:-1]
    yield tampered("no-final-newline", lambda earlier: earlier[2].update(note=broken), 64)
