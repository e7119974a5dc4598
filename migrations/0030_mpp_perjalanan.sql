-- The way of a Mal Pelayanan Publik from the study to operation and on (rules: layanan::mpp). mpp_id: the mall, once it is
-- a unit here. awal: where it begins; 'beroperasi' for one that operated before it was recorded. tahap, sejak, tenggat: what
-- the rules say, kept beside for lists. lintang, bujur: decimal degrees. Days are local ISO texts throughout.
CREATE TABLE mpp_jalan (
  id uuid PRIMARY KEY,
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  mpp_id uuid REFERENCES mpp (unit_id),
  nama text NOT NULL,
  alamat text NOT NULL,
  lintang text,
  bujur text,
  awal text NOT NULL CHECK (awal IN ('kajian', 'beroperasi')),
  mulai text NOT NULL,
  tahap text NOT NULL,
  sejak text NOT NULL,
  tenggat text,
  ilustrasi bigint NOT NULL,
  versi bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX mpp_jalan_mpp ON mpp_jalan (mpp_id);
CREATE INDEX mpp_jalan_instansi ON mpp_jalan (instansi_id, id);

-- Given up by the local government.
CREATE TABLE mpp_jalan_akhir (
  jalan_id uuid PRIMARY KEY REFERENCES mpp_jalan (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- What happened, in order. nilai: the key of the document, of the decision, or of the stage gone to. pelaku: the side that
-- acted, as the regulation names it. nomor, berkas, objek: of a document; the file is optional.
CREATE TABLE mpp_langkah (
  id uuid PRIMARY KEY,
  jalan_id uuid NOT NULL REFERENCES mpp_jalan (id),
  urut bigint NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('dokumen', 'faktual', 'putusan', 'selesai-dibangun', 'maju')),
  nilai text NOT NULL,
  pelaku text NOT NULL,
  tanggal text NOT NULL,
  nomor text NOT NULL,
  catatan text NOT NULL,
  berkas text NOT NULL,
  objek text REFERENCES objek (sidik),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX mpp_langkah_urut ON mpp_langkah (jalan_id, urut);

-- A meeting: the forum konsultasi publik of the study, or a rapat koordinasi in which ministries comment.
CREATE TABLE mpp_forum (
  id uuid PRIMARY KEY,
  jalan_id uuid NOT NULL REFERENCES mpp_jalan (id),
  jenis text NOT NULL CHECK (jenis IN ('forum', 'rapat')),
  judul text NOT NULL,
  tempat text NOT NULL,
  tanggal text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX mpp_forum_jalan ON mpp_forum (jalan_id, id);

-- kelompok: a group of participants, 'kementerian' in a rapat. nama: the body invited, not a private person.
CREATE TABLE mpp_undangan (
  id uuid PRIMARY KEY,
  forum_id uuid NOT NULL REFERENCES mpp_forum (id),
  kelompok text NOT NULL,
  nama text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX mpp_undangan_forum ON mpp_undangan (forum_id, id);

-- It took place.
CREATE TABLE mpp_forum_laksana (
  forum_id uuid PRIMARY KEY REFERENCES mpp_forum (id),
  tanggal text NOT NULL,
  hadir bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

CREATE TABLE mpp_masukan (
  id uuid PRIMARY KEY,
  forum_id uuid NOT NULL REFERENCES mpp_forum (id),
  kelompok text NOT NULL,
  dari text NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX mpp_masukan_forum ON mpp_masukan (forum_id, id);

CREATE TABLE mpp_jawaban (
  masukan_id uuid PRIMARY KEY REFERENCES mpp_masukan (id),
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The signed minutes.
CREATE TABLE mpp_forum_acara (
  forum_id uuid PRIMARY KEY REFERENCES mpp_forum (id),
  nomor text NOT NULL,
  tanggal text NOT NULL,
  berkas text NOT NULL,
  objek text NOT NULL REFERENCES objek (sidik),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

CREATE TABLE mpp_forum_terbit (
  forum_id uuid PRIMARY KEY REFERENCES mpp_forum (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- An office's own text of a template; without an instansi it is the ministry's. The newest holds. sumber: the official annex
-- it was taken from; empty while it is an example.
CREATE TABLE mpp_templat (
  id uuid PRIMARY KEY,
  instansi_id uuid REFERENCES instansi (id),
  kunci text NOT NULL,
  isi text NOT NULL,
  sumber text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX mpp_templat_kunci ON mpp_templat (kunci, id);

-- A text made from a template for one journey.
CREATE TABLE mpp_naskah (
  id uuid PRIMARY KEY,
  jalan_id uuid NOT NULL REFERENCES mpp_jalan (id),
  kunci text NOT NULL,
  isi text NOT NULL,
  sumber text NOT NULL,
  versi bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX mpp_naskah_kunci ON mpp_naskah (jalan_id, kunci);

-- An additional service point, set by the head of the region and told to the Menteri in writing. wilayah: the region in
-- which it lies; in another one than the mall's it needs a kesepakatan with that region.
CREATE TABLE mpp_titik (
  id uuid PRIMARY KEY,
  jalan_id uuid NOT NULL REFERENCES mpp_jalan (id),
  nama text NOT NULL,
  bentuk text NOT NULL CHECK (bentuk IN ('pojok-pelayanan', 'paten', 'kek', 'kawasan-industri', 'pelabuhan', 'kpbpb', 'perbatasan', 'lain')),
  alamat text NOT NULL,
  wilayah text NOT NULL,
  kesepakatan text NOT NULL,
  penetapan_nomor text NOT NULL,
  penetapan_tanggal text NOT NULL,
  surat_nomor text NOT NULL,
  surat_tanggal text,
  mulai text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX mpp_titik_jalan ON mpp_titik (jalan_id, id);

CREATE TABLE mpp_titik_akhir (
  titik_id uuid PRIMARY KEY REFERENCES mpp_titik (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- What a tenant agreed with the operator. sampai: the last day, where it has one.
CREATE TABLE tenan_perjanjian (
  id uuid PRIMARY KEY,
  tenan_id uuid NOT NULL REFERENCES tenan (id),
  jenis text NOT NULL CHECK (jenis IN ('kesepakatan-bersama', 'perjanjian-kerja-sama', 'sinergi')),
  nomor text NOT NULL,
  tanggal text NOT NULL,
  mulai text NOT NULL,
  sampai text,
  berkas text NOT NULL,
  objek text REFERENCES objek (sidik),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX tenan_perjanjian_tenan ON tenan_perjanjian (tenan_id, id);

CREATE TABLE tenan_perjanjian_akhir (
  perjanjian_id uuid PRIMARY KEY REFERENCES tenan_perjanjian (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- A feature of a tenant's own system that is connected, as the operator recorded it: the newest row of a feature says
-- whether ('hubung') or no longer ('putus').
CREATE TABLE tenan_fitur (
  id uuid PRIMARY KEY,
  tenan_id uuid NOT NULL REFERENCES tenan (id),
  fitur text NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('hubung', 'putus')),
  tautan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX tenan_fitur_tenan ON tenan_fitur (tenan_id, fitur, id);

-- The way in for a tenant's program: only the SHA-256 of the secret is kept.
CREATE TABLE tenan_token (
  id uuid PRIMARY KEY,
  tenan_id uuid NOT NULL REFERENCES tenan (id),
  nama text NOT NULL,
  sidik text NOT NULL,
  sampai bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX tenan_token_sidik ON tenan_token (sidik);
CREATE INDEX tenan_token_tenan ON tenan_token (tenan_id, id);

CREATE TABLE tenan_token_cabut (
  token_id uuid PRIMARY KEY REFERENCES tenan_token (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The last report of a feature by a tenant's program: the checked content as JSON, replaced by the next one.
CREATE TABLE tenan_lapor (
  tenan_id uuid NOT NULL REFERENCES tenan (id),
  fitur text NOT NULL,
  isi text NOT NULL,
  banyak bigint NOT NULL,
  token_id uuid NOT NULL REFERENCES tenan_token (id),
  pada bigint NOT NULL,
  PRIMARY KEY (tenan_id, fitur)
);

-- An officer came; with a row in pelaksana_pulang he left again. hari: local day.
CREATE TABLE pelaksana_hadir (
  id uuid PRIMARY KEY,
  pelaksana_id uuid NOT NULL REFERENCES pelaksana (id),
  hari text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pelaksana_hadir_hari ON pelaksana_hadir (hari, pelaksana_id);

CREATE TABLE pelaksana_pulang (
  hadir_id uuid PRIMARY KEY REFERENCES pelaksana_hadir (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Training or certificate of an officer of a mall. sampai: valid until, where it ends.
CREATE TABLE pelaksana_kompetensi (
  id uuid PRIMARY KEY,
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  nama text NOT NULL,
  penyelenggara text NOT NULL,
  tanggal text NOT NULL,
  sampai text,
  berkas text NOT NULL,
  objek text REFERENCES objek (sidik),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pelaksana_kompetensi_mpp ON pelaksana_kompetensi (mpp_id, akun_id, id);

CREATE TABLE pelaksana_kompetensi_hapus (
  kompetensi_id uuid PRIMARY KEY REFERENCES pelaksana_kompetensi (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
