//! What sets the villages apart.

/// In which order women make what they have at home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    Due,
    Oldest,
    Newest,
    OneFirmFirst,
}

/// Out of which pool they are given work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pool {
    Due,
    Longest,
    Any,
}

/// A village's habits.
#[derive(Clone, Copy, Debug)]
pub struct Habits {
    pub name: &'static str,
    pub women: (i64, i64),
    pub orders: (i64, i64),
    /// Pieces of an order.
    pub size: (i64, i64),
    /// Days from an order's placing to its due day.
    pub lead: (i64, i64),
    /// The part of the women's time that the orders need.
    pub busy: f64,
    pub home: Home,
    /// How often the order at home is kept; else it is any.
    pub keeps_home: f64,
    pub pool: Pool,
    pub keeps_pool: f64,
    /// They are given work as long as they have less than so many days of it, and so many days' at once.
    pub low: f64,
    pub gives: (f64, f64),
    /// Days that a new order lies before it is split, among all at once where this is so.
    pub lies: (i64, i64),
    pub at_once: bool,
    /// The first day of a week in which hardly anybody works.
    pub harvest: Option<(i64, i64)>,
    /// So many women get nearly everything.
    pub favourites: usize,
    /// They hand in on every so-manieth day.
    pub hands_in: i64,
    /// Scrap is made again on the same day, or on Sundays.
    pub replaces_weekly: bool,
    pub sent_back: f64,
    pub scrapped: f64,
    pub absent: f64,
}

const ORDERLY: Habits = Habits {
    name: "orderly",
    women: (12, 24),
    orders: (10, 16),
    size: (200, 1_200),
    lead: (12, 30),
    busy: 0.65,
    home: Home::Due,
    keeps_home: 0.9,
    pool: Pool::Due,
    keeps_pool: 0.85,
    low: 1.5,
    gives: (1.0, 2.0),
    lies: (0, 0),
    at_once: false,
    harvest: None,
    favourites: 0,
    hands_in: 1,
    replaces_weekly: false,
    sent_back: 0.05,
    scrapped: 0.012,
    absent: 0.04,
};

/// The villages, without their numbers.
pub const VILLAGES: [Habits; 7] = [
    ORDERLY,
    Habits {
        name: "late splitters",
        lies: (2, 6),
        at_once: true,
        home: Home::Oldest,
        pool: Pool::Any,
        low: 2.5,
        busy: 0.55,
        ..ORDERLY
    },
    Habits {
        name: "many small orders",
        women: (12, 16),
        orders: (16, 16),
        size: (200, 400),
        lead: (10, 18),
        home: Home::Newest,
        keeps_home: 0.8,
        pool: Pool::Any,
        busy: 0.58,
        ..ORDERLY
    },
    Habits {
        name: "a harvest week off",
        harvest: Some((30, 48)),
        busy: 0.55,
        pool: Pool::Longest,
        keeps_pool: 0.7,
        ..ORDERLY
    },
    Habits {
        name: "the same women get everything",
        women: (18, 24),
        favourites: 7,
        lead: (18, 30),
        home: Home::Oldest,
        keeps_home: 0.8,
        keeps_pool: 0.6,
        busy: 0.42,
        ..ORDERLY
    },
    Habits { name: "one firm first", home: Home::OneFirmFirst, pool: Pool::Any, busy: 0.55, ..ORDERLY },
    Habits {
        name: "hand-ins every second day",
        women: (16, 24),
        hands_in: 2,
        lead: (18, 30),
        home: Home::Oldest,
        keeps_home: 0.8,
        keeps_pool: 0.5,
        gives: (1.0, 2.5),
        replaces_weekly: true,
        busy: 0.36,
        ..ORDERLY
    },
];
