//! Bytes that are to be a language pack: anything at all, and real packs that are edited.

use std::sync::LazyLock;

use arbitrary::{Result, Unstructured};
use textlens::keywords::Query;
use textlens::lexicon::pack::{Pack, Section, write};
use textlens::lexicon::{Packs, english, languages};
use textlens::text::Span;
use textlens::{Options, Reading, analyze_with};

use super::{queries, sound};

/// The packs that are shipped. Those whose sections have a coding of their own come first, and again last.
static REAL: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let all: Vec<(&str, Vec<u8>)> = english::packs().into_iter().chain(languages::packs()).collect();
    let coded = ["en.words", "en.names", "mul.languages"];
    let coded = coded.iter().flat_map(|name| all.iter().find(|(known, _)| known == name));
    coded.clone().chain(&all).chain(coded.clone()).map(|(_, bytes)| bytes.clone()).collect()
});

/// Something of many scripts and languages, for what a pack tells of them.
const TEXT: &str = "The U.S. President, Kim Jong Un, met Mr. Shoigu in Pyongyang on Friday, e.g. in the \
    re-opened Ministry of Defence. “It was written by us,” he said; colour and colonel were very nicely spelt. \
    It is is perhaps the the army’s utilisation of 12 missiles?\n\nL’armée, z. B. die Straße und das \
    Haus am 3. Mai. ¿Qué pasó en el país? Это хорошо. 北京是中国的首都。東京は日本の首都です。ภาษาไทยสวยงาม \
    الكتاب جميل، हिन्दी में। Ελλάδα; Øjne și ție.";

/// The first byte says what the others are: a pack, edits of a real one, or edits of a section of
/// one, of which the hashes are then right.
pub fn check(bytes: &[u8]) {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let mut input = Unstructured::new(rest);
    let pack = match kind % 8 {
        0 => Ok(rest.to_vec()),
        1 => edited_file(&mut input),
        2 | 3 => edited_section(&mut input, true),
        _ => edited_section(&mut input, false),
    };
    if let Ok(pack) = pack {
        use_pack(&pack);
    }
}

/// A real pack with edits anywhere.
fn edited_file(input: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut pack = input.choose(&REAL)?.clone();
    edit(&mut pack, input)?;
    Ok(pack)
}

/// A real pack with edits in one section, alone or among the others.
fn edited_section(input: &mut Unstructured<'_>, among_others: bool) -> Result<Vec<u8>> {
    let pack = Pack::read(input.choose(&REAL)?).expect("a real pack is sound");
    let at = input.choose_index(pack.sections.len())?;
    let mut data = pack.sections[at].data.to_vec();
    edit(&mut data, input)?;
    let edited = Section { data: &data, ..pack.sections[at] };
    let mut sections = if among_others { pack.sections } else { vec![edited] };
    if among_others {
        sections[at] = edited;
    }
    Ok(write(pack.name, pack.version, &sections))
}

/// Edits `data` until the input is used up.
fn edit(data: &mut Vec<u8>, input: &mut Unstructured<'_>) -> Result<()> {
    while !input.is_empty() {
        let kind = input.arbitrary::<u8>()?;
        let at = place(input, data.len())?;
        let length = usize::from(input.arbitrary::<u8>()?);
        let end = (at + length).min(data.len());
        match kind % 8 {
            0 => drop(data.drain(at..end)),
            1 => data.truncate(at),
            2 => data[at..end].fill(0xFF),
            3 => data[at..end].fill(0),
            4 => {
                let copy = data[at..end].to_vec();
                let to = place(input, data.len())?;
                data.splice(to..to, copy);
            }
            5 if at < end => data[at] ^= length as u8,
            6 => {
                let new = input.bytes(length.min(input.len()))?.to_vec();
                data.splice(at..at, new);
            }
            _ => {
                let new = input.bytes((end - at).min(input.len()))?;
                data[at..at + new.len()].copy_from_slice(new);
            }
        }
    }
    Ok(())
}

/// A place up to `length`, as often near the start, where counts and tables stand, as anywhere.
fn place(input: &mut Unstructured<'_>, length: usize) -> Result<usize> {
    let place = match input.arbitrary::<u8>()? {
        near @ 0..128 => usize::from(near),
        high => usize::from(high - 128) << 16 | usize::from(input.arbitrary::<u16>()?),
    };
    Ok(place % (length + 1))
}

/// Loads a pack beside the real ones and, if it can be read, does all with it that it is for.
fn use_pack(bytes: &[u8]) {
    let mut packs = Packs::built_in().clone();
    match packs.load(bytes) {
        Ok(loaded) => {
            let language = loaded.name.split('.').next().filter(|&language| language != "mul");
            let options = Options { language: language.map(str::to_owned), ..Options::default() };
            let report = analyze_with(&packs, TEXT, &options).expect("it is short");
            sound::report(&report, TEXT);
            if loaded.name.ends_with("words") {
                let reading = Reading::new(&packs, TEXT, &options).expect("it is short");
                queries::answers(&reading, &Query::parse("[missile] *").expect("a query"));
                queries::keys(&reading, None);
                reading
                    .why(reading.keyphrases(1).first().map_or_else(Span::default, |phrase| phrase.spans[0]));
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}
