-- The working calendar of an office. The newest rule counts; none means: Saturday and Sunday, cuti bersama is free.
CREATE TABLE kalender_aturan (
  id uuid PRIMARY KEY,
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  -- Digits of ISO week days that are not worked: '67'.
  akhir_pekan text NOT NULL,
  cuti_bersama text NOT NULL CHECK (cuti_bersama IN ('libur', 'kerja')),
  -- Length of the right of reply that new periods of this office begin with, in working days.
  hak_jawab_hari bigint NOT NULL CHECK (hak_jawab_hari BETWEEN 1 AND 60),
  sumber text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX kalender_aturan_instansi ON kalender_aturan (instansi_id, id);

-- Days of the office's own, beside the national list that ships with the program.
CREATE TABLE kalender_hari (
  id uuid PRIMARY KEY,
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  tanggal text NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('libur', 'kerja')),
  nama text NOT NULL,
  sumber text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX kalender_hari_instansi ON kalender_hari (instansi_id, tanggal, id);

CREATE TABLE kalender_hari_hapus (
  hari_id uuid PRIMARY KEY REFERENCES kalender_hari (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Pra-evaluasi: what the team says about one indicator of one submission; `pra_catatan_ubah` keeps every version.
CREATE TABLE pra_catatan (
  pengiriman_id uuid NOT NULL REFERENCES f01_pengiriman (id),
  indikator text NOT NULL,
  versi bigint NOT NULL,
  putusan text NOT NULL CHECK (putusan IN ('sesuai', 'perbaiki')),
  catatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  PRIMARY KEY (pengiriman_id, indikator)
);

CREATE TABLE pra_catatan_ubah (
  op_id uuid PRIMARY KEY,
  pengiriman_id uuid NOT NULL REFERENCES f01_pengiriman (id),
  indikator text NOT NULL,
  versi_dasar bigint NOT NULL,
  versi bigint NOT NULL,
  putusan text NOT NULL,
  catatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pra_catatan_ubah_pengiriman ON pra_catatan_ubah (pengiriman_id, indikator, versi);

-- The end of the check of one submission. A return also writes f01_penarikan in the same transaction, so that everything
-- that asks for the live submission finds none; this row says that it was returned and not withdrawn.
CREATE TABLE pra_putusan (
  pengiriman_id uuid PRIMARY KEY REFERENCES f01_pengiriman (id),
  jenis text NOT NULL CHECK (jenis IN ('terima', 'kembali')),
  catatan text NOT NULL,
  hari_kerja bigint,
  tenggat text,
  -- JSON: years on the way without a list of holidays, and with an estimate.
  tenggat_catatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Pengukuran kondisi terkini: a provisional sheet, kept apart from F02. Nothing computes a result from it.
CREATE TABLE kondisi_terkini (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  nomor bigint NOT NULL,
  -- One byte an indicator in edition order, 0..5, 255 = not measured.
  skor bytea NOT NULL,
  catatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX kondisi_terkini_nomor ON kondisi_terkini (lokus_id, nomor);

-- Whether a period gives the unit a right of reply; the newest row counts. Periods made before this migration have none
-- and are without it.
CREATE TABLE sanggah_aturan (
  id uuid PRIMARY KEY,
  periode_id uuid NOT NULL REFERENCES periode (id),
  pakai text NOT NULL CHECK (pakai IN ('ya', 'tidak')),
  hari_kerja bigint NOT NULL CHECK (hari_kerja BETWEEN 1 AND 60),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX sanggah_aturan_periode ON sanggah_aturan (periode_id, id);

-- The draft scores as they were shown to the unit, and until when it may object.
CREATE TABLE sanggah_buka (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  nomor bigint NOT NULL,
  hari_kerja bigint NOT NULL,
  -- Last local day on which an objection is taken.
  tenggat text NOT NULL,
  tenggat_catatan text NOT NULL,
  isi text NOT NULL,
  sidik text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX sanggah_buka_nomor ON sanggah_buka (lokus_id, nomor);

-- The head of the unit declares before the time is over that nothing more comes.
CREATE TABLE sanggah_selesai (
  buka_id uuid PRIMARY KEY REFERENCES sanggah_buka (id),
  catatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

CREATE TABLE sanggahan (
  id uuid PRIMARY KEY,
  buka_id uuid NOT NULL REFERENCES sanggah_buka (id),
  indikator text NOT NULL,
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX sanggahan_buka ON sanggahan (buka_id, indikator, id);

CREATE TABLE sanggahan_tarik (
  sanggahan_id uuid PRIMARY KEY REFERENCES sanggahan (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Evidence with an objection: a file of its own, or evidence of F01 by its id (`bukti_id`).
CREATE TABLE sanggahan_bukti (
  id uuid PRIMARY KEY,
  sanggahan_id uuid NOT NULL REFERENCES sanggahan (id),
  bukti_id uuid REFERENCES bukti (id),
  objek text REFERENCES objek (sidik),
  nama text NOT NULL
);
CREATE INDEX sanggahan_bukti_sanggahan ON sanggahan_bukti (sanggahan_id, id);

-- The newest answer counts. Scores are exact fractions as text; `skor_baru` is the settled score when it was answered.
CREATE TABLE sanggahan_jawaban (
  id uuid PRIMARY KEY,
  sanggahan_id uuid NOT NULL REFERENCES sanggahan (id),
  putusan text NOT NULL CHECK (putusan IN ('tetap', 'berubah')),
  skor_lama text NOT NULL,
  skor_baru text NOT NULL,
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX sanggahan_jawaban_sanggahan ON sanggahan_jawaban (sanggahan_id, id);
