//! The kinds of columns that tables are made of.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// A table under construction.
pub(super) struct Columns {
    db: DbBackend,
    name: &'static str,
    statement: TableCreateStatement,
}

/// A table of facts.
pub(super) fn table(db: DbBackend, name: &'static str) -> Columns {
    let mut statement = Table::create();
    statement.table(name);
    if db == DbBackend::Sqlite {
        // Else SQLite stores whatever it is given, whatever the column's type.
        statement.extra("STRICT");
    }
    Columns { db, name, statement }
}

/// A table that holds a list: which row has which other one, each pair once.
pub(super) fn list(
    db: DbBackend,
    name: &'static str,
    (owner, owners): (&'static str, &'static str),
    (item, items): (&'static str, &'static str),
) -> Columns {
    let mut list = table(db, name).reference(owner, owners).reference(item, items);
    list.statement.primary_key(Index::create().col(owner).col(item));
    list
}

/// The table with the one row that tells how far the network has come.
pub(super) fn revision(db: DbBackend) -> Columns {
    let mut revision = table(db, "revision");
    let id = revision.column("id", "INTEGER", "smallint").primary_key().check(Expr::col("id").eq(1)).take();
    revision.statement.col(id);
    revision.number("value").text("recorded_at").text("dataset")
}

impl Columns {
    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    pub(super) fn create(self) -> TableCreateStatement {
        self.statement
    }

    /// The primary key.
    pub(super) fn id(self) -> Self {
        let id = self.uuid("id").primary_key().take();
        self.with(id)
    }

    /// The key that people use.
    pub(super) fn key(self, name: &'static str) -> Self {
        let key = self.column(name, "TEXT", "text").unique_key().take();
        self.with(key)
    }

    /// Text, and everything that is kept as it was written.
    pub(super) fn text(self, name: &'static str) -> Self {
        let text = self.column(name, "TEXT", "text");
        self.with(text)
    }

    /// Text or null.
    pub(super) fn maybe_text(self, name: &'static str) -> Self {
        let text = self.column(name, "TEXT", "text").null().take();
        self.with(text)
    }

    /// A whole number.
    pub(super) fn number(self, name: &'static str) -> Self {
        let number = self.column(name, "INTEGER", "bigint");
        self.with(number)
    }

    /// A whole number or null.
    pub(super) fn maybe_number(self, name: &'static str) -> Self {
        let number = self.column(name, "INTEGER", "bigint").null().take();
        self.with(number)
    }

    /// A whole number of percent.
    pub(super) fn percent(self, name: &'static str) -> Self {
        let percent = self.column(name, "INTEGER", "smallint");
        self.with(percent)
    }

    /// True or false.
    pub(super) fn flag(self, name: &'static str) -> Self {
        let mut flag = self.column(name, "INTEGER", "boolean");
        if self.db == DbBackend::Sqlite {
            flag.check(Expr::col(name).is_in([0, 1]));
        }
        self.with(flag)
    }

    /// A row of another table.
    pub(super) fn reference(self, name: &'static str, table: &str) -> Self {
        let reference = self.uuid(name).extra(references(table)).take();
        self.with(reference)
    }

    /// A row of another table or null.
    pub(super) fn maybe_reference(self, name: &'static str, table: &str) -> Self {
        let reference = self.uuid(name).null().extra(references(table)).take();
        self.with(reference)
    }

    /// When it held, as written.
    pub(super) fn period(self) -> Self {
        self.maybe_text("since").maybe_text("until")
    }

    /// On whose word it stands.
    pub(super) fn word(self) -> Self {
        self.text("source").text("confidence").maybe_text("note")
    }

    fn uuid(&self, name: &'static str) -> ColumnDef {
        let mut uuid = self.column(name, "BLOB", "uuid");
        if self.db == DbBackend::Sqlite {
            uuid.check(Expr::cust(format!("length(\"{name}\") = 16")));
        }
        uuid
    }

    fn column(&self, name: &'static str, sqlite: &'static str, postgres: &'static str) -> ColumnDef {
        let kind = if self.db == DbBackend::Sqlite { sqlite } else { postgres };
        ColumnDef::new(name).custom(kind).not_null().take()
    }

    fn with(mut self, column: ColumnDef) -> Self {
        self.statement.col(column);
        self
    }
}

/// sea-query has no words for a reference that is checked at the end of the transaction.
fn references(table: &str) -> String {
    format!("REFERENCES \"{table}\" (\"id\") DEFERRABLE INITIALLY DEFERRED")
}
