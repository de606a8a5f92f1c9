//! Why a request came to nothing, in a word for machines; [`Problem::words`] says it to people.

use crate::hasher::NotHashed;
use ledger::Refusal;
use ledger::parse::limit::{CLIP_SECONDS, PHOTO_BYTES, PHOTO_PIXELS, SOUND_BYTES, SPOKEN_SECONDS, UPLOAD_BYTES};
use ledger::rules::plausibility::Unusual;
use ledger::store::{Refused, StoreError};
use ledger::values::money::Fen;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// The largest file, as people say it.
const MOST_MEGABYTES: usize = UPLOAD_BYTES / (1024 * 1024);

/// The field that says that somebody is sure, unless the form names it otherwise.
pub const SURE: &str = "sure";

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    Missing,
    NotANumber,
    NotWhole,
    TooLarge,
    TooFine,
    /// A file of more than may be sent.
    FileTooLarge,
    /// A photo of more bytes than may be sent.
    PhotoTooLarge,
    /// A sound of more bytes than may be sent.
    SoundTooLarge,
    /// A file of no bytes.
    EmptyFile,
    /// A file that is no picture of a form that can be read.
    NotAPhoto,
    /// A file that is no sound of a form that can be read.
    NotASound,
    /// A clip that lasts too long.
    ClipTooLong,
    /// A spoken word that lasts too long.
    WordTooLong,
    /// A sound in which nothing is heard.
    Silent,
    /// A picture of more pixels than a telephone makes.
    TooManyPixels,
    /// A moving picture.
    Moving,
    /// A file that takes more memory or time than any that is meant.
    TooCostly,
    /// A file whose name does not end as a table's does.
    NotATable,
    /// Two columns of a file are said to be the same.
    ColumnTwice,
    /// A file whose name ends as a picture's or a PDF's does.
    IsAPicture,
    NotADay,
    /// A day before today.
    Past,
    TooLong,
    Hidden,
    /// Names something that is not there.
    Unknown,
    /// What she says is what is there already.
    Same,
    /// A password that is too short.
    TooShort,
    /// Two entries that should be the same.
    Differs,
    /// Nothing of a list is ticked.
    NoneChosen,
    /// Two were given where one is meant.
    OneOnly,
    /// Numbers that do not add up to the one above them.
    NotTheSum,
    /// A style that was chosen for another picture already.
    StyleTwice,
    /// A PIN or password that anybody would try first.
    TooEasy,
    /// No digits, where a PIN is meant.
    NotAPin,
    /// No phone number.
    NotAPhone,
    /// Not the code that the app shows, nor one on paper.
    NotTheCode,
    /// Not the number that the coordinator's screen shows.
    NotTheNumber,
    /// None of the codes on paper.
    NotThePaperCode,
    /// A phone number that somebody signs in with already.
    Taken,
}

impl Why {
    /// The key of its words, after `why-`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NotANumber => "not-a-number",
            Self::NotWhole => "not-whole",
            Self::TooLarge => "too-large",
            Self::TooFine => "too-fine",
            Self::FileTooLarge => "file-too-large",
            Self::PhotoTooLarge => "photo-too-large",
            Self::SoundTooLarge => "sound-too-large",
            Self::NotASound => "not-a-sound",
            Self::ClipTooLong => "clip-too-long",
            Self::WordTooLong => "word-too-long",
            Self::Silent => "silent",
            Self::EmptyFile => "empty-file",
            Self::NotAPhoto => "not-a-photo",
            Self::TooManyPixels => "too-many-pixels",
            Self::Moving => "moving",
            Self::TooCostly => "too-costly",
            Self::NotATable => "not-a-table",
            Self::ColumnTwice => "column-twice",
            Self::IsAPicture => "is-a-picture",
            Self::NotADay => "not-a-day",
            Self::Past => "past",
            Self::TooLong => "too-long",
            Self::Hidden => "hidden",
            Self::Unknown => "unknown",
            Self::Same => "same",
            Self::TooShort => "too-short",
            Self::Differs => "differs",
            Self::NoneChosen => "none-chosen",
            Self::OneOnly => "one-only",
            Self::NotTheSum => "not-the-sum",
            Self::StyleTwice => "style-twice",
            Self::TooEasy => "too-easy",
            Self::NotAPin => "not-a-pin",
            Self::NotAPhone => "not-a-phone",
            Self::NotTheCode => "not-the-code",
            Self::NotTheNumber => "not-the-number",
            Self::NotThePaperCode => "not-the-paper-code",
            Self::Taken => "taken",
        }
    }
}

