//! The checker itself: each breach is found, and what keeps the rules is let through.

use super::check::check;
use super::schema::Schema;
use super::tables::Kind;

fn refused(text: &str) -> String {
    check(text).expect_err(text)
}

fn taken(text: &str) {
    if let Err(reason) = check(text) {
        panic!("{reason}: {text}");
    }
}

#[test]
fn a_table_without_its_workshop_is_found() {
    let orders = "orders is not bound to workshop = $n";
    assert_eq!(refused("SELECT id FROM orders WHERE id = $1"), orders);
    assert_eq!(refused("SELECT id FROM orders"), orders);
    assert_eq!(refused("SELECT id FROM orders WHERE workshop = 1"), orders);
    assert_eq!(refused("SELECT id FROM orders WHERE workshop = $1 OR id = $2"), orders);
    assert_eq!(refused("SELECT id FROM orders WHERE NOT workshop = $1"), orders);
    assert_eq!(refused("SELECT id FROM orders WHERE workshop > $1"), orders);
    assert_eq!(refused("UPDATE orders SET note = $1 WHERE id = $2"), orders);
    assert_eq!(refused("DELETE FROM orders WHERE id = $1"), orders);
    taken("SELECT id FROM orders WHERE (workshop = $1 AND id = $2)");
    taken("SELECT id FROM orders o WHERE $1 = o.workshop");
    taken("UPDATE orders SET note = $1 WHERE workshop = CAST($2 AS BIGINT)");
    taken("DELETE FROM orders WHERE workshop = $1");
}

#[test]
fn each_joined_table_is_bound() {
    assert_eq!(
        refused("SELECT 1 FROM orders o JOIN lines l ON l.order_id = o.id WHERE o.workshop = $1"),
        "l is not bound to workshop = $n"
    );
    assert_eq!(refused("SELECT 1 FROM orders o, lines l WHERE o.workshop = $1").split(' ').next(), Some("l"));
    assert_eq!(refused("SELECT 1 FROM orders o JOIN lines l ON l.workshop = o.workshop").split(' ').next(), Some("o"));
    taken("SELECT 1 FROM orders o JOIN lines l ON l.workshop = o.workshop AND l.order_id = o.id WHERE o.workshop = $1");
    taken("SELECT 1 FROM lines l, orders o WHERE l.workshop = o.workshop AND l.workshop = $1");
    taken("SELECT 1 FROM workshops w JOIN events e ON e.workshop = w.id AND e.seq = w.head_seq WHERE w.id = $1");
    taken("SELECT 1 FROM workers k LEFT JOIN cards c ON c.workshop = k.workshop WHERE k.workshop = $1");
    assert_eq!(
        refused("SELECT 1 FROM orders o JOIN lines l USING (workshop) WHERE o.workshop = $1").split(':').next(),
        Some("a join by USING or NATURAL")
    );
}

#[test]
fn a_left_join_binds_what_it_joins_and_nothing_else() {
    taken("SELECT 1 FROM orders o LEFT JOIN lines l ON l.workshop = o.workshop WHERE o.workshop = $1");
    taken("SELECT 1 FROM orders o LEFT JOIN lines l ON l.workshop = $1 WHERE o.workshop = $1");
    let left = refused("SELECT 1 FROM orders o LEFT JOIN lines l ON l.workshop = $1 AND o.workshop = $1");
    assert_eq!(left, "o is not bound to workshop = $n");
    let back = refused("SELECT 1 FROM orders o LEFT JOIN lines l ON l.workshop = o.workshop AND l.workshop = $1");
    assert_eq!(back, "o is not bound to workshop = $n");
    assert!(refused("SELECT 1 FROM orders o FULL JOIN lines l ON l.workshop = o.workshop").contains("LEFT"));
}

