//! Rules on money: what is owed beyond earnings, and what is paid.

mod advance;
mod bonus;
mod deduct;
mod firm_pays;
mod owed;
mod wages;

#[cfg(test)]
mod tests;
