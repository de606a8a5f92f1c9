//! The schema: made when missing, refused when it is not ours or from the future.

use super::query::query;
use super::{Engine, StoreError};
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AnyPool, SqlStr};
use std::borrow::Cow;

const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "ledger", include_str!("../../migrations/0001_ledger.sql")),
    (2, "access", include_str!("../../migrations/0002_access.sql")),
    (3, "uploads", include_str!("../../migrations/0003_uploads.sql")),
    (4, "slips", include_str!("../../migrations/0004_slips.sql")),
    (5, "reviews", include_str!("../../migrations/0005_reviews.sql")),
    (6, "minimum wages", include_str!("../../migrations/0006_minimum_wages.sql")),
    (7, "proposals", include_str!("../../migrations/0007_proposals.sql")),
    (8, "terms and time studies", include_str!("../../migrations/0008_terms.sql")),
    (9, "let_in", include_str!("../../migrations/0009_let_in.sql")),
    (10, "said again", include_str!("../../migrations/0010_said_again.sql")),
    (11, "contacts", include_str!("../../migrations/0011_contacts.sql")),
    (12, "access ends", include_str!("../../migrations/0012_access_ends.sql")),
    (13, "unposted", include_str!("../../migrations/0013_unposted.sql")),
    (14, "proof of who one is", include_str!("../../migrations/0014_proof.sql")),
    (15, "order changes", include_str!("../../migrations/0015_order_changes.sql")),
    (16, "variants", include_str!("../../migrations/0016_variants.sql")),
    (17, "columns", include_str!("../../migrations/0017_columns.sql")),
    (18, "photos", include_str!("../../migrations/0018_photos.sql")),
    (19, "own_columns", include_str!("../../migrations/0019_own_columns.sql")),
    (20, "helpers", include_str!("../../migrations/0020_helpers.sql")),
    (21, "phone", include_str!("../../migrations/0021_phone.sql")),
    (22, "photos of counts", include_str!("../../migrations/0022_photos_of_counts.sql")),
    (23, "news", include_str!("../../migrations/0023_news.sql")),
    (24, "recordings", include_str!("../../migrations/0024_recordings.sql")),
    (25, "known phones", include_str!("../../migrations/0025_known_phones.sql")),
    (26, "new PINs", include_str!("../../migrations/0026_new_pins.sql")),
];

/// Brings the schema up to this program's.
pub(super) async fn prepare(pool: &AnyPool, engine: Engine) -> Result<(), StoreError> {
    if !is_ours_or_empty(pool, engine).await? {
        return Err(StoreError::NotOurs);
    }
    let migrations: Vec<Migration> = MIGRATIONS
        .iter()
        .map(|&(version, name, sql)| {
            Migration::new(version, Cow::Borrowed(name), MigrationType::Simple, SqlStr::from_static(sql), false)
        })
        .collect();
    let migrator = Migrator::with_migrations(migrations);
    match migrator.run(pool).await {
        Ok(()) => Ok(()),
        Err(MigrateError::VersionMissing(found) | MigrateError::VersionTooNew(found, _)) => {
            let known = MIGRATIONS.iter().map(|(version, ..)| *version).max().unwrap_or_default();
            Err(StoreError::Newer { found, known })
        }
        Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => Err(error.into()),
        Err(MigrateError::VersionMismatch(_)) => Err(StoreError::NotOurs),
        Err(other) => Err(StoreError::BadRow { table: "_sqlx_migrations".into(), what: other.to_string() }),
    }
}

/// The tables there are. Views are nobody's rows, and what an extension brought is no other program's.
const POSTGRES_TABLES: &str = "SELECT CAST(c.relname AS TEXT) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
     WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'f') AND NOT EXISTS (SELECT 1 FROM pg_depend d \
     WHERE d.classid = CAST('pg_class' AS REGCLASS) AND d.objid = c.oid AND d.deptype = 'e')";

async fn is_ours_or_empty(pool: &AnyPool, engine: Engine) -> Result<bool, StoreError> {
    let names = match engine {
        Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        Engine::Postgres => POSTGRES_TABLES,
    };
    let names: Vec<String> = query(names).all(pool).await?;
    // A first start that was cut short may have left the migrations' own table alone.
    Ok(names.iter().all(|name| name == "_sqlx_migrations") || names.iter().any(|name| name == "petalwork"))
}
