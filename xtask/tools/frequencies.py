"""Makes the section `frequencies` of a words pack from a list of wordfreq.

    python frequencies.py PATH/wordfreq/data TAG

Needs `msgpack`; writes src/lexicon/TAG/frequencies.bin. The list is wordfreq 3.1.1's `large` one of the language, or
`small` where there is none: words by falling frequency, in buckets of a centibel. They are case-folded, which makes ss
of ß and σ of ς: German roots with ß (as spelt since 1996) and Greek ends of words get them back.
"""

import os
import re
import sys
import unicodedata

from frequency_list import ranked, section

# English has more forms, without those in letters that English lacks.
FORMS = {"en": 25_000}
OTHER_FORMS = 20_000
ENGLISH = re.compile(r"[a-z]+('[a-z]+)?")
# Where ss is ß in German.
SHARP = re.compile(
    "((?:gr|st|bl|kl)[oö]|stra(?=sse|ssb)|spa|spä|f[uü]|gr[uü]|bü|bu(?=ssgeld)|sü|mä|gefä|ma(?=ss(?:$|nahm|st[aä]b|geb|los|t$))"
    "|(?<=[er]r)ma(?=ssen$)|^(?:be)?sa(?=ss$|ssen$)|^(?:verg|fr)?a(?=ss$|ssen$)"
    "|(?<![kp]r)ei(?!sst[aäeoru]|ssch|ssp|ssicher)|ie(?!ssch)|au(?=sser|ssen(?:$|[^d]))|äu|stra(?=uss)u|preu)ss"
)
BANDS = [1_000, 2_000, 5_000, 10_000]


def is_word(form: str, tag: str) -> bool:
    if tag == "en":
        return ENGLISH.fullmatch(form) is not None
    # Letters and the marks on them, in parts joined by apostrophes or hyphens.
    parts = re.split("['’-]", form)
    return all(part and all(unicodedata.category(c)[0] in "LM" for c in part) for part in parts)


def spelt(form: str, tag: str) -> str:
    if tag == "el":
        return re.sub("σ$", "ς", form)
    return SHARP.sub(r"\1ß", form) if tag == "de" else form


def main(folder: str, tag: str) -> None:
    words = [(spelt(form, tag), centibels) for form, centibels in ranked(folder, tag) if is_word(form, tag)]
    # A class is what shares the tenth of a power of ten and the band of ranks; a form's first place counts.
    keys = {}
    for rank, (form, centibels) in enumerate(words[: FORMS.get(tag, OTHER_FORMS)]):
        keys.setdefault(form, ((centibels + 5) // 10, sum(rank >= band for band in BANDS)))
    os.makedirs(f"src/lexicon/{tag}", exist_ok=True)
    with open(f"src/lexicon/{tag}/frequencies.bin", "wb") as file:
        file.write(section(keys))


main(*sys.argv[1:])
