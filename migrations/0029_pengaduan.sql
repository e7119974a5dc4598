-- Reports of citizens (complaint, aspiration, request for information). Who reports is kept apart (pengaduan_pelapor). kode: the
-- secret of the one who reports; officers know nomor. kiriman: digest of the form's own secret, so that sending twice is once.
-- unit_id, layanan_id: what the report names; who answers is in pengaduan_kini. pelanggaran: wrongdoing of officers, with a
-- narrower list of readers. tanggal: local day of receipt.
CREATE TABLE pengaduan (
  id uuid PRIMARY KEY,
  kode text NOT NULL,
  nomor text NOT NULL,
  kiriman text NOT NULL,
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  jenis text NOT NULL CHECK (jenis IN ('pengaduan', 'aspirasi', 'permintaan-informasi')),
  judul text NOT NULL,
  isi text NOT NULL,
  kejadian text,
  tempat text NOT NULL,
  unit_id uuid REFERENCES unit (id),
  layanan_id uuid REFERENCES layanan (id),
  anonim bigint NOT NULL,
  rahasia bigint NOT NULL,
  pelanggaran bigint NOT NULL,
  kanal text NOT NULL CHECK (kanal IN ('web', 'loket', 'telepon', 'surat', 'lapor')),
  tanggal text NOT NULL,
  ilustrasi bigint NOT NULL,
  pada bigint NOT NULL
);
CREATE UNIQUE INDEX pengaduan_kode ON pengaduan (kode);
CREATE UNIQUE INDEX pengaduan_kiriman ON pengaduan (kiriman);
CREATE UNIQUE INDEX pengaduan_nomor ON pengaduan (instansi_id, nomor);
CREATE INDEX pengaduan_tanggal ON pengaduan (instansi_id, tanggal, id);

-- Name and contact. Of an anonymous report only the program reads it, to send notices.
CREATE TABLE pengaduan_pelapor (
  pengaduan_id uuid PRIMARY KEY REFERENCES pengaduan (id),
  nama text NOT NULL,
  surel text NOT NULL,
  telepon text NOT NULL,
  bahasa text NOT NULL
);

-- One step (layanan::pengaduan::Langkah); the state is their fold. teks: read by the complainant too; catatan: by officers only.
-- oleh: the officer; none for a step of the complainant or the program.
CREATE TABLE pengaduan_langkah (
  id uuid PRIMARY KEY,
  pengaduan_id uuid NOT NULL REFERENCES pengaduan (id),
  urut bigint NOT NULL,
  jenis text NOT NULL,
  tanggal text NOT NULL,
  pihak text NOT NULL CHECK (pihak IN ('pelapor', 'petugas', 'program')),
  kelas text,
  unit_id uuid REFERENCES unit (id),
  induk_id uuid REFERENCES pengaduan (id),
  alasan text,
  teks text NOT NULL,
  catatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid
);
CREATE UNIQUE INDEX pengaduan_langkah_urut ON pengaduan_langkah (pengaduan_id, urut);
CREATE INDEX pengaduan_langkah_induk ON pengaduan_langkah (induk_id, pengaduan_id);

-- The fold as it is now, for lists; written with each step. tenggat: last day of whose turn it is. tahun: years on the way to it
-- whose holidays are not listed or estimated, as JSON.
CREATE TABLE pengaduan_kini (
  pengaduan_id uuid PRIMARY KEY REFERENCES pengaduan (id),
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  keadaan text NOT NULL,
  giliran text NOT NULL,
  unit_id uuid REFERENCES unit (id),
  kelas text,
  tenggat text,
  tahun text NOT NULL,
  urut bigint NOT NULL
);
CREATE INDEX pengaduan_kini_antre ON pengaduan_kini (instansi_id, giliran, tenggat, pengaduan_id);
CREATE INDEX pengaduan_kini_unit ON pengaduan_kini (unit_id, giliran, tenggat, pengaduan_id);
CREATE INDEX pengaduan_kini_tenggat ON pengaduan_kini (giliran, tenggat, pengaduan_id);

