//! Who may come in, as the store keeps it.

use super::on_both_engines;
use crate::support::database::Database;
use crate::support::people::change_access;
use crate::support::village::{Village, name, new_id, noon};
use chrono::{DateTime, TimeDelta, Utc};
use ledger::import::Kind;
use ledger::model::ChangeAccess::{EndAccount, EndCard, EndLink, MakeLink, ReplaceCard, ResetPassword};
use ledger::model::{Account, Actor, Role, SetApproval};
use ledger::rules::refusal::{Refusal, Thing};
use ledger::store::access::{
    AccessAsk, Holder, HolderName, KeptDraft, NewUser, NotAccepted, Phone, Secret, Tried, TryLimit,
};
use ledger::store::{Audit, Refused, Store};
use ledger::values::ids::{FirmId, UserId, WorkerId, WorkshopId};

on_both_engines!(
    an_invitation_works_once,
    an_invitation_runs_out,
    a_phone_number_is_one_persons,
    two_who_accept_at_once_make_one_account,
    a_session_lasts_as_long_as_it_is_used,
    a_session_ends_at_last_however_much_it_is_used,
    a_session_ends_when_told_and_its_holder_stays_known,
    everywhere_means_everywhere_else_too,
    a_card_opens_to_its_worker_alone,
    a_replaced_card_is_worth_nothing,
    a_pin_is_first_set_once,
    another_pin_is_set_once_by_the_latest_number,
    tries_with_a_number_at_once_are_all_counted,
    a_firms_link_speaks_for_the_firm_until_replaced,
    an_account_that_ended_lets_nobody_in_and_its_number_is_free,
    two_who_end_each_other_at_once_leave_one,
    a_password_is_chosen_anew_by_the_latest_link_once,
    a_draft_is_its_owners_in_one_browser_for_a_day,
    failed_tries_wait_longer_and_longer,
    many_tries_at_once_are_all_counted,
    a_day_s_ceiling_holds_whatever_succeeds_between,
    a_try_that_was_not_made_leaves_those_before_it,
    files_on_their_way_in_make_room_and_run_out,
    what_ran_out_is_thrown_away,
    no_balance_changes_by_coming_in,
);

fn hours(n: i64) -> TimeDelta {
    TimeDelta::hours(n)
}

fn person(phone: &str) -> NewUser {
    NewUser { name: name("王桂英"), phone: Phone::parse(phone).expect("a number"), password_hash: "hash".to_owned() }
}

async fn choose_pin(store: &Store, v: &Village<'_>, hash: &str) -> Result<bool, Refused> {
    store.choose_first_pin(v.workshop, noon(), new_id(), v.anna, hash).await
}

async fn coordinator(store: &Store, workshop: WorkshopId, phone: &str) -> UserId {
    let secret = store.invitations().invite(workshop, Role::Coordinator, noon()).await.expect("an invitation");
    store.invitations().accept(&secret, &person(phone), noon()).await.expect("an account").1
}

async fn sign_in(store: &Store, workshop: WorkshopId, holder: Holder) -> Secret {
    let browser = Secret::returned("browser").hash();
    store.sessions().open_session(workshop, holder, &browser, None, noon(), noon()).await.expect("a session")
}

async fn is_open(store: &Store, secret: &Secret, at: DateTime<Utc>) -> bool {
    store.sessions().session(secret, at).await.expect("a look").is_some()
}

async fn an_invitation_works_once(db: Database) {
    let v = Village::settle(&db.store).await;
    let secret = db.store.invitations().invite(v.workshop, Role::Clerk(v.firm), noon()).await.expect("an invitation");
    let found = db.store.invitations().invitation(&secret, noon()).await.expect("a look").expect("an invitation");
    assert_eq!((found.workshop.id, found.role), (v.workshop, Role::Clerk(v.firm)));
    let (workshop, user) =
        db.store.invitations().accept(&secret, &person("13800000001"), noon()).await.expect("accepted");
    assert_eq!(workshop, v.workshop);
    assert_eq!(db.store.invitations().invitation(&secret, noon()).await.expect("a look"), None);
    let again = db.store.invitations().accept(&secret, &person("13800000002"), noon()).await;
    assert!(matches!(again, Err(NotAccepted::Gone)), "{again:?}");
    let by = db.store.invitations().accepted_by(&secret).await.expect("a look").expect("somebody");
    assert_eq!((by.id, by.role, by.phone.as_str()), (user, Role::Clerk(v.firm), "13800000001"));
    assert_eq!(db.store.users().user_by_phone(&by.phone).await.expect("a look"), Some(by.clone()));
    assert_eq!(db.store.users().users(v.workshop).await.expect("a look"), [by]);
}

