//! A village where everything is going on at once, its neighbour, and everybody who might look.

use crate::support::app::App;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::people::change_access;
use crate::support::photo::FLOWER;
use crate::support::sound::tone;
use crate::support::village::{Village, code, day, name, new_id, noon, note};
use chrono::TimeDelta;
use ledger::Command;
use ledger::import::Kind;
use ledger::journal::Event;
use ledger::model::{
    Actor, Advance, Answer, Approvable, Bonus, ChangeAccess, Entity, LetIn, LineAnswer, Pictured, Propose, ReviewEntry,
    Role, SaveFirm, SaveWorker, Verdict,
};
use ledger::store::access::{HalfIn, Holder, NewUser, Phone, Secret};
use ledger::store::{Ask, Store, UploadId};
use ledger::values::day::DaysOff;
use ledger::values::ids::{
    DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, StyleId, UserId, WorkerId, WorkshopId,
};
use ledger::values::minutes::Minutes;
use ledger::values::money::Fen;
use ledger::values::picture::PictureHash;
use ledger::values::pieces::Pieces;
use ledger::values::recording::RecordingHash;
use reqwest::{Client, Method, RequestBuilder, StatusCode, multipart, redirect};
use std::collections::BTreeMap;

/// Everybody who might look. All but the first are signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    Nobody,
    Coordinator,
    /// Helps her.
    Helper,
    /// Whose things they are.
    Anna,
    Berta,
    /// Whose order it is.
    Firm,
    OtherFirm,
    /// Of another workshop, as are the next two.
    NextCoordinator,
    NextWorker,
    NextFirm,
}

impl Who {
    pub const ALL: [Self; 10] = [
        Self::Nobody,
        Self::Coordinator,
        Self::Helper,
        Self::Anna,
        Self::Berta,
        Self::Firm,
        Self::OtherFirm,
        Self::NextCoordinator,
        Self::NextWorker,
        Self::NextFirm,
    ];
}

pub struct Scene {
    pub app: App,
    pub workshop: WorkshopId,
    pub firm: FirmId,
    pub style: StyleId,
    /// Of which nothing is ordered yet.
    pub other_style: StyleId,
    pub anna: WorkerId,
    pub berta: WorkerId,
    pub order: OrderId,
    pub line: LineId,
    /// At Anna's home.
    pub issue: IssueId,
    /// The event that issued it.
    pub issued: EventId,
    /// Declared by Anna of it, and not counted yet.
    pub bag: EventId,
    /// Counts of Anna's, none looked at by her.
    pub counts: [EventId; 3],
    /// One that she says is wrong.
    pub disputed: EventId,
    /// Waiting for the firm's answer.
    pub sent: [DeliveryId; 3],
    /// Answered: some refused, some missing.
    pub answered: DeliveryId,
    /// Let in as a coordinator, and not come yet.
    pub let_in: EventId,
    /// A third coordinator of the village: two stay when her access ends.
    pub second: UserId,
    /// A settlement with Berta until 2026-10-30.
    pub settled: EventId,
    /// Proposed by another coordinator of the village.
    pub proposals: [EventId; 3],
    /// Proposed by the one who looks.
    pub own: EventId,
    pub upload: UploadId,
    /// An order that came as a PDF.
    pub pdf: UploadId,
    /// The photo of the style.
    pub photo: PictureHash,
    /// What Anna said aloud of the disputed count.
    pub spoken: RecordingHash,
    /// A clip of the workshop's own voice: the eight.
    pub clip: RecordingHash,
    pub invitation: String,
    /// Whose second step is waited for.
    pub half_in: String,
    pub note: String,
    pub firm_link: String,
    pub card: String,
    secrets: BTreeMap<Who, Secret>,
    client: Client,
}

/// What somebody got.
#[derive(Clone, Debug)]
pub struct Got {
    pub status: StatusCode,
    pub location: Option<String>,
    pub body: String,
}

impl Got {
    /// Not there; or sent to sign in, home, or back to the form with the reason.
    pub fn is_refused(&self) -> bool {
        let entrances = ["/sign-in", "/card?", "/me/pin", "/today", "/me", "/firm"];
        let led = self.location.as_deref().is_some_and(|to| {
            let (path, query) = to.split_once('?').unwrap_or((to, ""));
            entrances.iter().any(|page| path == page.trim_end_matches('?')) && !query.contains("done=")
                || query.contains("draft=")
                || path == "/count" && query.is_empty()
        });
        self.status.is_client_error() || (self.status.is_redirection() && led)
    }
}

