"""Names in running text as a teacher marks them."""
import numpy as np
import torch

from encoder import TAGS
from examples import LONGEST, batch
from pieces import words_of

# The tags that may follow a tag: an I follows only its own kind.
FOLLOWS = np.array([[0 if to == 0 or to % 2 == 1 or fro in (to, to - 1) else -1e9 for to in range(TAGS)] for fro in range(TAGS)])


@torch.no_grad()
def mark(model, texts):
    """For each text (a line) its words as (start, end, tag, probabilities of the tags). Neighbouring texts of a
    document, `None` between documents, are seen together."""
    windows, current, length = [], [], 0
    for index, text in enumerate(texts):
        words = words_of(text) if text else []
        if not text or not words:
            if current and text is None:
                windows.append(current)
                current, length = [], 0
            continue
        pieces = [model.pieces.of(word) for _, _, word in words]
        first = 0
        while first < len(words):
            end, count = first, 0
            while end < len(words) and (count + len(pieces[end]) <= LONGEST or end == first):
                count += len(pieces[end])
                end += 1
            if length + count > LONGEST:
                windows.append(current)
                current, length = [], 0
            current.append((index, words[first:end], pieces[first:end]))
            length += count
            first = end
    if current:
        windows.append(current)
    windows = [window for window in windows if window]
    found = [[] for _ in texts]
    order = sorted(range(len(windows)), key=lambda index: sum(len(p) for _, _, part in windows[index] for p in part))
    for start in range(0, len(order), 48):
        group = [windows[index] for index in order[start:start + 48]]
        ids, mask = batch([[p for _, _, part in window for word in part for p in word] for window in group], model.pieces)
        logs = torch.log_softmax(model(ids, mask), 2).numpy()
        for row, window in enumerate(group):
            at = 1
            for index, words, pieces in window:
                places = []
                for piece in pieces:
                    places.append(at)
                    at += len(piece)
                tags, chances = best_tags(logs[row, places]), np.exp(logs[row, places]).astype(np.float16)
                found[index] += [(start, end, tag, chance) for (start, end, _), tag, chance in zip(words, tags, chances)]
    return found


def best_tags(logs):
    """The likeliest tags of words in a row that may follow each other (Viterbi 1967)."""
    best = np.where(np.arange(TAGS) % 2 == 0, -1e9, logs[0])
    best[0] = logs[0, 0]
    back = []
    for word in logs[1:]:
        reached = best[:, None] + FOLLOWS
        back.append(reached.argmax(0))
        best = reached.max(0) + word
    tags = [int(best.argmax())]
    for step in reversed(back):
        tags.append(int(step[tags[-1]]))
    return tags[::-1]


def names_of(words):
    """The names among marked words, as ranges of words with their kind."""
    names, at = [], 0
    while at < len(words):
        end, tag = at + 1, words[at][2]
        if tag:
            while end < len(words) and words[end][2] == tag + tag % 2:
                end += 1
            names.append((at, end, (tag - 1) // 2))
        at = end
    return names
