-- Events of a long file that were decided and are being posted, a part at a time: SQLite's other writers get their turn between.
CREATE TABLE unposted (
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    -- The number of the part's first event.
    seq BIGINT NOT NULL,
    -- The events and the end of the chain after them, as JSON.
    content TEXT NOT NULL,
    PRIMARY KEY (workshop, seq)
);