/// A page without the nonce of its scripts, wherever it stands: chance may spell any word.
fn without_nonce(body: &str) -> String {
    let nonce = body.split_once("nonce=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(nonce, _)| nonce);
    match nonce {
        Some(nonce) if !nonce.is_empty() => body.replace(nonce, ""),
        _ => body.to_owned(),
    }
}

impl Scene {
    /// On a new SQLite file.
    pub async fn set() -> Self {
        Self::set_on(Database::sqlite().await).await
    }

    pub async fn set_on(database: Database) -> Self {
        let app = App::start_on(database).await;
        let store = &app.database.store;
        let v = Village::settle(store).await;
        let id = v.done(SaveFirm { firm: None, name: name("别家外贸") }).await;
        let other_firm = firm_of(&id);
        let other_style = v.add_style("ZJ-1", "栀子").await;
        let answered = v.send(8, "").await;
        let said = LineAnswer {
            line: v.line,
            confirmed: Pieces(2),
            refused: Pieces(4),
            short: Pieces(2),
            reason: note("花瓣松"),
        };
        v.done(Answer { delivery: answered, lines: vec![said] }).await;
        let sent = [v.send(2, "").await, v.send(2, "").await, v.send(2, "").await];
        let mut counts = [new_id(); 4];
        for count in &mut counts {
            let issue = v.issue(1, v.anna, 5).await;
            *count = v.done(v.count_of(v.anna, issue, 4, 0, 1)).await.id;
        }
        let [disputed, ..] = counts;
        let wrong = ReviewEntry {
            event: disputed,
            verdict: Verdict::Wrong { accepted: Pieces(5), words: note("") },
            new_card: false,
            spoken: None,
        };
        v.ask_as(new_id(), Actor::Worker { worker: v.anna }, wrong).await.expect("disputed");
        let spoken = v.say(v.anna, disputed, Verdict::Wrong { accepted: Pieces(5), words: note("") }).await;
        let clip = v.record("zh-CN/n8").await;
        // Through both steps, so that there is something to pack.
        let whole = v.issue(2, v.berta, 6).await;
        v.done(v.count_of(v.berta, whole, 6, 0, 0)).await;
        let event = v.done(v.issue_of(1, v.anna, 10)).await;
        let (issue, issued) = (IssueId(event.entities[0].number()), event.id);
        let declare = ledger::model::Declare { issue, pieces: Pieces(2) };
        let bag = v.ask_as(new_id(), Actor::Worker { worker: v.anna }, declare).await.expect("declared").event.id;
        let until = ledger::model::Settle { until: day("2026-10-30"), workers: [v.berta].into() };
        let settled = v.done(until).await.id;
        let let_in = v.done(LetIn { name: name("林带头人"), helper: false }).await.id;
        let styles = "款号,品名,工序,工序名,工价(元),标准分钟,生效日期\nNEW-1,新款,S1,整花,1.00,5,2026-11-01\n";
        let upload = store.keep_upload(v.workshop, Kind::Styles, styles.as_bytes(), noon()).await.expect("kept");
        let pdf = store.keep_upload(v.workshop, Kind::Orders, b"%PDF-1.7", noon()).await.expect("kept");
        let mut proposals = [new_id(); 3];
        for (proposal, worker) in proposals.iter_mut().zip([v.anna, v.berta, v.anna]) {
            *proposal = proposed(&v, 2, worker).await;
        }
        let own = proposed(&v, 1, v.anna).await;
        let next = Next::settle(store).await;
        store.cards().make_cards(v.workshop).await.expect("cards");
        change_access(store, v.workshop, noon(), ChangeAccess::MakeLink { firm: v.firm }).await.expect("a link");
        store.links().make_delivery_link(v.workshop, sent[2]).await.expect("a link");
        let invitation = store
            .invitations()
            .invite(v.workshop, Role::Coordinator, noon())
            .await
            .expect("an invitation")
            .reveal()
            .to_owned();
        let note = store.links().delivery_link(v.workshop, sent[2]).await.expect("a look").expect("a link");
        let firm_link = store.links().firm_link(v.workshop, v.firm).await.expect("a look").expect("a link");
        let cards = store.cards().cards(v.workshop).await.expect("cards");
        let card = cards.into_iter().find(|card| card.worker == v.anna).and_then(|card| card.code).expect("her card");
        let card = card.as_str().to_owned();
        let coordinator = user(store, v.workshop, "13800000001").await;
        user(store, v.workshop, "13800000003").await;
        let second = user(store, v.workshop, "13800000004").await;
        let half = HalfIn { workshop: v.workshop, user: second };
        let half_in = store.second_steps().wait(&half, noon()).await.expect("she is waited for").reveal().to_owned();
        let mut secrets = BTreeMap::new();
        for (who, workshop, holder) in [
            (Who::Coordinator, v.workshop, Holder::User(coordinator)),
            (Who::Helper, v.workshop, Holder::User(user_as(store, v.workshop, Role::Helper, "13800000005").await)),
            (Who::Anna, v.workshop, Holder::Worker(v.anna)),
            (Who::Berta, v.workshop, Holder::Worker(v.berta)),
            (Who::Firm, v.workshop, Holder::Firm(v.firm)),
            (Who::OtherFirm, v.workshop, Holder::Firm(other_firm)),
            (Who::NextCoordinator, next.workshop, Holder::User(user(store, next.workshop, "13800000002").await)),
            (Who::NextWorker, next.workshop, Holder::Worker(next.worker)),
            (Who::NextFirm, next.workshop, Holder::Firm(next.firm)),
        ] {
            let browser = Secret::new().expect("a secret").hash();
            let pay_until = noon() + TimeDelta::days(1);
            let secret = store
                .sessions()
                .open_session(workshop, holder, &browser, None, noon(), pay_until)
                .await
                .expect("a session");
            secrets.insert(who, secret);
        }
        let client = Client::builder().redirect(redirect::Policy::none()).build().expect("a client");
        Self {
            workshop: v.workshop,
            firm: v.firm,
            style: v.style,
            other_style,
            anna: v.anna,
            berta: v.berta,
            order: v.order,
            line: v.line,
            issue,
            issued,
            bag,
            counts: [counts[1], counts[2], counts[3]],
            disputed,
            spoken,
            clip,
            sent,
            answered,
            let_in,
            second,
            settled,
            proposals,
            own,
            upload,
            pdf,
            photo: v.picture(Pictured::Style(v.style)).await,
            invitation,
            half_in,
            note,
            firm_link,
            card,
            secrets,
            client,
            app,
        }
    }

    /// Opens a page as somebody, going nowhere else.
    pub async fn look(&self, who: Who, path: &str) -> Got {
        self.ask(who, Method::GET, path, &[]).await
    }

    /// Sends a form as somebody, from the page of the first.
    pub async fn send(&self, who: Who, path: &str, fields: &[(String, String)]) -> Got {
        self.ask(who, Method::POST, path, fields).await
    }

    /// Somebody's request for a page, still to be sent.
    pub fn get(&self, who: Who, path: &str) -> RequestBuilder {
        self.begin(who, Method::GET, path)
    }

    fn begin(&self, who: Who, method: Method, path: &str) -> RequestBuilder {
        let asked = self.client.request(method, format!("{}{path}", self.app.address)).header("accept", "text/html");
        let cookies: Vec<_> = self.cookies(who).iter().map(|(name, value)| format!("{name}={value}")).collect();
        asked.header("cookie", cookies.join("; "))
    }

    /// What somebody's browser keeps. Everybody opened the village's links, too.
    pub fn cookies(&self, who: Who) -> Vec<(&'static str, &str)> {
        let links = [
            ("card", &self.card),
            ("firm-link", &self.firm_link),
            ("invitation", &self.invitation),
            ("second-step", &self.half_in),
        ];
        let session = self.secrets.get(&who).map(|secret| ("session", secret.reveal()));
        links.into_iter().map(|(name, value)| (name, value.as_str())).chain(session).collect()
    }

    async fn ask(&self, who: Who, method: Method, path: &str, fields: &[(String, String)]) -> Got {
        let site = &self.app.address;
        let asked = self.begin(who, method.clone(), path);
        let asked = match method {
            Method::POST => {
                let asked = asked.header("origin", site).header("referer", format!("{site}/account"));
                if ["/api/upload_file", "/api/set_photo", "/api/set_voice_clip", "/api/say_dispute"].contains(&path) {
                    asked.multipart(parts(fields))
                } else {
                    asked.form(fields)
                }
            }
            _ => asked,
        };
        let response = asked.send().await.expect("an answer");
        let location = response.headers().get("location").and_then(|to| to.to_str().ok()).map(str::to_owned);
        let status = response.status();
        // The bytes of a picture may spell any word.
        let is_picture =
            response.headers().get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"image/"));
        let body = if is_picture { String::new() } else { response.text().await.expect("a text") };
        Got { status, location, body: without_nonce(&body) }
    }

    /// Words that must not reach somebody: names, orders and firms that are none of theirs.
    pub fn hidden_from(&self, who: Who) -> &'static [&'static str] {
        const ALL: [&str; 7] = ["安娜", "贝塔", "T-1", "MD-1", "测试贸易", "别家外贸", "试验作坊"];
        match who {
            Who::Coordinator => &["邻家"],
            // No rates, no pay, no prices: of no page a single sum.
            Who::Helper => &["邻家", "¥", "工价", "工钱", "1.10", "1.90", "6.80"],
            Who::Anna => &["贝塔", "邻家", "测试贸易", "别家外贸"],
            Who::Berta => &["安娜", "邻家", "测试贸易", "别家外贸"],
            Who::Firm => &["安娜", "贝塔", "邻家", "别家外贸"],
            Who::OtherFirm => &["安娜", "贝塔", "邻家", "T-1", "测试贸易"],
            Who::Nobody | Who::NextCoordinator | Who::NextWorker | Who::NextFirm => &ALL,
        }
    }
}

