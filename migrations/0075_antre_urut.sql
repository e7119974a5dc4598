-- The order in which waiting events of the audit log were written: their ids follow the clocks of the processes that write them, and the
-- sealer chains them in this order.
ALTER TABLE audit_antre ADD COLUMN urut bigint NOT NULL DEFAULT 0;
CREATE INDEX audit_antre_urut ON audit_antre (urut);
