-- A Mal Pelayanan Publik is a unit that hosts others (PermenPANRB 92/2021); name and address are its unit's.
-- jam: opening hours as JSON, [{"hari": 1 to 7, "mulai": "08:00", "selesai": "15:00"}]; lintang, bujur: decimal degrees.
CREATE TABLE mpp (
  unit_id uuid PRIMARY KEY REFERENCES unit (id),
  kode text NOT NULL,
  ringkas text NOT NULL,
  jam text NOT NULL,
  lintang text,
  bujur text,
  ilustrasi bigint NOT NULL,
  versi bigint NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX mpp_kode ON mpp (kode);

-- An Organisasi Penyelenggara in a mall. unit_id: its unit where the register has it. sistem: 'prima', or 'sendiri' when it
-- works in a system of its own and connects features of it (tenan_fitur).
CREATE TABLE tenan (
  id uuid PRIMARY KEY,
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  nama text NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('kementerian-lembaga', 'pemda', 'bumn', 'bumd', 'swasta')),
  unit_id uuid REFERENCES unit (id),
  sistem text NOT NULL CHECK (sistem IN ('prima', 'sendiri')),
  versi bigint NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX tenan_mpp ON tenan (mpp_id, nama, id);

CREATE TABLE tenan_keluar (
  tenan_id uuid PRIMARY KEY REFERENCES tenan (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Where a tenant serves: a place in the hall, or wholly electronic at an address (tautan).
CREATE TABLE gerai (
  id uuid PRIMARY KEY,
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  tenan_id uuid NOT NULL REFERENCES tenan (id),
  kode text NOT NULL,
  nama text NOT NULL,
  letak text NOT NULL,
  bentuk text NOT NULL CHECK (bentuk IN ('fisik', 'elektronik')),
  tautan text,
  versi bigint NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX gerai_kode ON gerai (mpp_id, kode);
CREATE INDEX gerai_tenan ON gerai (tenan_id, id);

CREATE TABLE gerai_tutup (
  gerai_id uuid PRIMARY KEY REFERENCES gerai (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- A counter of a gerai, at which one officer works.
CREATE TABLE loket (
  id uuid PRIMARY KEY,
  gerai_id uuid NOT NULL REFERENCES gerai (id),
  nama text NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX loket_nama ON loket (gerai_id, nama);

-- A service given at a gerai. awalan: letters before its ticket numbers, once in a mall among placements that hold.
-- menit: the office's own statement of how long one visit takes, until the gerai's own times say it.
-- kehadiran: officers come by schedule or by invitation.
CREATE TABLE gerai_layanan (
  id uuid PRIMARY KEY,
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  gerai_id uuid NOT NULL REFERENCES gerai (id),
  layanan_id uuid NOT NULL REFERENCES layanan (id),
  awalan text NOT NULL,
  menit bigint,
  kehadiran text NOT NULL CHECK (kehadiran IN ('jadwal', 'undangan')),
  versi bigint NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX gerai_layanan_satu ON gerai_layanan (gerai_id, layanan_id);
CREATE INDEX gerai_layanan_mpp ON gerai_layanan (mpp_id, awalan);
CREATE INDEX gerai_layanan_layanan ON gerai_layanan (layanan_id);

-- No longer given there. Taken up again by deleting the row, which the audit log tells.
CREATE TABLE gerai_layanan_akhir (
  gerai_layanan_id uuid PRIMARY KEY REFERENCES gerai_layanan (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- An officer placed at a gerai, from day to day (local, both included).
CREATE TABLE pelaksana (
  id uuid PRIMARY KEY,
  gerai_id uuid NOT NULL REFERENCES gerai (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  mulai text NOT NULL,
  sampai text,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pelaksana_gerai ON pelaksana (gerai_id, akun_id);
CREATE INDEX pelaksana_akun ON pelaksana (akun_id, gerai_id);

CREATE TABLE pelaksana_akhir (
  pelaksana_id uuid PRIMARY KEY REFERENCES pelaksana (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
