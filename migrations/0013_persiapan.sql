-- Preparation of a period: methods, schedule, budget, decrees of the lokus, conflicts of interest, sessions.
-- The newest row of a lokus is its method; each way is done online, face to face, or not at all.
CREATE TABLE lokus_metode (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  dokumen text NOT NULL CHECK (dokumen IN ('tidak', 'daring', 'luring')),
  wawancara text NOT NULL CHECK (wawancara IN ('tidak', 'daring', 'luring')),
  catatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX lokus_metode_lokus ON lokus_metode (lokus_id, id);

-- `mulai` and `selesai` are local times of the organiser's office, 2026-03-02T08:00; no lokus means the whole period.
CREATE TABLE jadwal (
  id uuid PRIMARY KEY,
  periode_id uuid NOT NULL REFERENCES periode (id),
  lokus_id uuid REFERENCES lokus (id),
  jenis text NOT NULL CHECK (jenis IN ('sosialisasi', 'pendampingan', 'bimtek', 'pengumuman', 'presentasi', 'wawancara', 'pengamatan', 'rapat', 'tenggat')),
  judul text NOT NULL,
  mulai text NOT NULL,
  selesai text NOT NULL,
  tempat text NOT NULL,
  tautan text NOT NULL,
  petugas text NOT NULL,
  keterangan text NOT NULL,
  versi bigint NOT NULL,
  dibuat bigint NOT NULL,
  diubah bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX jadwal_periode ON jadwal (periode_id, mulai, id);
CREATE INDEX jadwal_lokus ON jadwal (lokus_id, mulai, id);

CREATE TABLE jadwal_batal (
  jadwal_id uuid PRIMARY KEY REFERENCES jadwal (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The schedule as a unit was told it (`isi`: JSON), and who of the unit received it.
CREATE TABLE jadwal_sampai (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  sidik text NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX jadwal_sampai_lokus ON jadwal_sampai (lokus_id, id);

CREATE TABLE jadwal_terima (
  sampai_id uuid PRIMARY KEY REFERENCES jadwal_sampai (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- A calendar address of an account. Its secret is made from the id with the installation's key and is stored nowhere.
CREATE TABLE kalender (
  id uuid PRIMARY KEY,
  akun_id uuid NOT NULL REFERENCES akun (id),
  pada bigint NOT NULL
);
CREATE INDEX kalender_akun ON kalender (akun_id, id);

CREATE TABLE kalender_cabut (
  kalender_id uuid PRIMARY KEY REFERENCES kalender (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Whole rupiah. A line that was taken out keeps its row.
CREATE TABLE anggaran (
  id uuid PRIMARY KEY,
  periode_id uuid NOT NULL REFERENCES periode (id),
  rekening text NOT NULL,
  uraian text NOT NULL,
  volume bigint NOT NULL,
  satuan text NOT NULL,
  harga bigint NOT NULL,
  versi bigint NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX anggaran_periode ON anggaran (periode_id, rekening, id);

CREATE TABLE anggaran_hapus (
  anggaran_id uuid PRIMARY KEY REFERENCES anggaran (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

CREATE TABLE anggaran_realisasi (
  id uuid PRIMARY KEY,
  anggaran_id uuid NOT NULL REFERENCES anggaran (id),
  tanggal text NOT NULL,
  jumlah bigint NOT NULL,
  keterangan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX anggaran_realisasi_anggaran ON anggaran_realisasi (anggaran_id, tanggal, id);

CREATE TABLE anggaran_realisasi_batal (
  realisasi_id uuid PRIMARY KEY REFERENCES anggaran_realisasi (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The texts from which the draft of a decree is printed.
CREATE TABLE sk_rancangan (
  periode_id uuid NOT NULL REFERENCES periode (id),
  jenis text NOT NULL CHECK (jenis IN ('lokus', 'evaluator')),
  nomor text NOT NULL,
  tempat text NOT NULL,
  tanggal text NOT NULL,
  perangkat text NOT NULL,
  pejabat text NOT NULL,
  nama text NOT NULL,
  nip text NOT NULL,
  menimbang text NOT NULL,
  mengingat text NOT NULL,
  menetapkan text NOT NULL,
  versi bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  PRIMARY KEY (periode_id, jenis)
);

-- The signed decree of the unit lokus and the lokus that it names. The decree of evaluators is `sk`.
CREATE TABLE sk_lokus (
  id uuid PRIMARY KEY,
  periode_id uuid NOT NULL REFERENCES periode (id),
  nomor text NOT NULL,
  tanggal text NOT NULL,
  objek text NOT NULL REFERENCES objek (sidik),
  nama_berkas text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX sk_lokus_periode ON sk_lokus (periode_id, id);

CREATE TABLE sk_lokus_unit (
  sk_id uuid NOT NULL REFERENCES sk_lokus (id),
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  PRIMARY KEY (sk_id, lokus_id)
);
CREATE INDEX sk_lokus_unit_lokus ON sk_lokus_unit (lokus_id);

-- What an evaluator declared about one unit, with the sentence he declared; the newest row holds.
CREATE TABLE benturan (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  jawaban text NOT NULL CHECK (jawaban IN ('tidak', 'ada')),
  alasan text NOT NULL,
  teks text NOT NULL,
  pada bigint NOT NULL
);
CREATE INDEX benturan_lokus ON benturan (lokus_id, akun_id, id);

-- A session is an event of the schedule with an agenda and a public address for attendance.
CREATE TABLE kegiatan (
  jadwal_id uuid PRIMARY KEY REFERENCES jadwal (id),
  agenda text NOT NULL,
  token text NOT NULL,
  versi bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX kegiatan_token ON kegiatan (token);

CREATE TABLE kegiatan_bahan (
  id uuid PRIMARY KEY,
  jadwal_id uuid NOT NULL REFERENCES kegiatan (jadwal_id),
  judul text NOT NULL,
  objek text NOT NULL REFERENCES objek (sidik),
  nama_berkas text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX kegiatan_bahan_jadwal ON kegiatan_bahan (jadwal_id, id);

CREATE TABLE kegiatan_bahan_hapus (
  bahan_id uuid PRIMARY KEY REFERENCES kegiatan_bahan (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Who came, typed by himself or by one press of somebody signed in. Erasing empties the texts and keeps the row.
CREATE TABLE kegiatan_hadir (
  id uuid PRIMARY KEY,
  jadwal_id uuid NOT NULL REFERENCES kegiatan (jadwal_id),
  akun_id uuid REFERENCES akun (id),
  nama text NOT NULL,
  jabatan text NOT NULL,
  unit text NOT NULL,
  pada bigint NOT NULL
);
CREATE INDEX kegiatan_hadir_jadwal ON kegiatan_hadir (jadwal_id, id);

CREATE TABLE kegiatan_hadir_hapus (
  hadir_id uuid PRIMARY KEY REFERENCES kegiatan_hadir (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
