-- Decisions about a received publication whose mark (0081) did not hold when the ministry decided anew, as they stood then, with the withdrawal
-- that stood beside them. They count nowhere; the new decision is the row of terima_putusan.
CREATE TABLE terima_putusan_gugur (
  id uuid PRIMARY KEY,
  terima_id uuid NOT NULL REFERENCES terima_terbitan (id),
  jenis text NOT NULL,
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL,
  tarik_pada bigint,
  tarik_alasan text,
  tarik_oleh uuid,
  gugur_pada bigint NOT NULL,
  gugur_oleh uuid NOT NULL
);
CREATE INDEX terima_putusan_gugur_terima ON terima_putusan_gugur (terima_id, id);
