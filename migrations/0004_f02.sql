-- One row a sheet for computing: one byte an indicator in edition order, 0..5, 255 = not scored yet.
CREATE TABLE f02_lembar (
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  versi bigint NOT NULL,
  skor bytea NOT NULL,
  pada bigint NOT NULL,
  PRIMARY KEY (lokus_id, akun_id)
);

CREATE TABLE f02_isian (
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  indikator text NOT NULL,
  versi bigint NOT NULL,
  skor bigint CHECK (skor BETWEEN 0 AND 5),
  sumber text NOT NULL,
  catatan text NOT NULL,
  rekomendasi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  PRIMARY KEY (lokus_id, akun_id, indikator)
);

CREATE TABLE f02_ubah (
  op_id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  akun_id uuid NOT NULL,
  indikator text NOT NULL,
  versi_dasar bigint NOT NULL,
  versi bigint NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX f02_ubah_lembar ON f02_ubah (lokus_id, akun_id, indikator, versi);

CREATE TABLE f02_selesai (
  id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  pada bigint NOT NULL
);
CREATE INDEX f02_selesai_lembar ON f02_selesai (lokus_id, akun_id, id);

CREATE TABLE f02_selesai_batal (
  selesai_id uuid PRIMARY KEY REFERENCES f02_selesai (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- `dasar` holds the scores that were settled (account=score); when one changes, the settlement no longer holds.
CREATE TABLE f02_sepakat (
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  indikator text NOT NULL,
  versi bigint NOT NULL,
  skor bigint NOT NULL CHECK (skor BETWEEN 0 AND 5),
  alasan text NOT NULL,
  rekomendasi text NOT NULL,
  dasar text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  PRIMARY KEY (lokus_id, indikator)
);

CREATE TABLE f02_sepakat_ubah (
  op_id uuid PRIMARY KEY,
  lokus_id uuid NOT NULL REFERENCES lokus (id),
  indikator text NOT NULL,
  versi_dasar bigint NOT NULL,
  versi bigint NOT NULL,
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX f02_sepakat_ubah_lokus ON f02_sepakat_ubah (lokus_id, indikator, versi);
