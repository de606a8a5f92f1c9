//! Every shared part, in every tone.

use std::collections::BTreeMap;

use app::components::*;
use app::{t, words};
use ledger::money::Fen;
use ledger::pieces::Pieces;
use leptos::prelude::*;

use crate::{day, say};

/// What a request provides when a form was refused.
fn refused() -> Draft {
    let typed = [("form", "refused"), ("pieces", "5o"), ("worker", "2"), ("how", "bag"), ("note", "<b>")];
    Draft {
        action: "/api/example".to_owned(),
        fields: BTreeMap::from(typed.map(|(name, value)| (name.to_owned(), value.to_owned()))),
        refusal: Some(say(
            "“5o”不是一个数。请用数字写件数，比如 40。",
            "“5o” is no number. Write the pieces in digits, such as 40.",
        )),
        field: Some("pieces".to_owned()),
        event: None,
    }
}

pub fn all() -> AnyView {
    provide_context(refused());
    provide_context(Flash {
        tone: Tone::Good,
        text: say("记下了：何淑芬交活 40 件。", "Recorded: He Shufen handed in 40."),
    });
    let tones = [Tone::Plain, Tone::Next, Tone::Good, Tone::Warn, Tone::Bad, Tone::Quiet];
    let tags: Vec<_> = tones.into_iter().map(|tone| view! { <Tag tone>{format!("{tone:?}")}</Tag> }).collect();
    let notices: Vec<_> = [Tone::Plain, Tone::Good, Tone::Warn, Tone::Bad]
        .into_iter()
        .map(|tone| view! { <Notice tone title=say("出了这样一件事。", "Something happened.")><p>{say("接下来这样做。", "Do this next.")}</p></Notice> })
        .collect();
    let stages = [
        (Stage::Confirmed, 200),
        (Stage::Delivered, 150),
        (Stage::Stock, 120),
        (Stage::Made, 100),
        (Stage::Hand, 180),
        (Stage::Redo, 30),
        (Stage::Pool, 220),
        (Stage::Refused, 12),
        (Stage::Missing, 3),
        (Stage::Scrapped, 9),
    ];
    view! {
        <Page title=say("各样零件", "The parts") lead=say("做页面的人照着用", "To build pages with") back=Link::to("/more", t!("nav-more")) wide=true>
            <Figures>
                <Figure value=words::count(Pieces(1_040)) label=say("普通", "Plain") unit=t!("unit-pieces")/>
                <Figure value=words::money(Fen(123_450)) label=say("验收", "Good") tone=Tone::Good note=say("比上月多", "More than last month")/>
                <Figure value=words::money(Fen(-1_200)) label=say("当心", "Look out") tone=Tone::Warn/>
                <Figure value="3" label=say("去做", "To do") tone=Tone::Next href="/count"/>
            </Figures>
            <div class="row">{tags}</div>
            {notices}
            <Empty title=say("还没有订单", "No orders yet")><Go href="/orders/new" tone=Tone::Next>{say("记第一张订单", "Enter the first order")}</Go></Empty>
            <Panel title=say("这些件在哪里", "Where the pieces are")>
                <Progress parts=stages.into_iter().map(|(stage, n)| (stage, Pieces(n))).collect()/>
            </Panel>
            <Panel title=say("填好的表", "A form")>
                {form("fresh", 40)}
            </Panel>
            <Panel title=say("没记上的表", "A form that was refused")>
                {form("refused", 40)}
            </Panel>
            <Panel title=say("手机上竖着排的表", "A table that stacks on a phone")>
                <Table
                    caption=say("外贸公司", "Trade firms")
                    quiet=true
                    stack=true
                    heads=vec![Head::words(t!("thing-firm")), Head::words(say("电话", "Phone")), Head::number(say("欠我们", "Owes us")), Head::act(say("打开", "Open"))]
                >
                    <tbody>
                        <tr>
                            <th scope="row">{say("华瑞外贸", "Huarui Trading")}</th>
                            <Cell label=say("电话", "Phone")>"0311-0000000"</Cell>
                            <Cell label=say("欠我们", "Owes us") number=true>{words::money(Fen(1_234_500))}</Cell>
                            <Cell label="">
                                <Go href="/firms/1">{say("打开", "Open")}</Go>
                            </Cell>
                        </tr>
                    </tbody>
                </Table>
            </Panel>
            <MorePlaces/>
            <Confirm action="/api/pay" act=say("发给何淑芬 ¥386.40", "Pay He Shufen ¥386.40") back="/pay">
                <Hidden name="worker" value=1/>
                <p>{say("发了以后就不欠她了。", "Nothing will be owed to her then.")}</p>
            </Confirm>
            <Pager older=Some("?before=1".to_owned()) newer=Some("?after=9".to_owned())/>
        </Page>
    }
    .into_any()
}

