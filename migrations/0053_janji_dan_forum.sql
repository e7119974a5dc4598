-- A promised day of a case that moved because the office's calendar changed; the day itself stands in permohonan.tenggat. dari, ke: local
-- days. hari_id: the office's own day that was added or taken out, where it was one.
CREATE TABLE permohonan_geser (
  id uuid PRIMARY KEY,
  permohonan_id uuid NOT NULL REFERENCES permohonan (id),
  dari text NOT NULL,
  ke text NOT NULL,
  sebab text NOT NULL,
  hari_id uuid REFERENCES kalender_hari (id),
  pada bigint NOT NULL
);
CREATE INDEX permohonan_geser_kasus ON permohonan_geser (permohonan_id, id);

-- An invitation, or something said, that was written down wrongly and taken out before the meeting was published.
CREATE TABLE mpp_undangan_hapus (
  undangan_id uuid PRIMARY KEY REFERENCES mpp_undangan (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE TABLE mpp_masukan_hapus (
  masukan_id uuid PRIMARY KEY REFERENCES mpp_masukan (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- Answers and minutes that were replaced or taken back before publication, as they were; what holds is in mpp_jawaban and mpp_forum_acara.
CREATE TABLE mpp_jawaban_lama (
  id uuid PRIMARY KEY,
  masukan_id uuid NOT NULL REFERENCES mpp_masukan (id),
  isi text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  diganti bigint NOT NULL,
  diganti_oleh uuid NOT NULL
);
CREATE INDEX mpp_jawaban_lama_masukan ON mpp_jawaban_lama (masukan_id, id);
CREATE TABLE mpp_forum_acara_lama (
  id uuid PRIMARY KEY,
  forum_id uuid NOT NULL REFERENCES mpp_forum (id),
  nomor text NOT NULL,
  tanggal text NOT NULL,
  berkas text NOT NULL,
  objek text NOT NULL REFERENCES objek (sidik),
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  diganti bigint NOT NULL,
  diganti_oleh uuid NOT NULL
);
CREATE INDEX mpp_forum_acara_lama_forum ON mpp_forum_acara_lama (forum_id, id);