/// What is looked at once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reviewed {
    Payments,
    Settlement,
}

/// Why a request came to nothing. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    /// Nobody is signed in; what was typed is kept until somebody is.
    SignedOut,
    /// The worker must give her PIN first.
    PinNeeded,
    /// The password or PIN must be given once more before anybody's access is changed.
    ProofNeeded,
    /// Not there, or not theirs, which is the same to them.
    NotFound,
    /// The address of a form was opened, as if it were a page.
    FormAddress,
    /// What came did not come from one of our pages.
    OtherSite,
    /// A field does not hold what it should.
    Field { name: String, why: Why },
    /// The ledger refused; `name` is the field that it is about, where that is known.
    Refused { refusal: Refusal, name: Option<String> },
    /// It is lawful, and mostly a slip: it is done when the box beside it is ticked.
    Ask {
        unusual: Unusual,
        /// The field that it is about; none where the box itself says it.
        #[serde(default)]
        name: Option<String>,
    },
    /// Money of several that is to be looked at once more before that is done.
    Review { of: Reviewed, n: usize, sum: Fen },
    /// Signing in failed; never says whether the phone number or the password was wrong.
    NoEntry,
    /// The password or PIN was wrong, where it is known whose it should be.
    WrongPassword,
    /// A link that works once was used, or ran out.
    LinkGone,
    /// The browser does not have the link's secret any more.
    LinkLost,
    /// No passkey answered, or not rightly.
    PasskeyNotTaken,
    /// That device has a passkey of hers already.
    PasskeyKnown,
    /// She has as many passkeys as anybody may.
    TooManyPasskeys,
    /// Too many failed tries: wait so many seconds.
    Wait { seconds: i64 },
    /// Too many others are signing in.
    Busy,
    /// It waited on a device for longer than anybody is without a network.
    TooLongAgo,
    /// The form itself was broken: a field missing, too much sent.
    BadForm,
    /// The disk is full.
    Full,
    /// A long file was taken, and the rest of it is recorded with the next entry.
    Unposted,
    /// The database failed; the server's log says how.
    Database,
}

impl Problem {
    /// A field that does not hold what it should.
    #[must_use]
    pub fn field(name: &str, why: Why) -> Self {
        Self::Field { name: name.to_owned(), why }
    }

    /// The same, shown beside a field: for a refusal or a question, which do not know about fields.
    #[must_use]
    pub fn at(self, field: impl Into<String>) -> Self {
        match self {
            Self::Refused { refusal, .. } => Self::Refused { refusal, name: Some(field.into()) },
            Self::Ask { unusual, .. } => Self::Ask { unusual, name: Some(field.into()) },
            other => other,
        }
    }

    /// The field that it is about, where it is about one.
    #[must_use]
    pub fn field_name(&self) -> Option<&str> {
        match self {
            Self::Field { name, .. } => Some(name),
            Self::Refused { name, .. } => name.as_deref(),
            Self::Ask { name, .. } => Some(name.as_deref().unwrap_or(SURE)),
            _ => None,
        }
    }

    /// Whether what was named is not there, or is another's.
    #[must_use]
    pub const fn is_of_another(&self) -> bool {
        matches!(self, Self::NotFound | Self::Refused { refusal: Refusal::Unknown { .. } | Refusal::NotYours, .. })
    }

