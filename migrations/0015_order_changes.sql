-- Which events changed an order after it was placed. Where one changed the price of a line, what it had been: so it is known at what
-- price pieces were confirmed before.
CREATE TABLE order_changes (
    workshop BIGINT NOT NULL,
    id TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    -- The first change of an order is 1, and so on.
    turn BIGINT NOT NULL,
    line BIGINT,
    former_price BIGINT,
    PRIMARY KEY (workshop, id)
);
CREATE INDEX order_changes_of_order ON order_changes (workshop, order_id);
CREATE INDEX order_changes_of_price ON order_changes (workshop, line) WHERE line IS NOT NULL;
-- What the firm was charged for a piece when it answered.
ALTER TABLE delivery_lines ADD COLUMN price BIGINT;
