//! What holds for every text.

use proptest::prelude::*;
use textlens::text::{OffsetMap, OffsetUnit, Span, uax29};
use textlens::tokens::Tokens;
use textlens::{Document, Options, Report, analyze, language, lexicon::Packs};

/// Texts of words, marks, breaks, names and odd characters, in any mixture.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z]{1,9}",
        4 => prop::sample::select(vec![" ", " ", ". ", ", ", "\n", "\n\n", "\r\n", "! ", "? ", "’s ", "'s ", "-", "…", "“", "”", "(", ") "]).prop_map(str::to_owned),
        2 => prop::sample::select(vec!["Kim", "North Korea", "Mr.", "Dr.", "U.S.", "President", "Paris", "May 3, 1999", "1950-53", "70th", "Inc.", "the", "of"]).prop_map(str::to_owned),
        2 => "\\PC{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn report(text: &str) -> Report {
    analyze(text, &Options { keywords: usize::MAX, phrases: usize::MAX, ..Options::default() }).unwrap()
}

fn in_order(spans: impl IntoIterator<Item = Span>, text: &str) {
    let mut end = 0;
    for span in spans {
        assert!(span.start >= end && span.start < span.end, "{span:?} after {end}");
        assert_eq!(span.of(text).trim(), span.of(text), "no white space at the ends");
        end = span.end;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_slice_back_to_what_they_name(text in texts()) {
        let report = report(&text);
        for keyword in &report.keywords {
            prop_assert_eq!(keyword.count, keyword.spans.len());
            for span in &keyword.spans {
                prop_assert!(keyword.forms.iter().any(|form| form.text == span.of(&text)));
            }
        }
        for phrase in &report.phrases {
            prop_assert_eq!(phrase.count, phrase.spans.len());
            let first: Vec<&str> = phrase.spans[0].of(&text).split_whitespace().collect();
            prop_assert_eq!(first.join(" "), phrase.text.as_str());
        }
        for entity in &report.entities {
            prop_assert_eq!(entity.count, entity.mentions.len());
            let as_written = |span: &Span| span.of(&text).split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert!(entity.mentions.iter().any(|span| as_written(span) == entity.name));
            in_order(entity.mentions.iter().copied(), &text);
        }
        let mut mentions: Vec<Span> = report.entities.iter().flat_map(|entity| entity.mentions.clone()).collect();
        mentions.sort_unstable();
        in_order(mentions, &text);
    }

    #[test]
    fn notes_on_style_stand_in_their_sentences(text in texts()) {
        let report = report(&text);
        for note in &report.style.notes {
            prop_assert_eq!(note.count, note.spans.len());
            in_order(note.spans.iter().copied(), &text);
            for &span in &note.spans {
                prop_assert!(report.sentences.iter().any(|sentence| sentence.span.contains(span)), "{note:?}");
            }
        }
        prop_assert_eq!(report.style.sentence_types.len(), report.sentences.len());
        let types = report.statistics.sentence_types;
        let typed = types.statements + types.questions + types.exclamations + types.fragments;
        prop_assert_eq!(typed, report.statistics.sentences);
    }

    #[test]
    fn no_text_is_lost(text in texts()) {
        let report = report(&text);
        in_order(report.paragraphs.iter().copied(), &text);
        in_order(report.sentences.iter().map(|sentence| sentence.span), &text);
        for spans in [report.paragraphs.clone(), report.sentences.iter().map(|s| s.span).collect()] {
            let mut rest = String::new();
            let mut at = 0;
            for span in spans {
                rest.push_str(&text[at..span.range().start]);
                at = span.range().end;
            }
            rest.push_str(&text[at..]);
            prop_assert_eq!(rest.trim(), "", "only white space lies between");
        }
        for sentence in &report.sentences {
            prop_assert!(report.paragraphs.iter().any(|paragraph| paragraph.contains(sentence.span)));
        }
    }

    #[test]
    fn tokens_lie_in_their_sentences(text in texts()) {
        let tokens = Tokens::new(&text, language::profile("en"), Packs::built_in().words("en"));
        in_order(tokens.tokens.iter().map(|token| tokens.span(token)), &text);
        let mut next = 0;
        for sentence in &tokens.sentences {
            prop_assert_eq!(sentence.tokens.start, next);
            next = sentence.tokens.end;
            for token in &tokens.tokens[sentence.tokens.clone()] {
                let span = tokens.span(token);
                prop_assert!(sentence.span.contains(span), "{span:?} in {:?}", sentence.span);
                prop_assert_eq!(tokens.surface(token).text, tokens.span(token).of(&text));
            }
        }
        prop_assert_eq!(next, tokens.tokens.len());
        let words: usize = tokens.sentences.iter().map(|sentence| sentence.words).sum();
        // Read as the tokens were: of another language *Inc.Un* is two words.
        let options = Options { language: Some("en".into()), ..Options::default() };
        prop_assert_eq!(words, analyze(&text, &options).unwrap().statistics.words);
    }

    #[test]
    fn offsets_count_what_they_say(text in texts()) {
        let bytes = report(&text);
        let utf16: Vec<u16> = text.encode_utf16().collect();
        let units = bytes.clone().with_offsets(&text, OffsetUnit::Utf16);
        let points: Vec<char> = text.chars().collect();
        let code_points = bytes.clone().with_offsets(&text, OffsetUnit::CodePoints);
        for (index, sentence) in bytes.sentences.iter().enumerate() {
            let sliced = String::from_utf16(&utf16[units.sentences[index].span.range()]).unwrap();
            prop_assert_eq!(sliced, sentence.span.of(&text));
            let sliced: String = points[code_points.sentences[index].span.range()].iter().collect();
            prop_assert_eq!(sliced, sentence.span.of(&text));
        }
    }

    #[test]
    fn a_document_has_the_words_and_sentences_of_its_report(text in texts()) {
        let document = Document::new(text, Options::default()).unwrap();
        let report = document.report(Packs::built_in());
        let words = document.word_spans(Packs::built_in(), OffsetUnit::Utf8);
        prop_assert_eq!(words.len(), report.statistics.words);
        let sentences: Vec<Span> = report.sentences.iter().map(|sentence| sentence.span).collect();
        prop_assert_eq!(document.sentence_spans(Packs::built_in(), OffsetUnit::Utf8), sentences);
    }

    #[test]
    fn an_edited_document_is_the_edited_text(text in texts(), insert in texts(), cut in any::<(prop::sample::Index, prop::sample::Index)>()) {
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut range = [boundaries[cut.0.index(boundaries.len())], boundaries[cut.1.index(boundaries.len())]];
        range.sort_unstable();
        let mut expected = text.clone();
        expected.replace_range(range[0]..range[1], &insert);
        let map = OffsetMap::new(&text);
        let mut document = Document::new(text.clone(), Options::default()).unwrap();
        let [start, end] = range.map(|byte| map.from_bytes(byte, OffsetUnit::Utf16));
        document.edit(start, end, &insert, OffsetUnit::Utf16).unwrap();
        prop_assert_eq!(document.text(), &expected);
        prop_assert_eq!(document.report(Packs::built_in()), analyze(&expected, &Options::default()).unwrap());
    }

    #[test]
    fn graphemes_are_those_of_the_standard(text in texts()) {
        prop_assert_eq!(uax29::count_graphemes(&text), uax29::graphemes(&text).count());
    }

    #[test]
    fn the_same_text_gives_the_same_report(text in texts()) {
        prop_assert_eq!(report(&text).to_json(), report(&text).to_json());
    }
}
