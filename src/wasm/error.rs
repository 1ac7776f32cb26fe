//! Errors as JavaScript expects them: an `Error` with a `name`, a `code` and a message.

use js_sys::{Error as JsError, Reflect};
use wasm_bindgen::JsValue;

use crate::error::Error;
use crate::lexicon::pack::PackError;

/// A value that is thrown in JavaScript: a `TextlensError`.
pub struct Thrown(JsValue);

impl Thrown {
    /// An error with a stable `code`.
    pub fn new(code: &str, message: &str) -> Self {
        let error = JsError::new(message);
        error.set_name("TextlensError");
        // A fresh error object takes any property.
        let _ = Reflect::set(&error, &"code".into(), &code.into());
        Self(error.into())
    }

    /// The error for what JavaScript cannot hold.
    pub fn internal(_: JsValue) -> Self {
        Self::new("internal", "the result does not fit into JavaScript")
    }

    /// The same with the property `at`: where in the input, in UTF-16 units.
    #[cfg(feature = "explore")]
    pub fn at(self, place: Option<usize>) -> Self {
        if let Some(place) = place {
            let _ = Reflect::set(&self.0, &"at".into(), &(place as f64).into());
        }
        self
    }
}

impl From<Thrown> for JsValue {
    fn from(thrown: Thrown) -> Self {
        thrown.0
    }
}

impl From<Error> for Thrown {
    fn from(error: Error) -> Self {
        Self::new(error.code(), &error.to_string())
    }
}

impl From<PackError> for Thrown {
    fn from(error: PackError) -> Self {
        Error::Pack(error).into()
    }
}

#[cfg(feature = "explore")]
impl From<serde_wasm_bindgen::Error> for Thrown {
    fn from(error: serde_wasm_bindgen::Error) -> Self {
        Self::new("internal", &error.to_string())
    }
}
