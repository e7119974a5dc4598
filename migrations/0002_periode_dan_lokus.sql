-- The edition text is kept whole: a period is computed with the edition it was opened with.
CREATE TABLE edisi (
  sidik text PRIMARY KEY,
  kode text NOT NULL,
  isi text NOT NULL,
  dibuat bigint NOT NULL
);

CREATE TABLE periode (
  id uuid PRIMARY KEY,
  kode text NOT NULL,
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  nama text NOT NULL,
  tahun bigint NOT NULL,
  skema text NOT NULL CHECK (skema IN ('nasional', 'mandiri', 'pemantauan', 'khusus')),
  edisi_a text REFERENCES edisi (sidik),
  edisi_b text REFERENCES edisi (sidik),
  penyatuan text NOT NULL CHECK (penyatuan IN ('konsensus', 'rata-rata')),
  ilustrasi bigint NOT NULL,
  versi bigint NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX periode_kode ON periode (kode);
CREATE INDEX periode_instansi ON periode (instansi_id, tahun, id);

CREATE TABLE periode_fase (
  periode_id uuid NOT NULL REFERENCES periode (id),
  fase text NOT NULL CHECK (fase IN ('persiapan', 'pelaksanaan', 'penyampaian', 'pemeringkatan')),
  mulai text NOT NULL,
  selesai text NOT NULL,
  PRIMARY KEY (periode_id, fase)
);

-- The newest row of a phase says whether it is closed; none means open.
CREATE TABLE fase_kejadian (
  id uuid PRIMARY KEY,
  periode_id uuid NOT NULL REFERENCES periode (id),
  fase text NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('tutup', 'buka')),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX fase_kejadian_periode ON fase_kejadian (periode_id, fase, id);

CREATE TABLE lokus (
  id uuid PRIMARY KEY,
  kode text NOT NULL,
  periode_id uuid NOT NULL REFERENCES periode (id),
  unit_id uuid NOT NULL REFERENCES unit (id),
  formulir text NOT NULL CHECK (formulir IN ('A', 'B')),
  cakupan text NOT NULL CHECK (cakupan IN ('administratif', 'barang', 'jasa')),
  kategori text NOT NULL,
  versi bigint NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX lokus_kode ON lokus (kode);
CREATE UNIQUE INDEX lokus_periode_unit ON lokus (periode_id, unit_id);
CREATE INDEX lokus_unit ON lokus (unit_id);

CREATE TABLE penugasan (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
-- Not unique: an appointment that ended can be followed by another one of the same person. At most one is live; the
-- operation checks it while it holds the period's row.
CREATE INDEX penugasan_lokus_akun ON penugasan (lokus_id, akun_id);
CREATE INDEX penugasan_akun ON penugasan (akun_id);

CREATE TABLE sk (
  id uuid PRIMARY KEY,
  periode_id uuid NOT NULL REFERENCES periode (id),
  nomor text NOT NULL,
  tanggal text NOT NULL,
  objek text NOT NULL,
  nama_berkas text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX sk_periode ON sk (periode_id, id);

CREATE TABLE penetapan (
  penugasan_id uuid PRIMARY KEY REFERENCES penugasan (id),
  sk_id uuid NOT NULL REFERENCES sk (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- An appointment that ended; the sheet of its evaluator stays.
CREATE TABLE penugasan_akhir (
  penugasan_id uuid PRIMARY KEY REFERENCES penugasan (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
