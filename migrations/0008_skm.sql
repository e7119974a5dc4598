-- SKM (PermenPANRB 14/2017): what a round of jenis 'skm' has beyond `ronde`. Answers and counters are those of 0005.
CREATE TABLE skm_ronde (
  ronde_id uuid PRIMARY KEY REFERENCES ronde (id),
  kode text NOT NULL,
  nama text NOT NULL,
  mulai text NOT NULL,
  sampai text NOT NULL,
  populasi bigint,
  target bigint NOT NULL,
  unsur text NOT NULL,
  ilustrasi bigint NOT NULL,
  versi bigint NOT NULL
);
CREATE UNIQUE INDEX skm_ronde_kode ON skm_ronde (kode);

-- Services that the round asks about; nomor is the value in the profile of an answer, so it never changes.
CREATE TABLE skm_layanan (
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  nomor bigint NOT NULL,
  nama text NOT NULL,
  PRIMARY KEY (ronde_id, nomor)
);

-- One-use links, by the hash of the secret. Redeeming deletes the row in the transaction that stores the answer,
-- so that nothing joins the two: no key, no order, no time.
CREATE TABLE survei_tautan (
  sidik bytea PRIMARY KEY,
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  sampai text NOT NULL
);
CREATE INDEX survei_tautan_ronde ON survei_tautan (ronde_id);

-- An import from CSV or XLSX: the file as it came; its answers carry the id in `kelompok`.
CREATE TABLE survei_impor (
  id uuid PRIMARY KEY,
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  objek text NOT NULL REFERENCES objek (sidik),
  nama_berkas text NOT NULL,
  baris bigint NOT NULL,
  ditolak bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX survei_impor_ronde ON survei_impor (ronde_id, id);

-- Answers that an analyst left out, or took back in, each with the reason; the newest row holds.
CREATE TABLE jawaban_kecuali (
  id uuid PRIMARY KEY,
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  jawaban_id uuid NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('kecuali', 'pulih')),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX jawaban_kecuali_jawaban ON jawaban_kecuali (ronde_id, jawaban_id, id);

-- Follow-up plan: one row an activity; done is a row of its own.
CREATE TABLE skm_rtl (
  id uuid PRIMARY KEY,
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  unsur text NOT NULL,
  kegiatan text NOT NULL,
  keluaran text NOT NULL,
  tenggat text NOT NULL,
  penanggung_jawab text NOT NULL,
  versi bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX skm_rtl_ronde ON skm_rtl (ronde_id, id);

CREATE TABLE skm_rtl_hapus (
  rtl_id uuid PRIMARY KEY REFERENCES skm_rtl (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

CREATE TABLE skm_rtl_selesai (
  id uuid PRIMARY KEY,
  rtl_id uuid NOT NULL REFERENCES skm_rtl (id),
  jenis text NOT NULL CHECK (jenis IN ('selesai', 'batal')),
  catatan text NOT NULL,
  objek text REFERENCES objek (sidik),
  nama_berkas text,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX skm_rtl_selesai_rtl ON skm_rtl_selesai (rtl_id, id);

-- A publication freezes the figures; withdrawing it is a row of its own with a reason.
CREATE TABLE skm_terbit (
  id uuid PRIMARY KEY,
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  isi text NOT NULL,
  sidik text NOT NULL,
  tanda bytea NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX skm_terbit_ronde ON skm_terbit (ronde_id, id);

CREATE TABLE skm_terbit_tarik (
  terbit_id uuid PRIMARY KEY REFERENCES skm_terbit (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

CREATE TABLE skm_laporan (
  id uuid PRIMARY KEY,
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  objek text NOT NULL REFERENCES objek (sidik),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX skm_laporan_ronde ON skm_laporan (ronde_id, id);
