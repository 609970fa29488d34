"""Drills on the zip, its files, and the forms of what stands in them."""

import zipfile

from districts import KEY, TOTAL, TREE, Case, at, district, of
from packets import with_manifest, zipped

LOG = district(until=30)
FILES = LOG.packet(earlier=[20]).files()
MANIFEST = FILES["MANIFEST.sha256"]
BEGINNING = b"PK\3\4" + b"x" * 60
FOLDER, LINK, PIPE, FILE = 0o040755, 0o120777, 0o010644, 0o100644


def case(name, faults=(), changes=None, manifest=True, **options):
    """The packet with some files changed, or without them where None stands; the manifest fits what is left."""
    files = {k: v for k, v in (FILES | (changes or {})).items() if v is not None}
    label = "bad" if faults else "good"
    return Case(f"{label}-file-{name}", zipped(with_manifest(files) if manifest else files, **options), [*faults])


def unreadable(*names):
    return [fault for name in names for fault in of("unreadable", name)]


def containers():
    yield case("manifest", of("manifest", "README.txt"), {"README.txt": b"other words\n"}, manifest=False)
    yield case("unknown", of("unreadable", "extra.txt"), {"extra.txt": b"x\n"})
    yield case("folder", of("unreadable", "folder/policy.txt"), {"folder/policy.txt": FILES["policy.txt"]})
    for name, twice in (("README.txt", FILES["README.txt"]), ("policy.txt", b"/etc/passwd")):
        pairs = [*FILES.items(), (name, twice)]
        yield Case(f"bad-file-twice-{name.partition('.')[0]}", zipped(pairs), of("unreadable", name))
    yield case("earlier-garbage", of("unreadable", "earlier.jsonl"), {"earlier.jsonl": b"garbage\n"})
    yield case("folder-entry", of("unreadable", "folder/"), {"folder/": b""}, attributes={"folder/": FOLDER})
    yield case("link-unknown", of("unreadable", "secret.txt"), {"secret.txt": b"/etc/passwd"},
               attributes={"secret.txt": LINK})
    for name, mode in (("link", LINK), ("pipe", PIPE)):
        yield case(f"policy-{name}", of("unreadable", "policy.txt"), attributes={"policy.txt": mode})
    yield case("regular", attributes=dict.fromkeys(FILES, FILE))
    yield case("stored", method=zipfile.ZIP_STORED)
    for name, method in (("bzip2", zipfile.ZIP_BZIP2), ("lzma", zipfile.ZIP_LZMA)):
        yield case(f"all-{name}", unreadable(*FILES), method=method)
    yield Case("bad-file-encrypted", marked_as_encrypted("README.txt"), of("unreadable", "README.txt"))
    whole = zipped(FILES)
    stored = zipped(FILES, method=zipfile.ZIP_STORED)
    words = FILES["README.txt"]
    yield Case("bad-file-damaged", stored.replace(words, words.replace(b"packet", b"pocket")),
               of("unreadable", "README.txt"))
    for name, data in {
        "not-a-zip": b"not a zip\n", "empty": b"", "cut-off": whole[:len(whole) // 2],
        "prefix": b"#!/bin/sh\nexit\n" + whole, "prefix-of-a-zip": BEGINNING + whole, "suffix": whole + b"more\n",
        "comment": zipped(FILES, comment=b"c" * 40_000), "short-comment": zipped(FILES, comment=b"c"),
        "no-files": zipped({}), "two-lists": with_two_lists(whole), "parts": whole[:-18] + b"\1" + whole[-17:],
        "wide-offset": BEGINNING + whole[-22:-6] + b"\xff" * 4 + whole[-2:],
        "count": whole[:-14] + bytes([whole[-14] - 1, whole[-13]]) * 2 + whole[-10:],
    }.items():
        yield Case(f"bad-{name}", data, of("unreadable", f"bad-{name}.zip"), exit=2)
    yield from lists()
    yield from missing()
    yield from last_lines()


def with_two_lists(data):
    """The packet with its list of contents twice: what the end names, and what stands before the end."""
    size, at = (int.from_bytes(data[place:place + 4], "little") for place in (len(data) - 10, len(data) - 6))
    return data[:at + size] + data[at:]


def marked_as_encrypted(name):
    """The packet, in which a file says of itself that it is encrypted."""
    data = bytearray(zipped(FILES))
    for start, flags, at_name in ((b"PK\3\4", 6, 30), (b"PK\1\2", 8, 46)):
        place = next(place for place in range(len(data))
                     if data[place:place + 4] == start and data[place + at_name:].startswith(name.encode()))
        data[place + flags] |= 1
    return bytes(data)


def lists():
    """What MANIFEST.sha256 says."""
    yield case("no-manifest-line", of("manifest", "README.txt"), {"MANIFEST.sha256": b"".join(
        line for line in MANIFEST.splitlines(keepends=True) if not line.endswith(b"README.txt\n"))}, manifest=False)
    for name in ("verify_packet.py", "verify.html"):
        yield case(f"without-{name.partition('.')[2]}", (), {name: None}, manifest=False)
    yield case("with-other-html", of("manifest", "verify.html"), {"verify.html": b"<p>other\n"}, manifest=False)
    line = b"0" * 64 + b"  "
    yield case("manifest-of-more", of("unreadable", "gone.txt"), {"MANIFEST.sha256": MANIFEST + line + b"gone.txt\n"},
               manifest=False)
    unlisted = [fault for name in FILES if name != "MANIFEST.sha256" for fault in of("manifest", name)]
    yield case("manifest-empty", unlisted, {"MANIFEST.sha256": b""}, manifest=False)
    for name, text in {
        "garbage": b"x\n", "no-last-line-feed": MANIFEST[:-1], "twice": MANIFEST * 2,
        "star": MANIFEST.replace(b"  ", b" *"), "capitals": MANIFEST.upper(), "no-utf-8": MANIFEST + line + b"\xff\n",
        "itself": MANIFEST + line + b"MANIFEST.sha256\n", "empty-line": MANIFEST + b"\n",
    }.items():
        yield case(f"manifest-{name}", of("unreadable", "MANIFEST.sha256"), {"MANIFEST.sha256": text}, manifest=False)


def missing():
    """A file that is not there is named, and with it only what can't be right without it."""
    beside = {"leaves.jsonl": at("leaf", *range(30)) + TOTAL + KEY, "fields.jsonl": TREE + TOTAL + KEY}
    for name in FILES:
        if name not in ("verify_packet.py", "verify.html"):
            yield case(f"missing-{name.partition('.')[0]}", of("unreadable", name) + beside.get(name, []), {name: None},
                       manifest=False)


def last_lines():
    """What follows the last line feed is not looked at."""
    faults = {"leaves.jsonl": at("leaf", 29) + TOTAL, "fields.jsonl": TREE + TOTAL, "earlier.jsonl": []}
    for name, more in faults.items():
        yield case(f"no-last-line-feed-{name.partition('.')[0]}", of("unreadable", name) + more,
                   {name: FILES[name][:-1]})


def forms():
    """Texts that are no JSON of their form."""
    deep, surrogate = b"[" * 100_000, b"\\ud800"
    for name, text in {
        "twice": b'"index":17,"index":17', "float": b'"index":17.0', "exponent": b'"index":1.7e1',
        "nan": b'"index":NaN', "infinity": b'"index":-Infinity', "huge": b'"index":' + b"9" * 5000,
        "large": b'"index":9007199254740992', "negative": b'"index":-1', "bool": b'"index":true',
        "text": b'"index":"17"', "null": b'"index":null', "zeros": b'"index":017', "more": b'"index":17,"more":1',
        "nested": b'"index":' + deep, "nested-objects": b'"index":' + b'{"a":' * 100_000, "nothing": b'"index"',
        "surrogate": b'"index":17,"' + surrogate + b'":1', "not-utf-8": b'"index":17\xff', "missing": b'"other":17',
        "comma": b'"index":17,', "more-proof": b'"index":17,"proof":["' + b"A" * 44 + b'"]',
    }.items():
        yield case(f"fields-{name}", of("unreadable", "fields.jsonl") + TREE,
                   {"fields.jsonl": replaced("fields.jsonl", b'"index":17', text)})
    lines = FILES["fields.jsonl"].splitlines(keepends=True)
    for name, start in (("blank", b" "), ("tab", b"\t"), ("mark", b"\xef\xbb\xbf"), ("return", b"\r")):
        yield case(f"fields-begin-with-{name}", of("unreadable", "fields.jsonl") + TREE,
                   {"fields.jsonl": b"".join([*lines[:17], start + lines[17], *lines[18:]])})
        yield case(f"packet-begins-with-{name}", of("unreadable", "packet.json"),
                   {"packet.json": start + FILES["packet.json"]})
        yield case(f"earlier-begins-with-{name}", of("unreadable", "earlier.jsonl"),
                   {"earlier.jsonl": start + FILES["earlier.jsonl"]})
    for name, old, new in (
        ("format", b'"format":1', b'"format":2'), ("format-true", b'"format":1', b'"format":true'),
        ("format-twice", b'"format":1', b'"format":1,"format":1'), ("scope", b'"scope":"all"', b'"scope":"some"'),
        ("held-unsorted", b'"held":[]', b'"held":["b","a"]'), ("held-twice", b'"held":[]', b'"held":["a","a"]'),
        ("held-numbers", b'"held":[]', b'"held":[1]'), ("held-object", b'"held":[]', b'"held":{}'),
        ("minutes", b'"minutes":', b'"minutes":1.0,"x":'), ("whole", b'"is_whole":true', b'"is_whole":1'),
        ("about", b'"about":"everybody"', b'"about":"\\udfff"'), ("total", b'"taken_out"', b'"taken"'),
        ("origin-twice", b'"origin"', b'"origin":"x","origin"'), ("nested", b"{", b"[" * 50_000), ("end", b"}", b""),
        ("made-negative", b'"made_ms":', b'"made_ms":-'), ("made-large", b'"made_ms":', b'"made_ms":900719'),
        ("no-utf-8", b"everybody", b"every\xffbody"), ("no-object", b"{", b"[{"),
    ):
        yield case(f"packet-{name}", of("unreadable", "packet.json"),
                   {"packet.json": replaced("packet.json", old, new)})
    for name, line in {
        "empty": b"", "list": b"[]", "object": b"{}", "no-proof": b'{"note":"x"}', "number": b'{"note":1,"proof":[]}',
        "proof-twice": b'{"note":"x","proof":[],"proof":[]}', "short-hash": b'{"note":"x","proof":["AA=="]}',
        "loose-hash": b'{"note":"x","proof":["' + b"A" * 44 + b'"]}', "nested": deep,
        "surrogate": b'{"note":"' + surrogate + b'","proof":[]}', "no-utf-8": b"\xff",
    }.items():
        yield case(f"earlier-{name}", of("unreadable", "earlier.jsonl"), {"earlier.jsonl": line + b"\n"})
    yield case("earlier-without-a-size", [{"code": "earlier"}],
               {"earlier.jsonl": b'{"note":"\xf0\x9f\x98\x80","proof":[]}\n'})


def replaced(name, old, new):
    """The bytes of a file with a text in it replaced, once."""
    assert old in FILES[name]
    return FILES[name].replace(old, new, 1)
