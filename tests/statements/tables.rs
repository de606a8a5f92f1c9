//! Which tables there are, and which of them hold a workshop's rows.

use super::schema::Schema;
use std::sync::LazyLock;

/// All tables, as the migrations leave them.
pub static SCHEMA: LazyLock<Schema> = LazyLock::new(|| Schema::of_migrations().expect("migrations that can be read"));

/// Tables that are not spread by workshop, with the reason.
pub const NOT_DISTRIBUTED: [(&str, &str); 11] = [
    ("petalwork", "the marker of the database itself"),
    ("workshops", "the list of them, which every workshop's rows refer to"),
    ("users", "a phone number is one person's in the whole database"),
    ("sessions", "found by the secret that the browser sends, before the workshop is known"),
    ("known_phones", "found by the secret that the browser sends, before anybody is signed in"),
    ("second_steps", "found by the secret that the browser sends, before anybody is signed in"),
    ("invitations", "found by the secret in the link"),
    ("cards", "found by the code on the card"),
    ("links", "found by the secret on the paper"),
    ("drafts", "of a browser that may belong to nobody yet"),
    ("delays", "of what was tried, in no workshop yet"),
];

/// Those of them that a statement may fill by `INSERT … SELECT`, with the reason.
pub const FILLED_BY_SELECT: [(&str, &str); 4] = [
    ("workshops", "the next number, or only while there is none"),
    ("users", "the next number, or only for a workshop that is a demonstration"),
    ("cards", "only for a worker who is there"),
    ("links", "only for a firm or a delivery that is there"),
];

/// The engine's own tables, which hold no rows of ours.
const CATALOGUES: [&str; 4] = ["sqlite_master", "pg_class", "pg_depend", "pg_namespace"];

/// What a table is to these rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Each row belongs to a workshop, and lives where that workshop does.
    OfWorkshop,
    NotDistributed,
    Unknown,
}

pub fn kind(table: &str) -> Kind {
    let listed = NOT_DISTRIBUTED.iter().any(|(name, _)| *name == table);
    match (listed || CATALOGUES.contains(&table), SCHEMA.tables.contains_key(table)) {
        (true, _) => Kind::NotDistributed,
        (false, true) => Kind::OfWorkshop,
        (false, false) => Kind::Unknown,
    }
}

/// The column that says which workshop a row belongs to, if the table has one.
pub fn workshop_column(table: &str) -> Option<&'static str> {
    if table == "workshops" {
        return Some("id");
    }
    SCHEMA.tables.get(table).filter(|table| table.columns.contains("workshop")).map(|_| "workshop")
}
