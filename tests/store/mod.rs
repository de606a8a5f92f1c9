//! One conformance suite, on both engines.

mod access;
mod approval;
mod book;
mod books;
mod conformance;
mod connect;
mod export;
mod home;
mod import;
mod known_phone;
mod older;
mod reads;
mod settlement;
mod since;
mod strangers;
mod tamper;
mod trade;
mod window;

/// Makes a test of each function for each engine.
macro_rules! on_both_engines {
    ($($test:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test] async fn $test() { super::$test(crate::support::database::Database::sqlite().await).await; })*
        }
        mod postgres {
            $(#[tokio::test] async fn $test() { super::$test(crate::support::database::Database::postgres().await).await; })*
        }
    };
}
pub(crate) use on_both_engines;
