-- Services of a unit and their standards (PermenPANRB 15/2014). A standard in force is never changed: a new one takes its place.
CREATE TABLE layanan (
  id uuid PRIMARY KEY,
  kode text NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit (id),
  nama text NOT NULL,
  ilustrasi bigint NOT NULL,
  versi bigint NOT NULL,
  dibuat bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX layanan_kode ON layanan (kode);
CREATE INDEX layanan_unit ON layanan (unit_id, nama, id);

-- No longer given.
CREATE TABLE layanan_tutup (
  layanan_id uuid PRIMARY KEY REFERENCES layanan (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- One version of a standard; isi: the text of each component under its key, as a JSON object. hari_kerja: the promised time
-- in working days where it is one. Without a row in standar_berlaku it is a draft, and a service has one draft at most.
CREATE TABLE standar (
  id uuid PRIMARY KEY,
  layanan_id uuid NOT NULL REFERENCES layanan (id),
  nomor bigint NOT NULL,
  nama text NOT NULL,
  ringkas text NOT NULL,
  isi text NOT NULL,
  hari_kerja bigint,
  versi bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX standar_nomor ON standar (layanan_id, nomor);

-- Handed to the head of the unit, at that version of the draft.
CREATE TABLE standar_usul (
  id uuid PRIMARY KEY,
  standar_id uuid NOT NULL REFERENCES standar (id),
  versi bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX standar_usul_standar ON standar_usul (standar_id, id);

-- Issued: the decree, the first day, and the day by which it is to be reviewed. Days are local.
CREATE TABLE standar_berlaku (
  standar_id uuid PRIMARY KEY REFERENCES standar (id),
  sk_nomor text NOT NULL,
  sk_tanggal text NOT NULL,
  mulai text NOT NULL,
  tinjau text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Reviewed and found right as it is; berikut: the next day of review.
CREATE TABLE standar_tinjauan (
  id uuid PRIMARY KEY,
  standar_id uuid NOT NULL REFERENCES standar (id),
  catatan text NOT NULL,
  berikut text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX standar_tinjauan_standar ON standar_tinjauan (standar_id, id);

-- The public promise of a unit; the latest signed one holds while its last day (if any) is not over.
CREATE TABLE maklumat (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit (id),
  isi text NOT NULL,
  penanda_tangan text NOT NULL,
  jabatan text NOT NULL,
  tanggal text NOT NULL,
  sampai text,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX maklumat_unit ON maklumat (unit_id, tanggal, id);
