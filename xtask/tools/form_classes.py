"""Makes the section `form-classes` of a words pack: where in a key phrase a form may stand.

    python form_classes.py PATH/wordfreq/data TAG PATH...

Needs `msgpack`, of Russian `pymorphy3`, of Polish `morfeusz2`; PATH... is what the reader of the language in
`form_readings.py` takes. Reads src/lexicon/TAG/frequencies.bin, writes src/lexicon/TAG/form_classes.bin, whose form
stands in `src/lexicon/form_classes.rs`: endings, of which the longest says what a form is, learnt from the commonest
200,000 words of wordfreq that the dictionary knows, and what that gets wrong of the forms in the list of frequencies.
With `--check` every second of the words that are not in that list is kept from the learning, and it is said how many of
them are told right.
"""

import collections
import re
import sys

import form_readings
from frequency_list import forms_of, ranked

# Where a form may stand: first in a phrase, last in it; and whether it can be what the phrase is about.
FIRST, LAST, HEAD = 1, 2, 4
ANYWHERE, NOWHERE = FIRST | LAST | HEAD, 0
# Adjectives by the order of words: after the noun, before it, on either side.
AFTER, BEFORE, BESIDE = LAST, FIRST, FIRST | LAST
# A noun that is a form of a verb, too: after another noun it is the verb. Only where uses are counted, as rare verbs
# have forms like many nouns.
NO_NOUN_BEFORE = FIRST | HEAD
CLASSES = 5

# Adjectives that often stand before the noun: our own, from grammars.
BEFORE_NOUN = {
    "fr": "beau bel bell bon bonn grand gros gross haut jeune joli long longu mauvais meilleur petit vieux vieil vieill "
    "nouve nouveau nouvel nouvell ancien ancienn futur vrai fau fauss autr doubl triple prochain larg faibl fort moindr vast "
    "seul simpl propr divers différent nombreux nombreus dernier dernièr premier premièr second deuxièm troisièm quatrièm "
    "cinquièm sixièm septièm huitièm neuvièm dixièm vingtièm célèbr énorm immens principal principau principaux rar",
    "es": "buen bueno gran grande nuevo viejo mal malo mejor peor primer tercer segund tercer cuart quint antigu "
    "futur gran larg numeros divers distint mayor menor pequeñ próxim últim verdader simpl dobl vari principal sol únic "
    "ex fals alt baj enorm ciert inmens",
    "it": "bell buon grand gran nuov vecchi cattiv brutt alt bass giovan lung piccol prim second terz quart quint ultim "
    "prossim antic futur numeros divers vari maggior minor miglior peggior ver fals doppi sol unic principal enorm ampi vast",
    "pt": "bo boa bon boas grand nov velh mau má más primeir segund terceir quart quint últim próxim antig futur divers "
    "vári maior menor melhor pior verdadeir fals dupl únic principal pequen enorm long bel alt baix grande vast ampl",
}
ENDINGS = {"", "e", "s", "es", "o", "a", "os", "as", "i"}
# Adjectives with these endings are nouns as well.
ACTORS = {"es": ("dor", "dora", "dores", "doras"), "pt": ("dor", "dora", "dores", "doras", "ista", "istas")}
READERS = {
    "fr": (form_readings.lexique, AFTER),
    "it": (form_readings.morph_it, AFTER),
    "es": (form_readings.rla_es, AFTER),
    "pt": (form_readings.natura, AFTER),
    "ru": (form_readings.open_corpora, BEFORE),
    "pl": (form_readings.morfeusz, BESIDE),
}
WORDS = 200_000
# An ending has so many letters at most, and stands on so many words.
LETTERS, SUPPORT, GAIN = 9, 6, 4
# Of the words with an ending that forbids, so few in a hundred may be others.
WRONG = {NOWHERE: 6, AFTER: 20, BEFORE: 12, BESIDE: 12, NO_NOUN_BEFORE: 12, ANYWHERE: 100}


