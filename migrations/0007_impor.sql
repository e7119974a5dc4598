-- A file of units or accounts that was read and shown, and waits to be confirmed; rows older than a day are removed
-- unless they were applied. `isi` holds the rows as JSON until then; `akun` the ids of the accounts that were made.
CREATE TABLE impor (
  id uuid PRIMARY KEY,
  jenis text NOT NULL CHECK (jenis IN ('unit', 'akun', 'skm')),
  nama_berkas text NOT NULL,
  isi text NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX impor_dibuat ON impor (dibuat);

CREATE TABLE impor_terap (
  impor_id uuid PRIMARY KEY REFERENCES impor (id),
  baru bigint NOT NULL,
  ubah bigint NOT NULL,
  akun text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The one-time links of an import were shown; they are shown once.
CREATE TABLE impor_tautan (
  impor_id uuid PRIMARY KEY REFERENCES impor (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
