-- Publications in whose ranks the spellings of a category ("rsud" and "RSUD") are one group. Those from before this table have no row here and
-- stay as they were published and signed: each spelling is ranked apart.
CREATE TABLE penerbitan_satu_ejaan (
  penerbitan_id uuid PRIMARY KEY REFERENCES penerbitan (id),
  pada bigint NOT NULL
);
