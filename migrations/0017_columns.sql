-- What somebody said the columns of a file are, as JSON.
ALTER TABLE uploads ADD COLUMN mapping TEXT NOT NULL DEFAULT '{}';
-- What a firm calls its columns, where it had to be said once; known again in its next file.
CREATE TABLE firm_columns (
    workshop BIGINT NOT NULL,
    firm BIGINT NOT NULL,
    header TEXT NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (workshop, firm, header)
);
