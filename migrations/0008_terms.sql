-- What the workshop decided for everybody, from a day on.
CREATE TABLE terms (
    workshop BIGINT NOT NULL,
    from_day TEXT NOT NULL,
    -- Whether workers see what an order leaves the coordinator (1) or not (0).
    share_shown BIGINT NOT NULL,
    -- full, half, none
    repair TEXT NOT NULL,
    PRIMARY KEY (workshop, from_day)
);

-- What was seen of a step by the clock.
CREATE TABLE time_studies (
    workshop BIGINT NOT NULL,
    style BIGINT NOT NULL,
    step BIGINT NOT NULL,
    day TEXT NOT NULL,
    pieces BIGINT NOT NULL,
    -- Hundredths of a minute, for all of them.
    took BIGINT NOT NULL,
    -- Percent of that, for rest.
    rest BIGINT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (workshop, style, step, day)
);
