-- What a worker says of an entry stays when she says more: each of her statements is a row, with the answer to it.

CREATE TABLE reviews_in_turn (
    workshop BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    worker BIGINT NOT NULL,
    -- 1 for what she said first.
    turn BIGINT NOT NULL,
    -- right, wrong (in pieces: `accepted`), amount (in money: `fen`)
    verdict TEXT NOT NULL,
    accepted BIGINT NOT NULL,
    fen BIGINT NOT NULL,
    words TEXT NOT NULL,
    day TEXT NOT NULL,
    answer TEXT,
    -- Whether she has said something else since (1) or not (0).
    earlier BIGINT NOT NULL,
    PRIMARY KEY (workshop, event_id, worker, turn)
);
INSERT INTO reviews_in_turn (workshop, event_id, worker, turn, verdict, accepted, fen, words, day, answer, earlier)
SELECT workshop, event_id, worker, 1, verdict, accepted, fen, words, day, answer, 0 FROM reviews;
DROP TABLE reviews;
ALTER TABLE reviews_in_turn RENAME TO reviews;
CREATE INDEX reviews_open ON reviews (workshop, worker) WHERE answer IS NULL AND verdict <> 'right' AND earlier = 0;
CREATE INDEX reviews_disputed ON reviews (workshop, worker) WHERE verdict <> 'right';
