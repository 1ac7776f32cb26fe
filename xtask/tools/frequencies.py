"""Makes the section `frequencies` of a words pack from a list of wordfreq.

    python frequencies.py PATH/wordfreq/data/large_en.msgpack.gz src/lexicon/en/frequencies.bin

Needs `msgpack`. The list is wordfreq 3.1.1's `en`, `best`: words by falling frequency, in buckets of a
centibel. The form of the section stands in `src/lexicon/frequency.rs`.
"""

import gzip
import re
import struct
import sys

import msgpack

FORMS = 25_000
BANDS = [1_000, 2_000, 5_000, 10_000]
FORM = re.compile(r"[a-z]+('[a-z]+)?")


def main(source: str, target: str) -> None:
    buckets = msgpack.load(gzip.open(source), raw=False)[1:]
    ranked = [(form, centibels) for centibels, bucket in enumerate(buckets) for form in bucket]
    ranked = [(form, centibels) for form, centibels in ranked if FORM.fullmatch(form)][:FORMS]
    # A class is what shares the tenth of a power of ten and the band of ranks.
    keys = {
        form: ((centibels + 5) // 10, sum(rank >= band for band in BANDS))
        for rank, (form, centibels) in enumerate(ranked)
    }
    classes = sorted(set(keys.values()))
    shared, endings, before = bytearray(), [], ""
    for form in sorted(keys):
        same = 0
        while same < min(len(form), len(before)) and form[same] == before[same]:
            same += 1
        shared.append(same)
        endings.append(form[same:])
        before = form
    out = struct.pack("<IB", len(keys), len(classes)) + bytes(tenths for tenths, _ in classes)
    out += bytes(shared) + bytes(classes.index(keys[form]) for form in sorted(keys))
    with open(target, "wb") as file:
        file.write(out + "\n".join(endings).encode())


main(*sys.argv[1:])
