-- A keyed mark of the installation (see 0071) over each registered key of another installation, the instansi it signs for, and whether it was
-- revoked. What stands at the upgrade is marked in the transaction of this migration; a key whose mark does not hold is not believed.
ALTER TABLE kunci_instalasi ADD COLUMN tanda bytea;
