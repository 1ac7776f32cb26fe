"""A text's words, and the pieces of words that the encoder knows."""
import re
import struct

import numpy as np

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")


class Pieces:
    """The encoder's vocabulary: the best pieces of a word (unigram model, Kudo 2018)."""

    def __init__(self, data):
        at = 48
        self.count, self.bos, self.eos, self.pad, self.unk, blob = struct.unpack_from("<5iQ", data, at - 4)
        at += 24
        offsets = np.frombuffer(data, "<u4", self.count + 1, at)
        at += 4 * (self.count + 1)
        scores = np.frombuffer(data, "<f4", self.count, at)
        at += 4 * self.count
        self.ids = {}
        for index in range(self.count):
            piece = data[at + offsets[index]:at + offsets[index + 1]].decode("utf-8", "replace")
            self.ids.setdefault(piece, (index, float(scores[index])))
        self.unknown = float(scores.min()) - 10
        at += blob
        norms, size = struct.unpack_from("<iI", data, at)
        at += 8
        self.norm, end = {}, at + size
        while at < end:
            code, n = struct.unpack_from("<IB", data, at)
            self.norm[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{n}I", data, at + 5)))
            at += 5 + 4 * n
        self.end, self.cache = end, {}

    def of(self, word):
        found = self.cache.get(word)
        if found is None:
            text = "".join(self.norm.get(c, c) for c in word).replace(" ", "▁") or "▁"
            best, back = [0.0] + [-1e30] * len(text), [None] * (len(text) + 1)
            for start in range(len(text)):
                for end in range(start + 1, min(len(text), start + 32) + 1):
                    piece = self.ids.get(text[start:end])
                    if piece and piece[0] != self.unk and best[start] + piece[1] > best[end]:
                        best[end], back[end] = best[start] + piece[1], (start, piece[0])
                if best[start] + self.unknown > best[start + 1]:
                    best[start + 1], back[start + 1] = best[start] + self.unknown, (start, self.unk)
            found, at = [], len(text)
            while at:
                at, index = back[at]
                found.append(index)
            found = self.cache[word] = found[::-1]
        return found


def words_of(text):
    """The words of a text: where each stands, and as the encoder sees it, with the space before it."""
    spaced = lambda at: at == 0 or text[at - 1].isspace()
    return [(m.start(), m.end(), " " * spaced(m.start()) + m.group()) for m in WORD.finditer(text)]
