//! How sure a mention is.
//!
//! The model's *margin* of a name is how much the best tags of the stretch
//! score above the best ones in which this name is not: another type, other
//! ends, or none. What a margin is worth is learnt: the trainer counts, on
//! documents that the model has not seen, how many names with such a margin are
//! right, and makes rising steps of it (isotonic regression; Zadrozny and Elkan
//! 2002), which the pack carries as whole numbers.

/// What a grammar finds, or the caller tells, in thousandths.
pub(super) const SURE: u16 = 980;

/// What the rules see in a name that the model does not mark, in thousandths.
pub(super) const BY_RULES: u16 = 500;

/// How sure the points of the rules make a mention where the pack has no model, in thousandths.
pub(super) fn of_points(points: i16) -> u16 {
    match points {
        ..7 => 500,
        7..9 => 600,
        9..13 => 700,
        _ => 800,
    }
}
