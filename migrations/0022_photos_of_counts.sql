-- A photo may be of a count too, which is an event: `event_id` is its id, and empty where it is of something that has a number.

CREATE TABLE photos_of_all (
    workshop BIGINT NOT NULL,
    kind TEXT NOT NULL,
    -- 0 where it is of an event.
    thing BIGINT NOT NULL,
    -- 0 where it is of no step.
    step BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    picture TEXT,
    PRIMARY KEY (workshop, kind, thing, step, event_id)
);
INSERT INTO photos_of_all (workshop, kind, thing, step, event_id, picture)
SELECT workshop, kind, thing, step, '', picture FROM photos;
DROP TABLE photos;
ALTER TABLE photos_of_all RENAME TO photos;
CREATE INDEX photos_of_thing ON photos (workshop, thing);
CREATE INDEX photos_of_event ON photos (workshop, event_id);
CREATE INDEX photos_of_picture ON photos (workshop, picture) WHERE picture IS NOT NULL;
