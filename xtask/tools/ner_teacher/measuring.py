"""A quick look at how good a teacher is. `evaluate ner --found` is the judge."""
import re

import numpy as np

from corpora import KINDS, held_out, join, read, recase
from marking import mark, names_of
from tuning import load

# File, how many of the four types it marks, whether only every tenth document is measured.
SETS = [("uner-ewt.dev.tsv", 3, False), ("uner-pud.tsv", 3, False), ("wnut17.dev.tsv", 4, False),
        ("wikineural.en.val.tsv", 4, False), ("gmb.tsv", 4, True), ("gum.tsv", 4, True), ("docred.tsv", 4, True)]


def normal(text, start, end):
    """A name without its article and without its possessive."""
    name = text[start:end]
    match = re.match(r"(?i)(?:the|an?)\s+(?=\S)", name)
    start += match.end() if match else 0
    match = re.search(r"['’]s?$", text[start:end])
    end -= len(match.group()) if match and match.start() else 0
    return start, end


def measure(options):
    """F1 by exact span and type, articles and possessives aside, with recased tokens if asked for."""
    model = load(options.encoder, options.teacher)
    for file, kinds, hold in SETS:
        documents, _ = read(options.corpora, file)
        if hold:
            documents = [document for document, out in zip(documents, held_out(documents)) if out]
        texts, gold = [], []
        for document in documents[:4000]:
            for tokens, names in document:
                if options.recase is not None:
                    tokens = [recase(token, options.recase) for token in tokens]
                text, spans = join(tokens)
                texts.append(text)
                gold.append({(*normal(text, spans[s][0], spans[e - 1][1]), k) for s, e, k in names})
            texts.append(None)
            gold.append(set())
        right, all_found, all_gold = np.zeros(4), np.zeros(4), np.zeros(4)
        for text, names, words in zip(texts, gold, mark(model, texts)):
            mine = {(*normal(text, words[first][0], words[end - 1][1]), kind) for first, end, kind in names_of(words)}
            for kind in range(kinds):
                right[kind] += sum(name in names for name in mine if name[2] == kind)
                all_found[kind] += sum(name[2] == kind for name in mine)
                all_gold[kind] += sum(name[2] == kind for name in names)
        f1 = lambda r, f, g: 200 * r / max(1, f + g)
        print(file, f"{f1(right.sum(), all_found.sum(), all_gold.sum()):.1f}",
              *(f"{kind} {f1(*counts):.1f}" for kind, *counts in zip(KINDS, right, all_found, all_gold)), flush=True)
