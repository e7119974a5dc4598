-- Content-addressed files; bytes live outside the database under their SHA-256 (hex).
CREATE TABLE objek (
  sidik text PRIMARY KEY,
  ukuran bigint NOT NULL,
  tipe text NOT NULL,
  dibuat bigint NOT NULL
);

-- An upload in chunks that has not become a BuktiDukung yet.
CREATE TABLE unggahan (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  indikator text NOT NULL,
  akun_id uuid NOT NULL REFERENCES akun (id),
  nama text NOT NULL,
  keterangan text NOT NULL,
  ukuran bigint NOT NULL,
  diterima bigint NOT NULL,
  dibuat bigint NOT NULL,
  terakhir bigint NOT NULL
);
CREATE INDEX unggahan_terakhir ON unggahan (terakhir);

CREATE TABLE bukti (
  id uuid PRIMARY KEY,
  op_id uuid NOT NULL,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  indikator text NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('berkas', 'tautan')),
  objek text REFERENCES objek (sidik),
  tautan text,
  nama text NOT NULL,
  keterangan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX bukti_op ON bukti (op_id);
CREATE INDEX bukti_lokus ON bukti (lokus_id, indikator, id);

CREATE TABLE bukti_hapus (
  bukti_id uuid PRIMARY KEY REFERENCES bukti (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

CREATE TABLE f01 (
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  indikator text NOT NULL,
  versi bigint NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  PRIMARY KEY (lokus_id, indikator)
);

-- Append-only history; op_id is made by the client, so a repeated write is recognised.
CREATE TABLE f01_ubah (
  op_id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  indikator text NOT NULL,
  versi_dasar bigint NOT NULL,
  versi bigint NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX f01_ubah_lokus ON f01_ubah (lokus_id, indikator, versi);

CREATE TABLE f01_siap (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  catatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX f01_siap_lokus ON f01_siap (lokus_id, id);

CREATE TABLE f01_pengiriman (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  nomor bigint NOT NULL,
  sidik text NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX f01_pengiriman_nomor ON f01_pengiriman (lokus_id, nomor);
-- Covers the counts of lists: the rows themselves are large.
CREATE INDEX f01_pengiriman_lokus ON f01_pengiriman (lokus_id, id);

CREATE TABLE f01_penarikan (
  pengiriman_id uuid PRIMARY KEY REFERENCES f01_pengiriman (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The first evaluator who opened a submission; from then on it cannot be withdrawn.
CREATE TABLE f01_pembukaan (
  pengiriman_id uuid PRIMARY KEY REFERENCES f01_pengiriman (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
