-- A service of a unit of another government is given in a mall only with that unit's consent. A placement without a row here needed
-- none: its unit is of the mall's own government, or it was placed before consent was asked. No longer given, whoever ended it: a row
-- in gerai_layanan_akhir. Asked again, it is a new row here.
CREATE TABLE penempatan_minta (
  id uuid PRIMARY KEY,
  gerai_layanan_id uuid NOT NULL REFERENCES gerai_layanan (id),
  unit_id uuid NOT NULL REFERENCES unit (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX penempatan_minta_tempat ON penempatan_minta (gerai_layanan_id, id);
CREATE INDEX penempatan_minta_unit ON penempatan_minta (unit_id, id);

-- 'setuju' and 'tolak' are the unit's; 'batal': the mall took its request back.
CREATE TABLE penempatan_jawab (
  minta_id uuid PRIMARY KEY REFERENCES penempatan_minta (id),
  jenis text NOT NULL CHECK (jenis IN ('setuju', 'tolak', 'batal')),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);

-- The unit took its consent back.
CREATE TABLE penempatan_cabut (
  minta_id uuid PRIMARY KEY REFERENCES penempatan_minta (id),
  alasan text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
