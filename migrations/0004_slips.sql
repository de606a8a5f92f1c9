-- What was settled: a slip a worker and period, and the last day that anybody has settled.

CREATE TABLE slips (
    workshop BIGINT NOT NULL,
    worker BIGINT NOT NULL,
    until_day TEXT NOT NULL,
    from_day TEXT NOT NULL,
    carried BIGINT NOT NULL,
    earned BIGINT NOT NULL,
    bonus BIGINT NOT NULL,
    deducted BIGINT NOT NULL,
    advanced BIGINT NOT NULL,
    paid BIGINT NOT NULL,
    owed BIGINT NOT NULL,
    -- The id of the event that made it.
    settled TEXT NOT NULL,
    PRIMARY KEY (workshop, worker, until_day)
);
CREATE INDEX slips_of_settlement ON slips (workshop, settled);

ALTER TABLE workshops ADD COLUMN settled_through TEXT;
