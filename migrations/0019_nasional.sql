-- How far the IPP of a frozen result could lie because F03 asks only some: bounds in ten-thousandths, rounded outwards.
-- Both null: the counts do not allow to say it. Kept beside the result, so that a ranking need not open every bundle.
CREATE TABLE hasil_rentang (
  hasil_id uuid PRIMARY KEY REFERENCES hasil (id),
  bawah bigint,
  atas bigint
);

-- A national report: its figures and files as they were made; never changed, a later one is a row of its own.
CREATE TABLE laporan_nasional (
  id uuid PRIMARY KEY,
  kode text NOT NULL,
  tahun bigint NOT NULL,
  skema text NOT NULL,
  edisi text NOT NULL REFERENCES edisi (sidik),
  isi text NOT NULL,
  pdf text NOT NULL REFERENCES objek (sidik),
  xlsx text NOT NULL REFERENCES objek (sidik),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX laporan_nasional_kode ON laporan_nasional (kode);
CREATE INDEX laporan_nasional_tahun ON laporan_nasional (tahun, skema, id);

-- Submitted to the minister.
CREATE TABLE laporan_nasional_kirim (
  laporan_id uuid PRIMARY KEY REFERENCES laporan_nasional (id),
  nomor text NOT NULL,
  tanggal text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Received: who took it in, by name and office, and who wrote it down.
CREATE TABLE laporan_nasional_terima (
  laporan_id uuid PRIMARY KEY REFERENCES laporan_nasional (id),
  nama text NOT NULL,
  jabatan text NOT NULL,
  tanggal text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
