//! The firm's window: a delivery to confirm.

use app::components::*;
use app::{t, words};
use ledger::pieces::Pieces;
use leptos::prelude::*;

use crate::{day, say};

pub fn delivery() -> AnyView {
    view! {
        <Page title=say("收到的货：第 7 批", "Delivery 7") lead=say("柳河村花工坊", "Liuhe Village Flowers") back=Link::to("/firm/deliveries", t!("nav-deliveries"))>
            <Facts>
                <Fact label=say("发出", "Sent")>{words::day(day(11, 21))}</Fact>
                <Fact label=t!("thing-order")>"HR-2026-102"</Fact>
                <Fact label=say("总数", "In all")>{words::count(Pieces(700))} " " {t!("unit-pieces")}</Fact>
            </Facts>
            <Panel title=say("都对？", "All there and good?") tone=Tone::Next>
                <Form action="/api/confirm_all">
                    <Hidden name="delivery" value=7/>
                    <Submit>{say("700 件全部验收", "Confirm all 700")}</Submit>
                </Form>
            </Panel>
            <Form action="/api/answer_delivery">
                <Hidden name="delivery" value=7/>
                {line(1, say("牡丹大花 MD-07", "Peony MD-07"), 480)}
                {line(2, say("玫瑰单枝 MG-01", "Rose MG-01"), 220)}
                <Submit tone=Tone::Plain>{say("就这样答复", "Answer like this")}</Submit>
            </Form>
        </Page>
    }
    .into_any()
}

fn line(id: i64, what: String, sent: i64) -> AnyView {
    view! {
        <Panel title=what>
            <p class="quiet">{say("发了 ", "Sent: ")} <b>{words::count(sent)}</b> {say(" 件。三个数加起来要等于它。", ". The three must add up to it.")}</p>
            <div class="three">
                <Number big=true name=format!("confirmed[{id}]") label=t!("place-confirmed") value=sent/>
                <Number big=true name=format!("refused[{id}]") label=t!("place-refused") value=0/>
                <Number big=true name=format!("short[{id}]") label=t!("place-missing") value=0/>
            </div>
            <Field name=format!("reason[{id}]") label=say("为什么退", "Why refused") optional=true/>
        </Panel>
    }
    .into_any()
}
