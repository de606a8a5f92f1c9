//! Which tables a part of a statement touches, and which of them are bound to one workshop.

use super::tables::{Kind, kind, workshop_column};
use sqlparser::ast::{
    BinaryOperator, Expr, Ident, Join, JoinConstraint, JoinOperator, ObjectName, Query, SelectItem, SetExpr,
    TableFactor, TableWithJoins, Value,
};
use std::collections::BTreeSet;

/// A table as it is called there.
#[derive(Clone, Debug)]
struct Relation {
    alias: String,
    /// None for what is no table: a subquery, a function, a name of `WITH`.
    table: Option<String>,
    /// It is a subquery that shows the workshop of a table that is bound in it.
    shows_workshop: bool,
}

impl Relation {
    fn workshop_column(&self) -> Option<&'static str> {
        if self.shows_workshop { Some("workshop") } else { workshop_column(self.table.as_deref()?) }
    }
}

/// What a condition says of workshops. Names are aliases.
#[derive(Clone, Debug)]
enum Fact {
    /// It is `$n`.
    Bound(String),
    /// They are the same.
    Same(String, String),
    /// The first is the second's, but not the other way round: a LEFT JOIN keeps rows of its left side that have no match.
    Follows(String, String),
}

/// The tables of one SELECT, UPDATE or DELETE.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    relations: Vec<Relation>,
    facts: Vec<Fact>,
    bound: BTreeSet<String>,
}

impl Scope {
    /// Reads which tables there are, and what WHERE and ON say of their workshops. `names` are those of `WITH`.
    pub fn of(
        from: &[&TableWithJoins],
        selection: Option<&Expr>,
        outer: &[Self],
        names: &BTreeSet<String>,
    ) -> Result<Self, String> {
        let mut scope = Self::default();
        for table in from {
            scope.add_all(table, names)?;
        }
        for table in from {
            scope.read_joins(table, outer)?;
        }
        if let Some(selection) = selection {
            scope.read(selection, outer, None);
        }
        scope.bind();
        Ok(scope)
    }

    /// What is bound to no workshop, but must be.
    pub fn unbound(&self) -> impl Iterator<Item = String> {
        let of_workshop = |relation: &&Relation| relation.table.as_deref().is_some_and(|t| kind(t) == Kind::OfWorkshop);
        let unbound = self.relations.iter().filter(of_workshop).filter(|one| !self.bound.contains(&one.alias));
        unbound.map(|relation| format!("{} is not bound to workshop = $n", relation.alias))
    }

    fn add_all(&mut self, table: &TableWithJoins, names: &BTreeSet<String>) -> Result<(), String> {
        self.add(&table.relation, names)?;
        table.joins.iter().try_for_each(|join| self.add(&join.relation, names))
    }

    fn add(&mut self, factor: &TableFactor, names: &BTreeSet<String>) -> Result<(), String> {
        let (table, alias) = match factor {
            TableFactor::Table { name, alias, args, .. } => {
                let table = plain(name)?;
                let real = args.is_none() && !names.contains(&table);
                if real && kind(&table) == Kind::Unknown {
                    return Err(format!("{table} is no table of ours"));
                }
                let alias = alias.as_ref().map_or_else(|| table.clone(), |alias| alias.name.value.to_lowercase());
                (real.then_some(table), alias)
            }
            TableFactor::Derived { alias, subquery, .. } => {
                let alias = alias.as_ref().map(|alias| alias.name.value.to_lowercase()).unwrap_or_default();
                let shows_workshop = shows_workshop(subquery, names);
                self.facts.extend(shows_workshop.then(|| Fact::Bound(alias.clone())));
                self.relations.push(Relation { alias, table: None, shows_workshop });
                return Ok(());
            }
            TableFactor::NestedJoin { table_with_joins, .. } => return self.add_all(table_with_joins, names),
            other => return Err(format!("not known here: {other}")),
        };
        if table.is_some() && self.relations.iter().any(|one| one.alias == alias) {
            return Err(format!("{alias} is the name of two tables"));
        }
        self.relations.push(Relation { alias, table, shows_workshop: false });
        Ok(())
    }

    fn read_joins(&mut self, table: &TableWithJoins, outer: &[Self]) -> Result<(), String> {
        if let TableFactor::NestedJoin { table_with_joins, .. } = &table.relation {
            self.read_joins(table_with_joins, outer)?;
        }
        for Join { relation, join_operator, .. } in &table.joins {
            let (on, left) = match join_operator {
                JoinOperator::Join(on) | JoinOperator::Inner(on) | JoinOperator::CrossJoin(on) => (on, false),
                JoinOperator::Left(on) | JoinOperator::LeftOuter(on) => (on, true),
                _ => return Err("a join that is neither inner nor LEFT".to_owned()),
            };
            let joined = match relation {
                TableFactor::Table { name, alias: None, .. } => plain(name)?,
                TableFactor::Table { alias: Some(alias), .. } => alias.name.value.to_lowercase(),
                TableFactor::NestedJoin { table_with_joins, .. } => {
                    self.read_joins(table_with_joins, outer)?;
                    String::new()
                }
                _ => String::new(),
            };
            match on {
                JoinConstraint::On(on) => self.read(on, outer, left.then_some(joined.as_str())),
                JoinConstraint::None => {}
                _ => return Err("a join by USING or NATURAL: say which workshops are the same".to_owned()),
            }
        }
        Ok(())
    }

