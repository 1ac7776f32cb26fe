//! Places of a text from which it goes on in the same way: parted by their first word, these by the second, and so
//! on (Karp, Miller and Rosenberg 1972). Each step is a counting sort, linear whatever stands in the text.

/// Places in groups; those of a group are in order.
#[derive(Default)]
pub(super) struct Groups {
    places: Vec<u32>,
    /// Where each group ends.
    ends: Vec<u32>,
}

impl Groups {
    /// All `places`, which are in order, as one group.
    pub fn one(places: Vec<u32>) -> Self {
        Self { ends: vec![places.len() as u32], places }
    }

    /// The groups of those places of each group that have the same number, which `number` says and which is less
    /// than `numbers`. Groups of fewer than `minimum` places are left out.
    pub fn parted(self, numbers: usize, minimum: usize, number: impl Fn(u32) -> u32) -> Self {
        let mut next = vec![0; numbers + 1];
        for &place in &self.places {
            next[number(place) as usize + 1] += 1;
        }
        for at in 0..numbers {
            next[at + 1] += next[at];
        }
        // All places by their number, with the group that they come from ...
        let mut by_number = vec![(0, 0); self.places.len()];
        for (group, places) in (0u32..).zip(self.iter()) {
            for &place in places {
                let slot = &mut next[number(place) as usize];
                by_number[*slot as usize] = (place, group);
                *slot += 1;
            }
        }
        // ... and back into that, where those of a number now stand beside each other.
        let mut next: Vec<u32> = std::iter::once(0).chain(self.ends.iter().copied()).collect();
        let mut sorted = self;
        for (place, group) in by_number {
            let slot = &mut next[group as usize];
            sorted.places[*slot as usize] = place;
            *slot += 1;
        }
        let mut found = Self::default();
        for group in sorted.iter() {
            for run in group.chunk_by(|&one, &other| number(one) == number(other)) {
                found.add(run, minimum);
            }
        }
        found
    }

    /// The places that are wanted, without groups of which fewer than `minimum` are.
    pub fn kept(&self, minimum: usize, is_wanted: impl Fn(u32) -> bool) -> Self {
        let mut found = Self::default();
        for group in self.iter() {
            let wanted: Vec<u32> = group.iter().copied().filter(|&place| is_wanted(place)).collect();
            found.add(&wanted, minimum);
        }
        found
    }

    fn add(&mut self, group: &[u32], minimum: usize) {
        if group.len() >= minimum.max(1) {
            self.places.extend_from_slice(group);
            self.ends.push(self.places.len() as u32);
        }
    }

    /// The groups.
    pub fn iter(&self) -> impl Iterator<Item = &[u32]> {
        let mut start = 0;
        self.ends
            .iter()
            .map(move |&end| &self.places[std::mem::replace(&mut start, end) as usize..end as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_go_on_alike() {
        let text = b"abracadabra";
        let letter = |after: u32| move |place: u32| u32::from(text[(place + after) as usize] - b'a');
        let groups = Groups::one((0..10).collect()).parted(26, 2, letter(0));
        let listed = |groups: &Groups| groups.iter().map(<[u32]>::to_vec).collect::<Vec<_>>();
        assert_eq!(listed(&groups), [vec![0, 3, 5, 7], vec![1, 8], vec![2, 9]]);
        let pairs = groups.parted(26, 1, letter(1));
        assert_eq!(listed(&pairs), [vec![0, 7], vec![3], vec![5], vec![1, 8], vec![2, 9]]);
        assert_eq!(listed(&pairs.kept(2, |place| place != 8)), [vec![0, 7], vec![2, 9]]);
        assert_eq!(Groups::one(Vec::new()).parted(26, 0, letter(0)).iter().count(), 0);
    }
}
