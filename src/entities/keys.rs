//! Keys of features: what a model's weights are found under.
//!
//! A key is a hash of 64 bits of what the feature says.

use crate::lexicon::Known;
pub(super) use crate::lexicon::name_model::FeatureKey;

/// The key of two things together, in this order.
pub(super) const fn join(a: u64, b: u64) -> u64 {
    let x = (a.rotate_left(21) ^ b).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ x >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x ^ x >> 32
}

/// The key of some values together, in this order, none of which need be a hash: what [`Sink::group`] wants.
///
/// [`join`] by itself has the same for more pairs of sets of bits than chance would give.
pub(super) fn all<const N: usize>(values: [u64; N]) -> u64 {
    values.into_iter().fold(0, join)
}

/// The key of `value` in the feature template `template`.
pub(super) const fn of(template: u64, value: u64) -> FeatureKey {
    join(template.wrapping_mul(0x94d0_49bb_1331_11eb), value)
}

/// As [`of`], for the features of a group: these are seldom made, so the code is there once.
#[inline(never)]
pub(super) fn in_group(template: u64, value: u64) -> FeatureKey {
    of(template, value)
}

/// Takes a feature.
pub(super) type Put<'p> = dyn FnMut(FeatureKey) + 'p;

/// Takes the features of a word.
pub(super) trait Sink {
    /// Takes the feature with this key.
    fn take(&mut self, key: FeatureKey);

    /// Takes features that follow from `what`, and that `each` gives; `kind` tells groups apart, and `what`,
    /// by [`all`], those of a kind.
    fn group(&mut self, kind: u64, what: u64, each: impl Fn(&mut Put<'_>));

    /// Takes the feature of `value` in a template.
    fn put(&mut self, template: u64, value: u64) {
        self.take(of(template, value));
    }
}

impl Sink for Vec<FeatureKey> {
    fn take(&mut self, key: FeatureKey) {
        self.push(key);
    }

    fn group(&mut self, _: u64, _: u64, each: impl Fn(&mut Put<'_>)) {
        each(&mut |key| self.push(key));
    }
}

/// The hash of a string of characters.
pub(super) fn of_chars(chars: impl Iterator<Item = char>) -> u64 {
    let hash =
        chars.fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3));
    join(hash, 0)
}

/// The classes in `known` that the model is told of, one by one.
pub(super) fn classes(known: Known) -> impl Iterator<Item = u64> {
    let mut rest = known.without(Known::FOR_RULES).bits();
    std::iter::from_fn(move || {
        let class = rest.trailing_zeros();
        rest &= rest.wrapping_sub(1);
        (class < 64).then_some(u64::from(class))
    })
}
