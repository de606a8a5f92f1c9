//! Phones that know a worker, as the store keeps them.

use super::on_both_engines;
use crate::support::database::Database;
use crate::support::people::change_access;
use crate::support::village::{Village, new_id, noon};
use chrono::{DateTime, TimeDelta, Utc};
use ledger::model::ChangeAccess::{EndCard, ForgetPhones, ReplaceCard};
use ledger::store::Store;
use ledger::store::access::{Holder, KnownPhone, PhoneKind, Secret};
use ledger::values::ids::{WorkerId, WorkshopId};

on_both_engines!(
    a_phone_knows_her_by_its_latest_secret,
    the_secret_before_works_until_the_phone_has_the_new,
    a_phone_runs_out_and_is_thrown_away,
    wrong_pins_at_once_are_all_counted_and_then_it_is_forgotten,
    a_right_pin_begins_the_count_again,
    it_is_forgotten_with_what_is_open_on_it,
    nobody_forgets_anothers,
    a_changed_access_forgets_all,
    ten_know_her_at_most,
);

fn browser(which: &str) -> Secret {
    Secret::returned(which)
}

async fn remember(
    store: &Store,
    workshop: WorkshopId,
    worker: WorkerId,
    before: Option<&KnownPhone>,
    which: &str,
    at: DateTime<Utc>,
) -> Secret {
    let hash = browser(which).hash();
    store.known_phones().remember(workshop, worker, before, &hash, PhoneKind::Android, at).await.expect("known")
}

/// Anna, who has a card and a PIN, and the secret of a phone that knows her.
async fn known(store: &Store, v: &Village<'_>) -> Secret {
    store.cards().make_cards(v.workshop).await.expect("cards");
    assert!(store.choose_first_pin(v.workshop, noon(), new_id(), v.anna, "hash").await.expect("chosen"));
    remember(store, v.workshop, v.anna, None, "hers", noon()).await
}

async fn found(store: &Store, secret: &Secret, at: DateTime<Utc>) -> Option<KnownPhone> {
    store.known_phones().found(secret, at).await.expect("a look")
}

async fn a_phone_knows_her_by_its_latest_secret(db: Database) {
    let v = Village::settle(&db.store).await;
    let secret = known(&db.store, &v).await;
    let phone = found(&db.store, &secret, noon()).await.expect("known");
    assert_eq!((phone.workshop.id, phone.worker, phone.name.as_str()), (v.workshop, v.anna, "安娜"));
    assert_eq!(found(&db.store, &Secret::returned("another"), noon()).await, None);
    assert_eq!(found(&db.store, &Secret::returned(secret.hash().as_str()), noon()).await, None, "its hash is not it");
    let hers = db.store.known_phones().of_worker(v.workshop, v.anna, noon()).await.expect("a look");
    assert_eq!(hers.iter().map(|phone| phone.kind).collect::<Vec<_>>(), [PhoneKind::Android]);
    assert_eq!(db.store.known_phones().of_worker(v.workshop, v.berta, noon()).await.expect("a look"), []);
}

async fn the_secret_before_works_until_the_phone_has_the_new(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = known(&db.store, &v).await;
    let phone = found(&db.store, &first, noon()).await.expect("known");
    // The answer is lost, and she gives her PIN again.
    remember(&db.store, v.workshop, v.anna, Some(&phone), "hers", noon()).await;
    let again = found(&db.store, &first, noon()).await.expect("known still");
    let second = remember(&db.store, v.workshop, v.anna, Some(&again), "hers", noon()).await;
    let later = found(&db.store, &second, noon()).await.expect("known by the new");
    assert_eq!(later.id, phone.id, "the same phone");
    assert_eq!(found(&db.store, &first, noon()).await, None, "the old one is worth nothing");
    // Who kept the old one does not put hers in the place of the new.
    remember(&db.store, v.workshop, v.anna, Some(&phone), "a thief's", noon()).await;
    assert!(found(&db.store, &second, noon()).await.is_some());
}

async fn a_phone_runs_out_and_is_thrown_away(db: Database) {
    let v = Village::settle(&db.store).await;
    let secret = known(&db.store, &v).await;
    let almost = noon() + KnownPhone::PATIENCE - TimeDelta::seconds(1);
    let phone = found(&db.store, &secret, almost).await.expect("known");
    let secret = remember(&db.store, v.workshop, v.anna, Some(&phone), "hers", almost).await;
    let late = almost + KnownPhone::PATIENCE;
    assert!(found(&db.store, &secret, late - TimeDelta::seconds(1)).await.is_some());
    assert_eq!(found(&db.store, &secret, late).await, None);
    db.store.throw_away_expired(late).await.expect("thrown away");
    assert_eq!(found(&db.store, &secret, noon()).await, None, "it is gone");
}