#[test]
fn each_subquery_is_bound() {
    let lines = "lines is not bound to workshop = $n";
    assert_eq!(refused("SELECT (SELECT COUNT(*) FROM lines) FROM orders WHERE workshop = $1"), lines);
    assert_eq!(refused("SELECT 1 FROM orders WHERE workshop = $1 AND id IN (SELECT order_id FROM lines)"), lines);
    assert_eq!(refused("SELECT 1 FROM (SELECT id FROM lines) l"), lines);
    assert_eq!(refused("WITH l AS (SELECT id FROM lines) SELECT 1 FROM l"), lines);
    assert_eq!(refused("SELECT 1 FROM orders WHERE workshop = $1 UNION ALL SELECT 1 FROM lines"), lines);
    assert_eq!(refused("DELETE FROM orders WHERE workshop = $1 AND EXISTS (SELECT 1 FROM lines)"), lines);
    assert_eq!(refused("UPDATE orders SET note = (SELECT note FROM lines) WHERE workshop = $1"), lines);
    assert_eq!(refused("SELECT 1 FROM users WHERE phone = $1 AND EXISTS (SELECT 1 FROM lines)"), lines);
    taken(
        "SELECT 1 FROM orders o WHERE o.workshop = $1 AND EXISTS (SELECT 1 FROM lines l WHERE l.workshop = o.workshop)",
    );
    taken("UPDATE orders SET note = (SELECT note FROM lines WHERE workshop = $1) WHERE workshop = $1");
    taken("SELECT 1 FROM (SELECT workshop FROM orders WHERE workshop = $1) o JOIN lines l ON l.workshop = o.workshop");
    let shown = "SELECT 1 FROM (SELECT id FROM orders WHERE workshop = $1) o JOIN lines l ON l.workshop = o.workshop";
    assert_eq!(refused(shown), "l is not bound to workshop = $n");
    let other = "SELECT 1 FROM (SELECT id AS workshop FROM orders WHERE workshop = $1) o JOIN lines l ON l.workshop = o.workshop";
    assert_eq!(refused(other), "l is not bound to workshop = $n");
    taken("WITH l AS (SELECT id FROM lines WHERE workshop = $1) SELECT 1 FROM l JOIN orders o ON o.workshop = $1");
}

#[test]
fn a_subquery_is_not_bound_by_what_is_not_bound_itself() {
    let found = refused("SELECT 1 FROM users u WHERE EXISTS (SELECT 1 FROM lines l WHERE l.workshop = u.workshop)");
    assert_eq!(found, "l is not bound to workshop = $n");
    let hidden = "SELECT 1 FROM orders o WHERE o.workshop = $1 AND EXISTS \
         (SELECT 1 FROM users o WHERE EXISTS (SELECT 1 FROM lines l WHERE l.workshop = o.workshop))";
    assert_eq!(refused(hidden), "l is not bound to workshop = $n", "the nearer o is another table");
}

#[test]
fn an_insert_has_rows_of_values_with_their_workshop() {
    taken(
        "INSERT INTO orders (workshop, id) VALUES ($1, $2), ($3, $4) ON CONFLICT (workshop, id) DO UPDATE SET id = $5",
    );
    taken(
        "INSERT INTO places (workshop, pieces) VALUES ($1, $2) ON CONFLICT (workshop, line) DO UPDATE SET pieces = excluded.pieces",
    );
    let subquery = "a subquery inside an INSERT";
    assert_eq!(refused("INSERT INTO places (workshop, pieces) VALUES ($1, (SELECT 1))"), subquery);
    let of_table = "INSERT INTO places (workshop, pieces) VALUES ($1, $2 + COALESCE((SELECT p.pieces FROM places p WHERE p.workshop = $1), 0))";
    assert_eq!(refused(of_table), subquery);
    let conflict = "INSERT INTO orders (workshop) VALUES ($1) ON CONFLICT (workshop) DO UPDATE SET id = (SELECT 1)";
    assert_eq!(refused(conflict), subquery);
    assert_eq!(refused("INSERT INTO users (workshop, id) VALUES ($1, (SELECT 1))"), subquery);
    assert_eq!(refused("INSERT INTO orders (id) VALUES ($1)"), "no workshop is given");
    assert_eq!(refused("INSERT INTO orders (workshop) VALUES (1)"), "a row whose workshop is not $n");
    let key = "INSERT INTO orders (workshop, id) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING";
    assert_eq!(refused(key), "ON CONFLICT by a key without workshop");
    assert_eq!(refused("UPDATE orders SET workshop = $2 WHERE workshop = $1"), "a row would change its workshop");
}

