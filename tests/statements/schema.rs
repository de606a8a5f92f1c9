//! The tables with their keys, as the migrations leave them.

use super::tables::{Kind, SCHEMA, kind};
use sqlparser::ast::{
    AlterTableOperation, ColumnDef, ColumnOption, CreateTable, ForeignKeyConstraint, Ident, IndexColumn, ObjectName,
    ObjectType, RenameTableNameKind, Statement, TableConstraint,
};
use sqlparser::dialect::GenericDialect;
use sqlparser::parser::Parser;
use std::collections::{BTreeMap, BTreeSet};

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub columns: BTreeSet<String>,
    /// Columns of each primary key, unique key and unique index.
    keys: Vec<Vec<String>>,
    /// Columns of each foreign key, and the table that it refers to.
    refers: Vec<(Vec<String>, String)>,
}

/// All tables of a database.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    pub tables: BTreeMap<String, Table>,
}

impl Schema {
    pub fn of_migrations() -> Result<Self, String> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../migrations");
        let files = std::fs::read_dir(folder).map_err(|why| why.to_string())?;
        let mut files: Vec<_> = files.map(|file| file.expect("a migration").path()).collect();
        files.sort();
        let texts = files.iter().map(|file| std::fs::read_to_string(file).expect("a migration's text"));
        Self::of(&texts.collect::<Vec<_>>().join("\n"))
    }

    /// What is left after these statements.
    pub fn of(text: &str) -> Result<Self, String> {
        let mut schema = Self::default();
        for statement in Parser::parse_sql(&GenericDialect {}, text).map_err(|why| why.to_string())? {
            schema.apply(&statement)?;
        }
        Ok(schema)
    }

    fn apply(&mut self, statement: &Statement) -> Result<(), String> {
        match statement {
            Statement::CreateTable(create) => {
                self.tables.insert(name(&create.name), Table::of(create)?);
            }
            Statement::CreateIndex(index) if index.unique => {
                self.table(&index.table_name)?.keys.push(columns(&index.columns));
            }
            Statement::CreateIndex(_) | Statement::Insert(_) | Statement::Update(_) => {}
            Statement::Drop { object_type: ObjectType::Table, names, .. } => {
                self.tables.retain(|table, _| !names.iter().any(|dropped| name(dropped) == *table));
            }
            Statement::AlterTable(alter) => {
                for operation in &alter.operations {
                    match operation {
                        AlterTableOperation::AddColumn { column_def, .. } => {
                            self.table(&alter.name)?.add(column_def)?
                        }
                        AlterTableOperation::RenameTable { table_name } => {
                            let (RenameTableNameKind::As(to) | RenameTableNameKind::To(to)) = table_name;
                            let table = self.table(&alter.name)?.clone();
                            self.tables.remove(&name(&alter.name));
                            self.tables.insert(name(to), table);
                        }
                        other => return Err(format!("not known here: {other}")),
                    }
                }
            }
            other => return Err(format!("not known here: {other}")),
        }
        Ok(())
    }

    fn table(&mut self, named: &ObjectName) -> Result<&mut Table, String> {
        self.tables.get_mut(&name(named)).ok_or_else(|| format!("there is no table {named}"))
    }

    /// What of it a distributed engine would refuse.
    pub fn faults(&self, kind: impl Fn(&str) -> Kind) -> Vec<String> {
        let mut faults = Vec::new();
        for (name, table) in &self.tables {
            let of_workshop = kind(name) == Kind::OfWorkshop;
            if of_workshop && !table.columns.contains("workshop") {
                faults.push(format!("{name} has no column workshop"));
            }
            let without = |key: &[String]| !key.iter().any(|column| column == "workshop");
            for key in table.keys.iter().filter(|key| of_workshop && without(key)) {
                faults.push(format!("{name}: the key ({}) is without workshop", key.join(", ")));
            }
            for (key, to) in &table.refers {
                if of_workshop && without(key) {
                    faults.push(format!("{name}: the key ({}) to {to} is without workshop", key.join(", ")));
                } else if !of_workshop && kind(to) == Kind::OfWorkshop {
                    faults.push(format!("{name}, which is not distributed, refers to {to}, which is"));
                }
            }
        }
        faults
    }
}

impl Table {
    fn of(create: &CreateTable) -> Result<Self, String> {
        let mut table = Self::default();
        for column in &create.columns {
            table.add(column)?;
        }
        for constraint in &create.constraints {
            match constraint {
                TableConstraint::PrimaryKey(key) => table.keys.push(columns(&key.columns)),
                TableConstraint::Unique(key) => table.keys.push(columns(&key.columns)),
                TableConstraint::ForeignKey(key) => table.refer(idents(&key.columns), key),
                TableConstraint::Check(_) => {}
                other => return Err(format!("not known here: {other}")),
            }
        }
        Ok(table)
    }

    fn add(&mut self, column: &ColumnDef) -> Result<(), String> {
        let name = column.name.value.clone();
        for option in &column.options {
            match &option.option {
                ColumnOption::PrimaryKey(_) | ColumnOption::Unique(_) => self.keys.push(vec![name.clone()]),
                ColumnOption::ForeignKey(key) => self.refer(vec![name.clone()], key),
                ColumnOption::NotNull | ColumnOption::Null | ColumnOption::Default(_) | ColumnOption::Check(_) => {}
                other => return Err(format!("not known here: {other}")),
            }
        }
        self.columns.insert(name);
        Ok(())
    }

    fn refer(&mut self, columns: Vec<String>, key: &ForeignKeyConstraint) {
        self.refers.push((columns, name(&key.foreign_table)));
    }
}

fn name(name: &ObjectName) -> String {
    name.to_string().to_lowercase()
}

fn idents(idents: &[Ident]) -> Vec<String> {
    idents.iter().map(|ident| ident.value.clone()).collect()
}

fn columns(columns: &[IndexColumn]) -> Vec<String> {
    columns.iter().map(|column| column.column.expr.to_string()).collect()
}

#[test]
fn keys_of_workshops_tables_contain_the_workshop() {
    let faults = SCHEMA.faults(kind);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_table_that_is_not_distributed_is_there() {
    let gone = super::tables::NOT_DISTRIBUTED.iter().filter(|(name, _)| !SCHEMA.tables.contains_key(*name));
    assert_eq!(gone.count(), 0);
}
