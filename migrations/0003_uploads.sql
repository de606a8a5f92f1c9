-- Files that somebody looks at before they are written into the books; dropped after a day.
CREATE TABLE uploads (
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    -- The file as hexadecimal: both engines keep text alike.
    content TEXT NOT NULL,
    PRIMARY KEY (workshop, id)
);
