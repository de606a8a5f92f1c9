//! What a worker makes: a step of a style.

use crate::store::columns::from_row;
use crate::store::sql::LINE_NAME;
use crate::values::ids::{StepNo, StyleId};
use crate::values::picture::PictureHash;

/// A step of a style, by the names that people use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub style: StyleId,
    /// The flower: the style's name, with the line's variant behind.
    pub flower: String,
    pub step_no: StepNo,
    /// The step's name.
    pub step: String,
    /// A photo of what she makes: of the step, or else of the flower.
    pub photo: Option<PictureHash>,
}

impl Task {
    /// The columns of a task, of `lines AS l`, `styles AS s`, `issues AS i` and `steps AS st`.
    pub(super) fn columns() -> String {
        format!("s.id, {LINE_NAME}, i.step, st.name, COALESCE(pt.picture, ph.picture)")
    }

    /// The joins from `issues AS i` to the tables of [`Task::columns`], by way of `lines AS l`.
    pub(super) const JOINS: &'static str = "JOIN lines AS l ON l.workshop = i.workshop AND l.id = i.line \
         JOIN styles AS s ON s.workshop = l.workshop AND s.id = l.style \
         JOIN steps AS st ON st.workshop = l.workshop AND st.style = l.style AND st.no = i.step \
         LEFT JOIN photos AS pt ON pt.workshop = l.workshop AND pt.kind = 'step' AND pt.thing = l.style AND pt.step = i.step \
         LEFT JOIN photos AS ph ON ph.workshop = l.workshop AND ph.kind = 'style' AND ph.thing = l.style AND ph.step = 0";
}

from_row!(Task { style, flower, step_no, step, photo });
