//! textlens as a WebAssembly module: what `src/wasm/` of the library exports, and nothing more.

// Nothing of it is named here, but it is to be linked.
extern crate textlens as _;