async fn an_invitation_runs_out(db: Database) {
    let v = Village::settle(&db.store).await;
    let secret = db.store.invitations().invite(v.workshop, Role::Coordinator, noon()).await.expect("an invitation");
    let late = noon() + TimeDelta::days(7);
    assert_eq!(db.store.invitations().invitation(&secret, late).await.expect("a look"), None);
    let accepted = db.store.invitations().accept(&secret, &person("13800000001"), late).await;
    assert!(matches!(accepted, Err(NotAccepted::Gone)), "{accepted:?}");
    let never = db.store.invitations().accept(&Secret::returned("no such"), &person("13800000001"), noon()).await;
    assert!(matches!(never, Err(NotAccepted::Gone)), "{never:?}");
}

async fn a_phone_number_is_one_persons(db: Database) {
    let v = Village::settle(&db.store).await;
    coordinator(&db.store, v.workshop, "13800000001").await;
    let other = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    let secret = db.store.invitations().invite(other, Role::Coordinator, noon()).await.expect("an invitation");
    let taken = db.store.invitations().accept(&secret, &person("+86 138 0000 0001"), noon()).await;
    assert!(matches!(taken, Err(NotAccepted::PhoneTaken)), "{taken:?}");
    // The invitation is not used up by it.
    db.store.invitations().accept(&secret, &person("13800000002"), noon()).await.expect("accepted with another number");
}

async fn two_who_accept_at_once_make_one_account(db: Database) {
    let v = Village::settle(&db.store).await;
    let secret = db.store.invitations().invite(v.workshop, Role::Coordinator, noon()).await.expect("an invitation");
    let (one, other) = (person("13800000001"), person("13800000002"));
    let invitations = db.store.invitations();
    let (one, other) =
        tokio::join!(invitations.accept(&secret, &one, noon()), invitations.accept(&secret, &other, noon()));
    assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|ok| **ok).count(), 1, "{one:?} {other:?}");
    assert_eq!(db.store.users().users(v.workshop).await.expect("a look").len(), 1);
}

async fn a_session_lasts_as_long_as_it_is_used(db: Database) {
    let v = Village::settle(&db.store).await;
    let user = coordinator(&db.store, v.workshop, "13800000001").await;
    let secret = sign_in(&db.store, v.workshop, Holder::User(user)).await;
    let session = db.store.sessions().session(&secret, noon()).await.expect("a look").expect("a session");
    assert_eq!(session.name, HolderName::Coordinator { user, name: name("王桂英") });
    assert_eq!((session.workshop.id, session.holder), (v.workshop, Holder::User(user)));
    for day in 1..=3 {
        assert!(is_open(&db.store, &secret, noon() + hours(24 * 13 * day)).await, "in use on day {}", 13 * day);
    }
    assert!(!is_open(&db.store, &secret, noon() + hours(24 * (39 + 14))).await);
    assert!(!is_open(&db.store, &Secret::returned("no such"), noon()).await);
    let phone = sign_in(&db.store, v.workshop, Holder::Worker(v.anna)).await;
    assert!(is_open(&db.store, &phone, noon() + hours(24 * 399)).await);
}

async fn a_session_ends_at_last_however_much_it_is_used(db: Database) {
    let v = Village::settle(&db.store).await;
    let user = coordinator(&db.store, v.workshop, "13800000001").await;
    let desk = sign_in(&db.store, v.workshop, Holder::User(user)).await;
    for day in (0..90).step_by(10) {
        assert!(is_open(&db.store, &desk, noon() + hours(24 * day)).await, "day {day}");
    }
    assert!(is_open(&db.store, &desk, noon() + hours(24 * 90 - 1)).await);
    assert!(!is_open(&db.store, &desk, noon() + hours(24 * 90)).await);
}

async fn a_session_ends_when_told_and_its_holder_stays_known(db: Database) {
    let v = Village::settle(&db.store).await;
    let holder = Holder::Worker(v.anna);
    let secret = sign_in(&db.store, v.workshop, holder).await;
    db.store.sessions().end_session(&secret, noon()).await.expect("ended");
    assert!(!is_open(&db.store, &secret, noon()).await);
    assert_eq!(db.store.sessions().past_holder(&secret).await.expect("a look"), Some((v.workshop, holder)));
}

