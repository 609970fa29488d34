#!/usr/bin/env python3
"""Checks an evidence packet, offline and apart from the program that wrote it. The format: docs/reference/packet.md."""
import argparse, base64, collections, contextlib, functools, hashlib, io, itertools, json, os, re, sys, time, zipfile
MIB, MOST, MOST_LINES, SPARE = 1 << 20, (1 << 53) - 1, 1 << 24, {"verify_packet.py", "verify.html"}  # these may be missing
NEEDED = {*"README.txt packet.json policy.txt checkpoint.txt earlier.jsonl leaves.jsonl fields.jsonl MANIFEST.sha256".split()}
TOTALS = dict.fromkeys(["entries", "minutes", "held", "taken_out"], int)
PACKET = dict(format=int, origin=str, scope=str, about=str, made_ms=int, is_whole=bool, held=[str], totals=TOTALS)
EVENTS, PLACED = dict(work_entry=[str, int], entry_hold=[str, int, int, str]), ["work_entry_id", "version", "step", "state"]
SAID = ["worked_minutes", "is_withdrawn", "employee_id", "starts_at", "ends_at", "state"]
NUMBER, DIGEST, FIELD = "(0|[1-9][0-9]{0,15})", '"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]"', "[A-Za-z0-9_-]{21}[AQgw] [a-z0-9_]+"
LEAF = re.compile(rf'{{"fields":\[({DIGEST}(?:,{DIGEST})*)\],"received_ms":{NUMBER},"version":1}}')
PLACES = dict(unreadable="file", manifest="file", missing="received_ms", earlier="size", kept="size", unshown="size")
WORDS = dict(unreadable="{} is missing, doubled or malformed.", manifest="{} is not the file that was packed.",
    policy="The policy is malformed or of another log.", checkpoint="The log has not signed checkpoint.txt.",
    quorum="Too few who check the log signed it.", key="The keys are not those that the log had in use.",
    leaf="Event {} was changed, or is lost.", field="Event {}: what is shown is not what was recorded.",
    total="The totals are wrong, or entries overlap.", changed="Event {} is not the one that was kept.", proof="Event {} is not"
    " in the log.", missing="The log gave a receipt for an entry on {} and lacks it.", receipt="A receipt is not of this log.",
    double="Event {} says something twice.", tree="Events were changed, removed or added.", earlier="It is not shown that the "
    "log goes on from {} events.", kept="What you kept, of {} events, is no earlier state of this log.", before="This packet "
    "ends at {1} events, before what you kept ({0} events): it was made before, or events are gone. Ask for a newer one.",
    unshown="What you kept ends at {} events, and this packet does not show how the log went on from there. Ask for one that "
    "does: afterbell export evidence … --kept FILE. If nobody can write it, events were changed.")
def require(fact, value=None):
    if fact: return value
    raise ValueError("not as docs/reference/packet.md asks for")
def unique(pairs): return require(len(dict(pairs)) == len(pairs), dict(pairs))
def whole_number(t): return require(re.fullmatch(f"-?{NUMBER}", t) and t != "-0" and abs(int(t)) <= MOST, int(t))
JSON = json.JSONDecoder(object_pairs_hook=unique, parse_int=whole_number)  # a fraction or NaN is like no form
def is_like(value, form):  # of a type, a list of items like the one given, or an object of just the names given
    if type(value) is type(form) is dict: return value.keys() == form.keys() and all(is_like(value[k], form[k]) for k in form)
    return type(value) is form or type(value) is type(form) is list and all(is_like(item, form[0]) for item in value)
def read_json(text, form):  # nothing before its bracket, no name twice, no fraction, no half of a character
    data = require(text[:1] in "{[", JSON.decode(text))
    return require(is_like(data, form) and ("\\u" not in text or json.dumps(data, ensure_ascii=False).encode()), data)
def read_base64(text, size=32):  # RFC 4648, 4: the bytes that are written as just this text
    is_one = base64.b64encode(data := base64.b64decode(text, validate=True)).decode() == text
    return require(is_one and size in (None, len(data)), data)
def base64url(data): return base64.urlsafe_b64encode(data).rstrip(b"=")
def field_digest(text): return base64url(hashlib.sha256(base64url(text.encode())).digest()).decode()  # RFC 9901, 4.2.3
def is_value(value, room=63):  # lists in no more than 64 lists, the disclosure's own among them
    return type(value) in (str, int, bool) or type(value) is list and room and all(is_value(item, room - 1) for item in value)
