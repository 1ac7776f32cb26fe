"""The corpora as the teacher is tuned on them: windows of pieces with the tags that they may have."""
import numpy as np
import torch

from corpora import held_out, join, read, recase, repair
from encoder import TAGS
from pieces import words_of

MISC = 1 << TAGS - 2 | 1 << TAGS - 1
LONGEST = 128  # pieces in a window

# File, share of its documents that is taken each time, whether every tenth is held out, what an O may also be.
SOURCES = [
    ("gmb.tsv", 0.4, True, ""), ("gum.tsv", 1, True, ""), ("docred.tsv", 0.8, True, ""), ("re-docred.tsv", 0.8, True, ""),
    ("fewnerd.tsv", 0.5, False, ""), ("crossner.tsv", 1, False, ""), ("uner-ewt.train.tsv", 1, False, "misc"),
    ("btc.tsv", 0.8, False, "misc"), ("wnut17.train.tsv", 1, False, "demonym"), ("tweebank-ner.tsv", 1, False, ""),
    ("europarl.tsv", 1, False, ""), ("re3d.tsv", 1, False, "demonym"),
]
RECASED = 24  # one document in so many is put in capitals, one in lower case, one in the capitals of titles


def sources(folder):
    """The documents of each source that are not held out, what an O of it may also be, and the demonyms."""
    found = []
    for file, share, hold, lacks in SOURCES:
        documents, demonyms = read(folder, file)
        out = held_out(documents) if hold else [False] * len(documents)
        documents = [[(tokens, repair(file, tokens, names)) for tokens, names in document]
                     for document, is_out in zip(documents, out) if not is_out]
        found.append((documents, share, lacks, demonyms))
    return found


def windows_of(sources, pieces, generator):
    """Windows of pieces with, by piece, the tags that it may have as bits; 0 for those that do not count. Which
    documents are taken and which are recased is chance."""
    windows = []
    for documents, share, lacks, demonyms in sources:
        for document in documents:
            if generator.random() >= share:
                continue
            ids, allowed = [], []
            way = generator.randrange(RECASED)
            for tokens, names in document:
                if way < 3:
                    tokens = [recase(token, way) for token in tokens]
                here, tags = tagged(tokens, names, pieces, lacks, demonyms)
                if len(ids) + len(here) > LONGEST:
                    windows.append((ids, allowed))
                    ids, allowed = [], []
                ids, allowed = ids + here, allowed + tags
            windows.append((ids, allowed))
    return [window for window in windows if window[0]]


def tagged(tokens, names, pieces, lacks, demonyms):
    """The pieces of a sentence and their tags, as far as a window goes."""
    text, spans = join(tokens)
    marked = [(spans[start][0], spans[end - 1][1], kind) for start, end, kind in names]
    ids, tags, at = [], [], 0
    for start, end, word in words_of(text):
        while at < len(marked) and marked[at][1] <= start:
            at += 1
        if at < len(marked) and marked[at][0] < end:
            tag = 1 << 1 + 2 * marked[at][2] + (start > marked[at][0])
        else:
            tag = 1
            if lacks == "misc" or lacks == "demonym" and word.strip().lower() in demonyms:
                tag |= MISC
        found = pieces.of(word)
        ids += found
        tags += [tag] + [0] * (len(found) - 1)
    return ids[:LONGEST], tags[:LONGEST]


def groups_of(windows, size, generator):
    """Groups of windows of like length, about `size` pieces each, in an order of chance."""
    order = list(range(len(windows)))
    generator.shuffle(order)
    groups = []
    for start in range(0, len(order), 4096):
        group = []
        for index in sorted(order[start:start + 4096], key=lambda index: len(windows[index][0])):
            if group and (len(group) + 1) * (len(windows[index][0]) + 2) > size:
                groups.append(group)
                group = []
            group.append(index)
        groups.append(group)
    generator.shuffle(groups)
    return [[windows[index] for index in group] for group in groups]


def batch(windows, pieces):
    """Windows of pieces filled up to the longest, and which pieces are theirs."""
    longest = max(len(window) for window in windows) + 2
    ids = np.full((len(windows), longest), pieces.pad, np.int64)
    mask = np.zeros((len(windows), longest), bool)
    for row, window in enumerate(windows):
        ids[row, :len(window) + 2] = [pieces.bos, *window, pieces.eos]
        mask[row, :len(window) + 2] = True
    return torch.from_numpy(ids), torch.from_numpy(mask)
