-- Second steps of signing in. Secrets are sealed with a key that is kept outside the database; a step that was taken off is gone, and the
-- audit log says who did it and when. `langkah` is the last time step whose code was used.
CREATE TABLE totp (
  akun_id uuid PRIMARY KEY REFERENCES akun (id),
  rahasia bytea NOT NULL,
  langkah bigint NOT NULL,
  pada bigint NOT NULL
);

-- An app that is being set up, until its first code is typed.
CREATE TABLE totp_calon (
  akun_id uuid PRIMARY KEY REFERENCES akun (id),
  rahasia bytea NOT NULL,
  sampai bigint NOT NULL
);

CREATE TABLE kode_pulih (
  akun_id uuid NOT NULL REFERENCES akun (id),
  sidik bytea NOT NULL,
  pada bigint NOT NULL,
  dipakai bigint,
  PRIMARY KEY (akun_id, sidik)
);

-- Roles that may be used only by accounts with a second step.
CREATE TABLE faktor_wajib (
  id uuid PRIMARY KEY,
  peran text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL REFERENCES akun (id)
);

CREATE TABLE faktor_wajib_cabut (
  wajib_id uuid PRIMARY KEY REFERENCES faktor_wajib (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL REFERENCES akun (id)
);

-- When the person last proved to be it in this session, and how.
ALTER TABLE sesi ADD COLUMN bukti bigint;
ALTER TABLE sesi ADD COLUMN cara text;
