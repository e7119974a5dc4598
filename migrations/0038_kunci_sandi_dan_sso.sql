-- Passkeys: what a device proves with. `kunci` is the public half as the device gave it (COSE), `hitungan` the counter of its last use.
-- One that was taken off is gone; the audit log says who did it and when.
CREATE TABLE kunci_sandi (
  id uuid PRIMARY KEY,
  akun_id uuid NOT NULL REFERENCES akun (id),
  kredensial bytea NOT NULL,
  kunci bytea NOT NULL,
  hitungan bigint NOT NULL,
  nama text NOT NULL,
  pada bigint NOT NULL,
  dipakai bigint
);
CREATE UNIQUE INDEX kunci_sandi_kredensial ON kunci_sandi (kredensial);
CREATE INDEX kunci_sandi_akun ON kunci_sandi (akun_id);

-- Sealed tickets that a browser carried and that were used up, until they would have ended by themselves.
CREATE TABLE tiket_pakai (
  sidik bytea PRIMARY KEY,
  sampai bigint NOT NULL
);

-- Sign-in through the agency's own provider (OpenID Connect): who is who, and who decided that an address is enough.
CREATE TABLE sso_akun (
  id uuid PRIMARY KEY,
  penerbit text NOT NULL,
  subjek text NOT NULL,
  akun_id uuid NOT NULL REFERENCES akun (id),
  pada bigint NOT NULL
);
CREATE UNIQUE INDEX sso_akun_subjek ON sso_akun (penerbit, subjek);
CREATE INDEX sso_akun_akun ON sso_akun (akun_id);

-- Domains of e-mail addresses for which the provider's word finds an account that exists.
CREATE TABLE sso_domain (
  id uuid PRIMARY KEY,
  penerbit text NOT NULL,
  domain text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL REFERENCES akun (id)
);

CREATE TABLE sso_domain_cabut (
  domain_id uuid PRIMARY KEY REFERENCES sso_domain (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL REFERENCES akun (id)
);

-- What the provider states, and the role that follows. `mulai` and `sampai` are days.
CREATE TABLE sso_peta (
  id uuid PRIMARY KEY,
  penerbit text NOT NULL,
  klaim text NOT NULL,
  isi text NOT NULL,
  peran text NOT NULL,
  instansi_id uuid REFERENCES instansi (id),
  unit_id uuid REFERENCES unit (id),
  wilayah text,
  mulai text,
  sampai text,
  pada bigint NOT NULL,
  oleh uuid NOT NULL REFERENCES akun (id)
);

CREATE TABLE sso_peta_cabut (
  peta_id uuid PRIMARY KEY REFERENCES sso_peta (id),
  pada bigint NOT NULL,
  oleh uuid NOT NULL REFERENCES akun (id)
);

-- Roles that follow from the table above, and when the provider last stated them. They count only in sessions that it opened.
CREATE TABLE sso_peran (
  peran_id uuid PRIMARY KEY REFERENCES peran (id),
  peta_id uuid NOT NULL REFERENCES sso_peta (id),
  pada bigint NOT NULL
);
CREATE INDEX sso_peran_peta ON sso_peran (peta_id);

-- 1: opened through the provider; 2: and the provider proved two steps.
ALTER TABLE sesi ADD COLUMN sso bigint;

-- An acting official (Plt., Plh.): the office as it is printed under a signature, and the paper that says so.
CREATE TABLE peran_pengganti (
  peran_id uuid PRIMARY KEY REFERENCES peran (id),
  jenis text NOT NULL,
  jabatan text NOT NULL,
  dasar text NOT NULL
);
