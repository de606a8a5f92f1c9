-- Whether rates, corrections and payments wait for a second coordinator (1) or not (0).
ALTER TABLE workshops ADD COLUMN approval BIGINT NOT NULL DEFAULT 0;

-- What one coordinator asked for and another has to approve. `asked` is the command as JSON.
CREATE TABLE proposals (
    workshop BIGINT NOT NULL,
    -- The event that proposed it.
    id TEXT NOT NULL,
    asked TEXT NOT NULL,
    actor TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    on_day TEXT NOT NULL,
    -- The earlier day for which it was asked.
    day TEXT,
    -- open, approved, declined, withdrawn; and the event by which it ended.
    state TEXT NOT NULL,
    closed TEXT,
    PRIMARY KEY (workshop, id)
);
CREATE INDEX proposals_open ON proposals (workshop) WHERE state = 'open';
