//! Rules on workers, firms and further coordinators.

mod change_access;
mod let_in;
mod save_contact;
mod save_firm;
mod save_worker;

#[cfg(test)]
mod tests;