async fn everywhere_means_everywhere_else_too(db: Database) {
    let v = Village::settle(&db.store).await;
    let user = coordinator(&db.store, v.workshop, "13800000001").await;
    let other = coordinator(&db.store, v.workshop, "13800000002").await;
    let here = sign_in(&db.store, v.workshop, Holder::User(user)).await;
    let there = sign_in(&db.store, v.workshop, Holder::User(user)).await;
    let hers = sign_in(&db.store, v.workshop, Holder::User(other)).await;
    let id = db.store.sessions().session(&here, noon()).await.expect("a look").expect("a session").id;
    let known = async |browser: &str| {
        let browser = Secret::returned(browser).hash();
        db.store.sessions().knows_browser(v.workshop, Holder::User(user), &browser).await.expect("a look")
    };
    assert!(known("browser").await && !known("another").await);
    let open = db.store.sessions().open_sessions(v.workshop, Holder::User(user), noon()).await.expect("a look");
    assert_eq!(open.len(), 2);
    db.store.sessions().end_sessions(v.workshop, Holder::User(user), Some(id), noon()).await.expect("ended");
    let now = (is_open(&db.store, &here, noon()).await, is_open(&db.store, &there, noon()).await);
    assert_eq!(now, (true, false));
    db.store.sessions().end_sessions(v.workshop, Holder::User(user), None, noon()).await.expect("ended");
    assert!(!is_open(&db.store, &here, noon()).await);
    assert!(is_open(&db.store, &hers, noon()).await);
}

async fn a_card_opens_to_its_worker_alone(db: Database) {
    let v = Village::settle(&db.store).await;
    assert!(db.store.cards().cards(v.workshop).await.expect("a look").iter().all(|card| card.code.is_none()));
    db.store.cards().make_cards(v.workshop).await.expect("made");
    let cards = db.store.cards().cards(v.workshop).await.expect("a look");
    assert_eq!(cards.iter().map(|card| card.number.as_str()).collect::<Vec<_>>(), ["W01", "W02"]);
    for card in &cards {
        let holder = db.store.cards().card_holder(card.code.as_ref().expect("a code")).await.expect("a look");
        assert_eq!(holder.map(|holder| holder.worker), Some(card.worker));
    }
    db.store.cards().make_cards(v.workshop).await.expect("made again");
    assert_eq!(db.store.cards().cards(v.workshop).await.expect("a look"), cards, "cards stay as they were printed");
    let other = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    assert_eq!(db.store.cards().cards(other).await.expect("a look"), []);
}

