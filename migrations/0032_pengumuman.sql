-- Announcements of a unit to citizens, shown from day to day (local, both included). A text that was shown is not changed
-- silently: withdrawing it is a row, and a new one takes its place.
CREATE TABLE pengumuman (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit (id),
  judul text NOT NULL,
  isi text NOT NULL,
  mulai text NOT NULL,
  sampai text NOT NULL,
  penting bigint NOT NULL,
  ilustrasi bigint NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pengumuman_unit ON pengumuman (unit_id, mulai, id);
CREATE INDEX pengumuman_sampai ON pengumuman (sampai, mulai);

CREATE TABLE pengumuman_tarik (
  pengumuman_id uuid PRIMARY KEY REFERENCES pengumuman (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