/// The same fields as a form with a file sends them.
fn parts(fields: &[(String, String)]) -> multipart::Form {
    fields.iter().fold(multipart::Form::new(), |form, (name, value)| match name.as_str() {
        "file" if value == "a photo" => form.part("file", multipart::Part::bytes(FLOWER).file_name("IMG_2041.jpg")),
        "file" if value == "a sound" => form.part("file", multipart::Part::bytes(tone(100)).file_name("sound.wav")),
        "file" => form.part("file", multipart::Part::bytes(value.clone().into_bytes()).file_name("file.csv")),
        _ => form.text(name.clone(), value.clone()),
    })
}

/// The neighbour. Its ids stand for other things than the same ids of the village do.
struct Next {
    workshop: WorkshopId,
    worker: WorkerId,
    firm: FirmId,
}

impl Next {
    async fn settle(store: &Store) -> Self {
        let workshop = store.make_workshop(&name("邻家花坊"), false, noon()).await.expect("a workshop");
        let done = async |command: Command| {
            let ask = Ask { id: new_id(), actor: Actor::Operator, day: None, command };
            store.perform(workshop, noon(), ask).await.expect("done").event
        };
        let worker = SaveWorker {
            worker: None,
            number: code("N01"),
            name: name("邻家大姐"),
            minutes_a_day: Minutes(240),
            days_off: DaysOff::default(),
            skills: [].into(),
            active: true,
        };
        let hired = done(worker.into()).await;
        let worker =
            hired.entities.iter().find_map(|entity| if let Entity::Worker(it) = entity { Some(it.id) } else { None });
        let worker = worker.expect("a worker");
        done(Bonus { worker, fen: Fen(100), note: note("过节") }.into()).await;
        let firm = firm_of(&done(SaveFirm { firm: None, name: name("邻家外贸") }.into()).await);
        Self { workshop, worker, firm }
    }
}