def class_of(readings, before, tag, form):
    """Where a form with these readings may stand; `None` where nothing is known of it."""
    all_uses = sum(readings.values())
    if not all_uses:
        return None
    share = {kind: uses / all_uses for kind, uses in readings.items()}
    noun, verb = share.get("N", 0), share.get("V", 0) + share.get("R", 0)
    if verb >= 0.9:
        return NOWHERE
    # A noun may be rarer than its participle, and not be missed: *revenu*.
    if noun >= (0.1 if verb >= 0.5 else 0.03) or {"N", "A"} & readings.keys() and form.endswith(ACTORS.get(tag, ())):
        is_verb = tag == "fr" and share.get("V", 0) >= 0.25 and not {"A", "P"} & readings.keys()
        return NO_NOUN_BEFORE if is_verb else ANYWHERE
    is_before = any(form.startswith(stem) and form[len(stem) :] in ENDINGS for stem in before)
    return BESIDE if is_before else READERS[tag][1]


class Endings:
    """Which class the longest known ending gives a word."""

    def __init__(self, words, kinds):
        counts = collections.defaultdict(collections.Counter)
        for word, kind in words.items():
            for start in range(max(0, len(word) - LETTERS), len(word)):
                counts[word[start:]][kind] += 1
        self.known = {}
        for ending in sorted(counts, key=lambda ending: (len(ending), ending)):
            of = counts[ending]
            total = of.total()
            if total < SUPPORT:
                continue
            # The strictest that hardly forbids a word what it may.
            wronged = lambda kind: sum(count for it, count in of.items() if it & ~kind)
            kind = next(kind for kind in kinds if wronged(kind) * 100 <= WRONG[kind] * total)
            given = self.of(ending)
            if kind != given and abs(of[kind] - of[given]) > GAIN:
                self.known[ending] = kind

    def of(self, word):
        for start in range(len(word)):
            if (kind := self.known.get(word[start:])) is not None:
                return kind
        return ANYWHERE


def main(folder, tag, *paths):
    is_check = "--check" in paths
    readings = READERS[tag][0](*(path for path in paths if path != "--check"))
    before = BEFORE_NOUN.get(tag, "").split()
    listed = forms_of(f"src/lexicon/{tag}/frequencies.bin")
    common = set(listed)
    words = [word for word, _ in ranked(folder, tag)[:WORDS] if re.fullmatch(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", word)]
    classes = {word: kind for word in words if (kind := class_of(readings(word), before, tag, word)) is not None}
    rare = [word for word in classes if word not in common]
    kept = set(rare[1::2]) if is_check else set()
    kinds = sorted({ANYWHERE, NOWHERE, *classes.values()}, key=lambda kind: (kind != ANYWHERE, kind))
    endings = Endings({word: kind for word, kind in classes.items() if word not in kept}, sorted(kinds))
    if is_check:
        check(kept, classes, endings)
    else:
        write(tag, kinds, endings, classes, listed)


def write(tag, kinds, endings, classes, listed):
    number = {kind: at for at, kind in enumerate(kinds)}
    packed = bytearray((len(listed) + 2) // 3)
    for at, form in enumerate(listed):
        # A common form that the dictionary does not know is a name, or foreign.
        told = endings.of(form)
        right = classes.get(form, ANYWHERE)
        packed[at // 3] += (number[right] - number[told]) % CLASSES * CLASSES ** (at % 3)
    lines = []
    for kind in kinds + [None] * (CLASSES - len(kinds)):
        of_kind = sorted((ending for ending, it in endings.known.items() if it == kind), key=lambda e: e[::-1])
        lines.append(" ".join(of_kind))
    head = bytes(kinds + [NOWHERE] * (CLASSES - len(kinds)))
    with open(f"src/lexicon/{tag}/form_classes.bin", "wb") as file:
        file.write(head + bytes(packed) + "".join(f"{line}\n" for line in lines).encode())


def check(kept, classes, endings):
    table = collections.Counter((classes[word], endings.of(word)) for word in kept)
    print(f"{len(kept)} words: right class, class told, words")
    for (right, told), count in sorted(table.items()):
        print(right, told, count)


if __name__ == "__main__":
    main(*sys.argv[1:])
