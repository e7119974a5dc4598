//! The binary: command line, configuration, wiring, background jobs.
fn main() {}
