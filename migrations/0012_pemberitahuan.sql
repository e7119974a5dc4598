-- What a person is told inside the program. `sekali` keeps one occasion from being told twice to the same person.
CREATE TABLE pemberitahuan (
  id uuid PRIMARY KEY,
  akun_id uuid NOT NULL REFERENCES akun (id),
  jenis text NOT NULL,
  periode_id uuid REFERENCES periode (id),
  lokus_id uuid REFERENCES lokus (id),
  tautan text NOT NULL,
  isi text NOT NULL,
  sekali text NOT NULL,
  pada bigint NOT NULL
);

CREATE UNIQUE INDEX pemberitahuan_sekali ON pemberitahuan (akun_id, sekali);
CREATE INDEX pemberitahuan_akun ON pemberitahuan (akun_id, id);
CREATE INDEX pemberitahuan_lokus ON pemberitahuan (lokus_id);
CREATE INDEX pemberitahuan_periode ON pemberitahuan (periode_id);

-- Up to this one (inclusive, by id) the person has seen the list.
CREATE TABLE pemberitahuan_lihat (
  akun_id uuid PRIMARY KEY REFERENCES akun (id),
  sampai uuid NOT NULL,
  pada bigint NOT NULL
);

-- The newest row of a person and kind says how he is told: in the program only, at once by mail, or in the daily digest.
CREATE TABLE pemberitahuan_cara (
  id uuid PRIMARY KEY,
  akun_id uuid NOT NULL REFERENCES akun (id),
  jenis text NOT NULL,
  cara text NOT NULL CHECK (cara IN ('program', 'surel', 'ringkasan')),
  pada bigint NOT NULL
);

CREATE INDEX pemberitahuan_cara_akun ON pemberitahuan_cara (akun_id, jenis, id);

-- A mail that was put into the queue for these; the same notice never goes out twice.
CREATE TABLE pemberitahuan_surel (
  pemberitahuan_id uuid PRIMARY KEY REFERENCES pemberitahuan (id),
  cara text NOT NULL CHECK (cara IN ('surel', 'ringkasan')),
  pada bigint NOT NULL
);
