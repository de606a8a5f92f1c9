-- How workers are reached: one row a worker, of which anything was noted. `before` is what stood there, as JSON.
CREATE TABLE contacts (
    workshop BIGINT NOT NULL,
    worker BIGINT NOT NULL,
    written TEXT NOT NULL,
    phone TEXT,
    team TEXT NOT NULL,
    remarks TEXT NOT NULL,
    before TEXT,
    PRIMARY KEY (workshop, worker)
);