    /// Reads what must hold. In the condition of a LEFT JOIN, only what it says of the joined table holds.
    fn read(&mut self, condition: &Expr, outer: &[Self], left: Option<&str>) {
        match condition {
            Expr::Nested(inner) => self.read(inner, outer, left),
            Expr::BinaryOp { left: one, op: BinaryOperator::And, right: other } => {
                self.read(one, outer, left);
                self.read(other, outer, left);
            }
            Expr::BinaryOp { left: one, op: BinaryOperator::Eq, right: other } => {
                let may = |alias: &str| left.is_none_or(|left| left == alias);
                for (one, other) in [(one, other), (other, one)] {
                    let Some(alias) = self.workshop_of(one) else { continue };
                    if may(&alias) && (is_placeholder(other) || is_bound_outside(other, outer)) {
                        self.facts.push(Fact::Bound(alias));
                    } else if let Some(same) = self.workshop_of(other) {
                        match left {
                            None => self.facts.push(Fact::Same(alias, same)),
                            Some(_) if may(&alias) => self.facts.push(Fact::Follows(alias, same)),
                            Some(_) => {}
                        }
                    }
                }
            }
            _ => {}
        }
    }

    /// Follows the facts until nothing is new.
    fn bind(&mut self) {
        loop {
            let before = self.bound.len();
            for fact in &self.facts {
                match fact {
                    Fact::Bound(alias) => drop(self.bound.insert(alias.clone())),
                    Fact::Same(one, other) if self.bound.contains(one) || self.bound.contains(other) => {
                        self.bound.extend([one.clone(), other.clone()]);
                    }
                    Fact::Follows(one, other) if self.bound.contains(other) => drop(self.bound.insert(one.clone())),
                    Fact::Same(..) | Fact::Follows(..) => {}
                }
            }
            if self.bound.len() == before {
                return;
            }
        }
    }

    /// The alias of the table of this scope of which an expression is the workshop.
    fn workshop_of(&self, expr: &Expr) -> Option<String> {
        let (alias, column) = column(expr)?;
        let mut having = self.relations.iter().filter(|one| one.workshop_column() == Some(column.as_str()));
        match alias {
            Some(alias) => having.find(|one| one.alias == alias),
            // Of two it could be either's; the engine itself refuses that.
            None => having.next().filter(|_| having.next().is_none()),
        }
        .map(|one| one.alias.clone())
    }
}

/// Whether a subquery's column `workshop` is that of a table which is bound in it.
fn shows_workshop(subquery: &Query, names: &BTreeSet<String>) -> bool {
    let SetExpr::Select(select) = subquery.body.as_ref() else { return false };
    let scope = Scope::of(&select.from.iter().collect::<Vec<_>>(), select.selection.as_ref(), &[], names);
    scope.is_ok_and(|scope| {
        select.projection.iter().any(|item| match item {
            SelectItem::UnnamedExpr(expr) => {
                column(expr).is_some_and(|(_, name)| name == "workshop")
                    && scope.workshop_of(expr).is_some_and(|alias| scope.bound.contains(&alias))
            }
            _ => false,
        })
    })
}

/// The nearest table of that name further out is bound.
fn is_bound_outside(expr: &Expr, outer: &[Scope]) -> bool {
    let Some((Some(alias), name)) = column(expr) else { return false };
    let nearest = outer
        .iter()
        .rev()
        .find_map(|scope| scope.relations.iter().find(|one| one.alias == alias).map(|relation| (scope, relation)));
    nearest.is_some_and(|(scope, one)| one.workshop_column() == Some(name.as_str()) && scope.bound.contains(&alias))
}

fn column(expr: &Expr) -> Option<(Option<String>, String)> {
    match expr {
        Expr::Nested(inner) => column(inner),
        Expr::Identifier(name) => Some((None, name.value.to_lowercase())),
        Expr::CompoundIdentifier(parts) => match parts.as_slice() {
            [alias, name] => Some((Some(alias.value.to_lowercase()), name.value.to_lowercase())),
            _ => None,
        },
        _ => None,
    }
}

/// `$1`, or `CAST($1 AS …)`.
pub fn is_placeholder(expr: &Expr) -> bool {
    match expr {
        Expr::Value(value) => matches!(&value.value, Value::Placeholder(text) if text.starts_with('$')),
        Expr::Cast { expr, .. } | Expr::Nested(expr) => is_placeholder(expr),
        _ => false,
    }
}

/// A name without a schema.
pub fn plain(name: &ObjectName) -> Result<String, String> {
    match name.0.as_slice() {
        [part] => part.as_ident().map(|Ident { value, .. }| value.to_lowercase()).ok_or_else(|| name.to_string()),
        _ => Err(format!("{name} names a schema")),
    }
}
