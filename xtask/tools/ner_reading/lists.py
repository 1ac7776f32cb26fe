"""The lists of a reader: what rules.md says, by document, and where the forms stand in the text."""
import re

KINDS = ["PER", "ORG", "LOC", "MISC"]


class Names:
    """The names of a document: types by form, and those on single lines; `O` is no name."""

    def __init__(self):
        self.kinds, self.on_line, self.twice = {}, {}, []

    def add(self, kind, form):
        if self.kinds.setdefault(form, kind) != kind:
            self.twice.append(form)

    def spans(self, lines):
        """By line the places of names as (start, end, type), and the forms that stand nowhere."""
        places, unseen = [], {*self.kinds, *((line, form) for line, forms in self.on_line.items() for form in forms)}
        for number, line in enumerate(lines, 1):
            kinds, taken = {**self.kinds, **self.on_line.get(number, {})}, []
            for form in sorted(kinds, key=lambda form: (-len(form), form)):
                start = line.find(form)
                while start >= 0:
                    end, following = start + len(form), start + 1
                    if is_whole(line, start, end):
                        unseen -= {form, (number, form)}
                        if all(end <= other or start >= until for other, until, _ in taken):
                            taken.append((start, end, kinds[form]))
                            following = end
                    start = line.find(form, following)
            places.append(sorted(span for span in taken if span[2] != "O"))
        return places, sorted(unseen, key=str)


def is_whole(line, start, end):
    """Whether no word goes on before or after."""
    joined = lambda left, right: left.isalnum() and right.isalnum()
    return not (start and joined(line[start - 1], line[start]) or end < len(line) and joined(line[end - 1], line[end]))


def read(path):
    """By document its names; what is not understood is an error that says where."""
    documents, names = {}, None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.strip()
        single = re.fullmatch(r"@ *(\d+) +(PER|ORG|LOC|MISC|O) +(.+)", line)
        listed = re.fullmatch(r"(PER|ORG|LOC|MISC)\b *(.*)", line)
        if line.startswith("## "):
            names = documents.setdefault(line[3:], Names())
        elif single and names:
            names.on_line.setdefault(int(single[1]), {}).update((form, single[2]) for form in forms(single[3]))
        elif listed and names:
            for form in forms(listed[2]):
                names.add(listed[1], form)
        elif line:
            raise ValueError(f"{path}, line {number}: {line[:60]!r} is no line of a list")
    return documents


def forms(text):
    return [form.strip() for form in text.split(";") if form.strip()]
