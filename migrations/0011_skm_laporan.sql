-- A report has a PDF, a workbook and a public code, and says what it was made from: the hash of the counters, number of
-- respondents and IKM as printed. The table of 0008 was never written.
DROP TABLE skm_laporan;

CREATE TABLE skm_laporan (
  id uuid PRIMARY KEY,
  ronde_id uuid NOT NULL REFERENCES ronde (id),
  kode text NOT NULL,
  pdf text NOT NULL REFERENCES objek (sidik),
  xlsx text NOT NULL REFERENCES objek (sidik),
  sumber text NOT NULL,
  n bigint NOT NULL,
  ikm text NOT NULL,
  mutu text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE UNIQUE INDEX skm_laporan_kode ON skm_laporan (kode);
CREATE INDEX skm_laporan_ronde ON skm_laporan (ronde_id, id);

-- The first sixteen digits are the code that a publication is verified by.
CREATE INDEX skm_terbit_sidik ON skm_terbit (sidik);
