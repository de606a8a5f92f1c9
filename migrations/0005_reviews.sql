-- A worker may speak of any entry of hers, and several of one that is of them all.

CREATE TABLE reviews_of_entries (
    workshop BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    worker BIGINT NOT NULL,
    -- right, wrong (in pieces: `accepted`), amount (in money: `fen`)
    verdict TEXT NOT NULL,
    accepted BIGINT NOT NULL,
    fen BIGINT NOT NULL,
    words TEXT NOT NULL,
    day TEXT NOT NULL,
    answer TEXT,
    PRIMARY KEY (workshop, event_id, worker)
);
INSERT INTO reviews_of_entries (workshop, event_id, worker, verdict, accepted, fen, words, day, answer)
SELECT workshop, count_id, worker, verdict, accepted, 0, words, day, answer FROM reviews;
DROP TABLE reviews;
ALTER TABLE reviews_of_entries RENAME TO reviews;
CREATE INDEX reviews_open ON reviews (workshop, worker) WHERE answer IS NULL AND verdict <> 'right';
