-- A frozen result: the bundle (edition, scores, F03 counts, trace, hashes), its hash and the signature over it.
CREATE TABLE hasil (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  nomor bigint NOT NULL,
  status text NOT NULL CHECK (status IN ('complete', 'f02-kurang', 'f03-kurang')),
  ipp text,
  ipp_urut bigint,
  tampil text,
  kategori text,
  f02 text,
  f03 text,
  sidik text NOT NULL,
  tanda bytea NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  -- The largest column stands last, so that a ranking reads the others without walking through it.
  isi text NOT NULL
);
CREATE UNIQUE INDEX hasil_nomor ON hasil (lokus_id, nomor);
-- Covers the counts of lists: the rows themselves are large.
CREATE INDEX hasil_lokus ON hasil (lokus_id, id, pada);
CREATE INDEX hasil_sidik ON hasil (sidik);

CREATE TABLE hasil_batal (
  hasil_id uuid PRIMARY KEY REFERENCES hasil (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

CREATE TABLE berita_acara (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  jenis text NOT NULL CHECK (jenis IN ('pelaksanaan', 'hasil')),
  hasil_id uuid REFERENCES hasil (id),
  nomor text NOT NULL,
  tanggal text NOT NULL,
  tempat text NOT NULL,
  kode text NOT NULL,
  isi text NOT NULL,
  objek text NOT NULL REFERENCES objek (sidik),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX berita_acara_kode ON berita_acara (kode);
CREATE INDEX berita_acara_lokus ON berita_acara (lokus_id, jenis, id);

CREATE TABLE berita_acara_batal (
  berita_acara_id uuid PRIMARY KEY REFERENCES berita_acara (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

CREATE TABLE tanda_tangan (
  id uuid PRIMARY KEY,
  berita_acara_id uuid NOT NULL REFERENCES berita_acara (id),
  pihak text NOT NULL CHECK (pihak IN ('evaluator', 'unit', 'penanggungjawab')),
  akun_id uuid NOT NULL REFERENCES akun (id),
  nama text NOT NULL,
  jabatan text NOT NULL,
  objek text NOT NULL,
  alamat text NOT NULL,
  agen text NOT NULL,
  tanda bytea NOT NULL,
  pada bigint NOT NULL
);
CREATE UNIQUE INDEX tanda_tangan_pihak ON tanda_tangan (berita_acara_id, pihak, akun_id);

-- The institutional seal over the PDF hash and its signatures, made once all three parties signed.
CREATE TABLE segel (
  berita_acara_id uuid PRIMARY KEY REFERENCES berita_acara (id),
  isi text NOT NULL,
  kunci text NOT NULL,
  tanda bytea NOT NULL,
  pada bigint NOT NULL
);

CREATE TABLE lhe (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  hasil_id uuid NOT NULL REFERENCES hasil (id),
  kode text NOT NULL,
  pdf text NOT NULL REFERENCES objek (sidik),
  xlsx text NOT NULL REFERENCES objek (sidik),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX lhe_kode ON lhe (kode);
CREATE INDEX lhe_lokus ON lhe (lokus_id, id);

-- The newest row says whether a period's results are public; 'tarik' takes them back with a reason.
CREATE TABLE penerbitan (
  id uuid PRIMARY KEY,
  periode_id uuid NOT NULL REFERENCES periode (id),
  jenis text NOT NULL CHECK (jenis IN ('terbit', 'tarik')),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX penerbitan_periode ON penerbitan (periode_id, id);

-- Results published elsewhere (press, documents): real data with its source and certainty, never mixed with our own.
CREATE TABLE riwayat_ipp (
  id text PRIMARY KEY,
  tingkat text NOT NULL CHECK (tingkat IN ('instansi', 'unit', 'kelompok', 'nasional')),
  -- Ranking group, from the name: kl, provinsi, kota, kabupaten; '-' for means over many.
  kelompok text NOT NULL,
  skema text NOT NULL,
  tahun bigint NOT NULL,
  instansi_id uuid REFERENCES instansi (id),
  instansi text NOT NULL,
  -- Address of the page of an instansi that is not registered here.
  slug text NOT NULL,
  unit text,
  ipp text NOT NULL,
  ipp_urut bigint NOT NULL,
  konversi text,
  kategori text,
  kategori_tabel text NOT NULL,
  kepastian text NOT NULL,
  catatan text NOT NULL,
  sumber text NOT NULL
);
CREATE INDEX riwayat_ipp_slug ON riwayat_ipp (slug, tahun, id);
CREATE INDEX riwayat_ipp_instansi ON riwayat_ipp (instansi_id, tahun, id);
CREATE INDEX riwayat_ipp_tahun ON riwayat_ipp (tahun, skema, kelompok, ipp_urut);
