-- Survey rounds: F03 now; SKM rounds extend the same tables and ids.
CREATE TABLE ronde (
  id uuid PRIMARY KEY,
  jenis text NOT NULL CHECK (jenis IN ('f03', 'skm')),
  unit_id uuid NOT NULL REFERENCES unit (id),
  lokus_id uuid REFERENCES lokus (id),
  edisi text NOT NULL REFERENCES edisi (sidik),
  token text NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX ronde_token ON ronde (token);
CREATE UNIQUE INDEX ronde_lokus ON ronde (lokus_id, jenis);

CREATE TABLE ronde_tutup (
  id uuid PRIMARY KEY,
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  jenis text NOT NULL CHECK (jenis IN ('tutup', 'buka')),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX ronde_tutup_ronde ON ronde_tutup (ronde_id, id);

CREATE TABLE bundel_kertas (
  id uuid PRIMARY KEY,
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  objek text NOT NULL REFERENCES objek (sidik),
  nama_berkas text NOT NULL,
  keterangan text NOT NULL,
  lembar bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX bundel_kertas_ronde ON bundel_kertas (ronde_id, id);

CREATE TABLE bundel_tolak (
  bundel_id uuid PRIMARY KEY REFERENCES bundel_kertas (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- id is random and made by the client (pressing twice stores once); only the local day is kept,
-- so that an answer cannot be joined to a person by time. SQLite keeps the rows in key order, so not in the order they came.
-- kelompok: 'daring', 'kios', 'tautan', or the id of a paper bundle or of an import.
-- nilai: one byte a question, 255 = not answered. profil: one byte each for layanan, jenis kelamin, usia, pendidikan,
-- pekerjaan (index in the edition's options), 255 = not said; empty for F03. tanda: bits of the quality flags.
CREATE TABLE jawaban (
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  id uuid NOT NULL,
  kelompok text NOT NULL,
  hari text NOT NULL,
  nilai bytea NOT NULL,
  profil bytea NOT NULL,
  tanda bigint NOT NULL,
  saran text,
  PRIMARY KEY (ronde_id, id)
)
-- sqlite: WITHOUT ROWID
;

-- The cube over the profile, kept in the same transaction as the answers. keadaan: 'pakai' counts, 'kurang' is incomplete
-- (discarded, shown, never a zero), 'kecuali' was left out by an analyst. tingkat and sel: 0 all (''), 1..5 one dimension of
-- the profile ('3'), 8 one quality flag ('2'), 9 the whole profile ('3.1.2.0.-'). jumlah and kuadrat: sum and sum of squares of the
-- respondents' totals. hitung: how often each question got each value, by question, then value; the first byte says how wide
-- each number is (1, 2 or 4 bytes, little-endian), because most cells are small.
CREATE TABLE jawaban_kubus (
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  tingkat bigint NOT NULL,
  keadaan text NOT NULL CHECK (keadaan IN ('pakai', 'kurang', 'kecuali')),
  kelompok text NOT NULL,
  sel text NOT NULL,
  n bigint NOT NULL,
  jumlah bigint NOT NULL,
  kuadrat bigint NOT NULL,
  hitung bytea NOT NULL,
  PRIMARY KEY (ronde_id, tingkat, keadaan, kelompok, sel)
)
-- sqlite: WITHOUT ROWID
;
