"""Lists of frequencies: those of wordfreq, and the section `frequencies` of a words pack, whose form stands in
`src/lexicon/frequency.rs`."""

import gzip
import os
import struct

import msgpack


def ranked(folder, name):
    """Words by falling frequency, each with its centibels, of wordfreq's `large` list or, where there is none, `small`."""
    paths = (f"{folder}/{size}_{name}.msgpack.gz" for size in ("large", "small"))
    buckets = msgpack.load(gzip.open(next(filter(os.path.exists, paths))), raw=False)[1:]
    return [(word, centibels) for centibels, bucket in enumerate(buckets) for word in bucket]


def section(classes):
    """The section of forms with their classes: tenths of a power of ten, and a band of ranks."""
    kinds = sorted(set(classes.values()))
    shared, endings, before = bytearray(), [], ""
    for form in sorted(classes):
        same = len(os.path.commonprefix([form, before]))
        shared.append(len(form[:same].encode()))
        endings.append(form[same:])
        before = form
    head = struct.pack("<IB", len(classes), len(kinds)) + bytes(tenths for tenths, _ in kinds)
    places = bytes(kinds.index(classes[form]) for form in sorted(classes))
    return head + bytes(shared) + places + "\n".join(endings).encode()


def forms_of(path):
    """The forms of such a section, in its order."""
    data = open(path, "rb").read()
    count, kinds = struct.unpack_from("<IB", data)
    shared = data[5 + kinds :][:count]
    endings = data[5 + kinds + 2 * count :].split(b"\n")
    forms, form = [], b""
    for same, ending in zip(shared, endings):
        form = form[:same] + ending
        forms.append(form.decode())
    return forms
