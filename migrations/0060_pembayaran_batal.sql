-- A payment that a cashier recorded wrongly, taken back with the reason: the whole row of `pembayaran` as it was (bayar_*), and who took
-- it back when. The bill is open again, and the number of the receipt can be recorded for the bill that it belongs to.
CREATE TABLE pembayaran_batal (
  id uuid PRIMARY KEY,
  tagihan_id uuid NOT NULL REFERENCES tagihan (id),
  mpp_id uuid NOT NULL REFERENCES mpp (unit_id),
  kuitansi text NOT NULL,
  nominal bigint NOT NULL,
  bayar_tanggal text NOT NULL,
  bayar_saat bigint NOT NULL,
  bayar_pada bigint NOT NULL,
  bayar_oleh uuid NOT NULL,
  alasan text NOT NULL,
  tanggal text NOT NULL,
  pada bigint NOT NULL,
  oleh uuid NOT NULL
);
CREATE INDEX pembayaran_batal_tagihan ON pembayaran_batal (tagihan_id, id);
CREATE INDEX pembayaran_batal_hari ON pembayaran_batal (mpp_id, tanggal, id);
CREATE INDEX pembayaran_batal_bayar ON pembayaran_batal (mpp_id, bayar_tanggal, id);
