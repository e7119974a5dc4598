-- Recommendations of a lokus: taken over from F02 when the result freezes, added by the organiser, or left from the
-- period before. `sumber` is what F02 said then, so that a new freezing sees what changed. A row taken out has a row of
-- its own; each text that stood is kept.
CREATE TABLE rekomendasi (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  indikator text NOT NULL,
  asal text NOT NULL CHECK (asal IN ('f02', 'penyelenggara', 'lanjutan')),
  sumber text NOT NULL,
  lanjutan_dari uuid REFERENCES rekomendasi (id),
  isi text NOT NULL,
  versi bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX rekomendasi_lokus ON rekomendasi (lokus_id, id);
CREATE INDEX rekomendasi_lanjutan ON rekomendasi (lanjutan_dari);

CREATE TABLE rekomendasi_ubah (
  rekomendasi_id uuid NOT NULL REFERENCES rekomendasi (id),
  versi bigint NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  PRIMARY KEY (rekomendasi_id, versi)
);

CREATE TABLE rekomendasi_hapus (
  rekomendasi_id uuid PRIMARY KEY REFERENCES rekomendasi (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The unit's plan for a recommendation; tenggat is a local day.
CREATE TABLE tl_rencana (
  rekomendasi_id uuid PRIMARY KEY REFERENCES rekomendasi (id),
  rencana text NOT NULL,
  target text NOT NULL,
  keluaran text NOT NULL,
  tenggat text NOT NULL,
  penanggung_jawab text NOT NULL,
  versi bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX tl_rencana_tenggat ON tl_rencana (tenggat);

-- Progress with its proof; 'selesai' asks for the verification. urut counts reports and findings of a recommendation
-- together, so that what came after what does not depend on a clock.
CREATE TABLE tl_kemajuan (
  id uuid PRIMARY KEY,
  rekomendasi_id uuid NOT NULL REFERENCES rekomendasi (id),
  urut bigint NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('kemajuan', 'selesai')),
  uraian text NOT NULL,
  objek text REFERENCES objek (sidik),
  nama_berkas text,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX tl_kemajuan_rekomendasi ON tl_kemajuan (rekomendasi_id, urut);

-- What an evaluator found; the newest row holds. lokus_id is the lokus he was appointed for: that of the recommendation,
-- or the one of a period of the scheme pemantauan that checks it.
CREATE TABLE tl_verifikasi (
  id uuid PRIMARY KEY,
  rekomendasi_id uuid NOT NULL REFERENCES rekomendasi (id),
  urut bigint NOT NULL,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  putusan text NOT NULL CHECK (putusan IN ('diterima', 'sebagian', 'belum')),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX tl_verifikasi_rekomendasi ON tl_verifikasi (rekomendasi_id, urut);
CREATE INDEX tl_verifikasi_lokus ON tl_verifikasi (lokus_id, rekomendasi_id);

-- What was sent, to whom, when, by whom. Rows of one sending share `kiriman`.
CREATE TABLE penyampaian (
  id uuid PRIMARY KEY,
  kiriman uuid NOT NULL,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  dokumen text NOT NULL CHECK (dokumen IN ('jadwal', 'lhe', 'tindak-lanjut')),
  kepada text NOT NULL CHECK (kepada IN ('unit', 'penanggungjawab', 'penyelenggara')),
  lhe_id uuid REFERENCES lhe (id),
  objek text REFERENCES objek (sidik),
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX penyampaian_kiriman ON penyampaian (kiriman, kepada);
CREATE INDEX penyampaian_lokus ON penyampaian (lokus_id, dokumen, id);

-- Receipts: opened, confirmed, or handed over in a meeting (with place, day and who took it).
CREATE TABLE penyampaian_terima (
  id uuid PRIMARY KEY,
  penyampaian_id uuid NOT NULL REFERENCES penyampaian (id),
  jenis text NOT NULL CHECK (jenis IN ('dibuka', 'dikonfirmasi', 'rapat')),
  tempat text,
  tanggal text,
  penerima text,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX penyampaian_terima_penyampaian ON penyampaian_terima (penyampaian_id, id);
