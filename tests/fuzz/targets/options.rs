#![no_main]

/// What asks for more memory than this at once, or keeps it, is aborted: no input here is worth a gigabyte.
#[global_allocator]
static MEMORY: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, 1 << 30);

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::options::check(bytes));
