//! What a phrase is worth to a reader in a language without a ranker.

use super::candidates::{Candidate, Candidates};

/// What a phrase is worth to a reader: the square root of how often it stands
/// there, times how rare its words are, its length and how early it comes.
pub(super) fn merit(candidates: &Candidates<'_, '_>, candidate: &Candidate, alone: usize) -> i64 {
    /// As common as *year*: says nothing of what a text is about.
    const COMMON: u64 = 23;
    let count = (candidates.count(candidate) + alone) as u64;
    let counts = || candidates.stem_counts(candidate);
    // Said once, it is worth what its words are.
    let count = match count {
        1 => 1 + counts().min().unwrap_or(1).min(5),
        _ => count * 4 + counts().sum::<u64>() / candidate.words() as u64,
    };
    let rarity = candidates.mean_rarity(candidate).saturating_sub(COMMON).min(30);
    let length = [0, 10, 19, 21, 18, 15][candidate.words()];
    let early = match candidates.place(candidate) {
        0..10 => 14,
        10..30 => 12,
        _ => 10,
    };
    ((count * 2_500).isqrt() * rarity * length * early) as i64
}
