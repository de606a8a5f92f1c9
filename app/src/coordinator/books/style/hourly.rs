//! What an hour of each step earns, beside the local minimum wage; and the rate that would do where it is less.

use crate::components::{Head, Notice, Panel, Table, Tag, Tone};
use crate::words;
use ledger::day::Day;
use ledger::ids::StepNo;
use ledger::money::Fen;
use ledger::noun::Style;
use ledger::split::Centiminutes;
use ledger::store::reads::style::Styles;
use ledger::wage::{Hourly, MinimumWage, fair_rate, hourly};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A step with a rate and people who do it.
struct Earns {
    name: String,
    rate: Fen,
    hourly: Hourly,
    /// Where that is less than the minimum wage: the rate that would do.
    fair: Option<Fen>,
}

/// The table, and what is to be said of steps that pay too little. The latest rate counts, though it may only begin to hold.
pub fn panel(
    style: &Style,
    styles: &Styles,
    paces: &BTreeMap<StepNo, Vec<Centiminutes>>,
    minimum: Option<&MinimumWage>,
    today: Day,
) -> Option<AnyView> {
    let steps: Vec<Earns> = (1..)
        .map(StepNo)
        .zip(&style.steps)
        .filter_map(|(no, step)| {
            let latest = styles.rates_of(style.id, no).into_iter().max_by_key(|rate| rate.from).map(|rate| rate.rate);
            let rate = latest.or_else(|| styles.rate_on(style.id, no, today).map(|rate| rate.rate))?;
            let paces = paces.get(&no)?;
            let hourly = hourly(rate, paces)?;
            let fair = minimum.and_then(|wage| fair_rate(wage.fen, paces)).filter(|fair| *fair > rate);
            Some(Earns { name: step.name.to_string(), rate, hourly, fair })
        })
        .collect();
    if steps.is_empty() {
        return None;
    }
    let below = steps.iter().filter_map(|step| Some((step, step.fair?))).map(|(step, fair)| {
        let typical = minimum.is_some_and(|wage| step.hourly.typical < wage.fen);
        let says = if typical {
            t!("hourly-below-most", step = &step.name, rate = step.rate, fair = fair)
        } else {
            t!("hourly-below", step = &step.name, rate = step.rate, fair = fair)
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
        let tone = if step.fair.is_some() { Tone::Warn } else { Tone::Good };
        view! {
            <tr>
                <th scope="row">{step.name}</th>
                <td class="n"><Tag tone>{words::money(step.hourly.typical)}</Tag></td>
                <td class="n">{words::money(step.hourly.slow)}</td>
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
                <p class="quiet">{minimum_words} " " <a href="/settings#wage">{link}</a></p>
                <p class="quiet">{t!("hourly-how")}</p>
            </Panel>
        }
        .into_any(),
    )
}