#[test]
fn an_insert_from_a_select_is_for_listed_tables_only() {
    let orders = "INSERT INTO orders (workshop, id) SELECT workshop, id FROM lines WHERE workshop = $1";
    assert_eq!(refused(orders), "INSERT … SELECT into orders");
    assert_eq!(refused("INSERT INTO sessions (workshop) SELECT $1"), "INSERT … SELECT into sessions");
    taken("INSERT INTO cards (workshop, worker) SELECT workshop, id FROM workers WHERE workshop = $1 AND id = $2");
    let all = "INSERT INTO cards (workshop, worker) SELECT workshop, id FROM workers WHERE id = $2";
    assert_eq!(refused(all), "workers is not bound to workshop = $n");
}

#[test]
fn what_cannot_be_read_or_is_not_known_is_refused() {
    assert!(refused("SELECT FROM WHERE").starts_with("it cannot be read"));
    assert_eq!(refused("SELECT 1 FROM recipes"), "recipes is no table of ours");
    assert_eq!(refused("SELECT 1 FROM other.orders WHERE workshop = $1"), "other.orders names a schema");
    assert_eq!(refused("SELECT 1; SELECT 2"), "it is not one statement");
    assert!(refused("DROP TABLE orders").starts_with("not known here"));
    assert!(refused("WITH orders AS (SELECT 1) SELECT 1 FROM orders").contains("the name of a table"));
    taken("PRAGMA foreign_keys = ON");
    taken("BEGIN IMMEDIATE");
    taken("SELECT 1");
    taken("SELECT phone FROM users WHERE phone = $1");
}

#[test]
fn keys_without_the_workshop_are_found() {
    let text = "CREATE TABLE lists (id BIGINT PRIMARY KEY);
        CREATE TABLE rows (workshop BIGINT NOT NULL REFERENCES lists (id), id BIGINT NOT NULL, code TEXT UNIQUE, PRIMARY KEY (id));
        CREATE UNIQUE INDEX rows_by_id ON rows (id);
        CREATE UNIQUE INDEX rows_by_both ON rows (workshop, id);
        CREATE TABLE parts (workshop BIGINT NOT NULL, row BIGINT NOT NULL, FOREIGN KEY (row) REFERENCES rows (id));
        CREATE TABLE secrets (workshop BIGINT NOT NULL, row BIGINT, FOREIGN KEY (workshop, row) REFERENCES rows (workshop, id));
        CREATE TABLE loose (id BIGINT NOT NULL);
        CREATE TABLE gone (id BIGINT PRIMARY KEY);
        DROP TABLE gone;";
    let kind =
        |table: &str| if ["lists", "secrets"].contains(&table) { Kind::NotDistributed } else { Kind::OfWorkshop };
    let faults = Schema::of(text).expect("a schema").faults(kind);
    let expected = [
        "loose has no column workshop",
        "parts: the key (row) to rows is without workshop",
        "rows: the key (code) is without workshop",
        "rows: the key (id) is without workshop",
        "rows: the key (id) is without workshop",
        "secrets, which is not distributed, refers to rows, which is",
    ];
    assert_eq!(faults, expected);
}

#[test]
#[should_panic(expected = "orders is not bound")]
fn a_test_that_runs_such_a_statement_fails() {
    super::look_at("SELECT id FROM orders");
}
