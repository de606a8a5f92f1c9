//! Rules on what rates are compared with.

mod record_time_study;
mod set_minimum_wage;
