//! One statement, held to the rules.

use super::scope::{Scope, is_placeholder, plain};
use super::tables::{FILLED_BY_SELECT, Kind, kind};
use sqlparser::ast::{
    AssignmentTarget, ConflictTarget, Delete, FromTable, Insert, OnConflictAction, OnInsert, Query, Select, SetExpr,
    Statement, TableObject, TableWithJoins, Update, UpdateTableFromKind, Visit, Visitor,
};
use sqlparser::dialect::GenericDialect;
use sqlparser::parser::Parser;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// Statements that touch no row, by their first word.
const WITHOUT_ROWS: [&str; 5] = ["BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "SET"];

/// Whether a statement keeps the rules.
///
/// # Errors
/// The first that it breaks.
pub fn check(text: &str) -> Result<(), String> {
    let first = text.split_whitespace().next().unwrap_or_default().to_uppercase();
    if WITHOUT_ROWS.contains(&first.as_str()) {
        return Ok(());
    }
    let parsed = Parser::parse_sql(&GenericDialect {}, text).map_err(|why| format!("it cannot be read: {why}"))?;
    let [statement] = parsed.as_slice() else { return Err("it is not one statement".to_owned()) };
    let mut names = Names::default();
    let _ = statement.visit(&mut names);
    if let Some(name) = names.0.iter().find(|name| kind(name) != Kind::Unknown) {
        return Err(format!("WITH gives the name of a table, {name}, to something else"));
    }
    let mut checker = Checker { names: names.0, scopes: Vec::new() };
    match statement {
        Statement::Insert(insert) => Checker::insert(insert)?,
        Statement::Update(update) => checker.update(update)?,
        Statement::Delete(delete) => checker.delete(delete)?,
        Statement::Query(_) => {}
        other => return Err(format!("not known here: {other}")),
    }
    match statement.visit(&mut checker) {
        ControlFlow::Break(reason) => Err(reason),
        ControlFlow::Continue(()) => Ok(()),
    }
}

/// The names that `WITH` gives.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Visitor for Names {
    type Break = ();

    fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<()> {
        let with = query.with.iter().flat_map(|with| &with.cte_tables);
        self.0.extend(with.map(|table| table.alias.name.value.to_lowercase()));
        ControlFlow::Continue(())
    }
}

struct Checker {
    names: BTreeSet<String>,
    /// The parts of the statement that one stands in, the outermost first.
    scopes: Vec<Scope>,
}

impl Checker {
    fn enter(&mut self, from: &[&TableWithJoins], selection: Option<&sqlparser::ast::Expr>) -> Result<(), String> {
        let scope = Scope::of(from, selection, &self.scopes, &self.names)?;
        if let Some(reason) = scope.unbound().next() {
            return Err(reason);
        }
        self.scopes.push(scope);
        Ok(())
    }

    fn update(&mut self, update: &Update) -> Result<(), String> {
        let from = update.from.iter().flat_map(|from| match from {
            UpdateTableFromKind::BeforeSet(from) | UpdateTableFromKind::AfterSet(from) => from,
        });
        let from: Vec<_> = std::iter::once(&update.table).chain(from).collect();
        if update.assignments.iter().any(|one| sets_workshop(&one.target)) {
            return Err("a row would change its workshop".to_owned());
        }
        self.enter(&from, update.selection.as_ref())
    }

    fn delete(&mut self, delete: &Delete) -> Result<(), String> {
        let (FromTable::WithFromKeyword(from) | FromTable::WithoutKeyword(from)) = &delete.from;
        let from: Vec<_> = from.iter().chain(delete.using.iter().flatten()).collect();
        self.enter(&from, delete.selection.as_ref())
    }

    fn insert(insert: &Insert) -> Result<(), String> {
        let TableObject::TableName(name) = &insert.table else { return Err("no table is named".to_owned()) };
        let table = plain(name)?;
        let kind = kind(&table);
        if kind == Kind::Unknown {
            return Err(format!("{table} is no table of ours"));
        }
        let Some(source) = &insert.source else { return Err("no rows are given".to_owned()) };
        let SetExpr::Values(values) = source.body.as_ref() else {
            let may = kind == Kind::NotDistributed && FILLED_BY_SELECT.iter().any(|(name, _)| *name == table);
            return if may { Ok(()) } else { Err(format!("INSERT … SELECT into {table}")) };
        };
        let mut inner = Queries(0);
        let _ = insert.visit(&mut inner);
        // The rows of values are one themselves.
        if inner.0 > 1 {
            return Err("a subquery inside an INSERT".to_owned());
        }
        if kind == Kind::NotDistributed {
            return Ok(());
        }
        let columns = insert.columns.iter().map(plain).collect::<Result<Vec<_>, _>>()?;
        let at = columns.iter().position(|column| column == "workshop").ok_or("no workshop is given")?;
        if !values.rows.iter().all(|row| row.content.get(at).is_some_and(is_placeholder)) {
            return Err("a row whose workshop is not $n".to_owned());
        }
        match &insert.on {
            None => Ok(()),
            Some(OnInsert::OnConflict(conflict)) => {
                if let Some(ConflictTarget::Columns { columns, .. }) = &conflict.conflict_target
                    && !columns.iter().any(|column| column.value == "workshop")
                {
                    return Err("ON CONFLICT by a key without workshop".to_owned());
                }
                match &conflict.action {
                    OnConflictAction::DoUpdate(set) if set.assignments.iter().any(|one| sets_workshop(&one.target)) => {
                        Err("a row would change its workshop".to_owned())
                    }
                    _ => Ok(()),
                }
            }
            Some(_) => Err("ON DUPLICATE KEY".to_owned()),
        }
    }
}

impl Visitor for Checker {
    type Break = String;

    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<String> {
        match self.enter(&select.from.iter().collect::<Vec<_>>(), select.selection.as_ref()) {
            Ok(()) => ControlFlow::Continue(()),
            Err(reason) => ControlFlow::Break(reason),
        }
    }

    fn post_visit_select(&mut self, _select: &Select) -> ControlFlow<String> {
        self.scopes.pop();
        ControlFlow::Continue(())
    }
}

/// How many queries there are.
struct Queries(usize);

impl Visitor for Queries {
    type Break = ();

    fn pre_visit_query(&mut self, _query: &Query) -> ControlFlow<()> {
        self.0 += 1;
        ControlFlow::Continue(())
    }
}

fn sets_workshop(target: &AssignmentTarget) -> bool {
    let names = match target {
        AssignmentTarget::ColumnName(name) => std::slice::from_ref(name),
        AssignmentTarget::Tuple(names) => names,
    };
    names.iter().any(|name| name.to_string().eq_ignore_ascii_case("workshop"))
}