/// An advance for her, proposed by that coordinator.
async fn proposed(v: &Village<'_>, user: i64, worker: WorkerId) -> EventId {
    let (id, actor) = (new_id(), Actor::Coordinator { user: UserId(user) });
    // Each of another sum: the same does not wait twice.
    let fen =
        Fen(100 + snapshot_of(v.store, v.workshop).await.to_approve().await.expect("a look").proposals.len() as i64);
    let asked = Approvable::Advance(Advance { worker, fen, note: note("") });
    v.ask_as(id, actor, Propose { asked, day: None }).await.expect("proposed");
    id
}

fn firm_of(event: &Event) -> FirmId {
    let found =
        event.entities.iter().find_map(|entity| if let Entity::Firm(firm) = entity { Some(firm.id) } else { None });
    found.expect("a firm")
}

async fn user(store: &Store, workshop: WorkshopId, phone: &str) -> UserId {
    user_as(store, workshop, Role::Coordinator, phone).await
}

async fn user_as(store: &Store, workshop: WorkshopId, role: Role, phone: &str) -> UserId {
    let secret = store.invitations().invite(workshop, role, noon()).await.expect("an invitation");
    let phone = Phone::parse(phone).expect("a number");
    let person = NewUser { name: name("带头人"), phone, password_hash: String::new() };
    store.invitations().accept(&secret, &person, noon()).await.expect("an account").1
}
