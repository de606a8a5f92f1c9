-- The ledger. One text for both engines. Every key begins with the workshop: every query is scoped by
-- it, and it is what a distributed engine would spread the rows by.
-- Fen, pieces and ids are BIGINT; days are ISO text; times are RFC 3339 text in UTC.

CREATE TABLE petalwork (marker TEXT PRIMARY KEY);
INSERT INTO petalwork (marker) VALUES ('Petalwork ledger');

CREATE TABLE workshops (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    demo BIGINT NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    -- The chain's end and the highest id given to a noun; locked while an event is added.
    head_seq BIGINT NOT NULL DEFAULT 0,
    head_hash TEXT NOT NULL,
    last_id BIGINT NOT NULL DEFAULT 0
);

-- Only ever added to. `body` is the event as JSON, the very text that `hash` covers.
CREATE TABLE events (
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    seq BIGINT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    reverses TEXT,
    note TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (workshop, seq),
    UNIQUE (workshop, id),
    UNIQUE (workshop, reverses)
);
CREATE INDEX events_by_kind ON events (workshop, kind, seq);
CREATE INDEX events_by_day ON events (workshop, day, seq);
CREATE INDEX events_by_actor ON events (workshop, actor, actor_id, seq);

-- `sign` is -1 where the move undoes another: totals are sums of sign * pieces.
-- `worker` and `issue` are 0 where neither end is at a worker's home.
CREATE TABLE moves (
    workshop BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    n BIGINT NOT NULL,
    day TEXT NOT NULL,
    flow TEXT NOT NULL,
    sign BIGINT NOT NULL,
    pieces BIGINT NOT NULL CHECK (pieces > 0),
    line BIGINT NOT NULL,
    from_kind TEXT NOT NULL,
    from_part BIGINT NOT NULL,
    to_kind TEXT NOT NULL,
    to_part BIGINT NOT NULL,
    worker BIGINT NOT NULL,
    issue BIGINT NOT NULL,
    PRIMARY KEY (workshop, seq, n)
);
CREATE INDEX moves_by_line ON moves (workshop, line, seq);
CREATE INDEX moves_by_worker ON moves (workshop, worker, seq);
CREATE INDEX moves_by_worker_day ON moves (workshop, worker, day, seq);
CREATE INDEX moves_by_day ON moves (workshop, day);

CREATE TABLE transfers (
    workshop BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    n BIGINT NOT NULL,
    day TEXT NOT NULL,
    purpose TEXT NOT NULL,
    sign BIGINT NOT NULL,
    debit TEXT NOT NULL,
    debit_of BIGINT NOT NULL,
    credit TEXT NOT NULL,
    credit_of BIGINT NOT NULL,
    fen BIGINT NOT NULL CHECK (fen > 0),
    -- The worker or firm on either side; 0 where there is none.
    worker BIGINT NOT NULL,
    firm BIGINT NOT NULL,
    PRIMARY KEY (workshop, seq, n)
);
CREATE INDEX transfers_by_worker_day ON transfers (workshop, worker, day, seq);
CREATE INDEX transfers_given ON transfers (workshop, worker, day, seq) WHERE purpose IN ('advance', 'paid');
CREATE INDEX transfers_by_worker_seq ON transfers (workshop, worker, seq);
CREATE INDEX transfers_by_firm ON transfers (workshop, firm, seq);

-- Running balances: the sum of the moves. They can be thrown away and rebuilt.
CREATE TABLE places (
    workshop BIGINT NOT NULL,
    line BIGINT NOT NULL,
    kind TEXT NOT NULL,
    part BIGINT NOT NULL,
    worker BIGINT NOT NULL,
    pieces BIGINT NOT NULL,
    PRIMARY KEY (workshop, line, kind, part),
    CHECK (pieces >= 0 OR kind = 'ordered')
);
CREATE INDEX places_at_home ON places (workshop, worker) WHERE worker > 0 AND pieces > 0;
CREATE INDEX places_filled ON places (workshop, kind) WHERE pieces > 0;
CREATE INDEX places_of_line ON places (workshop, line) WHERE pieces > 0;

-- debits - credits
CREATE TABLE accounts (
    workshop BIGINT NOT NULL,
    kind TEXT NOT NULL,
    owner BIGINT NOT NULL,
    fen BIGINT NOT NULL,
    PRIMARY KEY (workshop, kind, owner)
);

CREATE TABLE styles (
    workshop BIGINT NOT NULL,
    id BIGINT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (workshop, id),
    UNIQUE (workshop, code)
);

