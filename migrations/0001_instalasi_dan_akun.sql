-- Portable rules for every file here: uuid, text, bigint, bytea only; every index named;
-- times are UTC microseconds (bigint), local days are ISO text; yes/no states are rows, not flags.

CREATE TABLE instalasi (
  id uuid PRIMARY KEY,
  nama text NOT NULL,
  kunci_publik bytea NOT NULL,
  ilustrasi bigint NOT NULL,
  dibuat bigint NOT NULL
);

CREATE TABLE instansi (
  id uuid PRIMARY KEY,
  kode text NOT NULL,
  nama text NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('kementerian', 'lembaga', 'provinsi', 'kabupaten', 'kota', 'bumn', 'bumd', 'lain')),
  wilayah text,
  zona text NOT NULL CHECK (zona IN ('WIB', 'WITA', 'WIT')),
  versi bigint NOT NULL,
  dibuat bigint NOT NULL
);
CREATE UNIQUE INDEX instansi_kode ON instansi (kode);
CREATE INDEX instansi_wilayah ON instansi (wilayah);

CREATE TABLE unit (
  id uuid PRIMARY KEY,
  kode text NOT NULL,
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  induk_id uuid REFERENCES unit (id),
  nama text NOT NULL,
  jenis text NOT NULL,
  alamat text NOT NULL,
  versi bigint NOT NULL,
  dibuat bigint NOT NULL
);
CREATE UNIQUE INDEX unit_kode ON unit (kode);
CREATE INDEX unit_instansi ON unit (instansi_id, nama, id);

CREATE TABLE akun (
  id uuid PRIMARY KEY,
  nama text NOT NULL,
  surel text NOT NULL,
  jabatan text NOT NULL,
  sandi text,
  bahasa text NOT NULL CHECK (bahasa IN ('id', 'en')),
  versi bigint NOT NULL,
  dibuat bigint NOT NULL
);
CREATE UNIQUE INDEX akun_surel ON akun (surel);

CREATE TABLE akun_nonaktif (
  akun_id uuid PRIMARY KEY REFERENCES akun (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid
);

-- One row is one right: role x scope. Exactly the scope columns that the role needs are filled.
CREATE TABLE peran (
  id uuid PRIMARY KEY,
  akun_id uuid NOT NULL REFERENCES akun (id),
  peran text NOT NULL,
  instansi_id uuid REFERENCES instansi (id),
  unit_id uuid REFERENCES unit (id),
  wilayah text,
  periode_id uuid,
  mulai text,
  sampai text,
  pada bigint NOT NULL,
  oleh uuid
);
CREATE INDEX peran_akun ON peran (akun_id);
CREATE INDEX peran_instansi ON peran (instansi_id, peran);

CREATE TABLE peran_cabut (
  peran_id uuid PRIMARY KEY REFERENCES peran (id),
  pada bigint NOT NULL,
  oleh uuid
);

CREATE TABLE sesi (
  sidik bytea PRIMARY KEY,
  id uuid NOT NULL,
  akun_id uuid NOT NULL REFERENCES akun (id),
  dibuat bigint NOT NULL,
  terakhir bigint NOT NULL,
  kedaluwarsa bigint NOT NULL,
  alamat text NOT NULL,
  agen text NOT NULL
);
CREATE INDEX sesi_akun ON sesi (akun_id);

CREATE TABLE percobaan_masuk (
  kunci text NOT NULL,
  jendela bigint NOT NULL,
  jumlah bigint NOT NULL,
  PRIMARY KEY (kunci, jendela)
);

CREATE TABLE tautan_sekali (
  sidik bytea PRIMARY KEY,
  jenis text NOT NULL CHECK (jenis IN ('admin-pertama', 'setel-sandi')),
  akun_id uuid REFERENCES akun (id),
  dibuat bigint NOT NULL,
  kedaluwarsa bigint NOT NULL,
  dipakai bigint
);

-- Jobs: enqueued in the caller's transaction, claimed for a while, kept when they fail for good.
CREATE TABLE pekerjaan (
  id uuid PRIMARY KEY,
  jenis text NOT NULL,
  isi text NOT NULL,
  dibuat bigint NOT NULL,
  setelah bigint NOT NULL,
  coba bigint NOT NULL,
  galat text
);
CREATE INDEX pekerjaan_setelah ON pekerjaan (setelah, id);

CREATE TABLE audit (
  id uuid PRIMARY KEY,
  pada bigint NOT NULL,
  rantai text NOT NULL,
  akun_id uuid,
  aksi text NOT NULL,
  objek text NOT NULL,
  objek_id text NOT NULL,
  rincian text NOT NULL
);
CREATE INDEX audit_rantai_pada ON audit (rantai, pada, id);
CREATE INDEX audit_objek ON audit (objek, objek_id, id);

-- Events that no chain link covers yet; the sealer empties it within a second.
CREATE TABLE audit_antre (
  audit_id uuid PRIMARY KEY REFERENCES audit (id)
);

CREATE TABLE audit_mata (
  rantai text NOT NULL,
  nomor bigint NOT NULL,
  audit_id uuid NOT NULL REFERENCES audit (id),
  sidik bytea NOT NULL,
  PRIMARY KEY (rantai, nomor)
);
CREATE UNIQUE INDEX audit_mata_audit ON audit_mata (audit_id);

CREATE TABLE audit_kepala (
  rantai text NOT NULL,
  nomor bigint NOT NULL,
  sidik bytea NOT NULL,
  tanda bytea NOT NULL,
  pada bigint NOT NULL,
  PRIMARY KEY (rantai, nomor)
);

-- What live pages poll: a topic changed. Rows older than a day are removed.
CREATE TABLE peristiwa (
  id uuid PRIMARY KEY,
  topik text NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL
);
CREATE INDEX peristiwa_pada ON peristiwa (pada, id);
