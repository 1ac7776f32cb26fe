//! Panics as JavaScript errors.

use wasm_bindgen::JsValue;

use super::error::Thrown;

/// Makes a panic throw a `TextlensError` that says what happened, where the
/// default is a bare `unreachable`. What the call had allocated is lost, but
/// the module stays usable: no lock and no borrow outlives a call.
///
/// Leaving the hook by an exception leaves the standard library in the belief
/// that it still panics: a second panic of the same instance is the bare trap
/// again, which JavaScript sees as a `RuntimeError`.
pub fn throw_instead_of_trap() {
    std::panic::set_hook(Box::new(|info| {
        let message = format!("internal error, please report it: {info}");
        wasm_bindgen::throw_val(JsValue::from(Thrown::new("internal", &message)));
    }));
}

#[cfg(all(test, feature = "report"))]
mod tests {
    use js_sys::{Error, Function, Reflect};
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::throw_instead_of_trap;

    #[wasm_bindgen_test]
    fn a_panic_is_an_error_with_a_message_and_the_module_stays_usable() {
        throw_instead_of_trap();
        let breaks = Closure::<dyn Fn()>::new(|| panic!("as was to be shown"));
        let function: &Function = breaks.as_ref().unchecked_ref();
        let thrown = function.call0(&JsValue::NULL);
        let error: Error = thrown.expect_err("it panics").dyn_into().expect("an Error is thrown");
        assert_eq!(error.name(), "TextlensError");
        assert_eq!(Reflect::get(&error, &"code".into()), Ok("internal".into()));
        assert!(String::from(error.message()).contains("as was to be shown"));
        for _ in 0..2 {
            let json = crate::wasm::reports::report_json(&"It still works.".into(), &JsValue::UNDEFINED);
            assert!(json.is_ok_and(|json| json.contains(r#""words":3"#)));
            assert!(function.call0(&JsValue::NULL).is_err());
        }
    }
}
