//! The kinds of columns that tables are made of.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// A table under construction.
pub(crate) struct Columns {
    db: DbBackend,
    name: &'static str,
    statement: TableCreateStatement,
}

/// Makes tables, referenced ones first.
pub(crate) async fn create(manager: &SchemaManager<'_>, tables: Vec<Columns>) -> Result<(), DbErr> {
    for table in tables {
        manager.create_table(table.create()).await?;
    }
    Ok(())
}

/// Takes tables away again, those that refer to others first.
pub(crate) async fn drop_all(manager: &SchemaManager<'_>, tables: Vec<Columns>) -> Result<(), DbErr> {
    for table in tables.into_iter().rev() {
        manager.drop_table(Table::drop().table(table.name()).to_owned()).await?;
    }
    Ok(())
}

/// A table of facts.
pub(crate) fn table(db: DbBackend, name: &'static str) -> Columns {
    let mut statement = Table::create();
    statement.table(name);
    if db == DbBackend::Sqlite {
        // Else SQLite stores whatever it is given, whatever the column's type.
        statement.extra("STRICT");
    }
    Columns { db, name, statement }
}

/// A table that holds a list: which row has which other one, each pair once.
pub(crate) fn list(
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
pub(crate) fn revision(db: DbBackend) -> Columns {
    let mut revision = table(db, "revision");
    let id = revision.column("id", "INTEGER", "smallint").primary_key().check(Expr::col("id").eq(1)).take();
    revision.statement.col(id);
    revision.number("value").text("recorded_at").text("dataset")
}

impl Columns {
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    pub(crate) fn create(self) -> TableCreateStatement {
        self.statement
    }

    /// A whole number that tells the rows apart.
    pub(crate) fn numbered(self, name: &'static str) -> Self {
        let number = self.column(name, "INTEGER", "bigint").primary_key().take();
        self.with(number)
    }

    /// Two columns that tell the rows apart together.
    pub(crate) fn told_apart_by(mut self, first: &'static str, second: &'static str) -> Self {
        self.statement.primary_key(Index::create().col(first).col(second));
        self
    }

    /// An id of whatever noun, so that the database does not look after it.
    pub(crate) fn loose_id(self, name: &'static str) -> Self {
        let id = self.uuid(name);
        self.with(id)
    }

    /// The primary key.
    pub(crate) fn id(self) -> Self {
        let id = self.uuid("id").primary_key().take();
        self.with(id)
    }

    /// The key that people use.
    pub(crate) fn key(self, name: &'static str) -> Self {
        let key = self.column(name, "TEXT", "text").unique_key().take();
        self.with(key)
    }

    /// Text, and everything that is kept as it was written.
    pub(crate) fn text(self, name: &'static str) -> Self {
        let text = self.column(name, "TEXT", "text");
        self.with(text)
    }

    /// Text or null.
    pub(crate) fn maybe_text(self, name: &'static str) -> Self {
        let text = self.column(name, "TEXT", "text").null().take();
        self.with(text)
    }

    /// Bytes.
    pub(crate) fn bytes(self, name: &'static str) -> Self {
        let bytes = self.column(name, "BLOB", "bytea");
        self.with(bytes)
    }

    /// A whole number.
    pub(crate) fn number(self, name: &'static str) -> Self {
        let number = self.column(name, "INTEGER", "bigint");
        self.with(number)
    }

    /// A whole number or null.
    pub(crate) fn maybe_number(self, name: &'static str) -> Self {
        let number = self.column(name, "INTEGER", "bigint").null().take();
        self.with(number)
    }

    /// A small whole number.
    pub(crate) fn small(self, name: &'static str) -> Self {
        let small = self.column(name, "INTEGER", "smallint");
        self.with(small)
    }

    /// A small whole number or null.
    pub(crate) fn maybe_small(self, name: &'static str) -> Self {
        let small = self.column(name, "INTEGER", "smallint").null().take();
        self.with(small)
    }

    /// A whole number of percent.
    pub(crate) fn percent(self, name: &'static str) -> Self {
        let percent = self.column(name, "INTEGER", "smallint");
        self.with(percent)
    }

    /// True or false.
    pub(crate) fn flag(self, name: &'static str) -> Self {
        let mut flag = self.column(name, "INTEGER", "boolean");
        if self.db == DbBackend::Sqlite {
            flag.check(Expr::col(name).is_in([0, 1]));
        }
        self.with(flag)
    }

    /// A row of another table.
    pub(crate) fn reference(self, name: &'static str, table: &str) -> Self {
        let reference = self.uuid(name).extra(references(table)).take();
        self.with(reference)
    }

    /// A row of another table or null.
    pub(crate) fn maybe_reference(self, name: &'static str, table: &str) -> Self {
        let reference = self.uuid(name).null().extra(references(table)).take();
        self.with(reference)
    }

    /// When it held, as written.
    pub(crate) fn period(self) -> Self {
        self.maybe_text("since").maybe_text("until")
    }

    /// On whose word it stands.
    pub(crate) fn word(self) -> Self {
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

/// A column that names a row of another table or nothing, for a table that is there already.
pub(crate) fn maybe_reference(db: DbBackend, name: &'static str, table: &str) -> ColumnDef {
    Columns { db, name: "", statement: Table::create() }.uuid(name).null().extra(references(table)).take()
}

/// sea-query has no words for a reference that is checked at the end of the transaction.
fn references(table: &str) -> String {
    format!("REFERENCES \"{table}\" (\"id\") DEFERRABLE INITIALLY DEFERRED")
}
