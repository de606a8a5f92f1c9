-- What the columns of the village's own files are called, where it had to be said once; known again in the next file of that kind.
CREATE TABLE own_columns (
    workshop BIGINT NOT NULL,
    kind TEXT NOT NULL,
    header TEXT NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (workshop, kind, header)
);
