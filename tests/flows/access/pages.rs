//! Every page, at the address of something of the village, and who may open it.

use super::scene::{Scene, Who};
use Who::{Anna, Berta, Coordinator, Firm, Helper, NextCoordinator, NextFirm, NextWorker, Nobody, OtherFirm};

/// A page.
pub struct Room {
    /// As the router lists it.
    pub route: &'static str,
    pub path: String,
    pub open_to: &'static [Who],
    /// Whether its address is a secret that tells anyone who holds it what it is about.
    pub tells_its_holder: bool,
}

const EVERYBODY: &[Who] = &Who::ALL;
const DESK: &[Who] = &[Coordinator];
/// The same page shows each coordinator her own.
const DESKS: &[Who] = &[Coordinator, NextCoordinator];
/// Work without money.
const TABLE: &[Who] = &[Coordinator, Helper];
const TABLES: &[Who] = &[Coordinator, NextCoordinator, Helper];
const WORKERS: &[Who] = &[Anna, Berta, NextWorker];
/// All who belong to a workshop.
const PEOPLE: &[Who] = &[Coordinator, NextCoordinator, Helper, Anna, Berta, NextWorker];
const FIRMS: &[Who] = &[Firm, OtherFirm, NextFirm];

pub fn rooms(s: &Scene) -> Vec<Room> {
    let (order, line, answered) = (s.order, s.line, s.answered);
    vec![
        // Signing in.
        at("/", &[Nobody]),
        at("/sign-in", &[Nobody]),
        at("/enter", &[Nobody]),
        at("/card", EVERYBODY),
        at("/offline", EVERYBODY),
        at("/forgotten-pin", EVERYBODY),
        held("/card/{code}", "/card/here".to_owned()),
        held("/set-up/{token}", "/set-up/here".to_owned()),
        held("/f/{token}", "/f/here".to_owned()),
        held("/d/{token}", format!("/d/{}", s.note)),
        at("/account", &[Coordinator, Helper, Anna, Berta, Firm, OtherFirm, NextCoordinator, NextWorker, NextFirm]),
        held("/sign-in/second-step", "/sign-in/second-step".to_owned()),
        at("/account/second-step/codes", TABLES),
        at("/account/second-step", TABLES),
        at("/account/proof", &[Coordinator, Helper, Anna, Berta, NextCoordinator, NextWorker]),
        at("/access", DESKS),
        of("/access/firm/{firm}", format!("/access/firm/{}", s.firm), DESK),
        of("/access/user/{user}", format!("/access/user/{}", s.second), DESK),
        of("/invitations/{token}", format!("/invitations/{}", s.invitation), DESK),
        at("/cards", DESKS),
        of("/cards/replace/{worker}", format!("/cards/replace/{}", s.anna), DESK),
        of("/cards/pin/{worker}", format!("/cards/pin/{}", s.anna), DESK),
        // The coordinator.
        at("/today", DESKS),
        at("/more", DESKS),
        at("/search", DESKS),
        at("/settings", DESKS),
        at("/calendar", DESKS),
        at("/orders", TABLES),
        at("/orders/new", DESKS),
        of("/orders/{order}", format!("/orders/{order}"), TABLE),
        of("/orders/{order}/change", format!("/orders/{order}/change"), DESK),
        of("/orders/{order}/back/{issue}", format!("/orders/{order}/back/{}", s.issue), DESK),
        of("/issued/{event}", format!("/issued/{}", s.issued), DESK),
        of("/split", format!("/split?pool[0]={line}/1"), DESK),
        at("/count", TABLES),
        at("/count/away", TABLES),
        of("/count", format!("/count?worker={}", s.anna), TABLE),
        of("/count/wrong/{count}", format!("/count/wrong/{}", s.counts[0]), DESK),
        at("/workers", DESKS),
        at("/workers/new", DESKS),
        of("/workers/{id}", format!("/workers/{}", s.anna), DESK),
        at("/workers/late", DESKS),
        of("/workers/{id}/book", format!("/workers/{}/book", s.anna), DESK),
        of("/workers/{id}/book.xlsx", format!("/workers/{}/book.xlsx", s.anna), DESK),
        of("/workers/{id}/card", format!("/workers/{}/card", s.anna), DESK),
        of("/workers/{id}/contact", format!("/workers/{}/contact", s.anna), DESK),
        of("/workers/{id}/edit", format!("/workers/{}/edit", s.anna), DESK),
        of("/workers/{id}/hand-over", format!("/workers/{}/hand-over", s.anna), DESK),
        at("/deliveries", DESKS),
        of("/deliveries/new", format!("/deliveries/new?order={order}"), DESK),
        of("/deliveries/{id}", format!("/deliveries/{answered}"), DESK),
        of("/deliveries/{id}", format!("/deliveries/{}", s.sent[0]), DESK),
        of("/deliveries/{id}/write-off", format!("/deliveries/{answered}/write-off?line={line}&came=back"), DESK),
        at("/pay", DESKS),
        at("/pay/settle", DESKS),
        of("/settlements/{id}", format!("/settlements/{}", s.settled), DESK),
        of("/settlements/{id}/slips", format!("/settlements/{}/slips", s.settled), DESK),
        of("/settlements/{id}/list.csv", format!("/settlements/{}/list.csv", s.settled), DESK),
        of("/settlements/{id}/list.xlsx", format!("/settlements/{}/list.xlsx", s.settled), DESK),
        of("/workers/{id}/slip", format!("/workers/{}/slip", s.berta), DESK),
        of("/workers/{id}/slips/{until}", format!("/workers/{}/slips/2026-10-30", s.berta), DESK),
        at("/firms", DESKS),
        of("/firms/{id}", format!("/firms/{}", s.firm), DESK),
        at("/styles", DESKS),
        at("/styles/new", DESKS),
        of("/styles/{id}", format!("/styles/{}", s.style), DESK),
        at("/journal", TABLES),
        of("/correct/{event}", format!("/correct/{}", s.counts[0]), DESK),
        at("/approvals", DESKS),
        of("/approvals/{proposal}", format!("/approvals/{}", s.proposals[0]), DESK),
        of("/approvals/{proposal}", format!("/approvals/{}", s.own), DESK),
        at("/import", DESKS),
        of("/import/{upload}", format!("/import/{}", s.upload), DESK),
        of("/import/{upload}/original", format!("/import/{}/original", s.pdf), DESK),
        // Photos.
        of("/photos/{hash}", format!("/photos/{}", s.photo), &[Coordinator, Helper, Anna, Berta, Firm]),
        of("/photos/{hash}/small", format!("/photos/{}/small", s.photo), &[Coordinator, Helper, Anna, Berta, Firm]),
        held("/d/{token}/photos/{hash}", format!("/d/{}/photos/{}", s.note, s.photo)),
        held("/d/{token}/photos/{hash}/small", format!("/d/{}/photos/{}/small", s.note, s.photo)),
        // What is heard: its clips are nobody's.
        of("/spoken/{language}/{clips}", "/spoken/en/n7-pieces.mp3".to_owned(), EVERYBODY),
        of("/spoken/own/{language}/{clips}", "/spoken/own/en/n7-pieces.mp3".to_owned(), PEOPLE),
        of("/recordings/{hash}", format!("/recordings/{}", s.spoken), &[Coordinator, Anna]),
        at("/voice", DESKS),
        of("/voice/{language}/{clip}", "/voice/zh-CN/n7".to_owned(), DESKS),
        // A worker.
        at("/me", WORKERS),
        at("/me/book", WORKERS),
        at("/me/book/paper", WORKERS),
        at("/me/book.xlsx", WORKERS),
        at("/me/pay", WORKERS),
        at("/me/slip", WORKERS),
        of("/me/slips/{until}", "/me/slips/2026-10-30".to_owned(), &[Berta]),
        at("/me/pin", WORKERS),
        of("/me/count/{event}", format!("/me/count/{}", s.counts[0]), &[Anna]),
        of("/me/entry/{event}", format!("/me/entry/{}", s.issued), &[Anna]),
        of("/me/hand-in/{issue}", format!("/me/hand-in/{}", s.issue), &[Anna]),
        // A firm.
        at("/firm", FIRMS),
        at("/firm/deliveries", FIRMS),
        at("/firm/statement", FIRMS),
        of("/firm/orders/{id}", format!("/firm/orders/{order}"), &[Firm]),
        of("/firm/deliveries/{id}", format!("/firm/deliveries/{answered}"), &[Firm]),
        of("/firm/deliveries/{id}", format!("/firm/deliveries/{}", s.sent[0]), &[Firm]),
    ]
}

fn at(route: &'static str, open_to: &'static [Who]) -> Room {
    of(route, route.to_owned(), open_to)
}

fn of(route: &'static str, path: String, open_to: &'static [Who]) -> Room {
    Room { route, path, open_to, tells_its_holder: false }
}

fn held(route: &'static str, path: String) -> Room {
    Room { route, path, open_to: EVERYBODY, tells_its_holder: true }
}
