"""How often textlens counts as many syllables as eSpeak NG speaks: the 3,000 commonest words of each language.

    python syllables_beside_espeak.py PATH/textlens PATH/wordfreq/data [TAG...]

Needs `msgpack` and eSpeak NG 1.51 in PATH. There is no gold for these languages that could be had; a synthesiser
is a second opinion, which spells out abbreviations and has faults of its own. Words are weighted by their
frequency; those without a vowel letter, which it spells, are left out.
"""

import json
import re
import subprocess
import sys

from frequency_list import ranked

TAGS = "bg ca cs de el es fi fr hr hu id it lt lv nb nl pl pt ro ru sk sl sv tr uk".split()
LISTS = {"hr": "sh"}
VOICES = {"fr": "fr-fr"}
WORDS = 3_000
WORD = re.compile(r"[^\W\d_]{2,}")
VOWEL_LETTERS = re.compile("[aeiouyáàâäãåæéèêëěíìîïóòôöõøőúùûüůűýąęėįųūāēīăαεηιουωάέήίόύώϊϋаеёиоуыэюяіїєъı]", re.I)
# eSpeak's names of phonemes: a vowel begins with one of these; `@-` and `I^` only pass between consonants.
VOWELS = "aeiouAEIOUV0@3yYW&8"
SOFT_VOWELS = {"ja", "je", "jo", "ju", "jE", "jV", "jA"}
SYLLABIC = re.compile("[nlrmR]-")
GLIDES = ("@-", "I^")
CONSONANTAL_R = {"pt", "sv", "nb"}


def commonest(folder, tag):
    words = [(word, 10 ** (-centibels / 100)) for word, centibels in ranked(folder, LISTS.get(tag, tag))]
    return [(word, share) for word, share in words if WORD.fullmatch(word) and VOWEL_LETTERS.search(word)][:WORDS]


def spoken(words, tag):
    """Vowels of each word as eSpeak says it."""
    text = "".join(f"{word}.\n\n" for word in words)
    command = ["espeak-ng", "-q", "-x", "--sep=_", "-v", VOICES.get(tag, tag), "--stdin"]
    lines = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout.strip().split("\n")
    assert len(lines) == len(words), (tag, len(lines), len(words))
    return [sum(is_vowel(name, tag) for name in re.split("[_ ]", line)) for line in lines]


def is_vowel(name, tag):
    name = name.lstrip("',=%|!;?")
    if name.startswith(GLIDES) and tag != "fr":
        return False
    if name == "R2":
        return tag == "hr"
    if SYLLABIC.match(name):
        return tag not in CONSONANTAL_R or name[0] not in "rR"
    return name[:1] in set(VOWELS) or name[:2] in SOFT_VOWELS


def counted(program, words, tag):
    """Syllables of each word as textlens counts them."""
    lines = "".join(json.dumps({"id": word, "text": word}) + "\n" for word in words)
    command = [program, "report", "--jsonl", "--language", tag]
    output = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    return [json.loads(line)["report"]["statistics"]["readability"]["syllables"] for line in output.splitlines()]


def main(program, folder, *tags):
    print("language, % of running words alike, % of words, ours to theirs in all")
    for tag in tags or TAGS:
        entries = commonest(folder, tag)
        words = [word for word, _ in entries]
        theirs, ours = spoken(words, tag), counted(program, words, tag)
        rows = [(share, a, b) for (_, share), a, b in zip(entries, ours, theirs)]
        alike = sum(share for share, a, b in rows if a == b) / sum(share for share, _, _ in rows)
        types = sum(a == b for _, a, b in rows) / len(rows)
        ratio = sum(share * a for share, a, _ in rows) / sum(share * b for share, _, b in rows)
        print(f"{tag} {100 * alike:.1f} {100 * types:.1f} {ratio:.3f}")
        if len(tags) == 1:
            print([(w, a, b) for w, a, b in zip(words, ours, theirs) if a != b][:60])


main(*sys.argv[1:])
