-- How far a worker has seen her news: the number of the last event that was there when she said so; of money by itself, which is
-- shown only once she gave her PIN.
CREATE TABLE news_seen (
    workshop BIGINT NOT NULL,
    worker BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    money_seq BIGINT NOT NULL,
    PRIMARY KEY (workshop, worker)
);
