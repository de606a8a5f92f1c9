//! The coordinator's main pages.

use app::components::*;
use app::{t, words};
use ledger::money::Fen;
use ledger::pieces::Pieces;
use leptos::prelude::*;

use crate::{day, say};

pub fn today() -> AnyView {
    view! {
        <Page title=t!("nav-today") lead=words::day(day(11, 23)) wide=true>
            <Figures>
                <Figure value="3" label=say("等着点货", "Waiting to be counted") unit=say("人", "people") tone=Tone::Next href="/count"/>
                <Figure value=words::count(Pieces(1_126)) label=t!("place-hand") unit=t!("unit-pieces")/>
                <Figure value=words::money(Fen(486_230)) label=say("欠大家的工钱", "Owed to workers")/>
            </Figures>
            <div class="two">
            <Panel title=say("先看这几件", "Look at these first")>
                <Rows>
                    <Row
                        href="/orders/42"
                        title="HR-2026-102"
                        note=say("11月25日 周三 交 · 还差 220 件", "Due Wed 25 Nov · 220 pieces to go")
                        value="220"
                        tone=Tone::Next
                    >
                        <Tag tone=Tone::Next>{say("赶不上", "Late at this pace")}</Tag>
                    </Row>
                    <Row
                        href="/workers/4"
                        title=say("吴丽娟说数不对", "Wu Lijuan says a count is wrong")
                        note=say("11月21日交的牡丹组花，点了 38，她说 40", "Peony assembly of 21 Nov: counted 38, she says 40")
                        value="2"
                        tone=Tone::Warn
                    />
                    <Row
                        href="/deliveries/7"
                        title=say("华瑞退回 12 件", "Huarui refused 12 pieces")
                        note=say("要补、要改，还是作罢？", "Mend, make again, or write off?")
                        value="12"
                        tone=Tone::Bad
                    />
                </Rows>
            </Panel>
            <Panel title=say("手上的订单", "Orders under way")>
                <Rows>
                    <Row href="/orders/42" title="HR-2026-102" note=say("牡丹大花 · 11月25日 周三", "Peony · Wed 25 Nov")>
                        <Progress compact=true parts=vec![(Stage::Stock, Pieces(480)), (Stage::Hand, Pieces(180)), (Stage::Redo, Pieces(14)), (Stage::Pool, Pieces(26))]/>
                    </Row>
                    <Row href="/orders/43" title="XY-2026-031" note=say("雪柳长枝 · 12月10日 周四", "Willow spray · Thu 10 Dec")>
                        <Progress compact=true parts=vec![(Stage::Made, Pieces(200)), (Stage::Hand, Pieces(420)), (Stage::Pool, Pieces(780))]/>
                    </Row>
                </Rows>
            </Panel>
            </div>
        </Page>
    }
    .into_any()
}

pub fn order() -> AnyView {
    let people = [
        ("何淑芬", "He Shufen", 60, 42, 6),
        ("孙桂兰", "Sun Guilan", 80, 35, 0),
        ("郭晓红", "Guo Xiaohong", 40, 40, 8),
    ];
    let rows: Vec<_> = people
        .into_iter()
        .map(|(zh, en, issued, hand, redo)| {
            view! {
                <tr>
                    <th scope="row"><a href="/workers/1">{say(zh, en)}</a></th>
                    <td>{say("组花", "Assembly")}<small class="quiet">{words::short_day(day(11, 18))}</small></td>
                    <td class="n">{words::count(issued)}</td>
                    <td class="n">{words::count(hand)}</td>
                    <td class="n">{(redo > 0).then(|| view! { <Tag tone=Tone::Warn>{words::count(redo)}</Tag> })}</td>
                </tr>
            }
        })
        .collect();
    let points = [(1, 0), (4, 40), (8, 130), (11, 190), (15, 300), (18, 380), (21, 455), (23, 480)];
    view! {
        <Page title="HR-2026-102" lead=say("华瑞外贸", "Huarui Trading") back=Link::to("/orders", t!("nav-orders"))>
            <Facts>
                <Fact label=say("下单", "Placed")>{words::day(day(11, 1))}</Fact>
                <Fact label=say("交期", "Due")>{words::day(day(11, 25))} " " <Tag tone=Tone::Next>{say("还有 2 天", "2 days left")}</Tag></Fact>
                <Fact label=say("加工费", "Price")>{words::money(Fen(620))}</Fact>
            </Facts>
            <Panel title=say("牡丹大花 MD-07", "Peony MD-07")>
                <Progress parts=vec![(Stage::Stock, Pieces(480)), (Stage::Hand, Pieces(166)), (Stage::Redo, Pieces(14)), (Stage::Pool, Pieces(40))]/>
                <BurnUp
                    from=day(11, 1)
                    due=day(11, 25)
                    total=Pieces(700)
                    points=points.into_iter().map(|(date, pieces)| (day(11, date), Pieces(pieces))).collect()
                />
                <div class="row">
                    <Go href="/orders/42/split" tone=Tone::Next>{say("派剩下的 40 件", "Split the 40 left")}</Go>
                    <Go href="/deliveries/new?order=42">{say("装箱发货", "Pack a delivery")}</Go>
                </div>
            </Panel>
            <Panel title=say("谁手里有多少", "Who has what")>
                <Table
                    caption=say("谁手里有多少", "Who has what")
                    quiet=true
                    heads=vec![
                        Head::words(t!("thing-worker")),
                        Head::words(t!("thing-step")),
                        Head::number(say("领走", "Issued")),
                        Head::number(t!("place-hand")),
                        Head::number(t!("place-redo")),
                    ]
                >
                    <tbody>{rows}</tbody>
                    <tfoot>
                        <tr>
                            <th scope="row" colspan="2">{say("合计", "Total")}</th>
                            <td class="n">"180"</td>
                            <td class="n">"117"</td>
                            <td class="n">"14"</td>
                        </tr>
                    </tfoot>
                </Table>
            </Panel>
        </Page>
    }
    .into_any()
}

