-- One call to the electronic signing service: the row stands before the call is made, and no call is ever made twice.
-- `dari` is the file that was handed in; the NIK and the passphrase are kept nowhere. `batas`: seconds the call may take.
CREATE TABLE tte (
  id uuid PRIMARY KEY,
  berita_acara_id uuid NOT NULL REFERENCES berita_acara (id),
  pihak text NOT NULL CHECK (pihak IN ('evaluator', 'unit', 'penanggungjawab')),
  akun_id uuid NOT NULL REFERENCES akun (id),
  nama text NOT NULL,
  jabatan text NOT NULL,
  dari text NOT NULL REFERENCES objek (sidik),
  layanan text NOT NULL,
  batas bigint NOT NULL,
  pada bigint NOT NULL
);
CREATE INDEX tte_berita_acara ON tte (berita_acara_id, id);

-- How the call ended. `tak-diketahui`: no answer that can be understood, so the service may have signed. `utuh` is 1 when the
-- signed file begins with all bytes of the one handed in.
CREATE TABLE tte_akhir (
  tte_id uuid PRIMARY KEY REFERENCES tte (id),
  keadaan text NOT NULL CHECK (keadaan IN ('ditandatangani', 'ditolak', 'tak-diketahui')),
  kode text NOT NULL,
  pesan text NOT NULL,
  objek text REFERENCES objek (sidik),
  utuh bigint NOT NULL,
  pada bigint NOT NULL
);

-- An unknown end that somebody settled after asking the service, with what he found there.
CREATE TABLE tte_putusan (
  tte_id uuid PRIMARY KEY REFERENCES tte (id),
  ditandatangani bigint NOT NULL,
  catatan text NOT NULL,
  objek text REFERENCES objek (sidik),
  utuh bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL REFERENCES akun (id)
);

-- Code of the QR on a follow-up report that was sent; one sending has two recipients and one file.
CREATE TABLE penyampaian_kode (
  kode text PRIMARY KEY,
  kiriman uuid NOT NULL
);
CREATE UNIQUE INDEX penyampaian_kode_kiriman ON penyampaian_kode (kiriman);
