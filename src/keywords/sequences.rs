//! Places of a text from which it goes on in the same way: parted by their first word, these by the second, and so
//! on (after Karp, Miller and Rosenberg 1972).

/// Places in groups; those of a group are in order.
#[derive(Default)]
pub(super) struct Groups {
    places: Vec<u32>,
    /// Where each group ends.
    ends: Vec<u32>,
}

impl Groups {
    /// The groups of those of `places`, which are in order, that have the same number, which `number` says and
    /// which is less than `numbers`. Groups of fewer than `minimum` places are left out.
    pub fn of(places: &[u32], numbers: usize, minimum: usize, number: impl Fn(u32) -> u32) -> Self {
        let mut ends = vec![0; numbers];
        for &place in places {
            ends[number(place) as usize] += 1;
        }
        let mut end = 0;
        for next in &mut ends {
            end += std::mem::replace(next, end);
        }
        let mut sorted = Self { places: vec![0; places.len()], ends };
        for &place in places {
            let slot = &mut sorted.ends[number(place) as usize];
            sorted.places[*slot as usize] = place;
            *slot += 1;
        }
        sorted.kept(minimum, |_| true)
    }

    /// Each group parted in the same way by another number.
    pub fn parted(&self, minimum: usize, number: impl Fn(u32) -> u32) -> Self {
        let mut found = Self::default();
        // Of this type, which others sort, too: the module is smaller so.
        let mut keys: Vec<(u64, usize)> = Vec::new();
        for group in self.iter() {
            keys.clear();
            keys.extend(group.iter().map(|&place| (number(place).into(), place as usize)));
            keys.sort_unstable();
            for alike in keys.chunk_by(|one, other| one.0 == other.0) {
                let start = found.places.len();
                found.places.extend(alike.iter().map(|&(_, place)| place as u32));
                found.close(start, minimum);
            }
        }
        found
    }

    /// The places that are wanted, without groups of which fewer than `minimum` are.
    pub fn kept(&self, minimum: usize, is_wanted: impl Fn(u32) -> bool) -> Self {
        let mut found = Self::default();
        for group in self.iter() {
            let start = found.places.len();
            found.places.extend(group.iter().copied().filter(|&place| is_wanted(place)));
            found.close(start, minimum);
        }
        found
    }

    /// Makes the places from `start` on a group, unless they are fewer than `minimum`.
    fn close(&mut self, start: usize, minimum: usize) {
        if self.places.len() - start >= minimum.max(1) {
            self.ends.push(self.places.len() as u32);
        } else {
            self.places.truncate(start);
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
        let places: Vec<u32> = (0..10).collect();
        let groups = Groups::of(&places, 26, 2, letter(0));
        let listed = |groups: &Groups| groups.iter().map(<[u32]>::to_vec).collect::<Vec<_>>();
        assert_eq!(listed(&groups), [vec![0, 3, 5, 7], vec![1, 8], vec![2, 9]]);
        let pairs = groups.parted(1, letter(1));
        assert_eq!(listed(&pairs), [vec![0, 7], vec![3], vec![5], vec![1, 8], vec![2, 9]]);
        assert_eq!(listed(&pairs.kept(2, |place| place != 8)), [vec![0, 7], vec![2, 9]]);
        assert_eq!(Groups::of(&[], 26, 0, letter(0)).iter().count(), 0);
    }
}
