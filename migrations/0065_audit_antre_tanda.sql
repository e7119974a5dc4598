-- The signature of the installation over a waiting event: the sealer chains nothing that was not written by it. Events that wait at the
-- upgrade are marked in the transaction of this migration.
ALTER TABLE audit_antre ADD COLUMN tanda bytea;
