"""The names that a teacher marks in running texts as a compact file without the texts: what `train ner` reads."""
import os, sys

import numpy as np

from corpora import KINDS, join
from marking import mark, names_of
from tuning import load

sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import label_file

TEXTS = ["wikinews-2019-2020.txt", "masc.txt", "factbook.txt", "wikipedia-articles.txt", "wikipedia-wikisplit.txt"]
CHANCE = 0.1  # what a kind must have to be possible where the teacher is not sure


def spans_of(words, sure):
    """What is written of a line: names as (start, end, kind), and doubtful places as (start, end, 4, what they may be)."""
    spans, inside = [], set()
    words = [(*word[:3], word[3].astype(np.float32)) for word in words]
    for first, end, kind in names_of(words):
        inside.update(range(first, end))
        chances = np.array([[word[3][0], *(word[3][1::2] + word[3][2::2])] for word in words[first:end]])
        goes_on = words[end][3][2 * kind + 2] if end < len(words) else 0.0
        breaks = max((word[3][2 * kind + 1] for word in words[first + 1:end]), default=0.0)
        start, end = words[first][0], words[end - 1][1]
        if min(1 - chances[:, 0].max(), 1 - goes_on, 1 - breaks) < sure:
            spans.append((start, end, 4, may_be(chances.max(0)[1:]) | 1 << 4))
        elif chances[:, 1 + kind].min() < sure:
            spans.append((start, end, 4, may_be(chances.max(0)[1:]) | 1 << kind | kind << 5))
        else:
            spans.append((start, end, kind))
    for at, (start, end, _, chances) in enumerate(words):
        if at not in inside and chances[0] < sure:
            spans.append((start, end, 4, may_be(chances[1::2] + chances[2::2]) | 1 << 4))
    return sorted(spans)


def may_be(chances):
    """The kinds that have a chance, as bits; all if none has."""
    return sum(1 << kind for kind in range(len(KINDS)) if chances[kind] >= CHANCE) or (1 << len(KINDS)) - 1


def taken(texts, marked, sure):
    """The lines of a text that are taken, with their numbers and spans."""
    for at, (text, words) in enumerate(zip(texts, marked)):
        spans = spans_of(words, sure)
        doubtful = sum(span[2] == 4 for span in spans)
        if spans and 2 * doubtful <= len(spans) + 1:
            yield at, text, spans


def label(options):
    """Marks the running texts and writes what was found."""
    model = load(options.encoder, options.teacher)
    files = []
    for file in TEXTS:
        data = open(f"{options.corpora}/text/{file}", "rb").read()
        texts = [None if not line.strip() or line.startswith("# ") else line for line in data.decode("utf-8").split("\n")]
        if file.endswith("-tokenised.txt"):
            texts = [text and join([token for token in text.split(" ") if token])[0] for text in texts]
        lines = list(taken(texts, mark(model, texts), options.sure))
        files.append((file, data, label_file.lines_of(lines)))
        spans = [span for *_, found in lines for span in found]
        doubts = sum(span[2] == 4 for span in spans)
        print(f"{file}: {len(spans) - doubts} names and {doubts} doubtful places in {len(files[-1][2])} bytes", flush=True)
    label_file.write(options.out, files)
