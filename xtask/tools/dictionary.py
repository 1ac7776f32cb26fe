"""The dictionaries by which words of Chinese, Japanese and Thai are found.

Needs `msgpack`. Writes `frequencies.bin` from lines of a word and a count, of which the commonest are taken:

    dictionary.py zh 60000 dict.txt     # jieba's dictionary: word, count, class
    dictionary.py th 40000 tnc_freq.txt words_th.txt
    dictionary.py ja 60000 large_ja.tsv # wordfreq: word, frequency

A further file of words without counts says which of the words are words at all;
those of it that have no count are taken with the least.
"""

import math
import re
import sys

from frequency_list import section

LETTERS = {
    "zh": re.compile(r"[\u3400-\u9fff]{1,8}"),
    "ja": re.compile(r"[\u3041-\u30ff\u3400-\u9fff々ー]{1,12}"),
    "th": re.compile(r"[\u0e01-\u0e4e]{1,30}"),
}


def number(fields):
    try:
        return float(fields[0])
    except (IndexError, ValueError):
        return 0.0


def read(path, letters):
    counts = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            word, *rest = line.split()[:2] or [""]
            if letters.fullmatch(word):
                counts[word] = counts.get(word, 0) + number(rest)
    return counts


def main(language, limit, path, words=None):
    letters = LETTERS[language]
    counts = read(path, letters)
    if words:
        known = read(words, letters)
        counts = {word: counts.get(word, 0) for word in known}
    total = sum(counts.values())
    best = sorted(counts, key=lambda word: (-counts[word], word))[: int(limit)]
    least = min((count for count in counts.values() if count), default=1)

    def tenths(word):
        return min(255, round(-10 * math.log10(max(counts[word], least / 2) / total)))

    with open("frequencies.bin", "wb") as out:
        out.write(section({word: (tenths(word), 0) for word in best}))


main(*sys.argv[1:])
