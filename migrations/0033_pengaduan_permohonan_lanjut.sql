-- The limit to answer a report of a class, as an instansi set it for reports received from a day on (berlaku, local, always a day to
-- come when it was set); never longer than the regulation's. A report keeps the limit of the day on which it was received.
CREATE TABLE pengaduan_batas (
  id uuid PRIMARY KEY,
  instansi_id uuid NOT NULL REFERENCES instansi (id),
  kelas text NOT NULL,
  hari_kerja bigint NOT NULL,
  berlaku text NOT NULL,
  dasar text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pengaduan_batas_milik ON pengaduan_batas (instansi_id, berlaku, id);

-- Taken back before it began.
CREATE TABLE pengaduan_batas_batal (
  batas_id uuid PRIMARY KEY REFERENCES pengaduan_batas (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- An overdue report was raised, each level once a round: first the unit (its head), then the instansi (its head and organisers).
-- putaran: 0 while it waits to be verified and forwarded, then the number of the round in which an answer is owed.
CREATE TABLE pengaduan_eskalasi (
  id uuid PRIMARY KEY,
  pengaduan_id uuid NOT NULL REFERENCES pengaduan (id),
  putaran bigint NOT NULL,
  tingkat text NOT NULL CHECK (tingkat IN ('unit', 'instansi')),
  unit_id uuid REFERENCES unit (id),
  tenggat text NOT NULL,
  tanggal text NOT NULL,
  pada bigint NOT NULL
);
CREATE UNIQUE INDEX pengaduan_eskalasi_sekali ON pengaduan_eskalasi (pengaduan_id, putaran, tingkat);

-- Where an applicant wants to be told of his case; removed when he stops it, and some days after the case is over.
CREATE TABLE permohonan_kontak (
  permohonan_id uuid PRIMARY KEY REFERENCES permohonan (id),
  surel text NOT NULL,
  bahasa text NOT NULL,
  pada bigint NOT NULL
);

-- Mails asked for, each occasion once.
CREATE TABLE permohonan_surel (
  permohonan_id uuid NOT NULL REFERENCES permohonan (id),
  perihal text NOT NULL,
  pada bigint NOT NULL,
  PRIMARY KEY (permohonan_id, perihal)
);

-- Days for which a mall keeps addresses after the end of a case; the newest row counts.
CREATE TABLE mpp_simpan_surel (
  id uuid PRIMARY KEY,
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  hari bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX mpp_simpan_surel_mpp ON mpp_simpan_surel (mpp_id, id);

-- Somebody of another ministry who may read one journey and comment on it in a meeting.
CREATE TABLE mpp_penanggap (
  id uuid PRIMARY KEY,
  jalan_id uuid NOT NULL REFERENCES mpp_jalan (id),
  akun_id uuid NOT NULL REFERENCES akun (id),
  kementerian text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX mpp_penanggap_jalan ON mpp_penanggap (jalan_id, akun_id);
CREATE INDEX mpp_penanggap_akun ON mpp_penanggap (akun_id, jalan_id);

CREATE TABLE mpp_penanggap_cabut (
  penanggap_id uuid PRIMARY KEY REFERENCES mpp_penanggap (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
