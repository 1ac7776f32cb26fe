"""Names in running texts as a reader lists them, made a compact file without the texts.

    python xtask/tools/ner_reading parts --corpora DIR --out PARTS
    python xtask/tools/ner_reading check --corpora DIR --lists LISTS
    python xtask/tools/ner_reading labels --corpora DIR --lists LISTS --out xtask/tools/ner_reading.bin

`parts` writes the texts in parts. A reader, here a large language model that was given rules.md and one part at a time,
lists the names of each. `check` shows what in the lists is not in the texts. `labels` writes what `evaluate ner` reads:
for each line of the texts that was read, where names stand, in bytes. The form is described in xtask/src/ner/labels.rs."""
import argparse, os, sys

import lists
from parts import parts

sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import label_file


def write_parts(options):
    for part, _, documents in parts(options.corpora):
        with open(f"{options.out}/{part}.txt", "w", encoding="utf-8") as out:
            for name, document in documents.items():
                out.write(f"## {name}\n")
                out.writelines(f"{number}\t{line}\n" for number, (_, line) in enumerate(document, 1))
                out.write("\n")


def read_parts(options):
    """By document of the lists: the text's name, its lines and their names."""
    for part, text, documents in parts(options.corpora):
        path = f"{options.lists}/{part}.txt"
        listed = lists.read(path) if os.path.exists(path) else {}
        for name, document in documents.items():
            if name in listed:
                yield name, text, document, listed[name]


def check(options):
    count, seen = 0, set()
    for name, _, document, names in read_parts(options):
        seen.add(name)
        spans, unseen = names.spans([line for _, line in document])
        count += sum(map(len, spans))
        if unseen or names.twice:
            print(name, "not in the text:", unseen, "of two types:", names.twice)
    missing = [name for _, _, documents in parts(options.corpora) for name in documents if name not in seen]
    print(count, "names;", len(missing), "documents are not listed:", *missing[:20])


def write_labels(options):
    texts = {}
    for _, text, document, names in read_parts(options):
        spans, _ = names.spans([line for _, line in document])
        coded = ([(start, end, lists.KINDS.index(kind)) for start, end, kind in found] for found in spans)
        texts.setdefault(text, []).extend((at, line, found) for (at, line), found in zip(document, coded))
    files = []
    for text, marked in texts.items():
        lines = label_file.lines_of(sorted(marked))
        files.append((text, open(f"{options.corpora}/text/{text}", "rb").read(), lines))
        print(f"{text}: {sum(len(spans) for *_, spans in marked)} names in {len(marked)} lines, {len(lines)} bytes")
    label_file.write(options.out, files)


def main():
    parser = argparse.ArgumentParser()
    what = parser.add_subparsers(required=True)
    for name, run, needs in [("parts", write_parts, ["out"]), ("check", check, ["lists"]), ("labels", write_labels, ["lists", "out"])]:
        command = what.add_parser(name)
        command.set_defaults(run=run)
        for need in ["corpora", *needs]:
            command.add_argument(f"--{need}", required=True)
    options = parser.parse_args()
    options.run(options)


main()
