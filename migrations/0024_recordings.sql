-- What people recorded, as hexadecimal. It stays when another takes its place: a past event names it.
CREATE TABLE recordings (
    workshop BIGINT NOT NULL,
    hash TEXT NOT NULL,
    sound TEXT NOT NULL,
    PRIMARY KEY (workshop, hash)
);
-- Clips of what is said aloud, in the workshop's own voice: `zh-CN/n7`. None recorded where it is the shipped one again.
CREATE TABLE voice_clips (
    workshop BIGINT NOT NULL,
    clip TEXT NOT NULL,
    recording TEXT,
    -- Who said so last, and when.
    actor TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (workshop, clip)
);
-- What she said aloud of an entry.
ALTER TABLE reviews ADD COLUMN spoken TEXT;
CREATE INDEX reviews_spoken ON reviews (workshop, spoken) WHERE spoken IS NOT NULL;