def read_disclosure(text):  # RFC 9901, 4.2.1
    salt, name, value = read_json(text, list)
    return require(is_like([salt, name], [str]) and re.fullmatch(FIELD, f"{salt} {name}") and is_value(value), (name, value))
def read_line(line):  # of fields.jsonl: disclosures, hash, index and, in a part, inclusion proof
    line = read_json(line.decode(), dict)
    require(is_like({"proof": []} | line, {"fields": [str], "hash": str, "index": int, "proof": [str]}) and line["index"] >= 0)
    return line["fields"], read_base64(line["hash"]), line["index"], line.get("proof") and [*map(read_base64, line["proof"])]
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # Ed25519, strict: RFC 8032, 5.1
D, I, NEUTRAL = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P), (0, 1, 1, 0)
def add(one, other):  # 5.1.4
    (x1, y1, z1, t1), (x2, y2, z2, t2) = one, other
    a, b, c, d = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P, 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P
def times(n, point): return add(times(n >> 1, add(point, point)), point if n & 1 else NEUTRAL) if n else NEUTRAL
def decode_point(data):  # 5.1.3
    is_odd, y = divmod(int.from_bytes(data, "little"), 1 << 255)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x, = {x for x in (x, P - x, x * I % P, -x * I % P) if x * x % P == square and x & 1 == is_odd and max(x, y) < P}
    return x, y, 1, x * y % P
BASE = decode_point(bytes([0x58] + 31 * [0x66]))
def is_signed(public, message, signature):  # 5.1.7; a key of small order, for which anybody can sign, made none
    with contextlib.suppress(ValueError):
        (x, y, z, t), s = decode_point(public), int.from_bytes(signature[32:], "little")
        require(len(public) == 32 and len(signature) == 64 and s < L and times(8, (x, y, z, t))[0])
        k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
        x, y, z, _ = add(times(s, BASE), times(k, (P - x, y, z, P - t)))
        return (y * (z := pow(z, -1, P)) % P | (x * z % P & 1) << 255).to_bytes(32, "little") == signature[:32]
def leaf_hash(leaf): return hashlib.sha256(b"\0" + leaf).digest()  # trees: RFC 9162, 2.1
def node_hash(left, right): return hashlib.sha256(b"\1" + left + right).digest()
def root(hashes):  # 2.1.1
    if len(hashes) < 2: return hashes[0] if hashes else hashlib.sha256().digest()
    left = 1 << (len(hashes) - 1).bit_length() - 1
    return node_hash(root(hashes[:left]), root(hashes[left:]))
def climb(first, last, hashes, proof):  # a node from the left goes into all hashes, one from the right into the last
    inner = (first ^ last).bit_length()
    for level, node in enumerate(proof):
        if level >= inner or first >> level & 1: hashes = [node_hash(node, below) for below in hashes]
        else: hashes = [*hashes[:-1], node_hash(hashes[-1], node)]
    return hashes if len(proof) == inner + (first >> inner).bit_count() else None
def includes(index, leaf_hash, proof, size, root):  # 2.1.3.2
    return 0 <= index < size and len(root) == 32 and climb(index, size - 1, [leaf_hash], proof) == [root]
def extends(size1, root1, size2, root2, proof):  # 2.1.4.2; from an empty tree nothing follows
    level, proof = (size1 & -size1).bit_length() - 1, proof if size1 & size1 - 1 else [root1, *proof]
    return 0 < size1 < size2 and climb(size1 - 1 >> level, size2 - 1 >> level, proof[:1] * 2, proof[1:]) == [root1, root2]
Key, State = map(collections.namedtuple, ("Key", "State"), ("name id public text", "origin size root signers"))
def read_key(text, type, others=()):  # C2SP signed-note: one that signs with this type; none of the others
    name, id, data = text.split("+", 2)
    data = read_base64(data, 33)
    is_new = re.fullmatch(r"\S+", name) and data[0] == type and data[1:] not in [key.public for key in others]
    digest = hashlib.sha256(name.encode() + b"\n" + data).digest()[:4]
    return require(is_new and digest.hex() == id, Key(name, digest, data[1:], text))
