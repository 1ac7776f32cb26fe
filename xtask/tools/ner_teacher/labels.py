"""The names that a teacher marks in running texts as a compact file without the texts: what `train ner` reads."""
import hashlib

from marking import mark
from tuning import load

TEXTS = ["wikinews-2019-2020.txt", "masc.txt", "us-speeches.txt", "factbook.txt", "wikipedia-articles.txt", "wikipedia-wikisplit.txt"]


def number(value):
    """Seven bits a byte, the low ones first."""
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def label(options):
    model = load(options.encoder, options.teacher)
    out = bytearray(b"textlens teacher 1\n") + number(len(TEXTS))
    for file in TEXTS:
        data = open(f"{options.corpora}/text/{file}", "rb").read()
        texts = [None if not line.strip() or line.startswith("# ") else line for line in data.decode("utf-8").split("\n")]
        lines, last, names_of_all, unsure_of_all = bytearray(), -1, 0, 0
        for at, (text, (names, others)) in enumerate(zip(texts, mark(model, texts))):
            # What is not sure may be anything.
            spans = [(start, end, kind if sure >= options.sure else 4) for start, end, kind, sure in names]
            spans += [(start, end, 4) for start, end, sure in others if sure < options.sure]
            spans.sort()
            unsure = sum(span[2] == 4 for span in spans)
            if text is None or not spans or 2 * unsure > len(spans) + 1:
                continue
            lines += number(at - last - 1) + number(len(spans))
            last, before = at, 0
            for start, end, kind in spans:
                start, end = (len(text[:place].encode()) for place in (start, end))
                lines += number(start - before) + number((end - start) << 3 | kind)
                before = end
            names_of_all, unsure_of_all = names_of_all + len(spans) - unsure, unsure_of_all + unsure
        name = file.encode()
        out += number(len(name)) + name + hashlib.sha256(data).digest()[:8] + number(len(lines)) + lines
        print(f"{file}: {names_of_all} names and {unsure_of_all} unsure places in {len(lines)} bytes", flush=True)
    open(options.out, "wb").write(out)
