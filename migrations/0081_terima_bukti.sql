-- A keyed mark of the installation (see 0071) over what the ministry decided about a received publication, with the file, the key and the
-- recorded figures that it decided about. What stands at the upgrade is marked in the transaction of this migration; a decision whose mark
-- does not hold makes nothing public.
ALTER TABLE terima_putusan ADD COLUMN tanda bytea;
-- Results of one instansi, whoever handed them in.
CREATE INDEX terima_hasil_instansi ON terima_hasil (instansi_kode, terima_id);
