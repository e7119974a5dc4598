-- Tickets of a hall. A ticket is its events; what it is now is kept beside them, so that lists need no folding.

-- One row a gerai: whoever changes its line takes this row first. versi counts the changes.
CREATE TABLE antrean_gerai (
  gerai_id uuid PRIMARY KEY REFERENCES gerai (id),
  versi bigint NOT NULL,
  pada bigint NOT NULL
);

-- The last number given for a gerai, service and local day.
CREATE TABLE antrean_nomor (
  gerai_id uuid NOT NULL REFERENCES gerai (id),
  layanan_id uuid NOT NULL REFERENCES layanan (id),
  tanggal text NOT NULL,
  terakhir bigint NOT NULL,
  PRIMARY KEY (gerai_id, layanan_id, tanggal)
);

-- kode: random, the secret of its holder. nomor: as on the board. As issued: gerai_id to oleh; as it stands now: from di_gerai on.
-- saluran: how it was taken. op: made by the client. prioritas holds no reason: nobody is asked for one.
-- tempat: place in line, lower is earlier. langkah: how many events it has.
CREATE TABLE tiket (
  id uuid PRIMARY KEY,
  kode text NOT NULL,
  op uuid NOT NULL,
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  gerai_id uuid NOT NULL REFERENCES gerai (id),
  layanan_id uuid NOT NULL REFERENCES layanan (id),
  tanggal text NOT NULL,
  urut bigint NOT NULL,
  nomor text NOT NULL,
  awalan text NOT NULL,
  prioritas_awal text NOT NULL CHECK (prioritas_awal IN ('biasa', 'rentan')),
  slot_mulai bigint,
  slot_selesai bigint,
  saluran text NOT NULL CHECK (saluran IN ('warga', 'kios', 'depan', 'petugas', 'pesanan')),
  terbit bigint NOT NULL,
  oleh uuid,
  di_gerai uuid NOT NULL REFERENCES gerai (id),
  di_layanan uuid NOT NULL REFERENCES layanan (id),
  prioritas text NOT NULL CHECK (prioritas IN ('biasa', 'rentan')),
  keadaan text NOT NULL,
  alasan text,
  loket_id uuid REFERENCES loket (id),
  tempat bigint NOT NULL,
  terakhir bigint NOT NULL,
  panggilan bigint NOT NULL,
  dipanggil bigint,
  pertama_dipanggil bigint,
  langkah bigint NOT NULL
);
CREATE UNIQUE INDEX tiket_kode ON tiket (kode);
CREATE UNIQUE INDEX tiket_op ON tiket (op);
CREATE UNIQUE INDEX tiket_nomor ON tiket (gerai_id, layanan_id, tanggal, urut);
CREATE INDEX tiket_garis ON tiket (di_gerai, tanggal, keadaan);
CREATE INDEX tiket_mpp ON tiket (mpp_id, tanggal, keadaan);

-- What happened to a ticket, in order (ke from 1). op: made by the client; one act can be two events.
-- gerai_id, layanan_id: where it was transferred. isi: the new priority, or why it was cancelled. oleh: empty for its holder.
CREATE TABLE tiket_peristiwa (
  tiket_id uuid NOT NULL REFERENCES tiket (id),
  ke bigint NOT NULL,
  op uuid NOT NULL,
  langkah text NOT NULL,
  loket_id uuid REFERENCES loket (id),
  gerai_id uuid REFERENCES gerai (id),
  layanan_id uuid REFERENCES layanan (id),
  isi text,
  saat bigint NOT NULL,
  oleh uuid,
  PRIMARY KEY (tiket_id, ke)
);
CREATE INDEX tiket_peristiwa_op ON tiket_peristiwa (op);

-- How long a call kept a counter busy, from the call to being free for the next. akhir: the step that freed it.
CREATE TABLE antrean_waktu (
  tiket_id uuid NOT NULL REFERENCES tiket (id),
  ke bigint NOT NULL,
  gerai_id uuid NOT NULL REFERENCES gerai (id),
  layanan_id uuid NOT NULL REFERENCES layanan (id),
  loket_id uuid NOT NULL REFERENCES loket (id),
  tanggal text NOT NULL,
  detik bigint NOT NULL,
  dilayani_detik bigint NOT NULL,
  akhir text NOT NULL,
  saat bigint NOT NULL,
  PRIMARY KEY (tiket_id, ke)
);
CREATE INDEX antrean_waktu_gerai ON antrean_waktu (gerai_id, layanan_id, saat);

-- An officer sits down at a counter, and leaves it.
CREATE TABLE loket_buka (
  id uuid PRIMARY KEY,
  loket_id uuid NOT NULL REFERENCES loket (id),
  gerai_id uuid NOT NULL REFERENCES gerai (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  tanggal text NOT NULL,
  pada bigint NOT NULL
);
CREATE INDEX loket_buka_loket ON loket_buka (loket_id, pada);

CREATE TABLE loket_tutup (
  buka_id uuid PRIMARY KEY REFERENCES loket_buka (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Who sits where now. beruntun: calls of kelompok rentan in a row past waiting others.
CREATE TABLE loket_kini (
  loket_id uuid PRIMARY KEY REFERENCES loket (id),
  gerai_id uuid NOT NULL REFERENCES gerai (id),
  buka_id uuid NOT NULL REFERENCES loket_buka (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  tanggal text NOT NULL,
  beruntun bigint NOT NULL
);
CREATE UNIQUE INDEX loket_kini_akun ON loket_kini (akun_id);
CREATE INDEX loket_kini_gerai ON loket_kini (gerai_id, tanggal);

-- The survey link of a ticket was handed out, on this local day. The link itself is kept nowhere.
CREATE TABLE tiket_survei (
  tiket_id uuid PRIMARY KEY REFERENCES tiket (id),
  tanggal text NOT NULL
);

-- What the head of a mall decided for one local day; the newest counts. mulai, selesai: open from to (08:00); both empty: closed.
CREATE TABLE antrean_hari (
  id uuid PRIMARY KEY,
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  tanggal text NOT NULL,
  mulai text,
  selesai text,
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX antrean_hari_mpp ON antrean_hari (mpp_id, tanggal, id);