fn form(key: &'static str, pieces: i64) -> AnyView {
    let workers = vec![
        Pick::new(1, say("何淑芬", "He Shufen")),
        Pick::new(2, say("孙桂兰", "Sun Guilan")).note(say("每天 300 分钟", "300 min a day")),
    ];
    let how = vec![
        Pick::new("box", say("装箱", "Box")),
        Pick::new("bag", say("装袋", "Bag")).note(say("小件", "small")),
        Pick::new("none", say("不装", "Loose")),
    ];
    view! {
        <Form action="/api/example" key=key>
            <Select name="worker" label=t!("thing-worker") options=workers/>
            <Number name="pieces" label=say("件数", "Pieces") hint=say("不能多过待派的 40 件", "No more than the 40 to be split") unit=t!("unit-pieces") value=pieces/>
            <Number name="rate" label=say("工价", "Rate") money=true value=Fen(190)/>
            <Day name="due" label=say("交期", "Due") value=day(11, 28)/>
            <Choice name="how" label=say("怎么装", "How packed") options=how value="box"/>
            <Textarea name="note" label=say("备注", "Note") optional=true/>
            <Check name="print" label=say("也打印一张", "Print one too") checked=true/>
            <Upload name="file" label=say("订单文件", "Order file") hint=".xlsx" accept=".xlsx"/>
            <div class="row">
                <Submit>{say("记下", "Record")}</Submit>
                <Submit tone=Tone::Quiet name="act" value="again">{say("再算一遍", "Work out again")}</Submit>
                <Submit tone=Tone::Bad name="act" value="drop">{say("不要了", "Drop it")}</Submit>
            </div>
        </Form>
    }
    .into_any()
}

pub fn printed() -> AnyView {
    view! {
        <Page title=t!("nav-cards")>
            <Sheet title=say("工资条", "Pay slip") number="2026-11-0007" day=day(11, 23) signs=vec![say("带头人", "Coordinator"), t!("thing-worker")]>
                <Facts>
                    <Fact label=t!("thing-worker")>{say("何淑芬 W01", "He Shufen W01")}</Fact>
                    <Fact label=say("月份", "Month")>{words::month(day(11, 1))}</Fact>
                </Facts>
                <Table caption=say("挣的和扣的", "Earned and taken off") quiet=true heads=vec![Head::words(say("事", "What")), Head::number(say("件", "Pieces")), Head::number(say("钱", "Money"))]>
                    <tbody>
                        <tr><th scope="row">{say("牡丹大花 · 组花", "Peony · Assembly")}</th><td class="n">"612"</td><td class="n">{words::money(Fen(116_280))}</td></tr>
                        <tr><th scope="row">{say("预支", "Advance")}</th><td class="n"></td><td class="n">{words::money(Fen(-20_000))}</td></tr>
                    </tbody>
                    <tfoot><tr><th scope="row" colspan="2">{say("实发", "Paid")}</th><td class="n">{words::money(Fen(96_280))}</td></tr></tfoot>
                </Table>
            </Sheet>
            <Cards>
                <Card title=say("何淑芬", "He Shufen") note="W01"><Qr text="https://example.org/enrol/7KQ2-M9XD" shown="7KQ2-M9XD"/></Card>
                <Card title=say("孙桂兰", "Sun Guilan") note="W02"><Qr text="https://example.org/enrol/3FHP-T6WB" shown="3FHP-T6WB"/></Card>
            </Cards>
        </Page>
    }
    .into_any()
}

pub fn sign_in() -> AnyView {
    view! {
        <Page title=say("登录", "Sign in")>
            <Form action="/api/sign_in" eventless=true>
                <Field name="phone" label=say("手机号", "Phone number") kind="tel" keyboard="tel" autocomplete="tel"/>
                <Field name="password" label=say("密码", "Password") kind="password" autocomplete="current-password"/>
                <Submit>{say("进去", "Sign in")}</Submit>
            </Form>
        </Page>
    }
    .into_any()
}
