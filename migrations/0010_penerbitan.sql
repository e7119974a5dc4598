-- A result that was published without minutes signed by all three parties, and why. The rows belong to one publication;
-- a later one copies what still holds.
CREATE TABLE terbit_tanpa_ba (
  penerbitan_id uuid NOT NULL REFERENCES penerbitan (id),
  hasil_id uuid NOT NULL REFERENCES hasil (id),
  alasan text NOT NULL,
  PRIMARY KEY (penerbitan_id, hasil_id)
);
