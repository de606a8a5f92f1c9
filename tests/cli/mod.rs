//! The built program as a shell runs it.

mod help;
mod read_workbook;
mod report;
mod security_log;
mod where_books_are;
