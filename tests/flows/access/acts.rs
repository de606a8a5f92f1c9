//! Every form, filled in as anyone who may send it would, in an order in which each can be done.

use super::scene::{Scene, Who};
use crate::support::village::new_id;
use ledger::store::access::Secret;

/// A form, and who may send it with these fields.
pub struct Act {
    pub path: &'static str,
    pub fields: Vec<(String, String)>,
    pub may: &'static [Who],
    /// What one of them sends otherwise than the first.
    other: Vec<(Who, &'static str, String)>,
}

impl Act {
    /// The fields, as one of them sends them: each sends a form of their own.
    pub fn fields_of(&self, who: Who) -> Vec<(String, String)> {
        let mut fields = self.fields.clone();
        let of_first = self.may.first().is_none_or(|first| *first == who);
        for (name, value) in &mut fields {
            if name == "event" && !of_first {
                *value = new_id().to_string();
            }
            if let Some((.., other)) = self.other.iter().find(|(whose, field, _)| *whose == who && field == name) {
                value.clone_from(other);
            }
        }
        fields
    }
}

/// Forms that anybody may send, and why that is no harm. They have stories of their own.
pub const OPEN: [(&str, &str); 31] = [
    ("/api/language", "changes a cookie"),
    ("/api/text_size", "changes a cookie"),
    ("/api/sign_in", "needs number and password"),
    ("/api/sign_out", "ends the session that sends it"),
    ("/api/sign_out_everywhere", "ends the sessions of anyone who sends it"),
    ("/api/end_session", "ends a session of the one who sends it"),
    ("/api/prove", "needs one's own password or PIN"),
    ("/api/begin_authenticator", "changes one's own second step, as the next seven do"),
    ("/api/confirm_authenticator", "needs the code of one's own app"),
    ("/api/end_authenticator", "one's own"),
    ("/api/begin_passkey", "one's own"),
    ("/api/add_passkey", "one's own"),
    ("/api/end_passkey", "one's own"),
    ("/api/make_recovery_codes", "one's own"),
    ("/api/put_codes_away", "takes a cookie away"),
    ("/api/take_code", "needs the right password before it"),
    ("/api/ask_passkey", "needs the right password before it"),
    ("/api/take_passkey", "needs the right password before it"),
    ("/api/start", "works in an empty database only"),
    ("/api/set_up", "needs an invitation"),
    ("/api/choose_password", "needs a link for it"),
    ("/api/choose_pin", "needs a new card"),
    ("/api/enter_card", "needs card and PIN"),
    ("/api/enter_phone", "needs a phone that is known, and her PIN"),
    ("/api/renew_pin", "needs a coordinator's number, on a phone that knows her"),
    ("/api/forget_phone", "one's own"),
    ("/api/leave", "ends the session that sends it"),
    ("/api/enter_firm", "needs the firm's link"),
    ("/api/answer_note", "needs the link on the note"),
    ("/api/demo_make", "works in an empty database only"),
    ("/api/demo_enter", "works in a made-up village only"),
];

const DESK: &[Who] = &[Who::Coordinator];
const DESKS: &[Who] = &[Who::Coordinator, Who::NextCoordinator];
const TABLE: &[Who] = &[Who::Coordinator, Who::Helper];
const HER: &[Who] = &[Who::Anna];
const WORKERS: &[Who] = &[Who::Anna, Who::Berta, Who::NextWorker];
const FIRM: &[Who] = &[Who::Firm];

pub fn acts(s: &Scene) -> Vec<Act> {
    let line = s.line;
    let fix = |came: &str| {
        vec![("delivery", s.answered.to_string()), ("line", line.to_string()), ("came", came.to_owned()), one("pieces")]
    };
    let money =
        |more: (&'static str, String)| vec![("worker", s.anna.to_string()), ("amount", "1.00".to_owned()), more];
    let worker = |more: Vec<(&'static str, String)>| {
        [more, vec![("minutes", "200".to_owned()), ("ticked[active]", "true".to_owned())]].concat()
    };
    let named = |name: &'static str, value: String| vec![(name, value)];
    vec![
        // Work.
        event(
            "issue_split",
            DESK,
            vec![
                ("order", s.order.to_string()),
                ("pool[0]", format!("{line}/1")),
                // What a hundred leave when fourteen were sent, twenty counted and ten are at home.
                ("seen[0]", "56".to_owned()),
            ],
        )
        .with(format!("takes[{}]", s.anna), true)
        .with(format!("pieces[w{}-0]", s.anna), 2),
        event(
            "issue",
            TABLE,
            vec![
                ("order", s.order.to_string()),
                ("of", format!("{line}/1")),
                ("worker", s.berta.to_string()),
                one("pieces"),
            ],
        ),
        event("take_back", DESK, vec![("order", s.order.to_string()), ("issue", s.issue.to_string()), one("pieces")]),
        event("hand_over", DESK, vec![("worker", s.anna.to_string())]).with(format!("pieces[i{}]", s.issue), 1),
        event("replace", DESK, vec![("order", s.order.to_string()), ("line", line.to_string()), one("pieces")]),
        event("declare", HER, vec![("issue", s.issue.to_string()), one("pieces")]),
        event("retract", HER, vec![("issue", s.issue.to_string()), ("declared", s.bag.to_string())]),
        plain("seen_news", WORKERS, named("until", "1".to_owned())),
        event("confirm_count", HER, named("count", s.counts[0].to_string())),
        event(
            "dispute_count",
            HER,
            vec![("count", s.counts[1].to_string()), ("accepted", "5".to_owned()), ("why", "few".to_owned())],
        ),
        event("say_dispute", HER, vec![("entry", s.disputed.to_string()), ("file", "a sound".to_owned())]),
        event("confirm_entry", HER, named("entry", s.issued.to_string())),
        event(
            "dispute_entry",
            HER,
            vec![("entry", s.issued.to_string()), ("pieces", "9".to_owned()), ("why", "number".to_owned())],
        ),
        event(
            "answer_dispute",
            DESK,
            vec![("count", s.disputed.to_string()), ("worker", s.anna.to_string()), ("answer", "再数过".to_owned())],
        ),
        event(
            "count",
            TABLE,
            vec![
                ("worker", s.anna.to_string()),
                ("rows[0][issue]", s.issue.to_string()),
                // One was taken back above, one handed over.
                ("rows[0][hand]", format!("{}:8", s.issue)),
                ("rows[0][accepted]", "1".to_owned()),
            ],
        )
        .but(Who::Helper, "rows[0][hand]", format!("{}:7", s.issue)),
        event(
            "recount",
            DESK,
            vec![("worker", s.anna.to_string()), ("count", s.counts[2].to_string()), ("reason", "数错了".to_owned())],
        ),
        event("correct", DESK, vec![("what", s.counts[0].to_string()), ("reason", "数错了".to_owned())]),
        // Deliveries.
        event("deliver", DESK, named("order", s.order.to_string())).with(format!("pieces[{line}]"), "2"),
        event("answer_delivery", FIRM, named("delivery", s.sent[0].to_string()))
            .with("lines[0][line]", line)
            .with("lines[0][confirmed]", "2"),
        event("answer_for_firm", DESK, named("delivery", s.sent[1].to_string()))
            .with(format!("confirmed[{line}]"), "2"),
        event("restock", DESK, fix("back")),
        event("reissue", DESK, vec![one("pieces")])
            .with("from[delivery]", s.answered)
            .with("from[line]", line)
            .with("worker", s.anna)
            .with("rate", "0.50"),
        event("agree", DESK, fix("back")),
        event("write_off", DESK, fix("short")).with("reason", "找不到了"),
        // Money.
        event("bonus", DESK, money(("remark", "快".to_owned()))),
        event("deduct", DESK, money(("reason", "剪刀".to_owned()))),
        event("advance", DESK, money(("remark", String::new()))),
        event("pay", DESK, money(("remark", String::new()))),
        event("pay_many", DESK, vec![])
            .with(format!("chosen[{}]", s.anna), "true")
            .with(format!("amount[{}]", s.anna), "1.00")
            .with("owed[reviewed]", format!("{}:100", s.anna)),
        event(
            "set_minimum_wage",
            DESKS,
            vec![
                ("amount", "20.00".to_owned()),
                ("from", "2026-11-01".to_owned()),
                ("source", "人社厅通告".to_owned()),
            ],
        ),
        event("set_terms", DESKS, vec![("repair", "half".to_owned()), ("share", "true".to_owned())]),
        event(
            "record_time_study",
            DESK,
            vec![
                ("style", s.style.to_string()),
                ("step", "1".to_owned()),
                ("seen[pieces]", "10".to_owned()),
                ("seen[minutes]", "65".to_owned()),
                ("seen[rest]", "15".to_owned()),
            ],
        ),
        event("settle", DESK, vec![("until", "2026-10-31".to_owned())])
            .with(format!("chosen[{}]", s.berta), "true")
            .with("reviewed", format!("2026-10-31 {}:0", s.berta)),
        event("approve", DESK, named("proposal", s.proposals[0].to_string())),
        event("decline", DESK, vec![("proposal", s.proposals[1].to_string()), ("reason", "再说".to_owned())]),
        event("approve_many", DESK, vec![]).with(format!("chosen[p{}]", s.proposals[2]), "true"),
        event("withdraw", DESK, named("proposal", s.own.to_string())),
        event("firm_pays", DESK, vec![("firm", s.firm.to_string()), ("amount", "1.00".to_owned())]),
        // What is written down.
        event(
            "open_order",
            DESK,
            vec![
                ("firm[known]", s.firm.to_string()),
                ("code", "T-2".to_owned()),
                ("placed", "2026-11-01".to_owned()),
                ("due", "2026-12-01".to_owned()),
                ("lines[0][style]", s.style.to_string()),
                ("lines[0][pieces]", "10".to_owned()),
                ("lines[0][price]", "6.80".to_owned()),
                ("lines[0][pack]", "10".to_owned()),
            ],
        ),
        event("add_pieces", DESK, vec![("order", s.order.to_string()), ("line", line.to_string()), one("pieces")]),
        event("cancel_pieces", DESK, named("order", s.order.to_string()))
            .with("lines[0][line]", line)
            .with("lines[0][pieces]", 1),
        event("change_price", DESK, vec![("order", s.order.to_string()), ("line", line.to_string())])
            .with("was", 680)
            .with("price", "7.00"),
        event("add_line", DESK, named("order", s.order.to_string()))
            .with("line[style]", s.other_style)
            .with("line[pieces]", 1)
            .with("line[price]", "3.00")
            .with("line[pack]", 10),
        event("change_order", DESK, named("order", s.order.to_string()))
            .with("was[code]", "T-1")
            .with("was[due]", "2026-11-20")
            .with("was[note]", "")
            .with("code", "T-1B")
            .with("due", "2026-11-25"),
        event(
            "set_rate",
            DESK,
            vec![
                ("style", s.style.to_string()),
                one("step"),
                ("rate", "1.20".to_owned()),
                ("from", "2026-11-20".to_owned()),
            ],
        ),
        event(
            "save_style",
            DESK,
            vec![
                ("style", s.style.to_string()),
                ("code", "MD-1".to_owned()),
                ("name", "牡丹花".to_owned()),
                ("steps[0][name]", "花瓣".to_owned()),
                ("steps[0][code]", "S1".to_owned()),
                ("steps[0][minutes]", "6".to_owned()),
                ("steps[0][rate]", String::new()),
                ("steps[1][name]", "组花".to_owned()),
                ("steps[1][code]", "S2".to_owned()),
                ("steps[1][minutes]", "6".to_owned()),
                ("steps[1][rate]", String::new()),
            ],
        ),
        event(
            "save_worker",
            DESK,
            worker(vec![("worker", s.anna.to_string()), ("number", "W01".to_owned()), ("name", "安娜娜".to_owned())]),
        ),
        event("save_contact", DESK, vec![("worker", s.anna.to_string()), ("phone", "138 0000 0009".to_owned())]),
        // A new one, in whichever workshop.
        event("save_worker", DESKS, worker(vec![("number", "W90".to_owned()), ("name", "新来的".to_owned())])),
        event("save_firm", DESK, vec![("firm", s.firm.to_string()), ("name", "测试贸易行".to_owned())]),
        plain("upload_file", DESKS, vec![("kind", "styles".to_owned()), ("file", "款号\n".to_owned())]),
        event("set_photo", DESK, vec![("of", format!("order-{}", s.order)), ("file", "a photo".to_owned())]),
        event("remove_photo", DESK, vec![("of", format!("style-{}", s.style)), ("was", s.photo.to_string())]),
        event(
            "set_voice_clip",
            DESKS,
            vec![("clip", "zh-CN/n7".to_owned()), ("was", String::new()), ("file", "a sound".to_owned())],
        ),
        event("take_voice_clip_back", DESK, vec![("clip", "zh-CN/n8".to_owned()), ("was", s.clip.to_string())]),
        // Of a bad piece in a count also a helper.
        event("set_photo", TABLE, vec![("of", format!("count-{}", s.counts[1])), ("file", "a photo".to_owned())]).but(
            Who::Helper,
            "of",
            format!("count-{}", s.disputed),
        ),
        event("remove_photo", TABLE, vec![("of", format!("count-{}", s.counts[1])), ("was", s.photo.to_string())]).but(
            Who::Helper,
            "of",
            format!("count-{}", s.disputed),
        ),
        plain("name_columns", DESK, named("upload", s.upload.to_string()))
            .with("columns[0][header]", "花号")
            .with("columns[0][field]", "style"),
        plain("import_file", DESK, named("upload", s.upload.to_string())),
        event("let_in", DESKS, named("name", "林带头人".to_owned())).with("role", "helper"),
        plain("invite_let_in", DESK, named("let_in", s.let_in.to_string())),
        event("reset_password", DESK, named("user", s.second.to_string())),
        // From here on, rates, corrections and payments would wait.
        event("set_approval", DESK, named("on", "true".to_owned())),
        // Access. The last ones end sessions.
        plain("open_pay", &[], named("pin", "2583".to_owned())),
        plain(
            "change_pin",
            &[],
            vec![("pin", "2583".to_owned()), ("new_pin", "7391".to_owned()), ("again", "7391".to_owned())],
        ),
        plain(
            "change_password",
            &[],
            vec![
                ("password", "a wrong password".to_owned()),
                ("new_password", "河边第三块大石头".to_owned()),
                ("again", "河边第三块大石头".to_owned()),
            ],
        ),
        // They have no PIN to forget here.
        event("allow_new_pin", &[], named("worker", s.anna.to_string())),
        plain("make_cards", DESKS, vec![]),
        plain("invite", DESK, named("firm", s.firm.to_string())),
        plain("make_delivery_link", DESK, named("delivery", s.sent[0].to_string())),
        event("forget_phones", DESK, named("worker", s.berta.to_string())),
        event("replace_card", DESK, named("worker", s.berta.to_string())),
        event("make_firm_link", DESK, named("firm", s.firm.to_string())),
        event("end_card", DESK, named("worker", s.berta.to_string())),
        event("end_firm_link", DESK, named("firm", s.firm.to_string())),
        plain(
            "withdraw_invitation",
            DESK,
            named("invitation", Secret::returned(&s.invitation).hash().as_str().to_owned()),
        ),
        event("end_account", DESK, named("user", s.second.to_string())),
    ]
}

fn one(name: &'static str) -> (&'static str, String) {
    (name, "1".to_owned())
}

fn event(of: &'static str, may: &'static [Who], fields: Vec<(&'static str, String)>) -> Act {
    plain(of, may, fields).with("event", new_id())
}

fn plain(of: &'static str, may: &'static [Who], fields: Vec<(&'static str, String)>) -> Act {
    let path = server::server_functions().into_iter().find(|path| path.strip_prefix("/api/") == Some(of));
    let path = path.unwrap_or_else(|| panic!("there is no form {of}")).leak();
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Act { path, fields, may, other: Vec::new() }
}

impl Act {
    fn with(mut self, name: impl Into<String>, value: impl ToString) -> Self {
        self.fields.push((name.into(), value.to_string()));
        self
    }

    fn but(mut self, who: Who, name: &'static str, value: String) -> Self {
        self.other.push((who, name, value));
        self
    }
}
