-- A validation of a received publication that the ministry took back, and why. Its results count no longer; an older version does not take
-- their place.
CREATE TABLE terima_tarik (
  terima_id uuid PRIMARY KEY REFERENCES terima_putusan (terima_id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
