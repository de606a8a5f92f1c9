-- Which picture stands for a style, a step of one, or an order; none where it was taken away.
CREATE TABLE photos (
    workshop BIGINT NOT NULL,
    kind TEXT NOT NULL,
    thing BIGINT NOT NULL,
    -- 0 where it is of no step.
    step BIGINT NOT NULL,
    picture TEXT,
    PRIMARY KEY (workshop, kind, thing, step)
);
CREATE INDEX photos_of_thing ON photos (workshop, thing);
CREATE INDEX photos_of_picture ON photos (workshop, picture) WHERE picture IS NOT NULL;
-- The pictures themselves, as hexadecimal. They stay when another takes their place: a past event names them.
CREATE TABLE pictures (
    workshop BIGINT NOT NULL,
    hash TEXT NOT NULL,
    large TEXT NOT NULL,
    small TEXT NOT NULL,
    PRIMARY KEY (workshop, hash)
);
