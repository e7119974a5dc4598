//! Why an installation is not opened although nothing of what it stores is damaged. Each cause has a remedy of its own, so each is a
//! variant; the words for people are those of the command line.

/// What keeps it closed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Halangan {
    #[error("an unfinished restore lies here: run `prima restore` again")]
    PemulihanSetengah,
    /// Making a new key would hide what happened, and open nothing.
    #[error("the database is filled, but instalasi.kunci is missing")]
    KunciHilang,
    #[error("instalasi.kunci is not the key of this database; if it was replaced on another machine, copy the file from there")]
    KunciLain,
    /// `baris` counts from 1.
    #[error("{berkas}: line {baris} is not 64 hex digits, or no line of a key file")]
    KunciRusak { berkas: String, baris: usize },
    /// Nothing to open: no database, or one without an installation.
    #[error("no database here")]
    BasisHilang,
    #[error("the database was opened by a newer program: it has migration {0}")]
    ProgramLama(String),
    #[error("migration {0} differs from the one that ran")]
    MigrasiBerubah(String),
    /// Its tables or columns are there, but the note that it ran is not. `sidik` is that of the file, for putting the note back.
    #[error("migration {nama} ran here, but its note is gone")]
    CatatanHilang { nama: String, sidik: String },
    /// Of an older program. Only a start or `prima migrate` changes that.
    #[error("the database has {ada} of {program} migrations")]
    SkemaLama { ada: usize, program: usize },
    /// A whole backup, of a program with other migrations; names its version.
    #[error("the backup was written by program {0}, with other migrations than this one")]
    CadanganLain(String),
    #[error("[replika] needs PostgreSQL (--database)")]
    ReplikaTanpaPostgres,
}
