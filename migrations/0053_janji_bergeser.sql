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
