//! What a firm calls its columns, where somebody had to say what they are.

use super::field::Field;
use super::text::header_key;
use crate::values::text::Name;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Columns by their headers, and what they are; nothing where it was taken back what they were said to be.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping(BTreeMap<String, Option<Field>>);

/// What somebody said of this file, and what is remembered of earlier ones.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mappings {
    pub of_file: Mapping,
    /// Of the village's own files of this kind.
    pub of_village: Mapping,
    /// Of each firm's orders.
    pub of_firms: BTreeMap<Name, Mapping>,
}

impl Mapping {
    /// Says what the column with that header is; `false` where it was said already, or the header is blank.
    pub fn say(&mut self, header: &str, field: Field) -> bool {
        let key = header_key(header);
        !key.is_empty() && self.0.insert(key, Some(field)).is_none()
    }

    /// Takes back what was said of the column with that header before: it is known by its words, if at all.
    pub fn take_back(&mut self, header: &str) {
        self.0.entry(header_key(header)).or_insert(None);
    }

    /// What the column with that header is.
    #[must_use]
    pub fn get(&self, header: &str) -> Option<Field> {
        if self.is_empty() { None } else { self.0.get(&header_key(header)).copied().flatten() }
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All that is said, or taken back.
    pub fn all(&self) -> impl Iterator<Item = (&str, Option<Field>)> {
        self.0.iter().map(|(header, field)| (header.as_str(), *field))
    }

    /// Both, the other where they differ.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().chain(&other.0).map(|(header, field)| (header.clone(), *field)).collect())
    }
}

impl Mappings {
    /// All that is said of any earlier file's columns, and of this file's.
    #[must_use]
    pub fn any(&self) -> Mapping {
        self.of_firms.values().fold(self.of_village.clone(), |all, one| all.and(one)).and(&self.of_file)
    }

    /// What is said of that firm's columns, and of this file's; of any firm's, where it is not known whose it is.
    pub(super) fn of(&self, firm: Option<&Name>) -> Mapping {
        match firm {
            Some(firm) => {
                self.of_firms.get(firm).map_or_else(|| self.of_file.clone(), |firms| firms.and(&self.of_file))
            }
            None => self.any(),
        }
    }
}
