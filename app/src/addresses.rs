//! The address of every page, in one place. A page that leads to another calls its function here; which page answers an
//! address stands in the route lists (`coordinator`, `worker`, `firm`, `auth`).

mod address;

pub use address::{API, Address};

use crate::language::Language;
use crate::spoken::{self, Clip, OwnVoice};
use ledger::store::UploadId;
use ledger::values::day::Day;
use ledger::values::ids::{DeliveryId, EventId, FirmId, IssueId, OrderId, StyleId, UserId, WorkerId};
use ledger::values::picture::PictureHash;
use ledger::values::recording::RecordingHash;

macro_rules! addresses {
    ($patterns:ident: $($(#[$doc:meta])* $name:ident($($part:ident: $kind:ty),*) = $path:literal;)*) => {
        $($(#[$doc])* #[doc = concat!("`", $path, "`")] #[must_use]
        pub fn $name($($part: $kind),*) -> Address {
            Address::of(format!($path))
        })*

        #[cfg(test)]
        pub(crate) const $patterns: &[&str] = &[$($path),*];
    };
}

// Signing in, and access for others.
addresses! {
    AUTH:
    landing() = "/";
    sign_in() = "/sign-in";
    set_up(token: &str) = "/set-up/{token}";
    /// Where a phone shows whom it knows, and asks for her PIN.
    enter() = "/enter";
    /// Where a worker types the code of her card.
    card() = "/card";
    /// What the code on a card leads to.
    card_of(code: &str) = "/card/{code}";
    /// Where a worker gives her PIN before pay is shown.
    pin() = "/me/pin";
    /// Where a worker who forgot her PIN chooses another.
    forgotten_pin() = "/forgotten-pin";
    proof() = "/account/proof";
    second_step() = "/account/second-step";
    recovery_codes() = "/account/second-step/codes";
    take_second_step() = "/sign-in/second-step";
    /// The link that a firm's clerks come in by.
    firm_link(token: &str) = "/f/{token}";
    account() = "/account";
    offline() = "/offline";
    access() = "/access";
    firm_access(firm: FirmId) = "/access/firm/{firm}";
    user(user: UserId) = "/access/user/{user}";
    invitation(token: &str) = "/invitations/{token}";
    cards() = "/cards";
    replace_card(worker: WorkerId) = "/cards/replace/{worker}";
    /// Where a coordinator sees the number that she reads to a worker who forgot her PIN.
    pin_number(worker: WorkerId) = "/cards/pin/{worker}";
}

// The coordinator's.
addresses! {
    COORDINATOR:
    today() = "/today";
    more() = "/more";
    search() = "/search";
    calendar() = "/calendar";
    orders() = "/orders";
    new_order() = "/orders/new";
    order(order: OrderId) = "/orders/{order}";
    change_order(order: OrderId) = "/orders/{order}/change";
    take_back(order: OrderId, issue: IssueId) = "/orders/{order}/back/{issue}";
    /// The slips of what an event handed out.
    issued(event: EventId) = "/issued/{event}";
    split() = "/split";
    count() = "/count";
    count_away() = "/count/away";
    wrong_count(count: EventId) = "/count/wrong/{count}";
    workers() = "/workers";
    new_worker() = "/workers/new";
    late_workers() = "/workers/late";
    worker(worker: WorkerId) = "/workers/{worker}";
    edit_worker(worker: WorkerId) = "/workers/{worker}/edit";
    worker_contact(worker: WorkerId) = "/workers/{worker}/contact";
    hand_over(worker: WorkerId) = "/workers/{worker}/hand-over";
    worker_card(worker: WorkerId) = "/workers/{worker}/card";
    worker_book(worker: WorkerId) = "/workers/{worker}/book";
    worker_workbook(worker: WorkerId) = "/workers/{worker}/book.xlsx";
    worker_slip_so_far(worker: WorkerId) = "/workers/{worker}/slip";
    worker_slip(worker: WorkerId, until: Day) = "/workers/{worker}/slips/{until}";
    firms() = "/firms";
    firm(firm: FirmId) = "/firms/{firm}";
    deliveries() = "/deliveries";
    new_delivery() = "/deliveries/new";
    delivery(delivery: DeliveryId) = "/deliveries/{delivery}";
    write_off(delivery: DeliveryId) = "/deliveries/{delivery}/write-off";
    styles() = "/styles";
    new_style() = "/styles/new";
    style(style: StyleId) = "/styles/{style}";
    pay() = "/pay";
    settle() = "/pay/settle";
    settlement(settlement: EventId) = "/settlements/{settlement}";
    settlement_slips(settlement: EventId) = "/settlements/{settlement}/slips";
    settlement_csv(settlement: EventId) = "/settlements/{settlement}/list.csv";
    settlement_workbook(settlement: EventId) = "/settlements/{settlement}/list.xlsx";
    journal() = "/journal";
    correct(event: EventId) = "/correct/{event}";
    approvals() = "/approvals";
    approval(proposal: EventId) = "/approvals/{proposal}";
    settings() = "/settings";
    /// The clips of what is said aloud.
    voice() = "/voice";
    voice_clip(language: &str, clip: &str) = "/voice/{language}/{clip}";
    imports() = "/import";
    import(upload: UploadId) = "/import/{upload}";
}

// A worker's own.
addresses! {
    WORKER:
    me() = "/me";
    hand_in(issue: IssueId) = "/me/hand-in/{issue}";
    my_book() = "/me/book";
    my_paper_book() = "/me/book/paper";
    my_workbook() = "/me/book.xlsx";
    my_entry(event: EventId) = "/me/entry/{event}";
    my_count(event: EventId) = "/me/count/{event}";
    my_pay() = "/me/pay";
    my_slip_so_far() = "/me/slip";
    my_slip(until: Day) = "/me/slips/{until}";
}

/// The counting table once that count was recorded, which it says, and where the photo of a bad piece is put: `/count?counted=COUNT`
#[must_use]
pub fn counted(count: EventId) -> Address {
    self::count().with("counted", count)
}

// A firm's.
addresses! {
    FIRM:
    window() = "/firm";
    window_order(order: OrderId) = "/firm/orders/{order}";
    window_deliveries() = "/firm/deliveries";
    window_delivery(delivery: DeliveryId) = "/firm/deliveries/{delivery}";
    window_statement() = "/firm/statement";
    /// The link on a delivery note.
    delivery_note(token: &str) = "/d/{token}";
}

// Files. The server answers them itself: they are no pages. Photos and PDFs are for those who may see what they are of.
addresses! {
    FILES:
    /// The PDF that an order came as.
    original(upload: UploadId) = "/import/{upload}/original";
    photo(picture: PictureHash) = "/photos/{picture}";
    small_photo(picture: PictureHash) = "/photos/{picture}/small";
    /// For who holds the delivery note with that link.
    photo_of_note(token: &str, picture: PictureHash) = "/d/{token}/photos/{picture}";
    /// For who holds the delivery note with that link.
    small_photo_of_note(token: &str, picture: PictureHash) = "/d/{token}/photos/{picture}/small";
    /// What is heard: names of clips.
    sound(language: &str, clips: &str) = "/spoken/{language}/{clips}";
    /// The same in the voice of the workshop that one is signed in to.
    own_sound(language: &str, clips: &str) = "/spoken/own/{language}/{clips}";
    /// What was said aloud of an entry.
    recording(recording: RecordingHash) = "/recordings/{recording}";
    /// What a chat shows beside a link: our mark.
    preview_picture() = "/maskable-512.png";
}

/// The clips as one sound: `/spoken/en/n7-pieces.mp3?v=…`, or in the voice of the workshop, where one of them is its own.
#[must_use]
pub fn spoken(language: Language, clips: &[Clip]) -> Address {
    let names: Vec<&str> = clips.iter().map(|clip| clip.name()).collect();
    let file = names.join("-") + ".mp3";
    match OwnVoice::version_of(clips, language) {
        Some(version) => own_sound(language.tag(), &file).with("v", version),
        None => sound(language.tag(), &file).with("v", spoken::version()),
    }
}
