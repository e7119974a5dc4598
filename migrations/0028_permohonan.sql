-- Cases of citizens and their payments. A form is never changed: a new version takes its place. isi: the fields as JSON; surat: the
-- letter's text with places in braces; tarif: whole rupiah that every case owes, 0 for a free service.
CREATE TABLE formulir (
  id uuid PRIMARY KEY,
  layanan_id uuid NOT NULL REFERENCES layanan (id),
  nomor bigint NOT NULL,
  isi text NOT NULL,
  surat text NOT NULL,
  tarif bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX formulir_nomor ON formulir (layanan_id, nomor);

-- The service takes no cases through the program, until there is a newer form.
CREATE TABLE formulir_tutup (
  formulir_id uuid PRIMARY KEY REFERENCES formulir (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- A case. kode is the secret of who holds it. keadaan, tenggat, sisa and tuntas follow from permohonan_peristiwa and stand here for
-- lists: the last day while the clock runs (local), working days left while it stands, the day on which the office was done.
-- tiket_id: the ticket with which it came in, where there was one.
CREATE TABLE permohonan (
  id uuid PRIMARY KEY,
  kode text NOT NULL,
  layanan_id uuid NOT NULL REFERENCES layanan (id),
  formulir_id uuid NOT NULL REFERENCES formulir (id),
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  gerai_id uuid NOT NULL REFERENCES gerai (id),
  tiket_id uuid,
  nama text,
  kontak text,
  isi text NOT NULL,
  keadaan text NOT NULL,
  diterima text NOT NULL,
  hari_kerja bigint,
  tenggat text,
  sisa bigint,
  tuntas text,
  tenggat_catatan text NOT NULL,
  ilustrasi bigint NOT NULL,
  versi bigint NOT NULL,
  pada bigint NOT NULL
);
CREATE UNIQUE INDEX permohonan_kode ON permohonan (kode);
CREATE INDEX permohonan_gerai ON permohonan (gerai_id, keadaan, tenggat);
CREATE INDEX permohonan_mpp ON permohonan (mpp_id, id);
CREATE INDEX permohonan_layanan ON permohonan (layanan_id, id);

-- Steps in order (layanan::permohonan). tanggal: the local day. alasan is for the applicant. oleh: NULL for the applicant.
CREATE TABLE permohonan_peristiwa (
  id uuid PRIMARY KEY,
  permohonan_id uuid NOT NULL REFERENCES permohonan (id),
  nomor bigint NOT NULL,
  langkah text NOT NULL,
  tanggal text NOT NULL,
  alasan text NOT NULL,
  gerai_id uuid REFERENCES gerai (id),
  pada bigint NOT NULL,
  oleh uuid
);
CREATE UNIQUE INDEX permohonan_peristiwa_nomor ON permohonan_peristiwa (permohonan_id, nomor);
CREATE INDEX permohonan_peristiwa_oleh ON permohonan_peristiwa (oleh, permohonan_id);

-- What the answers were before a correction.
CREATE TABLE permohonan_isi_lama (
  permohonan_id uuid NOT NULL REFERENCES permohonan (id),
  versi bigint NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL,
  PRIMARY KEY (permohonan_id, versi)
);

-- Files of the applicant; of one field the newest counts.
CREATE TABLE permohonan_berkas (
  id uuid PRIMARY KEY,
  permohonan_id uuid NOT NULL REFERENCES permohonan (id),
  medan text NOT NULL,
  nama text NOT NULL,
  objek text NOT NULL REFERENCES objek (sidik),
  pada bigint NOT NULL
);
CREATE INDEX permohonan_berkas_permohonan ON permohonan_berkas (permohonan_id, id);

-- Notes among officers; never shown to the applicant.
CREATE TABLE permohonan_catatan (
  id uuid PRIMARY KEY,
  permohonan_id uuid NOT NULL REFERENCES permohonan (id),
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX permohonan_catatan_permohonan ON permohonan_catatan (permohonan_id, id);

-- The product as a document; kode proves it at /verifikasi. Of one case the newest holds.
CREATE TABLE permohonan_dokumen (
  id uuid PRIMARY KEY,
  permohonan_id uuid NOT NULL REFERENCES permohonan (id),
  kode text NOT NULL,
  nomor text NOT NULL,
  teks text NOT NULL,
  objek text NOT NULL REFERENCES objek (sidik),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX permohonan_dokumen_kode ON permohonan_dokumen (kode);
CREATE INDEX permohonan_dokumen_permohonan ON permohonan_dokumen (permohonan_id, id);

-- The product was fetched (who, as he said) or is downloaded.
CREATE TABLE permohonan_ambil (
  permohonan_id uuid PRIMARY KEY REFERENCES permohonan (id),
  cara text NOT NULL CHECK (cara IN ('loket', 'unduh')),
  penerima text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid
);

-- The one-use link of the survey was made for this case; which one is kept nowhere.
CREATE TABLE permohonan_skm (
  permohonan_id uuid PRIMARY KEY REFERENCES permohonan (id),
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  tanggal text NOT NULL
);

-- A bill, in whole rupiah. oleh: the officer who made it; he, and whoever worked on the case, may not confirm its payment.
CREATE TABLE tagihan (
  id uuid PRIMARY KEY,
  permohonan_id uuid NOT NULL REFERENCES permohonan (id),
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  kode text NOT NULL,
  nominal bigint NOT NULL,
  tanggal text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX tagihan_kode ON tagihan (kode);
CREATE INDEX tagihan_permohonan ON tagihan (permohonan_id, id);
CREATE INDEX tagihan_mpp ON tagihan (mpp_id, tanggal, id);

CREATE TABLE tagihan_batal (
  tagihan_id uuid PRIMARY KEY REFERENCES tagihan (id),
  alasan text NOT NULL,
  tanggal text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- A proof of payment (layanan::bayar): the cashier's word with the number of the receipt, or a signed call with its transaction.
-- saat: when it was paid, as the source says; tanggal: the local day on which the program learned of it.
CREATE TABLE pembayaran (
  tagihan_id uuid PRIMARY KEY REFERENCES tagihan (id),
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  cara text NOT NULL CHECK (cara IN ('loket', 'qris')),
  kuitansi text,
  transaksi text,
  nominal bigint NOT NULL,
  tanggal text NOT NULL,
  saat bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid
);
CREATE UNIQUE INDEX pembayaran_kuitansi ON pembayaran (mpp_id, kuitansi);
CREATE UNIQUE INDEX pembayaran_transaksi ON pembayaran (mpp_id, transaksi);
CREATE INDEX pembayaran_hari ON pembayaran (mpp_id, tanggal, tagihan_id);

-- Merchant data of a mall as its provider gave them: a static QRIS payload. The newest row counts; without text QRIS is off. The
-- secret of its calls is derived from the installation's key and this row's id, and kept nowhere.
CREATE TABLE qris_pedagang (
  id uuid PRIMARY KEY,
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  muatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX qris_pedagang_mpp ON qris_pedagang (mpp_id, id);

-- Calls with a valid signature, each of the provider's ids once, with the answer it was given.
CREATE TABLE qris_panggilan (
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  panggilan text NOT NULL,
  tagihan text NOT NULL,
  nominal bigint NOT NULL,
  status bigint NOT NULL,
  hasil text NOT NULL,
  tanggal text NOT NULL,
  pada bigint NOT NULL,
  PRIMARY KEY (mpp_id, panggilan)
);
CREATE INDEX qris_panggilan_hari ON qris_panggilan (mpp_id, tanggal, panggilan);

-- What was counted at the end of a day: cash in the drawer, QRIS by the provider's statement. The newest row of a day counts.
CREATE TABLE rekonsiliasi (
  id uuid PRIMARY KEY,
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  tanggal text NOT NULL,
  tunai bigint NOT NULL,
  qris bigint NOT NULL,
  catatan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX rekonsiliasi_hari ON rekonsiliasi (mpp_id, tanggal, id);
