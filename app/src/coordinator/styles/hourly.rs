//! What an hour of each step earns, beside the local minimum wage; and the rate that would do where it is less.

use crate::addresses;
use crate::components::{Head, Notice, Panel, Table, Tag, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::model::{MinimumWage, Style};
use ledger::store::reads::style::Styles;
use ledger::values::day::Day;
use ledger::values::ids::{StepNo, StyleId};
use ledger::values::minutes::Centiminutes;
use ledger::values::money::Fen;
use ledger::wage::{Hourly, fair_rate, hourly};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A step with a rate and people who do it.
struct Earns {
    name: String,
    rate: Fen,
    /// The day on which it begins to hold, where that is still to come.
    from: Option<Day>,
    hourly: Hourly,
    /// Where that is less than the minimum wage: the rate that would do.
    fair: Option<Fen>,
}

impl Earns {
    /// The rate, and when it begins.
    fn rate(&self) -> String {
        let rate = words::money(self.rate);
        self.from.map_or_else(|| rate.clone(), |day| t!("hourly-from", rate = &rate, day = words::short_day(day)))
    }
}

/// The rate of a step that holds, and those that will.
fn rates(styles: &Styles, style: StyleId, no: StepNo, today: Day) -> Vec<(Fen, Option<Day>)> {
    let now = styles.rate_on(style, no, today).map(|rate| (rate.rate, None));
    let mut later: Vec<_> = styles.rates_of(style, no).into_iter().filter(|rate| rate.from > today).collect();
    later.sort_by_key(|rate| rate.from);
    now.into_iter().chain(later.into_iter().map(|rate| (rate.rate, Some(rate.from)))).collect()
}

/// The table, and warnings about steps that pay too little: today's rates, and those that begin later.
pub fn panel(
    style: &Style,
    styles: &Styles,
    paces: &BTreeMap<StepNo, Vec<Centiminutes>>,
    minimum: Option<&MinimumWage>,
    today: Day,
) -> Option<Markup> {
    let steps: Vec<Earns> = (1..)
        .map(StepNo)
        .zip(&style.steps)
        .filter_map(|(no, step)| Some((no, step, paces.get(&no)?)))
        .flat_map(|(no, step, paces)| {
            rates(styles, style.id, no, today).into_iter().filter_map(|(rate, from)| {
                let hourly = hourly(rate, paces)?;
                let fair = minimum.and_then(|wage| fair_rate(wage.fen, paces)).filter(|fair| *fair > rate);
                Some(Earns { name: step.name.to_string(), rate, from, hourly, fair })
            })
        })
        .collect();
    if steps.is_empty() {
        return None;
    }
    let below = steps.iter().filter_map(|step| Some((step, step.fair?))).map(|(step, fair)| {
        let typical = minimum.is_some_and(|wage| step.hourly.typical < wage.fen);
        let says = if typical {
            t!("hourly-below-most", step = &step.name, rate = step.rate(), fair = fair)
        } else {
            t!("hourly-below", step = &step.name, rate = step.rate(), fair = fair)
        };
        view! { <p>{says}</p> }
    });
    let below: Vec<_> = below.collect();
    let below =
        (!below.is_empty()).then(|| view! { <Notice tone=Tone::Warn title=t!("hourly-below-title")>{below}</Notice> });
    let link = if minimum.is_some() { t!("hourly-change") } else { t!("hourly-enter") };
    let minimum_words = match minimum {
        Some(wage) => {
            t!("hourly-minimum", wage = wage.fen, day = words::day(wage.from), source = wage.source.as_str())
        }
        None => t!("hourly-no-minimum"),
    };
    let rows = steps.into_iter().map(|step| {
        let earns = |fen: Fen| {
            let tone = match minimum {
                None => Tone::Plain,
                Some(wage) if fen < wage.fen => Tone::Warn,
                Some(_) => Tone::Good,
            };
            view! { <td class="n"><Tag tone>{words::money(fen)}</Tag></td> }
        };
        let rate = t!("hourly-at", rate = step.rate());
        view! {
            <tr>
                <th scope="row">{step.name} <small class="quiet">{rate}</small></th>
                {earns(step.hourly.typical)}
                {earns(step.hourly.slow)}
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    let heads =
        vec![Head::words(t!("thing-step")), Head::number(t!("hourly-typical")), Head::number(t!("hourly-slow"))];
    Some(
        view! {
            {below}
            <Panel title=t!("hourly-title")>
                <Table caption=t!("hourly-title") quiet=true heads><tbody>{rows}</tbody></Table>
                <p class="quiet">{minimum_words} " " <a href=addresses::settings().at("wage")>{link}</a></p>
                <p class="quiet">{t!("hourly-how")}</p>
            </Panel>
        }
        .into_markup(),
    )
}