async fn a_replaced_card_is_worth_nothing(db: Database) {
    let v = Village::settle(&db.store).await;
    db.store.cards().make_cards(v.workshop).await.expect("made");
    let old = db.store.cards().cards(v.workshop).await.expect("a look")[0].code.clone().expect("a code");
    assert!(choose_pin(&db.store, &v, "hash").await.expect("set"));
    let phone = sign_in(&db.store, v.workshop, Holder::Worker(v.anna)).await;
    change_access(&db.store, v.workshop, noon(), ReplaceCard { worker: v.anna }).await.expect("replaced");
    assert_eq!(db.store.cards().card_holder(&old).await.expect("a look"), None);
    assert!(!is_open(&db.store, &phone, noon()).await);
    let holder = db.store.cards().card_of(v.workshop, v.anna).await.expect("a look").expect("a card");
    assert_eq!(holder.pin_hash, None);
    let nobody = change_access(&db.store, v.workshop, noon(), ReplaceCard { worker: WorkerId(9999) }).await;
    assert!(matches!(nobody, Err(Refused::Rule(Refusal::Unknown { thing: Thing::Worker }))), "{nobody:?}");
    change_access(&db.store, v.workshop, noon(), EndCard { worker: v.anna }).await.expect("taken away");
    assert_eq!(db.store.cards().card_of(v.workshop, v.anna).await.expect("a look"), None);
    let again = change_access(&db.store, v.workshop, noon(), EndCard { worker: v.anna }).await;
    assert!(matches!(again, Err(Refused::Rule(Refusal::Unknown { thing: Thing::Access }))), "{again:?}");
    assert_eq!(db.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn a_pin_is_first_set_once(db: Database) {
    let v = Village::settle(&db.store).await;
    assert!(!choose_pin(&db.store, &v, "one").await.expect("no card yet"));
    db.store.cards().make_cards(v.workshop).await.expect("made");
    assert!(choose_pin(&db.store, &v, "one").await.expect("set"));
    let head = db.store.audit(v.workshop).await.expect("an audit").events;
    assert!(!choose_pin(&db.store, &v, "two").await.expect("set already"));
    assert_eq!(db.store.audit(v.workshop).await.expect("an audit").events, head, "and nothing was written down");
    let holder = db.store.cards().card_of(v.workshop, v.anna).await.expect("a look").expect("a card");
    assert_eq!(holder.pin_hash.as_deref(), Some("one"));
}

async fn a_firms_link_speaks_for_the_firm_until_replaced(db: Database) {
    let v = Village::settle(&db.store).await;
    assert_eq!(db.store.links().firm_link(v.workshop, v.firm).await.expect("a look"), None);
    let make = async |workshop, firm| change_access(&db.store, workshop, noon(), MakeLink { firm }).await;
    // Who was let in otherwise stays in.
    let demo = sign_in(&db.store, v.workshop, Holder::Firm(v.firm)).await;
    make(v.workshop, v.firm).await.expect("made");
    assert!(is_open(&db.store, &demo, noon()).await, "a first link ends nobody's session");
    let old = db.store.links().firm_link(v.workshop, v.firm).await.expect("a look").expect("a link");
    let linked = db.store.links().linked(&old).await.expect("a look").expect("a firm");
    assert_eq!((linked.workshop.id, linked.firm, linked.delivery), (v.workshop, v.firm, None));
    let clerk = sign_in(&db.store, v.workshop, Holder::Firm(v.firm)).await;
    make(v.workshop, v.firm).await.expect("replaced");
    assert_eq!(db.store.links().linked(&old).await.expect("a look"), None);
    assert!(!is_open(&db.store, &clerk, noon()).await);
    let other = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    assert!(make(other, v.firm).await.is_err(), "not theirs");
    assert!(make(v.workshop, FirmId(9999)).await.is_err(), "nobody");
    assert_eq!(db.store.links().firm_link(other, v.firm).await.expect("a look"), None);
    let clerk = sign_in(&db.store, v.workshop, Holder::Firm(v.firm)).await;
    change_access(&db.store, v.workshop, noon(), EndLink { firm: v.firm }).await.expect("taken away");
    assert_eq!(db.store.links().firm_link(v.workshop, v.firm).await.expect("a look"), None);
    assert!(!is_open(&db.store, &clerk, noon()).await);
}

async fn an_account_that_ended_lets_nobody_in_and_its_number_is_free(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = coordinator(&db.store, v.workshop, "13800000021").await;
    let second = coordinator(&db.store, v.workshop, "13800000022").await;
    let desk = sign_in(&db.store, v.workshop, Holder::User(second)).await;
    let unused = db.store.invitations().invite(v.workshop, Role::Coordinator, noon()).await.expect("an invitation");
    let end = async |workshop, user, actor| {
        let account = Account { user, name: name("王桂英"), role: Role::Coordinator };
        let ask = AccessAsk { id: new_id(), actor, change: EndAccount { account } };
        db.store.change_access(workshop, noon(), ask).await
    };
    let by = |user| Actor::Coordinator { user };
    let own = end(v.workshop, second, by(second)).await;
    assert!(matches!(own, Err(Refused::Rule(Refusal::OwnAccess))), "{own:?}");
    let other = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    assert!(end(other, second, Actor::Operator).await.is_err(), "another workshop's is not there");
    end(v.workshop, second, by(first)).await.expect("ended");
    assert!(!is_open(&db.store, &desk, noon()).await);
    assert!(db.store.users().user(v.workshop, second).await.expect("a look").is_none());
    let phone = Phone::parse("13800000022").expect("a number");
    assert!(db.store.users().user_by_phone(&phone).await.expect("a look").is_none());
    let link = db.store.invitations().accept(&unused, &person("13800000023"), noon()).await;
    assert!(matches!(link, Err(NotAccepted::Gone)), "she may hold it: {link:?}");
    assert!(end(v.workshop, second, by(first)).await.is_err(), "there is none any more");
    let last = end(v.workshop, first, Actor::Operator).await;
    assert!(matches!(last, Err(Refused::Rule(Refusal::LastCoordinator))), "{last:?}");
    coordinator(&db.store, v.workshop, "13800000022").await;
    assert_eq!(db.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn two_who_end_each_other_at_once_leave_one(db: Database) {
    for workshop in 0..5 {
        let workshop =
            db.store.make_workshop(&name(&format!("{workshop}村")), false, noon()).await.expect("a workshop");
        let first = coordinator(&db.store, workshop, &format!("138000000{workshop}1")).await;
        let second = coordinator(&db.store, workshop, &format!("138000000{workshop}2")).await;
        let end = |user, by| {
            let account = Account { user, name: name("王桂英"), role: Role::Coordinator };
            let actor = Actor::Coordinator { user: by };
            let ask = AccessAsk { id: new_id(), actor, change: EndAccount { account } };
            db.store.change_access(workshop, noon(), ask)
        };
        let (a, b) = tokio::join!(end(second, first), end(first, second));
        let refused = if a.is_ok() { b } else { a };
        assert!(matches!(refused, Err(Refused::Rule(Refusal::LastCoordinator))), "{refused:?}");
        assert_eq!(db.store.users().users(workshop).await.expect("a look").len(), 1);
    }
}

async fn a_password_is_chosen_anew_by_the_latest_link_once(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = coordinator(&db.store, v.workshop, "13800000021").await;
    let second = coordinator(&db.store, v.workshop, "13800000022").await;
    let desk = sign_in(&db.store, v.workshop, Holder::User(second)).await;
    let account = Account { user: second, name: name("王桂英"), role: Role::Coordinator };
    let ask = |actor| AccessAsk { id: new_id(), actor, change: ResetPassword { account: account.clone() } };
    let one = ask(Actor::Coordinator { user: first });
    let reset = async |ask| db.store.change_access(v.workshop, noon(), ask).await;
    let lost = reset(one.clone()).await.expect("made").expect("a link");
    let link = reset(one).await.expect("made again").expect("a link");
    let invitations = db.store.invitations();
    let found = invitations.invitation(&link, noon()).await.expect("a look").expect("it works");
    assert_eq!(found.resets, Some(second));
    assert!(matches!(invitations.accept_reset(&lost, "new", noon()).await, Err(NotAccepted::Gone)), "the later counts");
    assert!(matches!(invitations.accept(&link, &person("13800000029"), noon()).await, Err(NotAccepted::Gone)));
    assert!(is_open(&db.store, &desk, noon()).await);
    assert_eq!(invitations.accept_reset(&link, "new", noon()).await.expect("chosen"), (v.workshop, second));
    assert!(!is_open(&db.store, &desk, noon()).await, "whoever was signed in with the old one is out");
    let user = db.store.users().user(v.workshop, second).await.expect("a look").expect("she");
    assert_eq!(user.password_hash, "new");
    assert!(matches!(invitations.accept_reset(&link, "newer", noon()).await, Err(NotAccepted::Gone)), "once");
    // Whoever had the link would approve what she asked herself.
    v.done(SetApproval { on: true }).await;
    let refused = reset(ask(Actor::Coordinator { user: first })).await;
    assert!(matches!(refused, Err(Refused::Rule(Refusal::ResetByOperator))), "{refused:?}");
    reset(ask(Actor::Operator)).await.expect("who runs the machine may").expect("a link");
}

async fn a_draft_is_its_owners_in_one_browser_for_a_day(db: Database) {
    let browser = Secret::new().expect("a secret").hash();
    let other = Secret::new().expect("a secret").hash();
    let draft = KeptDraft { owner: Some("user 1 1".to_owned()), body: "typed".to_owned() };
    let id = db.store.drafts().keep_draft(&browser, &draft, noon()).await.expect("kept");
    let seen = async |browser, owner, at| db.store.drafts().draft(&id, browser, owner, at).await.expect("a look");
    assert_eq!(seen(&browser, Some("user 1 1"), noon()).await.as_deref(), Some("typed"));
    assert_eq!(seen(&browser, Some("user 1 2"), noon()).await, None);
    assert_eq!(seen(&browser, None, noon()).await, None);
    assert_eq!(seen(&other, Some("user 1 1"), noon()).await, None);
    assert_eq!(seen(&browser, Some("user 1 1"), noon() + hours(24)).await, None);
    for hour in 1..=20 {
        db.store.drafts().keep_draft(&browser, &draft, noon() + hours(hour)).await.expect("kept");
    }
    assert_eq!(seen(&browser, Some("user 1 1"), noon()).await, None, "the oldest made room");
}

async fn failed_tries_wait_longer_and_longer(db: Database) {
    let tried = ["card 1", "card 2"].map(|what| Tried { what: what.to_owned(), limit: TryLimit::Growing });
    let mut at = noon();
    let mut waits = Vec::new();
    for _ in 0..14 {
        assert_eq!(db.store.delays().count_try(&tried, at).await.expect("counted"), 0);
        let wait = db.store.delays().count_try(&tried[..1], at).await.expect("a look");
        if wait == 0 {
            // It was free, and so counted: make up for it.
            waits.push(0);
            continue;
        }
        waits.push(wait);
        at += TimeDelta::seconds(wait);
    }
    assert_eq!(waits[1..], [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    db.store.delays().forgive(&tried, noon()).await.expect("forgiven");
    assert_eq!(db.store.delays().count_try(&tried, noon()).await.expect("counted"), 0);
    for _ in 0..5 {
        db.store.delays().count_try(&tried, noon()).await.expect("counted");
    }
    assert!(db.store.delays().count_try(&tried, noon()).await.expect("a look") > 0);
    assert_eq!(db.store.delays().count_try(&tried, noon() + hours(24)).await.expect("forgotten after a day"), 0);
}

async fn a_day_s_ceiling_holds_whatever_succeeds_between(db: Database) {
    let tried = [Tried { what: "workshop 1".to_owned(), limit: TryLimit::Daily(3) }];
    let delays = db.store.delays();
    let count = async |at| delays.count_try(&tried, at).await.expect("counted");
    for hour in 0..2 {
        assert_eq!(count(noon() + hours(hour)).await, 0, "it fails");
        assert_eq!(count(noon() + hours(hour)).await, 0);
        delays.forgive(&tried, noon() + hours(hour)).await.expect("that one was right");
    }
    assert_eq!(count(noon() + hours(2)).await, 0, "it fails");
    assert_eq!(count(noon() + hours(3)).await, 21 * 3600, "three failed since noon");
    assert_eq!(count(noon() + hours(24)).await, 0);
}

async fn a_try_that_was_not_made_leaves_those_before_it(db: Database) {
    let tried = [Tried { what: "card 1".to_owned(), limit: TryLimit::Growing }];
    let delays = db.store.delays();
    let mut at = noon();
    for _ in 0..6 {
        at += TimeDelta::seconds(delays.count_try(&tried, at).await.expect("counted"));
        delays.count_try(&tried, at).await.expect("counted");
    }
    let wait = delays.count_try(&tried, at).await.expect("a look");
    assert!(wait > 1, "{wait}");
    at += TimeDelta::seconds(wait);
    assert_eq!(delays.count_try(&tried, at).await.expect("counted"), 0);
    delays.take_back(&tried, at).await.expect("it was not made");
    assert_eq!(delays.count_try(&tried, at).await.expect("counted"), 0, "so it may be made");
    assert_eq!(delays.count_try(&tried, at).await.expect("a look"), 2 * wait, "and those before it still count");
}

async fn files_on_their_way_in_make_room_and_run_out(db: Database) {
    let v = Village::settle(&db.store).await;
    let keep = async |n: i64| {
        let at = noon() + TimeDelta::minutes(n);
        db.store.keep_upload(v.workshop, Kind::Styles, format!("file {n}").as_bytes(), at).await.expect("kept")
    };
    let is_there = async |id| db.store.upload(v.workshop, id).await.expect("a look").is_some();
    let first = keep(0).await;
    for n in 1..5 {
        keep(n).await;
    }
    assert!(is_there(first).await);
    let last = keep(5).await;
    assert!(!is_there(first).await && is_there(last).await, "the oldest made room");
    db.store.throw_away_expired(noon() + hours(24)).await.expect("thrown away");
    assert!(is_there(last).await);
    db.store.throw_away_expired(noon() + hours(25)).await.expect("thrown away");
    assert!(!is_there(last).await, "a day is long enough");
}

async fn many_tries_at_once_are_all_counted(db: Database) {
    let tried = vec![Tried { what: "card 1".to_owned(), limit: TryLimit::Growing }];
    let tries = (0..8).map(|_| {
        let (store, tried) = (db.store.clone(), tried.clone());
        tokio::spawn(async move { store.delays().count_try(&tried, noon()).await.expect("counted") })
    });
    let mut made = 0;
    for one in tries.collect::<Vec<_>>() {
        made += usize::from(one.await.expect("an answer") == 0);
    }
    assert_eq!(made, 3, "the third failure begins the waiting");
}

async fn what_ran_out_is_thrown_away(db: Database) {
    let v = Village::settle(&db.store).await;
    let browser = Secret::new().expect("a secret").hash();
    let phone = sign_in(&db.store, v.workshop, Holder::Firm(v.firm)).await;
    let draft = KeptDraft { owner: Some("a".to_owned()), body: String::new() };
    let id = db.store.drafts().keep_draft(&browser, &draft, noon()).await.expect("kept");
    db.store.throw_away_expired(noon()).await.expect("nothing to throw away");
    assert!(is_open(&db.store, &phone, noon()).await);
    assert!(db.store.drafts().draft(&id, &browser, Some("a"), noon()).await.expect("a look").is_some());
    let later = noon() + hours(24 * 100);
    db.store.throw_away_expired(later).await.expect("thrown away");
    assert_eq!(db.store.sessions().past_holder(&phone).await.expect("a look"), None);
    assert_eq!(db.store.drafts().draft(&id, &browser, Some("a"), noon()).await.expect("a look"), None);
}

async fn no_balance_changes_by_coming_in(db: Database) {
    let v = Village::settle(&db.store).await;
    let before = db.store.audit(v.workshop).await.expect("an audit");
    let user = coordinator(&db.store, v.workshop, "13800000001").await;
    sign_in(&db.store, v.workshop, Holder::User(user)).await;
    db.store.cards().make_cards(v.workshop).await.expect("made");
    change_access(&db.store, v.workshop, noon(), MakeLink { firm: v.firm }).await.expect("made");
    let after = db.store.audit(v.workshop).await.expect("an audit");
    // That the link was made is an event, of nothing that moves.
    assert_eq!(after, Audit { events: before.events + 1, ..before });
}

async fn number_tried(store: &Store, v: &Village<'_>, at: DateTime<Utc>) -> Option<String> {
    store.cards().try_number(v.workshop, v.anna, at).await.expect("tried")
}

async fn another_pin_is_set_once_by_the_latest_number(db: Database) {
    let v = Village::settle(&db.store).await;
    let (store, late) = (&db.store, noon() + ledger::store::access::NUMBER_LASTS);
    let allow =
        async |number: &str| store.allow_new_pin(v.workshop, noon(), new_id(), Actor::Operator, v.anna, number).await;
    let renew = async |number: &str, at| {
        store.renew_pin(v.workshop, at, new_id(), v.anna, number, "another").await.expect("a try")
    };
    store.cards().make_cards(v.workshop).await.expect("cards");
    assert!(allow("one").await.is_err(), "she has none yet");
    assert!(choose_pin(store, &v, "hash").await.expect("chosen"));
    let session = sign_in(store, v.workshop, Holder::Worker(v.anna)).await;
    allow("one").await.expect("allowed");
    allow("two").await.expect("allowed");
    assert_eq!(number_tried(store, &v, noon()).await.as_deref(), Some("two"));
    assert_eq!(number_tried(store, &v, late).await, None);
    assert!(!renew("one", noon()).await && !renew("two", late).await);
    assert!(is_open(store, &session, noon()).await);
    assert!(renew("two", noon()).await);
    assert!(!is_open(store, &session, noon()).await, "what she had open has ended");
    assert!(!renew("two", noon()).await, "once");
    let card = store.cards().card_of(v.workshop, v.anna).await.expect("a look").expect("a card");
    assert_eq!((card.pin_hash.as_deref(), card.renewed_at), (Some("another"), Some(noon())));
    assert_eq!(store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn tries_with_a_number_at_once_are_all_counted(db: Database) {
    let v = Village::settle(&db.store).await;
    db.store.cards().make_cards(v.workshop).await.expect("cards");
    assert!(choose_pin(&db.store, &v, "hash").await.expect("chosen"));
    let allowed = db.store.allow_new_pin(v.workshop, noon(), new_id(), Actor::Operator, v.anna, "number").await;
    allowed.expect("allowed");
    let tries = (0..30).map(|_| number_tried(&db.store, &v, noon()));
    let looked_at = futures_util::future::join_all(tries).await.into_iter().flatten().count();
    assert_eq!(looked_at, 5);
}
