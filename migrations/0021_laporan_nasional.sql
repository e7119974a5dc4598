-- What the ministry writes itself into a national report, before it is made. Each saving is a row; the highest versi holds.
CREATE TABLE laporan_nasional_konsep (
  tahun bigint NOT NULL,
  skema text NOT NULL,
  versi bigint NOT NULL,
  nomor text NOT NULL,
  tempat text NOT NULL,
  penanda_tangan text NOT NULL,
  jabatan text NOT NULL,
  pendahuluan text NOT NULL,
  simpulan text NOT NULL,
  saran text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  PRIMARY KEY (tahun, skema, versi)
);

-- Number, version within its year and scheme, and the signature over the SHA-256 of its figures.
CREATE TABLE laporan_nasional_naskah (
  laporan_id uuid PRIMARY KEY REFERENCES laporan_nasional (id),
  tahun bigint NOT NULL,
  skema text NOT NULL,
  urut bigint NOT NULL,
  nomor text NOT NULL,
  sidik text NOT NULL,
  tanda bytea NOT NULL,
  kunci text NOT NULL,
  -- Why another version was made; null for the first.
  alasan text
);
CREATE UNIQUE INDEX laporan_nasional_naskah_urut ON laporan_nasional_naskah (tahun, skema, urut);
