-- Results of a mandiri period handed in to Penanggungjawab and ministry. Results of this installation are named one by
-- one; a signed bundle of another installation is kept as a file and names its results by their hashes only.
CREATE TABLE serah_mandiri (
  id uuid PRIMARY KEY,
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  periode_id uuid REFERENCES periode (id),
  periode_kode text NOT NULL,
  tahun bigint NOT NULL,
  nomor bigint NOT NULL,
  jalan text NOT NULL CHECK (jalan IN ('program', 'bundel')),
  jumlah bigint NOT NULL,
  -- SHA-256 over the list of codes and result hashes, or over the bundle.
  sidik text NOT NULL,
  objek text REFERENCES objek (sidik),
  catatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX serah_mandiri_nomor ON serah_mandiri (instansi_id, periode_kode, nomor);
CREATE INDEX serah_mandiri_periode ON serah_mandiri (periode_id, id);

CREATE TABLE serah_mandiri_hasil (
  serah_id uuid NOT NULL REFERENCES serah_mandiri (id),
  sidik text NOT NULL,
  hasil_id uuid REFERENCES hasil (id),
  PRIMARY KEY (serah_id, sidik)
);
CREATE INDEX serah_mandiri_hasil_hasil ON serah_mandiri_hasil (hasil_id);

-- The Penanggungjawab has received the report.
CREATE TABLE serah_mandiri_terima (
  serah_id uuid PRIMARY KEY REFERENCES serah_mandiri (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The ministry validates what was handed in, or returns it with a reason; a corrected one is a new hand-in.
CREATE TABLE serah_mandiri_putusan (
  serah_id uuid PRIMARY KEY REFERENCES serah_mandiri (id),
  jenis text NOT NULL CHECK (jenis IN ('valid', 'kembali')),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Editions registered here, besides those that come with the program: imported by the ministry, or derived by a region.
CREATE TABLE edisi_daftar (
  id uuid PRIMARY KEY,
  kode text NOT NULL,
  sidik text NOT NULL REFERENCES edisi (sidik),
  bentuk text NOT NULL CHECK (bentuk IN ('A', 'B')),
  nama text NOT NULL,
  -- Of a derived one: the parent and who derived it.
  induk text REFERENCES edisi (sidik),
  instansi_id uuid REFERENCES instansi (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX edisi_daftar_kode ON edisi_daftar (kode);
CREATE UNIQUE INDEX edisi_daftar_sidik ON edisi_daftar (sidik);

-- The decree that puts an edition in force, and the days for which it holds.
CREATE TABLE edisi_terbit (
  edisi_id uuid PRIMARY KEY REFERENCES edisi_daftar (id),
  nomor text NOT NULL,
  tanggal text NOT NULL,
  objek text NOT NULL REFERENCES objek (sidik),
  nama_berkas text NOT NULL,
  dari text NOT NULL,
  sampai text,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Taken back, or superseded by another one. Periods opened before keep it.
CREATE TABLE edisi_akhir (
  edisi_id uuid PRIMARY KEY REFERENCES edisi_daftar (id),
  jenis text NOT NULL CHECK (jenis IN ('tarik', 'ganti')),
  pengganti uuid REFERENCES edisi_daftar (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The period whose structure was copied.
CREATE TABLE periode_asal (
  periode_id uuid PRIMARY KEY REFERENCES periode (id),
  dari_id uuid NOT NULL REFERENCES periode (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX periode_asal_dari ON periode_asal (dari_id);

-- Evidence of an earlier period that was attached again: a new reference to the same file or link.
CREATE TABLE bukti_asal (
  bukti_id uuid PRIMARY KEY REFERENCES bukti (id),
  dari_id uuid NOT NULL REFERENCES bukti (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
