//! Panics as JavaScript errors.

use wasm_bindgen::JsValue;

use super::error::Thrown;

/// Makes a panic throw a `TextlensError` that says what happened, where the
/// default is a bare `unreachable`. What the call had allocated is lost, but
/// the module stays usable: no lock and no borrow outlives a call.
pub fn throw_instead_of_trap() {
    std::panic::set_hook(Box::new(|info| {
        let message = format!("internal error, please report it: {info}");
        wasm_bindgen::throw_val(JsValue::from(Thrown::new("internal", &message)));
    }));
}