    /// Its kind, for the log: nothing that anybody typed. `None` for what is said elsewhere in the log, or is no refusal of what came.
    #[must_use]
    pub fn kind(&self) -> Option<String> {
        match self {
            Self::Field { why, .. } => Some(format!("field {}", why.code())),
            Self::Refused { refusal, .. } => Some(format!("rule {}", refusal.code())),
            Self::BadForm => Some("form".to_owned()),
            Self::TooLongAgo => Some("long ago".to_owned()),
            Self::LinkGone => Some("link".to_owned()),
            Self::PasskeyNotTaken => Some("passkey".to_owned()),
            Self::PasskeyKnown | Self::TooManyPasskeys => Some("passkeys".to_owned()),
            Self::SignedOut
            | Self::PinNeeded
            | Self::ProofNeeded
            | Self::NotFound
            | Self::FormAddress
            | Self::OtherSite
            | Self::Ask { .. }
            | Self::Review { .. }
            | Self::NoEntry
            | Self::WrongPassword
            | Self::LinkLost
            | Self::Wait { .. }
            | Self::Busy
            | Self::Full
            | Self::Unposted
            | Self::Database => None,
        }
    }

    /// In the request's language, with what to do next.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::SignedOut => t!("problem-signed-out"),
            Self::PinNeeded => t!("problem-pin-needed"),
            Self::ProofNeeded => t!("problem-proof-needed"),
            Self::NotFound => t!("problem-not-found"),
            Self::FormAddress => t!("problem-form-address"),
            Self::OtherSite => t!("problem-other-site"),
            Self::Field { why, .. } => why.words(),
            // Of one field, "all are zero" would be less than what is known.
            Self::Refused { refusal: Refusal::Nothing, name: Some(_) } => t!("refusal-zero"),
            Self::Refused { refusal, .. } => crate::words::refusal(refusal),
            Self::Ask { unusual, .. } => question(*unusual),
            Self::Review { of: Reviewed::Payments, n, sum } => t!("pay-review-ask", n = *n, money = *sum),
            Self::Review { of: Reviewed::Settlement, n, sum } => t!("settle-review-ask", n = *n, money = *sum),
            Self::NoEntry => t!("problem-no-entry"),
            Self::WrongPassword => t!("problem-wrong-password"),
            Self::LinkGone => t!("problem-link-gone"),
            Self::LinkLost => t!("problem-link-lost"),
            Self::PasskeyNotTaken => t!("problem-passkey-not-taken"),
            Self::PasskeyKnown => t!("problem-passkey-known"),
            Self::TooManyPasskeys => t!("problem-too-many-passkeys"),
            Self::Wait { seconds } => wait(*seconds),
            Self::Busy => t!("problem-busy"),
            Self::TooLongAgo => t!("problem-too-long-ago"),
            Self::BadForm => t!("problem-bad-form"),
            Self::Full => t!("problem-full"),
            Self::Unposted => t!("problem-unposted"),
            Self::Database => t!("problem-database"),
        }
    }

    /// The status that a page which came to this is answered with.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::SignedOut => 401,
            Self::PinNeeded | Self::ProofNeeded | Self::OtherSite => 403,
            // A chat that looks at a link keeps no cookie, and shows only what is there.
            Self::LinkLost => 200,
            Self::NotFound | Self::LinkGone => 404,
            Self::FormAddress => 405,
            Self::Field { .. }
            | Self::Refused { .. }
            | Self::Ask { .. }
            | Self::Review { .. }
            | Self::NoEntry
            | Self::WrongPassword
            | Self::PasskeyNotTaken
            | Self::PasskeyKnown
            | Self::TooManyPasskeys
            | Self::TooLongAgo
            | Self::BadForm => 422,
            Self::Wait { .. } => 429,
            Self::Busy => 503,
            Self::Full | Self::Unposted => 507,
            Self::Database => 500,
        }
    }
}

/// Rounded up, so that nobody comes back too soon.
fn wait(seconds: i64) -> String {
    const MINUTE: i64 = 60;
    const HOUR: i64 = 60 * MINUTE;
    match seconds {
        ..=119 => t!("problem-wait", seconds = seconds),
        120..7200 => t!("problem-wait-minutes", n = (seconds + MINUTE - 1) / MINUTE),
        _ => t!("problem-wait-hours", n = (seconds + HOUR - 1) / HOUR),
    }
}

