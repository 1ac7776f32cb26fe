//! What the trainer of the model shares with the recogniser.
//!
//! A model only serves a recogniser that makes the features it was trained
//! with; so the trainer makes none of its own and asks here.

pub use super::decoder::{PLACE, Tag, kind, may_follow, place, tag};
pub use super::observation::{Observation, ObservedWord, observe};
