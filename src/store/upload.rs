//! Files on their way in: kept while somebody looks at what they would do.

use super::columns::{Columns, FromRow};
use super::query::query;
use super::{Store, StoreError};
use crate::import::Kind;
use crate::parse::field::Field;
use crate::parse::mapping::{Mapping, Mappings};
use crate::values::ids::{BadId, FirmId, WorkshopId};
use crate::values::text::Name;
use chrono::{DateTime, Duration, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// How long a file waits to be written.
pub(super) const KEPT: Duration = Duration::hours(24);

/// Files that wait in one workshop; older ones make room.
const MOST: i64 = 5;

/// A file on its way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UploadId(Uuid);

impl fmt::Display for UploadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for UploadId {
    type Err = BadId;
    fn from_str(text: &str) -> Result<Self, BadId> {
        Uuid::try_parse(text).map(Self).map_err(|_| BadId)
    }
}

/// A file that was sent, and what it is said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    pub kind: Kind,
    pub bytes: Vec<u8>,
    /// What somebody said its columns are.
    pub mapping: Mapping,
}

impl Store {
    /// Keeps a file for a day; the oldest of this workshop's make room for it.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn keep_upload(
        &self,
        workshop: WorkshopId,
        kind: Kind,
        bytes: &[u8],
        at: DateTime<Utc>,
    ) -> Result<UploadId, StoreError> {
        let id = UploadId(Uuid::now_v7());
        let mut turn = self.pools.begin().await?;
        let text = "DELETE FROM uploads WHERE workshop = $1 AND id NOT IN \
             (SELECT id FROM uploads WHERE workshop = $1 ORDER BY at DESC, id DESC LIMIT $2)";
        query(text).bind(workshop).bind(MOST - 1).execute(&mut *turn).await?;
        let text = "INSERT INTO uploads (workshop, id, kind, at, content) VALUES ($1, $2, $3, $4, $5)";
        let kept = query(text).bind(workshop).bind(id.to_string()).bind(kind.code()).bind(at).bind(hex::encode(bytes));
        kept.execute(&mut *turn).await?;
        turn.commit().await?;
        Ok(id)
    }

    /// A kept file of this workshop.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn upload(&self, workshop: WorkshopId, id: UploadId) -> Result<Option<Upload>, StoreError> {
        let text = "SELECT kind, content, mapping FROM uploads WHERE workshop = $1 AND id = $2";
        query(text).bind(workshop).bind(id.to_string()).optional(&self.pools.access).await
    }

    /// Keeps what somebody said the columns of a file are; `false` where there is no such file.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn map_upload(&self, workshop: WorkshopId, id: UploadId, mapping: &Mapping) -> Result<bool, StoreError> {
        let json = serde_json::to_string(mapping)
            .map_err(|error| StoreError::BadRow { table: "uploads".into(), what: error.to_string() })?;
        let text = "UPDATE uploads SET mapping = $3 WHERE workshop = $1 AND id = $2";
        let mut db = self.pools.writer().await?;
        Ok(query(text).bind(workshop).bind(id.to_string()).bind(json).execute(&mut *db).await? > 0)
    }

    /// What is remembered of the columns of files of a kind: of the village's own, or of each firm's orders.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn remembered_columns(&self, workshop: WorkshopId, kind: Kind) -> Result<Mappings, StoreError> {
        Ok(match kind {
            Kind::Orders => Mappings { of_firms: self.firms_columns(workshop).await?, ..Mappings::default() },
            Kind::Styles | Kind::Workers | Kind::Notebook => {
                Mappings { of_village: self.own_columns(workshop, kind).await?, ..Mappings::default() }
            }
        })
    }

    async fn own_columns(&self, workshop: WorkshopId, kind: Kind) -> Result<Mapping, StoreError> {
        let text = "SELECT header, field FROM own_columns WHERE workshop = $1 AND kind = $2";
        let rows = query(text).bind(workshop).bind(kind.code()).all::<(String, String)>(&self.pools.access).await?;
        let mut mapping = Mapping::default();
        for (header, field) in rows {
            if let Some(field) = kind.field(&field) {
                mapping.say(&header, field);
            }
        }
        Ok(mapping)
    }

    async fn firms_columns(&self, workshop: WorkshopId) -> Result<BTreeMap<Name, Mapping>, StoreError> {
        let text = "SELECT f.name, c.header, c.field FROM firm_columns c \
             JOIN firms f ON f.workshop = c.workshop AND f.id = c.firm WHERE c.workshop = $1";
        let mut firms: BTreeMap<Name, Mapping> = BTreeMap::new();
        let rows = query(text).bind(workshop).all::<(Name, String, String)>(&self.pools.access).await?;
        for (firm, header, field) in rows {
            if let Some(field) = Kind::Orders.field(&field) {
                firms.entry(firm).or_default().say(&header, field);
            }
        }
        Ok(firms)
    }

    /// Remembers what the columns of such a file are, of those firms' orders or of the village's own: the next one is then read without asking.
    /// What was taken back is kept as nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn remember_columns(
        &self,
        workshop: WorkshopId,
        kind: Kind,
        firms: BTreeSet<Name>,
        mapping: &Mapping,
    ) -> Result<(), StoreError> {
        if mapping.is_empty() {
            return Ok(());
        }
        let mut turn = self.pools.begin().await?;
        // A firm's orders are called as that firm calls them; the village's own files as the village does.
        if kind != Kind::Orders {
            for (header, field) in mapping.all() {
                let text = "INSERT INTO own_columns (workshop, kind, header, field) VALUES ($1, $2, $3, $4) \
                     ON CONFLICT (workshop, kind, header) DO UPDATE SET field = excluded.field";
                let kept =
                    query(text).bind(workshop).bind(kind.code()).bind(header).bind(field.map_or("", Field::code));
                kept.execute(&mut *turn).await?;
            }
        }
        for name in firms {
            let text = "SELECT id FROM firms WHERE workshop = $1 AND name = $2";
            let firm: Option<FirmId> = query(text).bind(workshop).bind(&name).optional(&mut *turn).await?;
            let Some(firm) = firm else { continue };
            for (header, field) in mapping.all() {
                let text = "INSERT INTO firm_columns (workshop, firm, header, field) VALUES ($1, $2, $3, $4) \
                     ON CONFLICT (workshop, firm, header) DO UPDATE SET field = excluded.field";
                let kept = query(text).bind(workshop).bind(firm).bind(header).bind(field.map_or("", Field::code));
                kept.execute(&mut *turn).await?;
            }
        }
        turn.commit().await
    }
}

impl FromRow for Upload {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            kind: columns.code(Kind::of_code)?,
            bytes: columns.parse(|content| hex::decode(content))?,
            mapping: columns.json()?,
        })
    }
}
