"""What is read: running texts in documents of at most 1,300 words, parts of about 22,000. Interviews of Wikinews, where a
mark of its own stands before each question, are left out."""
MASC = ["newspaper", "blog", "travel-guides", "letters", "email", "journal"]
WORDS = 1300
# The lines of the last are single sentences; so many from one on are read, in documents of 40.
TEXTS = {"wikinews-2019-2020.txt": 10, "masc.txt": 7, "wikipedia-articles.txt": 4, "wikipedia-wikisplit.txt": 3}
SENTENCES, DOCUMENT = range(4000, 6400), 40


def lines_of(corpora, name):
    return open(f"{corpora}/text/{name}", "rb").read().decode("utf-8").split("\n")


def documents_of(corpora, name):
    """The documents of a text, as lists of (line number, line)."""
    lines = list(enumerate(lines_of(corpora, name)))
    if name == "wikipedia-wikisplit.txt":
        lines = [lines[number] for number in SENTENCES]
        return [lines[start:start + DOCUMENT] for start in range(0, len(lines), DOCUMENT)]
    found, document, kind = [], [], None
    for number, line in [*lines, (None, "")]:
        if line.strip() and not line.startswith("# "):
            document.append((number, line))
            continue
        if document:
            found.append((kind, document))
            document = []
        if line.startswith("# masc "):
            kind = line.split()[-1]
    if name == "masc.txt":
        found = sorted((pair for pair in found if pair[0] in MASC), key=lambda pair: (MASC.index(pair[0]), pair[1][0]))
    is_interview = lambda piece: any(line.startswith("((") for _, line in piece)
    return [piece for _, document in found for piece in pieces(document) if not is_interview(piece)]


def pieces(document):
    """A document, or parts of a long one."""
    piece, words = [], 0
    for number, line in document:
        count = len(line.split())
        if piece and words + count > WORDS:
            yield piece
            piece, words = [], 0
        piece.append((number, line))
        words += count
    yield piece


def parts(corpora):
    """By part, the text's name and its documents by their names."""
    number = 0
    for name, count in TEXTS.items():
        documents = documents_of(corpora, name)
        size = lambda document: sum(len(line.split()) for _, line in document)
        share, words, part, ended = sum(map(size, documents)) / count, 0, {}, 0
        for document in documents:
            part[f"P{number + 1:02}-{len(part) + 1:03}"] = document
            words += size(document)
            if words >= share * (ended + 1) - 1:
                yield f"P{number + 1:02}", name, part
                part, ended, number = {}, ended + 1, number + 1
        if part:
            yield f"P{number + 1:02}", name, part
            number += 1
