-- A publication of a period as one signed file. Every version stays; its reason is that of the row in penerbitan.
CREATE TABLE terbitan (
  penerbitan_id uuid PRIMARY KEY REFERENCES penerbitan (id),
  nomor bigint NOT NULL,
  -- SHA-256 of what is signed, and of the whole file.
  sidik text NOT NULL,
  objek text NOT NULL REFERENCES objek (sidik),
  ukuran bigint NOT NULL,
  hasil bigint NOT NULL,
  diperingkat bigint NOT NULL,
  pada bigint NOT NULL
);

-- Keys of other installations that this one trusts, registered by hand after a look at the fingerprint.
CREATE TABLE kunci_instalasi (
  id uuid PRIMARY KEY,
  nama text NOT NULL,
  kunci text NOT NULL,
  publik bytea NOT NULL,
  -- First and last day (ISO) on which the key signs; open without an end.
  dari text NOT NULL,
  sampai text,
  -- How its owner was asked for the fingerprint.
  catatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX kunci_instalasi_kunci ON kunci_instalasi (kunci);

-- A key that is trusted no more, and why. Nothing signed by it is believed from then on.
CREATE TABLE kunci_cabut (
  kunci_id uuid PRIMARY KEY REFERENCES kunci_instalasi (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- A program's way in: what it may do, until when; only the hash of the secret is kept.
CREATE TABLE token_api (
  id uuid PRIMARY KEY,
  nama text NOT NULL,
  lingkup text NOT NULL CHECK (lingkup IN ('serah')),
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  sidik text NOT NULL,
  sampai bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX token_api_sidik ON token_api (sidik);

CREATE TABLE token_api_cabut (
  token_id uuid PRIMARY KEY REFERENCES token_api (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The last use, to the minute.
CREATE TABLE token_api_pakai (
  token_id uuid PRIMARY KEY REFERENCES token_api (id),
  pada bigint NOT NULL
);

-- A signed publication of another installation, as it was received. `sidik` is what was signed, so the same one is one row.
CREATE TABLE terima_terbitan (
  id uuid PRIMARY KEY,
  kunci_id uuid NOT NULL REFERENCES kunci_instalasi (id),
  -- Who the publication says it is from, and its period there.
  instansi_kode text NOT NULL,
  instansi text NOT NULL,
  periode_kode text NOT NULL,
  periode text NOT NULL,
  tahun bigint NOT NULL,
  skema text NOT NULL,
  nomor bigint NOT NULL,
  ilustrasi bigint NOT NULL,
  hasil bigint NOT NULL,
  diperingkat bigint NOT NULL,
  sidik text NOT NULL,
  objek text NOT NULL REFERENCES objek (sidik),
  ukuran bigint NOT NULL,
  pada bigint NOT NULL,
  -- A person, or a program with a token.
  oleh uuid,
  token_id uuid REFERENCES token_api (id)
);
CREATE UNIQUE INDEX terima_terbitan_sidik ON terima_terbitan (sidik);
CREATE INDEX terima_terbitan_periode ON terima_terbitan (periode_kode, nomor);

-- The results in it, in the order of the file.
CREATE TABLE terima_hasil (
  terima_id uuid NOT NULL REFERENCES terima_terbitan (id),
  urut bigint NOT NULL,
  lokus_kode text NOT NULL,
  unit_kode text NOT NULL,
  unit text NOT NULL,
  instansi_kode text NOT NULL,
  instansi text NOT NULL,
  kelompok text NOT NULL,
  peringkat bigint,
  ipp text,
  tampil text,
  kategori text,
  status text NOT NULL,
  sidik text NOT NULL,
  PRIMARY KEY (terima_id, urut)
);

-- What the ministry says of it: valid, or returned with a reason. A corrected one is a new row of terima_terbitan.
CREATE TABLE terima_putusan (
  terima_id uuid PRIMARY KEY REFERENCES terima_terbitan (id),
  jenis text NOT NULL CHECK (jenis IN ('valid', 'kembali')),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
