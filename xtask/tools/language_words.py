"""Makes the word lists from which `cargo xtask train languages` learns: TAG.tsv, a word and its count a line.

    python language_words.py PATH/wordfreq/data PATH/django PATH/libreoffice PATH/stopwords-iso.json OUT

Needs `msgpack`. Most lists are those of wordfreq 3.1.1; languages that it lacks are counted in the message
catalogues of Django 5.2 and of LibreOffice 7.4.7, where it has them (PATH/libreoffice/TAG holds what Debian's
package libreoffice-l10n-TAG installs); the stop words of stopwords-iso 1.1.0 are added to
them, as three words of ten, as messages lack many. Serbian is wordfreq's Serbo-Croatian in Cyrillic
letters. The sentences of Django in the languages of wordfreq go to OUT/development/TAG.txt: nothing is learnt
from them, so they serve to choose the model's size.
"""

import ast
import collections
import gettext
import glob
import json
import os
import re
import sys

from frequency_list import ranked

WORDFREQ = {tag: tag for tag in "bg ca cs da de en es fi fil fr hu id is it lt lv mk nb nl pl pt ro ru sk sl sv tr uk vi".split()}
WORDFREQ |= {"hr": "sh", "sr": "sh"}
DJANGO = "af az be cy eo et eu ga kk ky mn sq sw tg".split()
# What a program fills in, the names of elements, and the mark of a key.
FILLED_IN = re.compile(r"%\(\w+\)s|%[sd]|%\w+|\{[^}]*\}|<[^>]+>|&\w+;|\$\(?\w+\)?")
FORMS = 20_000
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
CYRILLIC = dict(
    zip("abcčćddefghijklmnoprsštuvzž", "абцчћддефгхијклмнопрсштувзж"), **{"đ": "ђ"}
)


def in_cyrillic(word):
    for pair, letter in (("lj", "љ"), ("nj", "њ"), ("dž", "џ")):
        word = word.replace(pair, letter)
    return "".join(CYRILLIC.get(letter, letter) for letter in word)


def frequencies(folder, name):
    # A hundred million words.
    words = [(word, round(10 ** (8 - centibels / 100))) for word, centibels in ranked(folder, name) if WORD.fullmatch(word)]
    return words[:FORMS]


def sentences(folder, tag):
    found = set()
    for path in glob.glob(f"{folder}/**/locale/{tag}/LC_MESSAGES/*.po", recursive=True):
        message = None
        messages = []
        for line in open(path, encoding="utf-8"):
            if line.startswith("msgstr"):
                message = [line.split(" ", 1)[1]]
                messages.append(message)
            elif line.startswith('"') and message is not None:
                message.append(line)
            else:
                message = None
        for parts in messages:
            text = "".join(ast.literal_eval(part.strip()) for part in parts)
            if "Content-Type" in text:
                continue
            found.add(clean(text))
    return sorted(text for text in found if len(text) >= 20)


def clean(message):
    return " ".join(FILLED_IN.sub(" ", message).split())


def office_messages(folder, tag):
    found = set()
    for path in glob.glob(f"{folder}/{tag}/**/LC_MESSAGES/*.mo", recursive=True):
        with open(path, "rb") as file:
            catalogue = gettext.GNUTranslations(file)._catalog
        for english, text in catalogue.items():
            english = english[0] if isinstance(english, tuple) else english
            if english and text != english.split("\4")[-1]:
                found.add(clean(text.replace("~", "").replace("_", "")))
    return sorted(found)


def main(wordfreq, django, office, stop_words, out):
    os.makedirs(f"{out}/development", exist_ok=True)
    lists = {}
    with open(stop_words, encoding="utf-8") as file:
        stop_words = json.load(file)
    for tag, name in WORDFREQ.items():
        lists[tag] = frequencies(wordfreq, name)
        texts = sentences(django, tag)
        if texts:
            with open(f"{out}/development/{tag}.txt", "w", encoding="utf-8") as file:
                file.write("\n".join(texts) + "\n")
    lists["sr"] = [(in_cyrillic(word), count) for word, count in lists["sr"]]
    for tag in DJANGO:
        counts = collections.Counter(
            word.lower()
            for text in sentences(django, tag) + office_messages(office, tag)
            for word in WORD.findall(text)
        )
        added = [word for word in stop_words.get(tag, []) if WORD.fullmatch(word)]
        counts = collections.Counter({word: 100 * count for word, count in counts.items()})
        each = sum(counts.values()) * 3 // 7 // max(len(added), 1)
        counts.update({word: each for word in added})
        lists[tag] = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    for tag, words in lists.items():
        with open(f"{out}/{tag}.tsv", "w", encoding="utf-8") as file:
            file.writelines(f"{word}\t{count}\n" for word, count in words if count > 0)


main(*sys.argv[1:])
