-- Short messages (WhatsApp, SMS) through a gateway. A number that a person left on the page of his own matter, sealed with a key that is
-- kept outside the database; removed when he stops it and when the matter is over. `sidik` is a keyed digest of the number.
CREATE TABLE gerbang_kontak (
  perkara text NOT NULL CHECK (perkara IN ('pesanan', 'permohonan', 'pengaduan', 'tiket')),
  perkara_id uuid NOT NULL,
  saluran text NOT NULL CHECK (saluran IN ('wa', 'sms')),
  nomor bytea NOT NULL,
  sidik uuid NOT NULL,
  bahasa text NOT NULL,
  pada bigint NOT NULL,
  PRIMARY KEY (perkara, perkara_id)
);
CREATE INDEX gerbang_kontak_sidik ON gerbang_kontak (sidik);

-- Messages asked for, each occasion once.
CREATE TABLE gerbang_kirim (
  id uuid PRIMARY KEY,
  perkara text NOT NULL,
  perkara_id uuid NOT NULL,
  perihal text NOT NULL,
  saluran text NOT NULL,
  sidik uuid NOT NULL,
  pada bigint NOT NULL
);
CREATE UNIQUE INDEX gerbang_kirim_sekali ON gerbang_kirim (perkara, perkara_id, perihal);

-- A try is written before anything leaves, so that a stop in between is seen as one whose outcome nobody knows.
CREATE TABLE gerbang_coba (
  kirim_id uuid NOT NULL REFERENCES gerbang_kirim (id),
  ke bigint NOT NULL,
  mulai bigint NOT NULL,
  -- A word for what went wrong; empty: nothing. No value: not known yet.
  galat text,
  status bigint,
  ms bigint,
  PRIMARY KEY (kirim_id, ke)
);

-- How it ended here. `nomor` is what the gateway calls it; `biaya` is an estimate in rupiah.
CREATE TABLE gerbang_akhir (
  kirim_id uuid PRIMARY KEY REFERENCES gerbang_kirim (id),
  akhir text NOT NULL CHECK (akhir IN ('diterima', 'ditolak', 'tak-pasti', 'batas', 'usang', 'henti', 'gagal')),
  nomor text NOT NULL,
  biaya bigint NOT NULL,
  pada bigint NOT NULL
);
CREATE INDEX gerbang_akhir_nomor ON gerbang_akhir (nomor);
CREATE INDEX gerbang_akhir_pada ON gerbang_akhir (pada);

-- What the gateway told later: each state once.
CREATE TABLE gerbang_sampai (
  kirim_id uuid NOT NULL REFERENCES gerbang_kirim (id),
  keadaan text NOT NULL CHECK (keadaan IN ('terkirim', 'sampai', 'dibaca', 'gagal')),
  pada bigint NOT NULL,
  PRIMARY KEY (kirim_id, keadaan)
);

-- What left on a day, for the limit and the cost.
CREATE TABLE gerbang_hari (
  hari text NOT NULL,
  saluran text NOT NULL,
  banyak bigint NOT NULL,
  biaya bigint NOT NULL,
  PRIMARY KEY (hari, saluran)
);

-- Numbers whose owner answered with the stop word.
CREATE TABLE gerbang_henti (
  sidik uuid PRIMARY KEY,
  pada bigint NOT NULL
);

-- Addresses to which mail cannot be delivered, by keyed digest. `akun_id`: whose it was at that time, if anybody's.
CREATE TABLE surel_pental (
  sidik uuid PRIMARY KEY,
  akun_id uuid REFERENCES akun (id),
  status text NOT NULL,
  pada bigint NOT NULL
);
CREATE INDEX surel_pental_akun ON surel_pental (akun_id);

-- Who serves a unit: asked for each unit of a period, and for each notice.
CREATE INDEX peran_unit ON peran (unit_id, peran);
