-- The newest events of one kind, and of one kind in one chain, in the order in which they are read. What is asked of all kinds together
-- is merged from these, so that a log of millions needs no third index.
CREATE INDEX audit_objek_pada ON audit (objek, pada, id);
CREATE INDEX audit_rantai_objek_pada ON audit (rantai, objek, pada, id);
DROP INDEX audit_rantai_pada;
