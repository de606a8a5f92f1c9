-- The local minimum hourly wage, as the workshop enters it, from a day on.

CREATE TABLE minimum_wages (
    workshop BIGINT NOT NULL,
    from_day TEXT NOT NULL,
    fen BIGINT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (workshop, from_day)
);
