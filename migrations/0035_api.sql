-- What a token may do. `token_api.lingkup` is from a time with one scope only; it is written as before and read no more.
CREATE TABLE token_api_lingkup (
  token_id uuid NOT NULL REFERENCES token_api (id),
  lingkup text NOT NULL CHECK (lingkup IN ('baca', 'serah', 'impor-unit')),
  PRIMARY KEY (token_id, lingkup)
);
INSERT INTO token_api_lingkup (token_id, lingkup) SELECT id, lingkup FROM token_api;

-- The last use of a tenant's token, to the minute.
CREATE TABLE tenan_token_pakai (
  token_id uuid PRIMARY KEY REFERENCES tenan_token (id),
  pada bigint NOT NULL
);

-- Answers to writes of programs by the key that the program chose, kept a day: the same write again gets the same answer.
CREATE TABLE api_ulang (
  token_id uuid NOT NULL,
  kunci text NOT NULL,
  -- SHA-256 of the way, the address and the body.
  sidik text NOT NULL,
  -- Empty while the first one is under way.
  status bigint,
  isi text,
  pada bigint NOT NULL,
  PRIMARY KEY (token_id, kunci)
);
CREATE INDEX api_ulang_pada ON api_ulang (pada);

-- Addresses of other programs that are told of events (webhooks). The secret is derived from the key of the installation.
CREATE TABLE kait (
  id uuid PRIMARY KEY,
  nama text NOT NULL,
  alamat text NOT NULL,
  -- Only events of this instansi; empty: of all.
  instansi_id uuid REFERENCES instansi (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

CREATE TABLE kait_peristiwa (
  kait_id uuid NOT NULL REFERENCES kait (id),
  peristiwa text NOT NULL,
  PRIMARY KEY (kait_id, peristiwa)
);

-- Switched off, on again, removed; the newest row decides. Without a row it is on.
CREATE TABLE kait_keadaan (
  id uuid PRIMARY KEY,
  kait_id uuid NOT NULL REFERENCES kait (id),
  keadaan text NOT NULL CHECK (keadaan IN ('hidup', 'mati', 'hapus')),
  sebab text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid
);
CREATE INDEX kait_keadaan_kait ON kait_keadaan (kait_id, id);

-- One message to one address, with the body as it is sent each time.
CREATE TABLE kait_kirim (
  id uuid PRIMARY KEY,
  kait_id uuid NOT NULL REFERENCES kait (id),
  peristiwa text NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL
);
CREATE INDEX kait_kirim_kait ON kait_kirim (kait_id, id);

CREATE TABLE kait_coba (
  id uuid PRIMARY KEY,
  kirim_id uuid NOT NULL REFERENCES kait_kirim (id),
  ke bigint NOT NULL,
  -- Of the answer; empty without one.
  status bigint,
  galat text NOT NULL,
  ms bigint NOT NULL,
  pada bigint NOT NULL
);
CREATE INDEX kait_coba_kirim ON kait_coba (kirim_id, id);

-- How it ended: it arrived, it was given up, or its address was switched off before.
CREATE TABLE kait_akhir (
  kirim_id uuid PRIMARY KEY REFERENCES kait_kirim (id),
  akhir text NOT NULL CHECK (akhir IN ('sampai', 'gagal', 'batal')),
  pada bigint NOT NULL
);
CREATE INDEX kait_akhir_pada ON kait_akhir (pada);
