#![no_main]

#[path = "../../crates/web/tests/it/acak/sasaran.rs"]
#[allow(dead_code, reason = "each target uses one of them")]
mod sasaran;

libfuzzer_sys::fuzz_target!(|isi: &[u8]| sasaran::terbitan(isi));
