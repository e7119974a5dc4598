-- A keyed mark of the installation (see 0071) over the password that an account has at this upgrade, of which the audit log of older programs
-- says nothing. In the same transaction roles that came from single sign-on are marked anew, together with the line that gave them and with
-- when the provider last stated it.
ALTER TABLE akun ADD COLUMN tanda_sandi bytea;