def read_note(note, keys):  # the text, and the signatures by these keys
    form = r"\A([^\0-\t\v-\x1f]*\n)\n((?:\u2014 [^\s+\0-\x1f]+ [^\s=]{7}\S*\n){1,100})\Z"
    (text, lines), = require(len(note) <= MIB, re.findall(form, note.decode()))
    found = [(name, read_base64(data, None)) for name, data in re.findall(r"\u2014 (\S+) (\S+)\n", lines)]
    return text, [(key, data[4:]) for name, data in found for key in keys if key[:2] == (name, data[:4])]
def open_note(note, keys):  # the text, and those of the keys that signed it: none if a signature of theirs is wrong
    text, found = read_note(note, keys)
    return text, [key for key, _ in found] if all(is_signed(k.public, text.encode(), data) for k, data in found) else []
def cosigners(note, witnesses):  # the names of the witnesses whose cosignatures hold, each with its last second
    text, found = read_note(note, witnesses)
    return {witnesses[key]: at for at, key, data in sorted((int.from_bytes(d[:8], "big"), key, d[8:]) for key, d in found)
            if at >> 63 == 0 and is_signed(key.public, f"cosignature/v1\ntime {at}\n{text}".encode(), data)}
def open_checkpoint(note, keys):  # with those of the keys of its log that signed it
    text, signers = open_note(note, keys)
    (origin, size, root), = re.findall(rf"\A(.+)\n{NUMBER}\n(.+)\n(?:.+\n)*\Z", text)
    return State(origin, whole_number(size), read_base64(root), [key for key in signers if key.name == origin])
def open_zip(path):  # of one part: nothing stands before its first file, nor a remark behind
    with open(path, "rb") as f: archive, start, _, end = zipfile.ZipFile(path), f.read(4), f.seek(-22, os.SEEK_END), f.read(12)
    places = [info.header_offset for info in archive.filelist]
    return require(start + end == b"PK\3\4PK\5\6\0\0\0\0" + 2 * len(places).to_bytes(2, "little") and 0 in places, archive)
def open_file(archive, name):  # zipfile reads no more of a file than the size that is checked here
    info, most = archive.getinfo(name), 1 << 36 if name.endswith(".jsonl") else 1 << 26
    is_plain = not info.external_attr & 0x70000010 and info.compress_type in (0, 8)  # no folder or link; stored or deflated
    return require(is_plain and info.file_size <= most, archive.open(name))
