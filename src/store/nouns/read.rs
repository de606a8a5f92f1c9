//! Rows → nouns. A row that says what it cannot say is a named error, never a guess.

use crate::journal::{Account, Books, Place};
use crate::model::{
    Delivery, DeliveryState, Firm, HandIn, Issue, Line, MinimumWage, Noun, Order, Rate, Sent, Skill, Slip, Step, Style,
    Tally, Worker,
};
use crate::store::StoreError;
use crate::store::sql::{day, days_off, list, read};
use crate::values::ids::{
    DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, StepNo, StyleId, WorkerId, WorkshopId,
};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::{Any, AnyConnection, AssertSqlSafe, Row, query::Query};

/// Which rows of a table are wanted, within one workshop.
#[derive(Clone, Copy)]
pub(in crate::store) enum Want<'a> {
    All,
    /// Those whose column is one of these.
    Ids(&'static str, &'a [i64]),
    /// Those whose column is one of these texts.
    Texts(&'static str, &'a [String]),
}

impl Want<'_> {
    pub(super) async fn rows(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        select: &str,
    ) -> Result<Vec<AnyRow>, StoreError> {
        if matches!(self, Self::Ids(_, []) | Self::Texts(_, [])) {
            return Ok(Vec::new());
        }
        let text = match self {
            Self::All => select.to_owned(),
            Self::Ids(column, ids) => format!("{select} AND {column} IN {}", list(2, ids.len())),
            Self::Texts(column, texts) => format!("{select} AND {column} IN {}", list(2, texts.len())),
        };
        let query: Query<'_, Any, AnyArguments> = sqlx::query(AssertSqlSafe(text)).bind(workshop.0);
        let query = match self {
            Self::All => query,
            Self::Ids(_, ids) => ids.iter().fold(query, |query, id| query.bind(*id)),
            Self::Texts(_, texts) => texts.iter().fold(query, |query, text| query.bind(text.clone())),
        };
        Ok(query.fetch_all(db).await?)
    }

    pub async fn styles(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT id, code, name FROM styles WHERE workshop = $1";
        let mut ids = Vec::new();
        for row in self.rows(db, workshop, select).await? {
            let id: i64 = row.try_get(0)?;
            ids.push(id);
            let style = Style {
                id: StyleId(id),
                code: parsed(&row, 1, "styles", crate::values::text::Code::parse)?,
                name: parsed(&row, 2, "styles", crate::values::text::Name::parse)?,
                steps: Vec::new(),
            };
            books.learn(Noun::Style(style));
        }
        let want = if matches!(self, Self::All) { Self::All } else { Want::Ids("style", &ids) };
        let select = "SELECT style, code, name, centiminutes FROM (SELECT * FROM steps ORDER BY no) AS steps WHERE workshop = $1";
        for row in want.rows(db, workshop, select).await? {
            let step = Step {
                code: parsed(&row, 1, "steps", crate::values::text::Code::parse)?,
                name: parsed(&row, 2, "steps", crate::values::text::Name::parse)?,
                centiminutes: row.try_get(3)?,
            };
            if let Some(style) = books.styles.get_mut(&StyleId(row.try_get(0)?)) {
                style.steps.push(step);
            }
        }
        Ok(())
    }

    pub async fn rates(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT style, step, from_day, rate FROM rates WHERE workshop = $1";
        for row in self.rows(db, workshop, select).await? {
            books.learn(Noun::Rate(Rate {
                style: StyleId(row.try_get(0)?),
                step: StepNo(row.try_get(1)?),
                from: day("rates", row.try_get(2)?)?,
                rate: Fen(row.try_get(3)?),
            }));
        }
        Ok(())
    }

    pub async fn workers(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT id, number, name, minutes_a_day, days_off, active FROM workers WHERE workshop = $1";
        let mut ids = Vec::new();
        for row in self.rows(db, workshop, select).await? {
            let id: i64 = row.try_get(0)?;
            ids.push(id);
            let days: String = row.try_get(4)?;
            books.learn(Noun::Worker(Worker {
                id: WorkerId(id),
                number: parsed(&row, 1, "workers", crate::values::text::Code::parse)?,
                name: parsed(&row, 2, "workers", crate::values::text::Name::parse)?,
                minutes_a_day: row.try_get(3)?,
                days_off: days_off(&days),
                skills: std::collections::BTreeSet::new(),
                active: row.try_get::<i64, _>(5)? != 0,
            }));
        }
        let want = if matches!(self, Self::All) { Self::All } else { Want::Ids("worker", &ids) };
        for row in want.rows(db, workshop, "SELECT worker, style, step FROM skills WHERE workshop = $1").await? {
            let skill = Skill { style: StyleId(row.try_get(1)?), step: StepNo(row.try_get(2)?) };
            if let Some(worker) = books.workers.get_mut(&WorkerId(row.try_get(0)?)) {
                worker.skills.insert(skill);
            }
        }
        Ok(())
    }

    pub async fn firms(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        for row in self.rows(db, workshop, "SELECT id, name FROM firms WHERE workshop = $1").await? {
            let name = parsed(&row, 1, "firms", crate::values::text::Name::parse)?;
            books.learn(Noun::Firm(Firm { id: FirmId(row.try_get(0)?), name }));
        }
        Ok(())
    }

    pub async fn orders(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT id, firm, code, placed, due, note FROM orders WHERE workshop = $1";
        for row in self.rows(db, workshop, select).await? {
            books.learn(Noun::Order(Order {
                id: OrderId(row.try_get(0)?),
                firm: FirmId(row.try_get(1)?),
                code: parsed(&row, 2, "orders", crate::values::text::Code::parse)?,
                placed: day("orders", row.try_get(3)?)?,
                due: day("orders", row.try_get(4)?)?,
                note: parsed(&row, 5, "orders", crate::values::text::Note::parse)?,
            }));
        }
        Ok(())
    }

    pub async fn lines(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select =
            "SELECT id, order_id, no, style, pieces, price, pack, last_step, note FROM lines WHERE workshop = $1";
        for row in self.rows(db, workshop, select).await? {
            books.learn(Noun::Line(Line {
                id: LineId(row.try_get(0)?),
                order: OrderId(row.try_get(1)?),
                no: row.try_get(2)?,
                style: StyleId(row.try_get(3)?),
                pieces: Pieces(row.try_get(4)?),
                price: Fen(row.try_get(5)?),
                pack: Pieces(row.try_get(6)?),
                last_step: StepNo(row.try_get(7)?),
                note: parsed(&row, 8, "lines", crate::values::text::Note::parse)?,
            }));
        }
        Ok(())
    }

    pub async fn issues(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT id, line, step, worker, pieces, rate, day, repairs FROM issues WHERE workshop = $1";
        for row in self.rows(db, workshop, select).await? {
            books.learn(Noun::Issue(Issue {
                id: IssueId(row.try_get(0)?),
                line: LineId(row.try_get(1)?),
                step: StepNo(row.try_get(2)?),
                worker: WorkerId(row.try_get(3)?),
                pieces: Pieces(row.try_get(4)?),
                rate: Fen(row.try_get(5)?),
                day: day("issues", row.try_get(6)?)?,
                repairs: row.try_get::<Option<i64>, _>(7)?.map(DeliveryId),
            }));
        }
        Ok(())
    }

    pub async fn deliveries(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT id, order_id, day, state, note FROM deliveries WHERE workshop = $1";
        let mut ids = Vec::new();
        for row in self.rows(db, workshop, select).await? {
            let id: i64 = row.try_get(0)?;
            ids.push(id);
            books.learn(Noun::Delivery(Delivery {
                id: DeliveryId(id),
                order: OrderId(row.try_get(1)?),
                day: day("deliveries", row.try_get(2)?)?,
                lines: Vec::new(),
                state: coded(&row, 3, "deliveries", DeliveryState::of_code)?,
                note: parsed(&row, 4, "deliveries", crate::values::text::Note::parse)?,
            }));
        }
        let want = if matches!(self, Self::All) { Self::All } else { Want::Ids("delivery", &ids) };
        let select = "SELECT delivery, line, pieces, confirmed, refused, short, reason \
             FROM (SELECT * FROM delivery_lines ORDER BY n) AS sent WHERE workshop = $1";
        for row in want.rows(db, workshop, select).await? {
            let sent = Sent {
                line: LineId(row.try_get(1)?),
                pieces: Pieces(row.try_get(2)?),
                confirmed: Pieces(row.try_get(3)?),
                refused: Pieces(row.try_get(4)?),
                short: Pieces(row.try_get(5)?),
                reason: parsed(&row, 6, "delivery_lines", crate::values::text::Note::parse)?,
            };
            if let Some(delivery) = books.deliveries.get_mut(&DeliveryId(row.try_get(0)?)) {
                delivery.lines.push(sent);
            }
        }
        Ok(())
    }

    pub async fn hand_ins(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT id, issue, worker, pieces, day, counted FROM hand_ins WHERE workshop = $1";
        for row in self.rows(db, workshop, select).await? {
            books.learn(Noun::HandIn(HandIn {
                id: read::<EventId>("hand_ins", row.try_get(0)?)?,
                issue: IssueId(row.try_get(1)?),
                worker: WorkerId(row.try_get(2)?),
                pieces: Pieces(row.try_get(3)?),
                day: day("hand_ins", row.try_get(4)?)?,
                counted: row.try_get::<Option<String>, _>(5)?.map(|id| read("hand_ins", &id)).transpose()?,
            }));
        }
        Ok(())
    }

    pub async fn minimum_wages(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        for row in
            self.rows(db, workshop, "SELECT from_day, fen, source FROM minimum_wages WHERE workshop = $1").await?
        {
            books.learn(Noun::MinimumWage(MinimumWage {
                from: day("minimum_wages", row.try_get(0)?)?,
                fen: Fen(row.try_get(1)?),
                source: parsed(&row, 2, "minimum_wages", crate::values::text::Note::parse)?,
            }));
        }
        Ok(())
    }

    /// Slips, by their worker.
    pub async fn slips(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT worker, until_day, from_day, carried, earned, bonus, deducted, advanced, paid, owed, settled \
             FROM slips WHERE workshop = $1";
        for row in self.rows(db, workshop, select).await? {
            books.learn(Noun::Slip(slip(&row)?));
        }
        Ok(())
    }

    /// Balances of places; those at zero are not in the books.
    pub async fn places(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT line, kind, part, worker, pieces FROM places WHERE workshop = $1";
        for row in self.rows(db, workshop, select).await? {
            let kind: String = row.try_get(1)?;
            let place = Place::of_code(&kind, LineId(row.try_get(0)?), row.try_get(2)?, WorkerId(row.try_get(3)?))
                .ok_or_else(|| StoreError::BadRow { table: "places".into(), what: kind })?;
            let pieces = Pieces(row.try_get(4)?);
            if pieces != Pieces::ZERO {
                books.places.insert(place, pieces);
            }
        }
        Ok(())
    }

    /// Balances of accounts; those at zero are not in the books.
    pub async fn accounts(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        for row in self.rows(db, workshop, "SELECT kind, owner, fen FROM accounts WHERE workshop = $1").await? {
            let owner: i64 = row.try_get(1)?;
            let account = coded(&row, 0, "accounts", |kind| Account::of_code(kind, owner))?;
            let fen = Fen(row.try_get(2)?);
            if fen != Fen::ZERO {
                books.accounts.insert(account, fen);
            }
        }
        Ok(())
    }
}

