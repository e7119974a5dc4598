-- The head of a mall takes back what was decided for one local day; the usual hours and the calendar hold again. A newer decision for
-- the day stands over it.
CREATE TABLE antrean_hari_tarik (
  hari_id uuid PRIMARY KEY REFERENCES antrean_hari (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
