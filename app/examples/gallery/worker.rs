//! The worker's pages: few words, large numbers.

use app::components::*;
use app::{t, words};
use ledger::money::Fen;
use ledger::pieces::Pieces;
use leptos::prelude::*;

use crate::{day, say};

pub fn home() -> AnyView {
    view! {
        <Page title=t!("nav-work")>
            <Figures>
                <Figure value=words::count(Pieces(142)) label=say("还要做", "To make") unit=t!("unit-pieces") tone=Tone::Next/>
                <Figure value=words::money(Fen(120_460)) label=say("本月挣的", "Earned this month") href="/me/book"/>
                <Figure value=words::money(Fen(38_640)) label=say("还欠我的", "Owed to me") href="/me/pay"/>
            </Figures>
            <Notice tone=Tone::Warn title=say("11月21日点了 38 件，您报的是 40 件", "21 Nov: 38 counted, you said 40")>
                <div class="row">
                    <Go href="/me/counts/9">{say("看一看", "Look")}</Go>
                </div>
            </Notice>
            {issue("12", say("牡丹大花 · 组花", "Peony · Assembly"), 60, 6, Fen(190), 28)}
            {issue("13", say("玫瑰单枝 · 整花", "Rose · Whole flower"), 82, 0, Fen(220), 30)}
        </Page>
    }
    .into_any()
}

fn issue(key: &'static str, what: String, hand: i64, redo: i64, rate: Fen, due: u32) -> AnyView {
    view! {
        <Panel title=what>
            <Facts>
                <Fact label=say("手里", "In hand")>{words::count(hand)} " " {t!("unit-pieces")}</Fact>
                <Fact label=say("什么时候交", "Due")>{words::day(day(11, due))}</Fact>
                <Fact label=say("一件", "A piece")>{words::money(rate)}</Fact>
            </Facts>
            {(redo > 0).then(|| view! { <p><Tag tone=Tone::Warn>{t!("place-redo")} " " {words::count(redo)}</Tag></p> })}
            <Form action="/api/declare" key=key inline=true>
                <Hidden name="issue" value=key/>
                <Number name="pieces" label=say("做好了几件", "How many are done") unit=t!("unit-pieces")/>
                <Submit tone=if key == "12" { Tone::Next } else { Tone::Plain }>{say("交活", "Hand in")}</Submit>
            </Form>
        </Panel>
    }
    .into_any()
}

pub fn book() -> AnyView {
    let entries = [
        (21, "交活", "Accepted", "牡丹 · 组花", "Peony · Assembly", 38, 190),
        (21, "返工", "Rework", "牡丹 · 组花", "Peony · Assembly", 2, 0),
        (19, "交活", "Accepted", "玫瑰 · 整花", "Rose · Whole flower", 60, 220),
        (18, "领活", "Issued", "牡丹 · 组花", "Peony · Assembly", 100, 0),
    ];
    let rows: Vec<_> = entries
        .into_iter()
        .map(|(date, zh, en, what_zh, what_en, pieces, rate)| {
            let earned = Fen(pieces * rate);
            let tone = match zh {
                "交活" => Tone::Good,
                "返工" => Tone::Warn,
                _ => Tone::Quiet,
            };
            view! {
                <tr>
                    <th scope="row">{words::short_day(day(11, date))}</th>
                    <td><Tag tone>{say(zh, en)}</Tag><small>{say(what_zh, what_en)}</small></td>
                    <td class="n">{words::count(pieces)}</td>
                    <td class="n">
                        {(rate > 0).then(|| view! { {words::money(earned)} <small class="quiet">"× " {words::money(Fen(rate))}</small> })}
                    </td>
                </tr>
            }
        })
        .collect();
    view! {
        <Page title=t!("nav-book") lead=words::month(day(11, 1))>
            <Panel>
                <Table
                    caption=words::month(day(11, 1))
                    quiet=true
                    heads=vec![
                        Head::words(say("日子", "Day")),
                        Head::words(say("事", "What")),
                        Head::number(t!("unit-pieces")),
                        Head::number(say("钱", "Money")),
                    ]
                >
                    <tbody>{rows}</tbody>
                    <tfoot>
                        <tr><th scope="row" colspan="3">{say("本月挣的", "Earned this month")}</th><td class="n">{words::money(Fen(20_420))}</td></tr>
                    </tfoot>
                </Table>
            </Panel>
            <Pager older=Some("/me/book?before=88".to_owned()) newer=None/>
        </Page>
    }
    .into_any()
}