/// A slip, out of its columns in the order of the table's select.
pub(in crate::store) fn slip(row: &AnyRow) -> Result<Slip, StoreError> {
    let fen = |column: usize| Ok::<_, StoreError>(Fen(row.try_get(column)?));
    let slip = Slip {
        worker: WorkerId(row.try_get(0)?),
        until: day("slips", row.try_get(1)?)?,
        from: day("slips", row.try_get(2)?)?,
        carried: fen(3)?,
        tally: Tally { earned: fen(4)?, bonus: fen(5)?, deducted: fen(6)?, advanced: fen(7)?, paid: fen(8)? },
        settled: read::<EventId>("slips", row.try_get(10)?)?,
    };
    // It is kept beside them, and so it can be wrong.
    if fen(9)? == slip.owed() {
        Ok(slip)
    } else {
        Err(StoreError::BadRow { table: "slips".into(), what: format!("what worker {} was owed", slip.worker) })
    }
}

pub(super) fn parsed<T, E>(
    row: &AnyRow,
    column: usize,
    table: &'static str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<T, StoreError> {
    let text: String = row.try_get(column)?;
    parse(&text).map_err(|_| StoreError::BadRow { table: table.into(), what: text })
}

pub(super) fn coded<T>(
    row: &AnyRow,
    column: usize,
    table: &'static str,
    of: impl Fn(&str) -> Option<T>,
) -> Result<T, StoreError> {
    let text: String = row.try_get(column)?;
    of(&text).ok_or(StoreError::BadRow { table: table.into(), what: text })
}