def day(seconds): return time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(seconds)) if seconds < 253402300800 else seconds
class Check:  # a packet, what is known of it, and its faults: a code and a place each
    def __init__(self, path, kept=(), policy=None):
        self.archive, self.whole, self.origin, self.quorum, self.policy, self.totals = *[None] * 4, policy, {}
        self.info, self.texts, self.hashes, self.titles, self.cosigned, self.witnesses, self.groups = ({} for _ in range(7))
        self.logs, self.keys, self.sizes, self.faults, self.shown, self.latest, self.closed = [], [], [], set(), set(), 0, 0
        self.state, self.events = State(None, None, None, ()), collections.defaultdict(dict)
        with self.finds("unreadable", os.path.basename(path)):
            self.archive = open_zip(path)
            for check in self.check_files, self.check_heads, self.check_earlier, self.check_lines, self.check_fields: check()
            for file in kept:
                with self.finds("unreadable", os.path.basename(file)): self.keep(file, os.path.basename(file))
        self.found = sorted(self.faults, key=lambda fault: (fault[0], fault[1] is not None, fault[1]))
    @contextlib.contextmanager
    def finds(self, code, place=None):  # what can't be checked is not right: whatever goes wrong is a fault
        try: yield
        except Exception: self.faults.add((code, place))
    def expect(self, fact, code, place=None): self.faults |= set() if fact else {(code, place)}
    def lines(self, archive, name, blamed):  # up to what can't be read
        with self.finds("unreadable", blamed), io.BufferedReader(open_file(archive, name), MIB) as file:
            for count, line in enumerate(iter(functools.partial(file.readline, 8 * MIB), b"")):
                yield require(line.endswith(b"\n") and count < MOST_LINES, line[:-1])
    def check_files(self):  # none is missing, unknown or there twice, and each is as the manifest has it
        digests, counts = {}, collections.Counter(info.orig_filename for info in self.archive.infolist())
        for name in {*counts, *NEEDED}:
            with self.finds("unreadable", name):
                require(counts[name] == 1 and name in NEEDED | SPARE)
                digests[name] = hashlib.file_digest(open_file(self.archive, name), "sha256").hexdigest()
        self.texts = {name: open_file(self.archive, name).read() for name in digests if not name.endswith(".jsonl")}
        with self.finds("unreadable", "MANIFEST.sha256"):
            *rows, rest = self.texts["MANIFEST.sha256"].decode().split("\n")
            rows = [re.fullmatch("([0-9a-f]{64})  (.+)", row).group(2, 1) for row in rows]
            listed = require(not rest, unique([("MANIFEST.sha256", None), *rows]))
            self.faults |= {("unreadable", name) for name in listed.keys() - counts.keys() - SPARE} | {
                ("manifest", name) for name, _ in digests.items() - listed.items() if name != "MANIFEST.sha256"}
    def check_heads(self):  # packet.json, the policy and checkpoint.txt
        with self.finds("unreadable", "packet.json"):
            info = read_json(self.texts["packet.json"].decode(), PACKET)
            require(info["format"] == 1 and info["scope"] in {"person", "unit", "incident", "all"}
                    and info["made_ms"] >= 0 and info["held"] == sorted({*info["held"]}))
            self.info, self.whole = info, info["is_whole"]
        note, policy = self.texts.get("checkpoint.txt"), self.texts.get("policy.txt") if self.policy is None else self.policy
        *lines, rest = (policy or b"").decode(errors="surrogateescape").split("\n")  # names are bytes
        for line in lines if len(policy or b"") <= 1 << 16 else ():
            with self.finds("policy"): self.take(line)
        if note is not None:
            with self.finds("checkpoint"): self.state = open_checkpoint(note, self.logs)
        self.origin, origin = self.state.origin or self.info.get("origin"), self.info.get("origin", self.state.origin)
        self.expect(self.quorum and not rest and {k.name for k in self.logs} == {origin} or policy is None, "policy")
        self.doubt = policy is None or ("policy", None) in self.faults  # then no signature is held against the policy
        if self.state.root and not self.doubt: self.cosigned = cosigners(note, self.witnesses)
        self.expect(self.state.signers or self.doubt or note is None, "checkpoint")
        met = {"none", None, *self.cosigned}
        for name, (least, members) in self.groups.items(): met |= {name} if len(met & members) >= least else set()
        self.expect(self.quorum in met or self.doubt or note is None, "quorum")
    def take(self, line):  # what a line of the policy says (C2SP tlog-policy)
        taken = {"none", *self.witnesses.values(), *self.groups}
        match require(not re.search(r"[\0-\x08\x0b-\x1f\x7f]|^\s*[^#\s].*\s#", line, re.ASCII), re.findall("[^ \t]+", line)):
            case ["log", text] | ["log", text, _]: self.logs.append(read_key(text, 1, self.logs))
            case ["witness", name, text] | ["witness", name, text, _] if name not in taken:
                self.witnesses[read_key(text, 4, self.witnesses)] = name
            case ["group", name, count, *members] if name not in taken:
                least = {"any": 1, "all": len(members)}.get(count) or whole_number(count)
                free = taken.difference({"none"}, *(members for _, members in self.groups.values()))
                self.groups[name] = require(0 < least <= len(members) == len(free.intersection(members)), (least, {*members}))
            case ["quorum", name]: self.quorum = require(name in taken and not self.quorum, name)
            case [word, *_]: require(word[0] == "#")
    def check_earlier(self):
        for line in self.lines(self.archive, "earlier.jsonl", "earlier.jsonl"):
            with self.finds("unreadable", "earlier.jsonl"):
                entry = read_json(line.decode(), {"note": str, "proof": [str]})
                proof, size = [*map(read_base64, entry["proof"])], re.findall(rf"\A.+\n{NUMBER}\n", entry["note"])
                self.sizes += map(int, size)
                with self.finds("earlier", *map(int, size)):
                    old = open_checkpoint(entry["note"].encode(), self.logs)
                    require(old.origin == self.origin and (old.signers or self.doubt) and old.size < (self.state.size or MOST))
                    self.shown.add(require(not self.state.root or extends(*old[1:3], *self.state[1:3], proof), old[1:3]))
        self.expect(self.sizes == sorted({*self.sizes}), "unreadable", "earlier.jsonl")
    def check_lines(self):  # leaves.jsonl beside fields.jsonl
        last, new, names = -1, self.state, ("leaves.jsonl", "fields.jsonl")
        for n, (leaf, line) in enumerate(itertools.zip_longest(*(self.lines(self.archive, x, x) for x in names))):
            with self.finds("unreadable", "leaves.jsonl" if leaf is None else "fields.jsonl"):
                fields, own, at, path = read_line(line)
                self.check_entry(leaf, fields, own, at)
                self.expect(None in (path, new.root) or includes(at, own, path, *new[1:3]), "proof", at)
                self.whole = path is None if self.whole is None else self.whole
                last = require(leaf is not None and self.whole == (path is None) and last < at == (n if self.whole else at), at)
        self.expect(not self.whole or new[1:3] in ((None,) * 2, (len(self.hashes), root([*self.hashes.values()]))), "tree")
    def check_entry(self, leaf, fields, hash, index):
        self.hashes[index], digests, facts = hash, None, {}
        with self.finds("leaf", index):
            found, received_ms = LEAF.fullmatch(leaf.decode()).group(1, 2)
            digests = require((found := re.findall('[^",]+', found)) == sorted({*found}), {*found})
            self.latest = max(self.latest, require(leaf_hash(leaf) == hash, whole_number(received_ms)))
        for text in fields if digests is not None else ():
            with self.finds("field", index):
                name, value = require(field_digest(text) in digests, read_disclosure(text))
                self.expect(name not in facts, "double", index)
                facts.setdefault(name, value)
        self.closed += not facts
        kind = str(facts.get("kind"))[:80]
        self.titles[False, index] = f"{index} ({kind}, {str(facts.get('subject'))[:80]})" if "kind" in facts else index
        if kind == "log_key": self.keys.append((index, facts.get("purpose"), str(facts.get("key"))))
        known, form = [facts.get(name) for name in PLACED], EVENTS.get(kind, [None])
        if [*map(type, known)][:len(form)] == form:
            self.events[kind][*[n for n in known[:len(form)] if type(n) is int], index] = known[0], *map(facts.get, SAID)
    def check_fields(self):  # of each entry the newest event of either kind counts
        entries, holds = ({id: (v, *said) for (v, *_), (id, *said) in sorted(self.events[kind].items())} for kind in EVENTS)
        known = {id: entry for id, entry in entries.items() if [*map(type, entry[1:3])] == [int, bool]}
        live = {id: entry for id, entry in known.items() if not entry[2]}
        held = sorted(id for id, entry in live.items() if id in holds and holds[id][::6] == (entry[0], "held"))
        counted = [entry for id, entry in live.items() if id not in {*held}]
        self.totals = dict(zip(TOTALS, (len(counted), sum(entry[1] for entry in counted), len(held), len(known) - len(live))))
        spans = sorted(entry[3:6] for entry in counted if is_like([*entry[3:6]], [str]))
        clash = any(one[0] == other[0] and other[1] < one[2] for one, other in itertools.pairwise(spans))
        self.expect(not self.info or [self.totals, held] == [self.info["totals"], self.info["held"]] and not clash, "total")
        logs = [(index, key) for index, purpose, key in self.keys if purpose == "log"]  # one in force signs, all are the log's
        signers, listed = {key.text for key in self.state.signers if not self.doubt}, {key.text for key in self.logs}
        self.expect(not signers or signers & {*[key for index, key in logs if index < self.state.size][-1:]}, "key")
        self.expect(self.doubt or {*logs[:1]} & {(0, k) for k in listed} and listed <= {k for _, k in logs}, "key")
    def keep(self, path, name):  # what somebody kept: a packet, a tlog-proof, a receipt or a checkpoint
        with open(path, "rb") as file: note, leaves = file.read(2 * MIB), ()
        if note.startswith(b"afterbell receipt v1\n"): return self.keep_receipt(note)
        if note.startswith(b"PK"):
            note = open_file(archive := open_zip(path), "checkpoint.txt").read()
            leaves = (read_line(line)[1:3] for line in self.lines(archive, "fields.jsonl", name))
        elif note.startswith(b"c2sp.org/tlog-proof@v1\n"):
            head, _, note = note.partition(b"\n\n")
            leaf, index, proof = re.fullmatch(rf".+\nextra (.+)\nindex {NUMBER}((?:\n.+)*)", head.decode()).groups()
            leaves = [(hash := leaf_hash(read_base64(leaf, None)), whole_number(index))]
            require(includes(int(index), hash, [*map(read_base64, proof.split())], *open_checkpoint(note, self.logs)[1:3]))
        state = open_checkpoint(note, self.logs)
        is_ours = (state.signers or self.doubt) and state.origin == self.origin
        is_open = self.whole is False and state.size < (self.state.size or 0) and state.size not in self.sizes
        with self.finds("unshown" if is_ours and is_open else "kept", state.size):
            there = self.whole and (len(hashes := [*self.hashes.values()][:state.size]), root(hashes))
            require(is_ours and state.size <= self.state.size and state[1:3] in self.shown | {self.state[1:3], there})
        for hash, index in leaves if state.origin == self.origin else ():
            self.expect(self.hashes.get(index, b"" if self.whole else hash) == hash, "changed", index)
    def keep_receipt(self, note):
        keys = []
        for _, purpose, key in self.keys:
            with contextlib.suppress(ValueError): keys += [read_key(key, 1)] * (purpose == "receipt")
        text, signers = open_note(note, keys)
        origin, hash, *moments = re.fullmatch(rf".+\n(.+)\n(.+)\n{NUMBER}\n{NUMBER}\n", text).groups()
        hash, (received, deadline) = read_base64(hash), map(whole_number, moments)
        self.expect(ours := origin == self.origin and f"{origin}/receipt" in {key.name for key in signers}, "receipt")
        is_past = max(self.latest, 0, *(1000 * second for second in self.cosigned.values())) > deadline
        self.expect(not (ours and self.whole and is_past) or hash in self.hashes.values(), "missing", received)
    def report(self):  # what --json prints
        faults = [{"code": code} | ({} if at is None else {PLACES.get(code, "index"): at}) for code, at in self.found]
        names = sorted(name.encode(errors="surrogateescape").decode(errors="replace") for name in self.cosigned)
        return {"ok": not faults, "size": self.state.size, "origin": self.info.get("origin", self.origin), "cosigned": names,
                "entries": self.totals.get("entries", 0), "minutes": self.totals.get("minutes", 0), "faults": faults}
    def words(self):
        for code, at in self.found:
            what = day(at // 1000) if code == "missing" else self.titles.get((code in PLACES, at), at)
            is_before = code == "kept" and at > (self.state.size or at)
            yield WORDS["before" if is_before else code].format(what, self.state.size)
        if self.faults: return
        all, removed = ("All", " or removed") if self.whole else (len(self.hashes), "")
        by = " and ".join(f"{name} on {day(second)}" for name, second in sorted(self.cosigned.items())) or "nobody"
        yield f"Nothing is wrong. {all} of {self.state.size} events of {self.origin} are here."
        yield f"None of them was changed{removed} since the checkpoint at {self.state.size} events, cosigned by {by}."
        work = "Work: {entries} entries, {} h {:02} min. Besides {held} held and {taken_out} taken out."
        yield work.format(*divmod(self.totals["minutes"], 60), **self.totals)
        shows = "1 event shows nothing of itself" if self.closed == 1 else f"{self.closed} events show nothing of themselves"
        if self.whole and self.closed: yield f"{shows} to you."
def main():
    parser = argparse.ArgumentParser(description=__doc__, epilog="Exit: 0 right, 1 wrong, 2 unreadable or unshown, 64 misuse")
    parser.add_argument("packet", metavar="PACKET")
    parser.add_argument("--kept", action="append", default=[], metavar="FILE", type=argparse.FileType("rb"))
    parser.add_argument("--policy", metavar="FILE", type=argparse.FileType("rb"), help="in place of the packet's own")
    parser.add_argument("--json", action="store_true")
    parser.error = lambda message: parser.exit(64, f"{parser.format_usage()}{message}\n")
    options = parser.parse_args()
    check = Check(options.packet, [file.name for file in options.kept], options.policy and options.policy.read(MIB))
    sys.stdout.reconfigure(errors="replace")
    for line in [json.dumps(check.report())] if options.json else check.words():
        print("".join(letter if letter.isprintable() else "?" for letter in line))
    sys.exit(2 if not check.archive or {code for code, _ in check.faults} == {"unshown"} else bool(check.faults))
if __name__ == "__main__": main()
