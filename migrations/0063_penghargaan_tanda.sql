-- The signature of the installation over a decision on an award: receiver, figures, decree. Decisions from before are signed by the
-- program that runs this, in the same start or restore.
CREATE TABLE penghargaan_tanda (
  putusan_id uuid PRIMARY KEY REFERENCES penghargaan_putusan (id),
  tanda bytea NOT NULL
);
