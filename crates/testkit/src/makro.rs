//! The macro that runs one test body on both databases.

/// Writes two tests from one body: `nama::sqlite` and `nama::postgres`.
///
/// The body takes a fresh [`BasisUji`](crate::basis::BasisUji) and may return a `Result`.
/// With `migrasi = f;` in front, `f: async fn(&str) -> Result<(), impl Display>` gets the URL of
/// an empty database and fills it; on PostgreSQL it runs once per test binary and is cloned.
/// `f` must have closed its connections when it returns.
///
/// ```text
/// testkit::dua_basis! {
///     migrasi = crate::migrasi::jalankan;
///
///     /// A closed period refuses a new unit.
///     async fn periode_tertutup(basis: BasisUji) {
///         let store = Store::buka(&basis.url).await.unwrap();
///     }
/// }
/// ```
///
/// The caller needs `tokio` with `macros` and `rt`.
#[macro_export]
macro_rules! dua_basis {
    (migrasi = $migrasi:path; $($sisa:tt)*) => {
        $crate::dua_basis! { @butir [$migrasi] $($sisa)* }
    };
    (@butir [$($migrasi:path)?]) => {};
    (@butir [$($migrasi:path)?]
        $(#[$atribut:meta])*
        async fn $nama:ident($basis:ident: $tipe:ty) $(-> $hasil:ty)? $badan:block
        $($sisa:tt)*
    ) => {
        // `cfg(test)` tells clippy that `unwrap` is welcome in here.
        #[cfg(test)]
        $(#[$atribut])*
        async fn $nama(jenis: $crate::basis::Jenis) $(-> $hasil)? {
            let $basis: $tipe = $crate::dua_basis!(@buat jenis $($migrasi)?).await;
            $badan
        }

        #[cfg(test)]
        mod $nama {
            use super::*;

            #[tokio::test]
            async fn sqlite() $(-> $hasil)? {
                $nama($crate::basis::Jenis::Sqlite).await
            }

            #[tokio::test]
            async fn postgres() $(-> $hasil)? {
                $nama($crate::basis::Jenis::Postgres).await
            }
        }

        $crate::dua_basis! { @butir [$($migrasi)?] $($sisa)* }
    };
    (@buat $jenis:ident) => { $crate::basis::kosong($jenis) };
    (@buat $jenis:ident $migrasi:path) => { $crate::basis::bermigrasi($jenis, $migrasi) };
    ($($sisa:tt)*) => {
        $crate::dua_basis! { @butir [] $($sisa)* }
    };
}
