"""Corpora with names, as xtask/src/ner/corpus.rs and running_text.rs read them."""
import re

KINDS = ["PER", "ORG", "LOC", "MISC"]

PLAIN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
CLOSING = {".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "...", "…", "’", "”", "n't", "N'T", "n’t"}
CLITIC = re.compile(r"^(?:['’](?:s|re|ve|ll|d|m)|'(?:S|RE|VE|LL|D|M)|\.+)$")
OPENING = {"(", "[", "{", "$", "£", "#", "“", "‘", "US$", "C$", "A$", "HK$"}


def join(tokens):
    """Tokens as running text, with the characters of each."""
    text, spans, double, single, glued = "", [], False, False, True
    for at, token in enumerate(tokens):
        token = PLAIN.get(token, token)
        left = right = False
        if token in CLOSING or CLITIC.match(token):
            left = True
        elif token in OPENING:
            right = True
        elif token == '"':
            left, right = double, not double
            double = not double
        elif token == "'":
            if single:
                left, single = True, False
            elif at and tokens[at - 1].lower().endswith("s"):
                left = True
            else:
                right, single = True, True
        elif token == "/":
            left = right = True
        if text and not glued and not left:
            text += " "
        spans.append((len(text), len(text) + len(token)))
        text += token
        glued = right
    return text, spans


def mapping(folder, file):
    rules = {}
    for line in open(f"{folder}/ner/mapping.tsv", encoding="utf-8"):
        name, tag, to, condition = line.rstrip("\n").split("\t")
        if name == file:
            rules[tag] = (to, condition)
    demonyms = {line.split("\t")[0].strip().lower() for line in open(f"{folder}/gazetteers/demonyms.txt", encoding="utf-8")}

    def kind(tag, words):
        to, condition = rules.get(tag, ("O", ""))
        if condition.startswith("capitalised") and not any(word[:1].isupper() for word in words):
            to = "O"
        if condition.endswith("no digit") and any(c.isnumeric() for word in words for c in word):
            to = "O"
        if condition == "demonym->MISC" and " ".join(words).lower() in demonyms:
            to = "MISC"
        return KINDS.index(to) if to in KINDS else None
    return kind, demonyms


def read(folder, file):
    """The documents of a corpus: lists of sentences, each its tokens and its names as (first, end, kind)."""
    kind, demonyms = mapping(folder, file)
    documents, document, tokens, tags = [], [], [], []
    for line in [*open(f"{folder}/ner/{file}", encoding="utf-8"), ""]:
        line = line.rstrip("\n")
        token, _, rest = line.partition("\t")
        if token != "-DOCSTART-" and token.strip() and "\t" in line:
            tokens.append(token)
            tags.append(rest.rsplit("\t", 1)[-1])
            continue
        if tokens:
            names, is_open = [], False
            for at, tag in enumerate(tags):
                if tag == "O" or len(tag) < 3:
                    is_open = False
                    continue
                if names and is_open and not tag.startswith("B-") and names[-1][2] == tag[2:]:
                    names[-1][1] = at + 1
                else:
                    names.append([at, at + 1, tag[2:]])
                is_open = True
            mapped = [(start, end, kind(tag, tokens[start:end])) for start, end, tag in names]
            document.append((tokens, [name for name in mapped if name[2] is not None]))
            tokens, tags = [], []
        if token == "-DOCSTART-" and document:
            documents.append(document)
            document = []
    if document:
        documents.append(document)
    if len(documents) == 1 or "crossner" in file:
        documents = [[sentence] for document in documents for sentence in document]
    return documents, demonyms


def held_out(documents):
    """By document, whether `train ner --hold-out` leaves it out."""
    unit = 100 if all(len(document) == 1 for document in documents) else 1
    return [at // unit % 10 == 9 for at in range(len(documents))]


def repair(file, tokens, names):
    if file == "btc.tsv":
        names = [name for name in names if not tokens[name[0]].startswith("@")]
    korean = lambda at: at > 0 and tokens[at] in ("Korean", "Koreans") and tokens[at - 1] in ("North", "South")
    names = [list(name) for name in names]
    for at in range(len(names) - 1, -1, -1):
        start, end, kind = names[at]
        if end == start + 1 and kind == 3 and korean(start):
            names[at][0] -= 1
            if at and names[at - 1][1] == start:
                names[at - 1][1] -= 1
        elif end == start + 2 and korean(start + 1):
            names[at][2] = 3
    return [tuple(name) for name in names if name[1] > name[0]]


def recase(token, way):
    if way == 0:
        return token.upper()
    if way == 1:
        return token.lower()
    return token[:1].upper() + token[1:] if len(token) >= 4 else token
