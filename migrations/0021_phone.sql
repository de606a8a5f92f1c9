-- The number at which workers and firms call the workshop.
ALTER TABLE terms ADD COLUMN phone TEXT;