pub fn count() -> AnyView {
    view! {
        <Page title=t!("nav-count") lead=say("3 个人报了交活", "3 people say they bring work")>
            {hand_in("12", say("何淑芬", "He Shufen"), say("牡丹大花 · 组花 · 手里 60 件", "Peony · Assembly · 60 in hand"), 40, true)}
            {hand_in("15", say("孙桂兰", "Sun Guilan"), say("玫瑰单枝 · 整花 · 手里 100 件", "Rose · Whole flower · 100 in hand"), 100, false)}
            <Panel title=say("刚点的", "Just counted")>
                <Rows>
                    <Row
                        href="/journal/311"
                        title=say("郭晓红", "Guo Xiaohong")
                        note=say("牡丹大花 · 组花 · 返工 2", "Peony · Assembly · 2 for rework")
                        value="38"
                        tone=Tone::Good
                    />
                </Rows>
                <div class="row"><Go href="/journal/311/correct">{say("点错了，冲正", "Wrong: correct it")}</Go></div>
            </Panel>
            <Panel title=say("别的人", "Someone else")>
                <Form action="/count" get=true inline=true>
                    <Select name="worker" label=t!("thing-worker") options=vec![Pick::new(4, say("吴丽娟", "Wu Lijuan")), Pick::new(5, say("李秀英", "Li Xiuying"))]/>
                    <Submit tone=Tone::Plain>{say("点她的货", "Count hers")}</Submit>
                </Form>
            </Panel>
        </Page>
    }
    .into_any()
}

/// One declared hand-in, ready to be recorded as it was declared.
fn hand_in(key: &'static str, who: String, what: String, declared: i64, first: bool) -> AnyView {
    view! {
        <Panel title=who tone=if first { Tone::Next } else { Tone::Plain }>
            <p class="quiet">{what}</p>
            <Form action="/api/count" key=key>
                <Hidden name="issue" value=key/>
                <div class="three">
                    <Number big=true name="accepted" label=say("合格", "Accepted") value=declared focus=first/>
                    <Number big=true name="rework" label=say("返工", "Rework") value=0/>
                    <Number big=true name="scrapped" label=say("报废", "Scrapped") value=0/>
                </div>
                <Field name="reason" label=say("为什么报废", "Why scrapped") optional=true/>
                <Submit tone=if first { Tone::Next } else { Tone::Plain }>{say("记下", "Record")}</Submit>
            </Form>
        </Panel>
    }
    .into_any()
}

pub fn split() -> AnyView {
    let people = [
        (1, "何淑芬", "He Shufen", 300, 12, true),
        (2, "孙桂兰", "Sun Guilan", 300, 11, false),
        (3, "郭晓红", "Guo Xiaohong", 240, 9, false),
        (4, "吴丽娟", "Wu Lijuan", 240, 8, false),
    ];
    let rows: Vec<_> = people
        .into_iter()
        .map(|(id, zh, en, minutes, pieces, locked)| {
            let name = say(zh, en);
            view! {
                <tr>
                    <th scope="row">{name.clone()}<small class="quiet">{say("每天 ", "")} {words::count(minutes)} {say(" 分钟", " min a day")}</small></th>
                    <td class="n"><Number bare=true name=format!("pieces[{id}]") label=format!("{name}: {}", t!("unit-pieces")) value=pieces/></td>
                    <td><Check bare=true name=format!("locked[{id}]") label=format!("{name}: {}", say("固定", "Keep")) checked=locked/></td>
                </tr>
            }
        })
        .collect();
    view! {
        <Page title=say("派活：牡丹大花 · 组花", "Split: Peony · Assembly") lead="HR-2026-102" back=Link::to("/orders/42", "HR-2026-102")>
            <Figures>
                <Figure value="40" label=t!("place-pool") unit=t!("unit-pieces") tone=Tone::Next/>
                <Figure value=words::money(Fen(190)) label=say("工价", "Piece rate") note=say("11月1日起", "from 1 Nov")/>
            </Figures>
            <Form action="/api/split">
                <Hidden name="line" value=42/>
                <Panel>
                    <Table
                        caption=say("按各人的时间分好了，可以改", "Split by the time each has; change it as you like")
                        heads=vec![Head::words(t!("thing-worker")), Head::number(t!("unit-pieces")), Head::words(say("固定", "Keep"))]
                    >
                        <tbody>{rows}</tbody>
                        <tfoot><tr><th scope="row">{say("合计", "Total")}</th><td class="n">"40"</td><td></td></tr></tfoot>
                    </Table>
                </Panel>
                <div class="row">
                    <Submit>{say("就这样派", "Issue like this")}</Submit>
                    <Submit tone=Tone::Quiet name="act" value="again">{say("其余重新分", "Split the rest again")}</Submit>
                </div>
            </Form>
        </Page>
    }
    .into_any()
}
