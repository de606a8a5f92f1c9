-- A number of six digits by which a worker who forgot her PIN chooses another, on a phone of her own, once and within minutes: kept as PINs are. Tries
-- with it are counted. And when she last chose one by such a number.
ALTER TABLE cards ADD COLUMN number_hash TEXT;
ALTER TABLE cards ADD COLUMN number_until TEXT;
ALTER TABLE cards ADD COLUMN number_tries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE cards ADD COLUMN renewed_at TEXT;
