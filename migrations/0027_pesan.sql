-- Bookings of a service at a gerai: hours and slot rules, rosters, invitation days, what was booked. All days and times are local.

-- One writer of the schedule of a placement at a time; a booking holds it shared. versi: of rule, roster and invitation days.
CREATE TABLE pesan_penempatan (
  gerai_layanan_id uuid PRIMARY KEY REFERENCES gerai_layanan (id),
  versi bigint NOT NULL
);

-- One booking of a placement and day at a time.
CREATE TABLE pesan_hari (
  gerai_layanan_id uuid NOT NULL REFERENCES gerai_layanan (id),
  tanggal text NOT NULL,
  PRIMARY KEY (gerai_layanan_id, tanggal)
);

-- Hours and slot rule from a day on; of the rows that have begun the one with the latest first day holds, then the newest.
-- jam: as in mpp. datang_langsung: percent of the places kept for walk-ins. Nothing is overwritten.
CREATE TABLE pesan_aturan (
  id uuid PRIMARY KEY,
  gerai_layanan_id uuid NOT NULL REFERENCES gerai_layanan (id),
  mulai text NOT NULL,
  jam text NOT NULL,
  lama_menit bigint NOT NULL,
  per_petugas bigint NOT NULL,
  datang_langsung bigint NOT NULL,
  jeda_menit bigint NOT NULL,
  paling_jauh bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pesan_aturan_penempatan ON pesan_aturan (gerai_layanan_id, mulai, id);

-- Taken back before it began.
CREATE TABLE pesan_aturan_batal (
  aturan_id uuid PRIMARY KEY REFERENCES pesan_aturan (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The roster: an officer's duty at a placement.
CREATE TABLE pesan_tugas (
  id uuid PRIMARY KEY,
  gerai_layanan_id uuid NOT NULL REFERENCES gerai_layanan (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  tanggal text NOT NULL,
  mulai text NOT NULL,
  selesai text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pesan_tugas_penempatan ON pesan_tugas (gerai_layanan_id, tanggal, mulai, id);
CREATE INDEX pesan_tugas_akun ON pesan_tugas (akun_id, tanggal, id);

CREATE TABLE pesan_tugas_hapus (
  tugas_id uuid PRIMARY KEY REFERENCES pesan_tugas (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Days on which officers come, for placements by invitation.
CREATE TABLE pesan_undangan (
  id uuid PRIMARY KEY,
  gerai_layanan_id uuid NOT NULL REFERENCES gerai_layanan (id),
  tanggal text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pesan_undangan_penempatan ON pesan_undangan (gerai_layanan_id, tanggal, id);

CREATE TABLE pesan_undangan_hapus (
  undangan_id uuid PRIMARY KEY REFERENCES pesan_undangan (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- A booking. id: made by the form, random. kode: the secret of its holder. oleh: the officer who booked for somebody.
CREATE TABLE pesanan (
  id uuid PRIMARY KEY,
  kode text NOT NULL,
  gerai_layanan_id uuid NOT NULL REFERENCES gerai_layanan (id),
  tanggal text NOT NULL,
  mulai text NOT NULL,
  selesai text NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid
);
CREATE UNIQUE INDEX pesanan_kode ON pesanan (kode);
CREATE INDEX pesanan_hari ON pesanan (gerai_layanan_id, tanggal, mulai, id);
CREATE INDEX pesanan_tanggal ON pesanan (tanggal, id);

-- Where its holder can be reached, as far as he wanted; removed once the day is over or the booking cancelled.
-- sidik: keyed digest of the address or number, to see a second booking of the same day.
CREATE TABLE pesanan_kontak (
  pesanan_id uuid PRIMARY KEY REFERENCES pesanan (id),
  surel text,
  telepon text,
  bahasa text NOT NULL,
  sidik uuid NOT NULL
);

-- Moved to another slot.
CREATE TABLE pesanan_pindah (
  id uuid PRIMARY KEY,
  pesanan_id uuid NOT NULL REFERENCES pesanan (id),
  dari_tanggal text NOT NULL,
  dari_mulai text NOT NULL,
  tanggal text NOT NULL,
  mulai text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid
);
CREATE INDEX pesanan_pindah_pesanan ON pesanan_pindah (pesanan_id, id);

CREATE TABLE pesanan_batal (
  pesanan_id uuid PRIMARY KEY REFERENCES pesanan (id),
  pada bigint NOT NULL,
  oleh uuid
);

-- Checked in at the hall. tiket_id: the ticket made of it.
CREATE TABLE pesanan_hadir (
  pesanan_id uuid PRIMARY KEY REFERENCES pesanan (id),
  tiket_id uuid REFERENCES tiket (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

CREATE TABLE pesanan_tidak_hadir (
  pesanan_id uuid PRIMARY KEY REFERENCES pesanan (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Holds no longer, since hours, roster or calendar changed after it was made. tanggal, mulai: the slot that was lost.
CREATE TABLE pesanan_terdampak (
  id uuid PRIMARY KEY,
  pesanan_id uuid NOT NULL REFERENCES pesanan (id),
  sebab text NOT NULL CHECK (sebab IN ('libur', 'tidak-buka', 'bukan-undangan', 'tanpa-petugas', 'slot-hilang', 'kapasitas')),
  tanggal text NOT NULL,
  mulai text NOT NULL,
  pada bigint NOT NULL
);
CREATE INDEX pesanan_terdampak_pesanan ON pesanan_terdampak (pesanan_id, id);

-- No longer a matter: moved, cancelled, or it holds again.
CREATE TABLE pesanan_terdampak_usai (
  terdampak_id uuid PRIMARY KEY REFERENCES pesanan_terdampak (id),
  cara text NOT NULL CHECK (cara IN ('pindah', 'batal', 'kembali', 'hadir')),
  pada bigint NOT NULL
);

-- An officer told the person himself.
CREATE TABLE pesanan_dikabari (
  terdampak_id uuid PRIMARY KEY REFERENCES pesanan_terdampak (id),
  cara text NOT NULL CHECK (cara IN ('telepon', 'langsung')),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Mails asked for, each occasion once.
CREATE TABLE pesanan_surel (
  pesanan_id uuid NOT NULL REFERENCES pesanan (id),
  perihal text NOT NULL,
  pada bigint NOT NULL,
  PRIMARY KEY (pesanan_id, perihal)
);
