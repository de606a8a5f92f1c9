//! Nouns → rows. A noun of an event replaces what was written of it before.

use super::{proposal, review, terms};
use crate::model::{Noun, Tally};
use crate::store::StoreError;
use crate::store::sql::list;
use crate::store::table::{Cell, Table};
use crate::values::ids::WorkshopId;
use sqlx::{AnyConnection, AssertSqlSafe};

/// Writes nouns as they now stand; of one that is named twice, the last.
pub(in crate::store) async fn save(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    nouns: impl Iterator<Item = &Noun>,
) -> Result<(), StoreError> {
    let mut styles = Table::new("styles", &["id"], &["code", "name"]);
    let mut steps = Table::new("steps", &["style", "no"], &["code", "name", "centiminutes"]);
    let mut rates = Table::new("rates", &["style", "step", "from_day"], &["rate"]);
    let mut workers = Table::new("workers", &["id"], &["number", "name", "minutes_a_day", "days_off", "active"]);
    let mut skills = Table::new("skills", &["worker", "style", "step"], &[]);
    let mut firms = Table::new("firms", &["id"], &["name"]);
    let mut orders = Table::new("orders", &["id"], &["firm", "code", "placed", "due", "note"]);
    let mut lines =
        Table::new("lines", &["id"], &["order_id", "no", "style", "pieces", "price", "pack", "last_step", "note"]);
    let mut issues = Table::new("issues", &["id"], &["line", "step", "worker", "pieces", "rate", "day", "repairs"]);
    let mut deliveries = Table::new("deliveries", &["id"], &["order_id", "day", "state", "note"]);
    let mut sent = Table::new(
        "delivery_lines",
        &["delivery", "line"],
        &["n", "pieces", "confirmed", "refused", "short", "reason"],
    );
    let mut hand_ins = Table::new("hand_ins", &["id"], &["issue", "worker", "pieces", "day", "counted"]);
    let mut reviews = review::table();
    let mut slips = Table::new(
        "slips",
        &["worker", "until_day"],
        &["from_day", "carried", "earned", "bonus", "deducted", "advanced", "paid", "owed", "settled"],
    );
    let mut wages = Table::new("minimum_wages", &["from_day"], &["fen", "source"]);
    let (mut studies, mut terms) = (terms::studies_table(), terms::terms_table());
    let mut proposals = proposal::table();
    let mut reskilled = Vec::new();
    for noun in nouns {
        match noun {
            Noun::Style(style) => {
                styles.put([style.id.0.into()], [style.code.as_str().into(), style.name.as_str().into()]);
                for (no, step) in (1_i64..).zip(&style.steps) {
                    steps.put(
                        [style.id.0.into(), no.into()],
                        [step.code.as_str().into(), step.name.as_str().into(), step.centiminutes.into()],
                    );
                }
            }
            Noun::Rate(rate) => {
                rates.put([rate.style.0.into(), rate.step.0.into(), rate.from.to_string().into()], [rate.rate.0.into()])
            }
            Noun::Worker(worker) => {
                let days: String = worker.days_off.iso_weekdays().map(|day| day.to_string()).collect();
                workers.put(
                    [worker.id.0.into()],
                    [
                        worker.number.as_str().into(),
                        worker.name.as_str().into(),
                        worker.minutes_a_day.into(),
                        days.into(),
                        i64::from(worker.active).into(),
                    ],
                );
                reskilled.push(worker.id.0);
                skills.forget(&Cell::from(worker.id.0));
                for skill in &worker.skills {
                    skills.put([worker.id.0.into(), skill.style.0.into(), skill.step.0.into()], []);
                }
            }
            Noun::Firm(firm) => firms.put([firm.id.0.into()], [firm.name.as_str().into()]),
            Noun::Order(order) => orders.put(
                [order.id.0.into()],
                [
                    order.firm.0.into(),
                    order.code.as_str().into(),
                    order.placed.to_string().into(),
                    order.due.to_string().into(),
                    order.note.as_str().into(),
                ],
            ),
            Noun::Line(line) => lines.put(
                [line.id.0.into()],
                [
                    line.order.0.into(),
                    line.no.into(),
                    line.style.0.into(),
                    line.pieces.0.into(),
                    line.price.0.into(),
                    line.pack.0.into(),
                    line.last_step.0.into(),
                    line.note.as_str().into(),
                ],
            ),
            Noun::Issue(issue) => issues.put(
                [issue.id.0.into()],
                [
                    issue.line.0.into(),
                    issue.step.0.into(),
                    issue.worker.0.into(),
                    issue.pieces.0.into(),
                    issue.rate.0.into(),
                    issue.day.to_string().into(),
                    Cell::OptionalNumber(issue.repairs.map(|delivery| delivery.0)),
                ],
            ),
            Noun::Delivery(delivery) => {
                deliveries.put(
                    [delivery.id.0.into()],
                    [
                        delivery.order.0.into(),
                        delivery.day.to_string().into(),
                        delivery.state.code().into(),
                        delivery.note.as_str().into(),
                    ],
                );
                for (n, line) in (1_i64..).zip(&delivery.lines) {
                    sent.put(
                        [delivery.id.0.into(), line.line.0.into()],
                        [
                            n.into(),
                            line.pieces.0.into(),
                            line.confirmed.0.into(),
                            line.refused.0.into(),
                            line.short.0.into(),
                            line.reason.as_str().into(),
                        ],
                    );
                }
            }
            Noun::HandIn(hand_in) => hand_ins.put(
                [hand_in.id.to_string().into()],
                [
                    hand_in.issue.0.into(),
                    hand_in.worker.0.into(),
                    hand_in.pieces.0.into(),
                    hand_in.day.to_string().into(),
                    Cell::OptionalText(hand_in.counted.map(|id| id.to_string())),
                ],
            ),
            Noun::Review(said) => review::put(&mut reviews, said),
            Noun::MinimumWage(wage) => {
                wages.put([wage.from.to_string().into()], [wage.fen.0.into(), wage.source.as_str().into()]);
            }
            Noun::TimeStudy(study) => terms::put_study(&mut studies, study),
            Noun::Terms(set) => terms::put_terms(&mut terms, set),
            Noun::Proposal(proposal) => proposal::put(&mut proposals, proposal),
            // It stands in the workshop's own row, beside the chain's end.
            Noun::Approval(_) => {}
            Noun::Slip(slip) => {
                let Tally { earned, bonus, deducted, advanced, paid } = slip.tally;
                let [carried, owed] = [slip.carried, slip.owed()];
                let [carried, earned, bonus, deducted, advanced, paid, owed] =
                    [carried, earned, bonus, deducted, advanced, paid, owed].map(|fen| Cell::from(fen.0));
                slips.put(
                    [slip.worker.0.into(), slip.until.to_string().into()],
                    [
                        slip.from.to_string().into(),
                        carried,
                        earned,
                        bonus,
                        deducted,
                        advanced,
                        paid,
                        owed,
                        slip.settled.to_string().into(),
                    ],
                );
            }
        }
    }
    if !reskilled.is_empty() {
        let text = format!("DELETE FROM skills WHERE workshop = $1 AND worker IN {}", list(2, reskilled.len()));
        let query = sqlx::query(AssertSqlSafe(text)).bind(workshop.0);
        reskilled.iter().fold(query, |query, id| query.bind(*id)).execute(&mut *db).await?;
    }
    for table in [
        styles, steps, rates, workers, skills, firms, orders, lines, issues, deliveries, sent, hand_ins, reviews,
        slips, wages, studies, terms, proposals,
    ] {
        table.upsert(db, workshop).await?;
    }
    Ok(())
}
