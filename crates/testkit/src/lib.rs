//! Test support: a private PostgreSQL, databases per test, builders (dev-dependency only).
