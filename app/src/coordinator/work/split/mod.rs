//! The split 派活: a pool shared out among those who can do the step.

mod issue_split;
mod plan;

use super::due::DueTag;
use crate::components::{
    Check, Draft, Empty, Fact, Facts, Figure, Figures, Form, Go, Head, Hidden, Link, Notice, Number, Page, Panel,
    Submit, Table, Tone,
};
use crate::islands::{LiveSplit, SplitWords};
use crate::request::{Problem, as_coordinator, load, param, query};
use crate::words;
use ledger::day::Day;
use ledger::ids::{LineId, OrderId, StepNo};
use ledger::store::reads::pool::PoolPage;
use leptos::prelude::*;
use plan::{Plan, Row};

/// `/orders/:order/split/:line/:step`, with the form's own fields in the query when it is worked out again.
#[component]
pub(super) fn SplitPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let (order, line) = (param::<OrderId>("order")?, param::<LineId>("line")?);
        let step = StepNo(param("step")?);
        let pool = asking.store.pool_page(asking.workshop, order, line, step, asking.today).await?;
        let pool = pool.ok_or(Problem::NotFound)?;
        let plan = planned(&pool);
        Ok(shown(pool, plan, asking.today))
    })
}

/// The shares to begin with: as they were refused, as they were asked for again, or as the rule has them.
fn planned(pool: &PoolPage) -> Plan {
    let draft = use_context::<Draft>().filter(|draft| {
        let same = |name: &str, id: i64| draft.typed(name) == Some(id.to_string().as_str());
        draft.action == issue_split::ADDRESS && same("line", pool.line.0) && same("step", pool.step.0)
    });
    let Some(mut draft) = draft else { return Plan::again(pool, query::<String>).unwrap_or_else(|| Plan::fresh(pool)) };
    let typed = |name: &str| draft.typed(name).map(str::to_owned);
    if typed("seen") == Some(pool.pool.to_string()) {
        return Plan::as_typed(pool, typed);
    }
    // Somebody else was at the pool: what was kept stays, the rest is worked out for what is there now.
    let plan = Plan::again(pool, typed).unwrap_or_else(|| Plan::fresh(pool));
    for row in &plan.rows {
        draft.fields.insert(row.field("pieces"), row.pieces.clone());
        if row.locked {
            draft.fields.insert(row.field("locked"), "true".to_owned());
        }
    }
    provide_context(draft);
    plan
}

fn shown(pool: PoolPage, plan: Plan, today: Day) -> AnyView {
    let here = format!("/orders/{}/split/{}/{}", pool.order, pool.line, pool.step);
    let back = Link::to(format!("/orders/{}", pool.order), pool.order_code.clone());
    let order = back.href.clone();
    let body = if !pool.pool.any() {
        view! { <Empty title=t!("split-nothing")><Go href=order tone=Tone::Next>{t!("split-back")}</Go></Empty> }
            .into_any()
    } else if pool.workers.is_empty() {
        view! { <Empty title=t!("split-nobody")><Go href="/workers" tone=Tone::Next>{t!("nav-workers")}</Go></Empty> }
            .into_any()
    } else {
        form(&pool, here, plan)
    };
    view! {
        <Page title=t!("split-title", style = &pool.style_name, step = &pool.step_name) lead=pool.order_code.clone() back>
            <Figures>
                <Figure value=words::count(pool.pool) label=t!("place-pool") unit=t!("unit-pieces") tone=Tone::Next/>
                <Figure
                    value=pool.rate.map_or_else(|| "—".to_owned(), words::money)
                    label=t!("split-rate")
                    note=t!("split-minutes", n = minutes(pool.centiminutes))
                />
            </Figures>
            <Facts>
                <Fact label=t!("order-due")>{words::day(pool.due)} " " {pool.pool.any().then(|| view! { <DueTag due=pool.due today left=pool.pool/> })}</Fact>
                <Fact label=t!("order-pack")>{t!("n-pieces", n = pool.pack)}</Fact>
            </Facts>
            {pool.rate.is_none().then(|| view! {
                <Notice tone=Tone::Warn title=t!("split-no-rate")><a href="/styles">{t!("nav-styles")}</a></Notice>
            })}
            {body}
        </Page>
    }
    .into_any()
}

fn form(page: &PoolPage, here: String, plan: Plan) -> AnyView {
    let PoolPage { order, line, step, pool, pack, .. } = *page;
    let offers = plan.rows.iter().map(|row| (row.able.who.id.0, row.able.minutes)).collect();
    let given = plan.given();
    let split_words = SplitWords { given: t!("split-given"), left: t!("split-left"), over: t!("split-over") };
    view! {
        {plan.unread.then(|| view! { <Notice tone=Tone::Bad title=t!("split-unread")/> })}
        <Form action=issue_split::ADDRESS>
            // What Enter presses: it only works out again.
            <button class="sr" formaction=here.clone() formmethod="get" formnovalidate tabindex="-1" aria-hidden="true"></button>
            <Hidden name="order" value=order/>
            <Hidden name="line" value=line/>
            <Hidden name="step" value=step/>
            <Hidden name="seen" value=pool/>
            <Panel>
                <Table
                    caption=t!("split-caption")
                    heads=vec![
                        Head::words(t!("split-takes")),
                        Head::number(t!("unit-pieces")),
                        Head::words(t!("split-keep")),
                    ]
                >
                    // Made inside the form: a field asks the form around it what was typed.
                    <tbody>{plan.rows.iter().map(row_view).collect::<Vec<_>>()}</tbody>
                </Table>
                <LiveSplit pool=pool.0 pack=pack.0 given offers words=split_words/>
            </Panel>
            <div class="row">
                <Submit>{t!("split-issue")}</Submit>
                <button class="button pale" formaction=here formmethod="get" formnovalidate>{t!("split-again")}</button>
            </div>
            <p class="quiet">{t!("split-how", pack = pack)}</p>
        </Form>
    }
    .into_any()
}

fn row_view(row: &Row) -> AnyView {
    let who = &row.able.who;
    let offers = t!("split-offers", n = row.able.minutes);
    let busy = row.able.at_home.any().then(|| t!("split-busy", n = row.able.at_home, days = row.days_busy()));
    view! {
        <tr>
            <th scope="row">
                <Check
                    name=row.field("takes")
                    label=t!("worker-named", number = &who.number, name = &who.name)
                    checked=row.takes
                />
                <small class="quiet">{offers}</small>
                {busy.map(|busy| view! { <small class="quiet">{busy}</small> })}
            </th>
            <td class="n">
                <Hidden name=row.field("worker") value=who.id/>
                <Hidden name=row.field("was") value=row.pieces.clone()/>
                <Number bare=true optional=true name=row.field("pieces") label=t!("split-share-of", name = &who.name) value=row.pieces.clone()/>
            </td>
            <td><Check bare=true name=row.field("locked") label=t!("split-keep-of", name = &who.name) checked=row.locked/></td>
        </tr>
    }
    .into_any()
}

/// `6` or `6.5` minutes.
fn minutes(centiminutes: i64) -> String {
    let whole = words::count(centiminutes / 100);
    match centiminutes % 100 {
        0 => whole,
        part => format!("{whole}.{part:02}").trim_end_matches('0').to_owned(),
    }
}
