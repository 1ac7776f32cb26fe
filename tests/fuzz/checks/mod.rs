//! What the fuzz targets check, each of any bytes.

pub mod options;
pub mod packs;
pub mod queries;
pub mod report;
pub mod sound;

/// A check of any bytes, which panics where something does not hold.
pub type Check = fn(&[u8]);