-- Files; langkah_id: with which step it came, none for what came with the report.
CREATE TABLE pengaduan_lampiran (
  id uuid PRIMARY KEY,
  pengaduan_id uuid NOT NULL REFERENCES pengaduan (id),
  langkah_id uuid REFERENCES pengaduan_langkah (id),
  objek text NOT NULL REFERENCES objek (sidik),
  nama text NOT NULL,
  pihak text NOT NULL CHECK (pihak IN ('pelapor', 'petugas')),
  pada bigint NOT NULL
);
CREATE INDEX pengaduan_lampiran_milik ON pengaduan_lampiran (pengaduan_id, pada, id);

-- Reference of SP4N-LAPOR!: sent there by the office, or received from there. The latest one counts.
CREATE TABLE pengaduan_lapor (
  id uuid PRIMARY KEY,
  pengaduan_id uuid NOT NULL REFERENCES pengaduan (id),
  nomor text NOT NULL,
  arah text NOT NULL CHECK (arah IN ('dikirim', 'diterima')),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pengaduan_lapor_milik ON pengaduan_lapor (pengaduan_id, id);

-- People who may read and answer a report of wrongdoing, besides the liaison officer.
CREATE TABLE pengaduan_pembaca (
  id uuid PRIMARY KEY,
  pengaduan_id uuid NOT NULL REFERENCES pengaduan (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pengaduan_pembaca_milik ON pengaduan_pembaca (pengaduan_id, akun_id);
CREATE INDEX pengaduan_pembaca_akun ON pengaduan_pembaca (akun_id, pengaduan_id);

CREATE TABLE pengaduan_pembaca_cabut (
  pembaca_id uuid PRIMARY KEY REFERENCES pengaduan_pembaca (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- A summary without names that the liaison officer put on the public pages.
CREATE TABLE pengaduan_umum (
  id uuid PRIMARY KEY,
  pengaduan_id uuid NOT NULL REFERENCES pengaduan (id),
  judul text NOT NULL,
  ringkas text NOT NULL,
  jawaban text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pengaduan_umum_milik ON pengaduan_umum (pengaduan_id, id);

CREATE TABLE pengaduan_umum_tarik (
  umum_id uuid PRIMARY KEY REFERENCES pengaduan_umum (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Texts to begin an answer with.
CREATE TABLE pengaduan_templat (
  id uuid PRIMARY KEY,
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  judul text NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pengaduan_templat_milik ON pengaduan_templat (instansi_id, judul, id);

CREATE TABLE pengaduan_templat_hapus (
  templat_id uuid PRIMARY KEY REFERENCES pengaduan_templat (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- A consultation: a thread of messages, or a talk at an agreed time. kode: the secret of the one who asks.
CREATE TABLE konsultasi (
  id uuid PRIMARY KEY,
  kode text NOT NULL,
  kiriman text NOT NULL,
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  unit_id uuid NOT NULL REFERENCES unit (id),
  layanan_id uuid REFERENCES layanan (id),
  cara text NOT NULL CHECK (cara IN ('pesan', 'temu')),
  topik text NOT NULL,
  isi text NOT NULL,
  nama text NOT NULL,
  surel text NOT NULL,
  telepon text NOT NULL,
  bahasa text NOT NULL,
  waktu text,
  ilustrasi bigint NOT NULL,
  pada bigint NOT NULL
);
CREATE UNIQUE INDEX konsultasi_kode ON konsultasi (kode);
CREATE UNIQUE INDEX konsultasi_kiriman ON konsultasi (kiriman);

-- One step (layanan::konsultasi::Langkah); waktu: the proposed local time.
CREATE TABLE konsultasi_langkah (
  id uuid PRIMARY KEY,
  konsultasi_id uuid NOT NULL REFERENCES konsultasi (id),
  urut bigint NOT NULL,
  jenis text NOT NULL,
  pihak text NOT NULL CHECK (pihak IN ('pemohon', 'petugas')),
  waktu text,
  teks text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid
);
CREATE UNIQUE INDEX konsultasi_langkah_urut ON konsultasi_langkah (konsultasi_id, urut);

-- The fold as it is now, for lists. waktu: the agreed local time.
CREATE TABLE konsultasi_kini (
  konsultasi_id uuid PRIMARY KEY REFERENCES konsultasi (id),
  unit_id uuid NOT NULL REFERENCES unit (id),
  keadaan text NOT NULL,
  waktu text,
  urut bigint NOT NULL,
  pada bigint NOT NULL
);
CREATE INDEX konsultasi_kini_unit ON konsultasi_kini (unit_id, keadaan, pada, konsultasi_id);
