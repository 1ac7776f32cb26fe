"""The file of labels in running texts that `train ner` and `evaluate ner` read: see xtask/src/ner/labels.rs."""
import hashlib


def number(value):
    """Seven bits a byte, the low ones first."""
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def lines_of(marked):
    """The bytes of lines: their number, text, and spans as (start, end, kind, what the kind asks for) in code points."""
    out, last = bytearray(), -1
    for at, text, spans in marked:
        out += number(at - last - 1) + number(len(spans))
        last, before = at, 0
        for start, end, *kind in spans:
            start, end = (len(text[:place].encode()) for place in (start, end))
            out += number(start - before) + number((end - start) << 3 | kind[0]) + bytes(kind[1:])
            before = end
    return out


def write(path, texts):
    """Writes the file of `texts`: each its name, the bytes of the text, and those of its lines."""
    out = bytearray(b"textlens labels 1\n") + number(len(texts))
    for name, data, lines in texts:
        name = name.encode()
        out += number(len(name)) + name + hashlib.sha256(data).digest()[:8] + number(len(lines)) + lines
    open(path, "wb").write(out)
