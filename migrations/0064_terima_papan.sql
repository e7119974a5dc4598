-- What the national board needs of a result that another installation published: its edition (SHA-256), scope, region by the code of its
-- instansi, and its interval in ten-thousandths. Null in rows from before; a background job fills them from the file that was received.
ALTER TABLE terima_hasil ADD COLUMN edisi text;
ALTER TABLE terima_hasil ADD COLUMN cakupan text;
ALTER TABLE terima_hasil ADD COLUMN wilayah text;
ALTER TABLE terima_hasil ADD COLUMN bawah bigint;
ALTER TABLE terima_hasil ADD COLUMN atas bigint;
CREATE INDEX terima_hasil_unit ON terima_hasil (unit_kode, terima_id);

-- The signature of this installation over what it recorded of the publication, made when it was checked.
ALTER TABLE terima_terbitan ADD COLUMN tanda bytea;
