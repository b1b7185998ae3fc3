//! What was done with personal data, and by whom.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::prelude::Uuid;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::snapshot::moment_text;
use super::{Store, StoreError};

/// Something that was done with personal data beside the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// What was done: `DISCLOSE`.
    pub action: &'static str,
    /// With what: ids and keys, no name of a person.
    pub scope: String,
    /// SHA-256 of what was handed out, in hexadecimal; `None`: nothing was.
    pub sha256: Option<String>,
}

impl Store {
    /// Notes that something was done.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn audit(&self, audit: &Audit) -> Result<(), StoreError> {
        let fill = |source| StoreError::Fill { table: "audit", source };
        write(self.writing().await?, audit).await.map_err(fill)
    }
}

pub(super) async fn write<C: ConnectionTrait>(rows: &C, audit: &Audit) -> Result<(), DbErr> {
    let row = entity::audit::ActiveModel {
        id: Set(audit.id),
        at: Set(moment_text(audit.at)),
        actor: Set(audit.actor.clone()),
        action: Set(audit.action.to_owned()),
        scope: Set(audit.scope.clone()),
        sha256: Set(audit.sha256.clone()),
    };
    entity::audit::Entity::insert(row).exec_without_returning(rows).await?;
    Ok(())
}