CREATE TABLE steps (
    workshop BIGINT NOT NULL,
    style BIGINT NOT NULL,
    no BIGINT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    centiminutes BIGINT NOT NULL,
    PRIMARY KEY (workshop, style, no)
);

CREATE TABLE rates (
    workshop BIGINT NOT NULL,
    style BIGINT NOT NULL,
    step BIGINT NOT NULL,
    from_day TEXT NOT NULL,
    rate BIGINT NOT NULL,
    PRIMARY KEY (workshop, style, step, from_day)
);

CREATE TABLE workers (
    workshop BIGINT NOT NULL,
    id BIGINT NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    minutes_a_day BIGINT NOT NULL,
    -- ISO weekdays as digits: '25' is Tuesday and Friday.
    days_off TEXT NOT NULL,
    active BIGINT NOT NULL,
    PRIMARY KEY (workshop, id),
    UNIQUE (workshop, number)
);

CREATE TABLE skills (
    workshop BIGINT NOT NULL,
    worker BIGINT NOT NULL,
    style BIGINT NOT NULL,
    step BIGINT NOT NULL,
    PRIMARY KEY (workshop, worker, style, step)
);

CREATE TABLE firms (
    workshop BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (workshop, id),
    UNIQUE (workshop, name)
);

CREATE TABLE orders (
    workshop BIGINT NOT NULL,
    id BIGINT NOT NULL,
    firm BIGINT NOT NULL,
    code TEXT NOT NULL,
    placed TEXT NOT NULL,
    due TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (workshop, id),
    UNIQUE (workshop, firm, code)
);
CREATE INDEX orders_by_code ON orders (workshop, code);
CREATE INDEX orders_of_firm ON orders (workshop, firm, id);
CREATE INDEX orders_by_due ON orders (workshop, due);

CREATE TABLE lines (
    workshop BIGINT NOT NULL,
    id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    no BIGINT NOT NULL,
    style BIGINT NOT NULL,
    pieces BIGINT NOT NULL,
    price BIGINT NOT NULL,
    pack BIGINT NOT NULL,
    last_step BIGINT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (workshop, id)
);
CREATE INDEX lines_of_order ON lines (workshop, order_id, no);

CREATE TABLE issues (
    workshop BIGINT NOT NULL,
    id BIGINT NOT NULL,
    line BIGINT NOT NULL,
    step BIGINT NOT NULL,
    worker BIGINT NOT NULL,
    pieces BIGINT NOT NULL,
    rate BIGINT NOT NULL,
    day TEXT NOT NULL,
    repairs BIGINT,
    PRIMARY KEY (workshop, id)
);
CREATE INDEX issues_of_line ON issues (workshop, line, step);
CREATE INDEX issues_of_worker ON issues (workshop, worker, id);

CREATE TABLE deliveries (
    workshop BIGINT NOT NULL,
    id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (workshop, id)
);
CREATE INDEX deliveries_of_order ON deliveries (workshop, order_id, id);
CREATE INDEX deliveries_by_state ON deliveries (workshop, state, id);

CREATE TABLE delivery_lines (
    workshop BIGINT NOT NULL,
    delivery BIGINT NOT NULL,
    line BIGINT NOT NULL,
    n BIGINT NOT NULL,
    pieces BIGINT NOT NULL,
    confirmed BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    short BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (workshop, delivery, line)
);

CREATE TABLE hand_ins (
    workshop BIGINT NOT NULL,
    id TEXT NOT NULL,
    issue BIGINT NOT NULL,
    worker BIGINT NOT NULL,
    pieces BIGINT NOT NULL,
    day TEXT NOT NULL,
    counted TEXT,
    PRIMARY KEY (workshop, id)
);
CREATE INDEX hand_ins_waiting ON hand_ins (workshop, worker) WHERE counted IS NULL;
CREATE INDEX hand_ins_of_issue ON hand_ins (workshop, issue);

CREATE TABLE reviews (
    workshop BIGINT NOT NULL,
    count_id TEXT NOT NULL,
    worker BIGINT NOT NULL,
    verdict TEXT NOT NULL,
    accepted BIGINT NOT NULL,
    words TEXT NOT NULL,
    day TEXT NOT NULL,
    answer TEXT,
    PRIMARY KEY (workshop, count_id)
);
CREATE INDEX reviews_open ON reviews (workshop, verdict) WHERE answer IS NULL;
