//! One error for the whole crate. What a person can mend is a variant of its own; the rest is `Basis`.

use sea_orm::DbErr;

pub type Hasil<T> = Result<T, StoreError>;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Unknown, or outside the scope of the one who asks: callers must not tell the two apart.
    #[error("not found")]
    TidakDitemukan,
    /// Visible, but the right is missing. Names the right that was asked for.
    #[error("not allowed: needs {0}")]
    Ditolak(&'static str),
    /// A unique value is taken; names the field.
    #[error("already taken: {0}")]
    SudahAda(&'static str),
    /// The state does not allow the operation; a catalogue key that says why.
    #[error("state does not allow it: {0}")]
    Keadaan(&'static str),
    /// Somebody saved a newer version first.
    #[error("version conflict: current version is {versi}, saved by {oleh} at {pada:?}")]
    Bentrok { versi: i64, oleh: uuid::Uuid, pada: crate::Waktu },
    /// The same operation id was used for another content.
    #[error("operation id reused for another content")]
    OperasiLain,
    #[error("database busy or locked")]
    Sibuk,
    /// The object store ([`crate::gudang`]) is away: the database is not, and whatever needs no file goes on.
    #[error("the object store does not answer")]
    GudangJauh,
    /// The connection broke while a change was being committed: it may be stored or not.
    #[error("the connection broke while saving; whether it was saved is unknown")]
    TakPasti,
    #[error("disk full or read-only")]
    DiskPenuh,
    #[error("stored data is damaged: {0}")]
    Rusak(String),
    #[error("not opened: {0}")]
    Tertahan(#[from] crate::Halangan),
    #[error("file: {0}")]
    Berkas(#[from] std::io::Error),
    #[error("database: {0}")]
    Basis(DbErr),
}

impl StoreError {
    /// A file could not be written: no room, or the folder may not be written to (any more), is told apart from the rest.
    #[must_use]
    pub fn menulis(e: std::io::Error) -> Self {
        use std::io::ErrorKind as K;
        match e.kind() {
            K::StorageFull | K::QuotaExceeded | K::ReadOnlyFilesystem | K::PermissionDenied => Self::DiskPenuh,
            _ => Self::Berkas(e),
        }
    }
}

impl From<DbErr> for StoreError {
    fn from(e: DbErr) -> Self {
        crate::dialect::kenali(e)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::ErrorKind;

    #[test]
    fn a_folder_that_cannot_be_written_is_no_fault_of_the_program() {
        for kind in [ErrorKind::PermissionDenied, ErrorKind::ReadOnlyFilesystem, ErrorKind::StorageFull] {
            assert!(matches!(StoreError::menulis(kind.into()), StoreError::DiskPenuh), "{kind}");
        }
        assert!(matches!(StoreError::menulis(ErrorKind::NotFound.into()), StoreError::Berkas(_)));
    }
}
