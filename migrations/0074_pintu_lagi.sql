-- More keyed marks of the installation over what opens a door (see 0071): roles, what decides about single sign-on,
-- tokens of programs and of tenants, recovery codes, jobs that are done in somebody's name, and, on each account, whether signing in has a
-- second step, so that taking its rows away does not take the step away. What stands at the upgrade is marked in the transaction of this
-- migration, and mails that wait in the queue, whose links open a door too, are sealed.
ALTER TABLE akun ADD COLUMN tanda_faktor bytea;
ALTER TABLE peran ADD COLUMN tanda bytea;
ALTER TABLE pekerjaan ADD COLUMN tanda bytea;
ALTER TABLE kode_pulih ADD COLUMN tanda bytea;
ALTER TABLE sso_peta ADD COLUMN tanda bytea;
ALTER TABLE sso_domain ADD COLUMN tanda bytea;
ALTER TABLE token_api ADD COLUMN tanda bytea;
ALTER TABLE tenan_token ADD COLUMN tanda bytea;
