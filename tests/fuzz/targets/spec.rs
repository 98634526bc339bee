#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| urlink_fuzz::spec(data));
