-- A keyed mark of the installation over rows that open a door: sessions, one-time links, passkeys, ties to the agency's provider. Who writes
-- the database, but holds no key file, makes none. Links, passkeys and ties that stand at the upgrade are marked in the transaction of this
-- migration; sessions end: people sign in again once.
DELETE FROM sesi;
ALTER TABLE sesi ADD COLUMN tanda bytea;
ALTER TABLE tautan_sekali ADD COLUMN tanda bytea;
ALTER TABLE kunci_sandi ADD COLUMN tanda bytea;
ALTER TABLE sso_akun ADD COLUMN tanda bytea;
