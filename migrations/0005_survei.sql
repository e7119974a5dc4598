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
-- so that an answer cannot be joined to a person by time. One byte a statement, 255 = not answered.
CREATE TABLE jawaban (
  id uuid PRIMARY KEY,
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  kelompok text NOT NULL,
  hari text NOT NULL,
  nilai bytea NOT NULL
);
CREATE INDEX jawaban_ronde ON jawaban (ronde_id, kelompok);

-- Counters in the same transaction as the answers; kelompok is 'daring' or the id of a paper bundle.
-- pernyataan -1 counts respondents: nilai 1 complete, 0 incomplete (discarded, shown, never a zero).
CREATE TABLE jawaban_hitung (
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  kelompok text NOT NULL,
  pernyataan bigint NOT NULL,
  nilai bigint NOT NULL,
  jumlah bigint NOT NULL,
  PRIMARY KEY (ronde_id, kelompok, pernyataan, nilai)
);
