//! Marks for the browser's profiler.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Performance;

/// A piece of work that shows in the profiler's timeline until it is dropped.
pub struct Measure {
    performance: Option<Performance>,
    name: &'static str,
}

/// Starts to measure `name`. Where there is no `performance`, nothing happens.
pub fn measure(name: &'static str) -> Measure {
    let performance = Reflect::get(&js_sys::global(), &JsValue::from_str("performance"))
        .ok()
        .filter(JsValue::is_object)
        .map(JsCast::unchecked_into::<Performance>);
    if let Some(performance) = &performance {
        // A profiler that refuses marks is no reason to fail.
        let _ = performance.mark(name);
    }
    Measure { performance, name }
}

impl Drop for Measure {
    fn drop(&mut self) {
        if let Some(performance) = &self.performance {
            // The last measure of each name stays: a page that lives long must not fill the list.
            performance.clear_measures_with_measure_name(self.name);
            let _ = performance.measure_with_start_mark(self.name, self.name);
            performance.clear_marks_with_mark_name(self.name);
        }
    }
}