fn question(unusual: Unusual) -> String {
    match unusual {
        Unusual::Rate { before } => t!("ask-rate", before = before),
        Unusual::MoreThanOwed { owed } => t!("ask-more-than-owed", owed = owed),
        Unusual::Backdated { today } => t!("ask-backdated", day = today),
        Unusual::FarPieces { was } => t!("ask-far-pieces", n = was),
        Unusual::FarMoney { was } => t!("ask-far-money", money = was),
        Unusual::OverAMonth { month } => t!("ask-over-a-month", month = month),
        Unusual::Wage { least, most } => t!("ask-wage", least = least, most = most),
        Unusual::Time { standard } => t!("ask-time", minutes = crate::words::minutes(standard)),
    }
}

impl Why {
    fn words(self) -> String {
        match self {
            Self::Missing => t!("why-missing"),
            Self::NotANumber => t!("why-not-a-number"),
            Self::NotWhole => t!("why-not-whole"),
            Self::TooLarge => t!("why-too-large"),
            Self::TooFine => t!("why-too-fine"),
            Self::FileTooLarge => t!("why-file-too-large", n = MOST_MEGABYTES, photo = PHOTO_BYTES / 1_000_000),
            Self::PhotoTooLarge => t!("why-photo-too-large", n = PHOTO_BYTES / 1_000_000),
            Self::SoundTooLarge => t!("why-sound-too-large", n = SOUND_BYTES / 1_000_000),
            Self::NotASound => t!("why-not-a-sound"),
            Self::ClipTooLong => t!("why-sound-too-long", n = CLIP_SECONDS),
            Self::WordTooLong => t!("why-sound-too-long", n = SPOKEN_SECONDS),
            Self::Silent => t!("why-silent"),
            Self::EmptyFile => t!("why-empty-file"),
            Self::NotAPhoto => t!("why-not-a-photo"),
            Self::TooManyPixels => t!("why-too-many-pixels", n = PHOTO_PIXELS / 1_000_000),
            Self::Moving => t!("why-moving"),
            Self::TooCostly => t!("why-too-costly"),
            Self::NotATable => t!("why-not-a-table"),
            Self::ColumnTwice => t!("why-column-twice"),
            Self::IsAPicture => t!("why-is-a-picture"),
            Self::NotADay => t!("why-not-a-day"),
            Self::Past => t!("why-past"),
            Self::TooLong => t!("why-too-long"),
            Self::Hidden => t!("why-hidden"),
            Self::Unknown => t!("why-unknown"),
            Self::Same => t!("why-same"),
            Self::TooShort => t!("why-too-short"),
            Self::Differs => t!("why-differs"),
            Self::NoneChosen => t!("why-none-chosen"),
            Self::OneOnly => t!("why-one-only"),
            Self::NotTheSum => t!("why-not-the-sum"),
            Self::StyleTwice => t!("why-style-twice"),
            Self::TooEasy => t!("why-too-easy"),
            Self::NotAPin => t!("why-not-a-pin"),
            Self::NotAPhone => t!("why-not-a-phone"),
            Self::NotTheCode => t!("why-not-the-code"),
            Self::NotTheNumber => t!("why-not-the-number"),
            Self::NotThePaperCode => t!("why-not-the-paper-code"),
            Self::Taken => t!("why-taken"),
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        if let Refusal::Internal { broken } = &refusal {
            tracing::error!(%broken, "a rule decided what the law forbids");
        }
        Self::Refused { refusal, name: None }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::Full,
            StoreError::NoWorkshop => Self::NotFound,
            StoreError::Unposted(why) => {
                tracing::error!(%why, "a long file is not all posted yet");
                Self::Unposted
            }
            other => {
                // The words of a database are for anyone who runs it, not for the one who asks.
                tracing::error!(%other, "the database failed");
                Self::Database
            }
        }
    }
}

impl From<NotHashed> for Problem {
    fn from(why: NotHashed) -> Self {
        match why {
            NotHashed::Busy => Self::Busy,
            NotHashed::Failed => Self::Database,
        }
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Rule(refusal) => refusal.into(),
            Refused::Store(error) => error.into(),
        }
    }
}

impl FromServerFnError for Problem {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::BadForm
    }
}
