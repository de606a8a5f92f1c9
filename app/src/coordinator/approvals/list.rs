//! All that waits, and the way to approve several at once: on pay day there are as many as there are women.

use super::waiting::{panel, requested_by, rows};
use crate::addresses;
use crate::components::{Check, Empty, Form, Head, Page, Panel, Submit, Table, Tone, load};
use crate::coordinator::approvals::answer::ApproveMany;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, as_coordinator, query};
use crate::words::events;
use ledger::model::Proposal;
use ledger::store::reads::approval::ToApprove;
use ledger::store::reads::journal_entry::JournalEntry;
use ledger::store::reads::names::Names;
use ledger::values::money::Fen;
use leptos::prelude::*;

/// `/approvals`; `/approvals?all=true` has everything ticked.
#[component]
pub fn ProposalsPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let waiting = asking.read().await?.to_approve().await?;
        Ok(page(&asking, waiting))
    })
}

fn page(asking: &Asking, waiting: ToApprove) -> Markup {
    let by = asking.actor;
    let own = panel(t!("approval-today-own"), rows(&waiting, |proposal| proposal.by == by));
    let ToApprove { proposals, names } = waiting;
    let none = proposals.is_empty().then(|| view! { <Empty title=t!("approval-none")>""</Empty> });
    let hers: Vec<_> = proposals.into_iter().filter(|(proposal, _)| proposal.by != by).collect();
    let hers = (!hers.is_empty()).then(|| to_answer(hers, names));
    view! { <Page title=t!("approval-lead") wide=true>{none} {hers} {own}</Page> }.into_markup()
}

fn to_answer(proposals: Vec<(Proposal, JournalEntry)>, names: Names) -> Markup {
    let all: bool = query("all").unwrap_or(false);
    let sum: Fen = proposals.iter().filter_map(|(proposal, _)| proposal.asked.handed_over()).sum();
    let sum = (sum > Fen::ZERO).then(|| {
        view! { <tfoot><tr><th scope="row">{t!("approval-sum", money = sum)}</th></tr></tfoot> }
    });
    let row = move |(proposal, record): (Proposal, JournalEntry)| row(&proposal, &record, &names, all);
    view! {
        <Panel title=t!("approval-today")>
            <p class="quiet">{t!("approval-many-hint")}</p>
            {(!all).then(|| view! { <p><a href=addresses::approvals().with("all", true)>{t!("pay-tick-all")}</a></p> })}
            <Form action=ApproveMany::target()>
                <Table
                    caption=t!("approval-today")
                    quiet=true
                    heads=vec![Head::words(t!("approval-what"))]
                >
                    // Made inside the form: a field asks the form around it what was typed.
                    <tbody>{proposals.into_iter().map(row).collect::<Vec<_>>()}</tbody>
                    {sum}
                </Table>
                <Submit tone=Tone::Next>{t!("approval-many-do")}</Submit>
            </Form>
        </Panel>
    }
    .into_markup()
}

fn row(proposal: &Proposal, record: &JournalEntry, names: &Names, ticked: bool) -> Markup {
    let what = events::describe_proposal(proposal, record.undoes.as_deref(), names).short();
    let (requested_by, look) = (requested_by(proposal, record, names), addresses::approval(proposal.id));
    view! {
        <tr>
            <th scope="row">
                <Check name=format!("chosen[p{}]", proposal.id) label=what checked=ticked/>
                <small class="quiet">{requested_by}</small>
                <small class="quiet"><a href=look>{t!("approval-look")}</a></small>
            </th>
        </tr>
    }
    .into_markup()
}