async fn wrong_pins_at_once_are_all_counted_and_then_it_is_forgotten(db: Database) {
    let v = Village::settle(&db.store).await;
    let secret = known(&db.store, &v).await;
    let phone = found(&db.store, &secret, noon()).await.expect("known");
    let tries = (0..30).map(|_| async { db.store.known_phones().count_try(&phone).await.expect("counted") });
    let allowed = futures_util::future::join_all(tries).await.into_iter().filter(|allowed| *allowed).count();
    assert_eq!(i64::try_from(allowed), Ok(KnownPhone::MOST_FAILURES));
    assert_eq!(found(&db.store, &secret, noon()).await, None, "nobody is let in by it any more");
    assert!(db.store.known_phones().forget_guessed(&phone).await.expect("forgotten"));
    assert!(!db.store.known_phones().forget_guessed(&phone).await.expect("forgotten before"));
}

async fn a_right_pin_begins_the_count_again(db: Database) {
    let v = Village::settle(&db.store).await;
    let secret = known(&db.store, &v).await;
    let phone = found(&db.store, &secret, noon()).await.expect("known");
    let phones = db.store.known_phones();
    for _ in 0..KnownPhone::MOST_FAILURES - 1 {
        assert!(phones.count_try(&phone).await.expect("counted"));
    }
    assert!(!phones.forget_guessed(&phone).await.expect("not yet"));
    remember(&db.store, v.workshop, v.anna, Some(&phone), "hers", noon()).await;
    for _ in 0..KnownPhone::MOST_FAILURES {
        assert!(phones.count_try(&phone).await.expect("counted"));
    }
    assert!(!phones.count_try(&phone).await.expect("one too many"));
    phones.take_back(&phone).await.expect("taken back");
    assert!(phones.count_try(&phone).await.expect("counted"));
}

async fn it_is_forgotten_with_what_is_open_on_it(db: Database) {
    let v = Village::settle(&db.store).await;
    let secret = known(&db.store, &v).await;
    let open = async |which: &str| {
        let (sessions, holder) = (db.store.sessions(), Holder::Worker(v.anna));
        sessions.open_session(v.workshop, holder, &browser(which).hash(), None, noon(), noon()).await.expect("open")
    };
    let (here, elsewhere) = (open("hers").await, open("another").await);
    let phone = found(&db.store, &secret, noon()).await.expect("known");
    assert!(db.store.known_phones().forget(v.workshop, v.anna, phone.id, noon()).await.expect("forgotten"));
    assert_eq!(found(&db.store, &secret, noon()).await, None);
    assert!(db.store.sessions().session(&here, noon()).await.expect("a look").is_none());
    assert!(db.store.sessions().session(&elsewhere, noon()).await.expect("a look").is_some());
    assert!(!db.store.known_phones().forget(v.workshop, v.anna, phone.id, noon()).await.expect("a second tap"));
}

async fn nobody_forgets_anothers(db: Database) {
    let v = Village::settle(&db.store).await;
    let other = Village::settle(&db.store).await;
    let secret = known(&db.store, &v).await;
    let phone = found(&db.store, &secret, noon()).await.expect("known");
    let phones = db.store.known_phones();
    for (workshop, worker) in [(v.workshop, v.berta), (other.workshop, other.anna), (other.workshop, v.anna)] {
        assert!(!phones.forget(workshop, worker, phone.id, noon()).await.expect("not there"));
        phones.forget_all(workshop, worker, noon()).await.expect("none of hers");
    }
    assert!(found(&db.store, &secret, noon()).await.is_some());
    // Nor does another take her place by it.
    let taken = remember(&db.store, v.workshop, v.berta, Some(&phone), "hers", noon()).await;
    assert!(found(&db.store, &secret, noon()).await.is_some());
    assert_eq!(found(&db.store, &taken, noon()).await, None, "she has no PIN");
}

async fn a_changed_access_forgets_all(db: Database) {
    let v = Village::settle(&db.store).await;
    let (worker, workshop) = (v.anna, v.workshop);
    for change in [ForgetPhones { worker }, ReplaceCard { worker }, EndCard { worker }] {
        db.store.cards().make_cards(workshop).await.expect("cards");
        db.store.choose_first_pin(workshop, noon(), new_id(), worker, "hash").await.expect("chosen");
        let secret = remember(&db.store, workshop, worker, None, "hers", noon()).await;
        assert!(found(&db.store, &secret, noon()).await.is_some(), "{change:?}");
        change_access(&db.store, workshop, noon(), change.clone()).await.expect("changed");
        assert_eq!(found(&db.store, &secret, noon()).await, None, "{change:?}");
        let hers = db.store.known_phones().of_worker(workshop, worker, noon()).await.expect("a look");
        assert_eq!(hers, [], "{change:?}");
    }
}

async fn ten_know_her_at_most(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = known(&db.store, &v).await;
    for minute in 1..=10 {
        remember(&db.store, v.workshop, v.anna, None, "another", noon() + TimeDelta::minutes(minute)).await;
    }
    let hers = db.store.known_phones().of_worker(v.workshop, v.anna, noon()).await.expect("a look");
    assert_eq!(hers.len(), KnownPhone::MOST);
    assert_eq!(found(&db.store, &first, noon()).await, None, "the one unused for longest");
}
