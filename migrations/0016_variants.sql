-- What tells lines of one style apart: a colour, a size.
ALTER TABLE lines ADD COLUMN variant TEXT NOT NULL DEFAULT '';
