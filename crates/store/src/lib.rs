//! The only crate that knows SQL: aggregates, migrations, audit, both databases.
