//! Persons who are erased.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use futures_util::FutureExt;
use network::audience::Sight;
use network::change::Change;
use network::facts;
use network::id::{FactId, PersonId};
use network::plan::{ErrorCode, Rejection, wrong_text};

use super::answered::{Answered, UserError, failed};
use super::asked::{Read, target};
use super::input::{everything, not_found};
use crate::graphql::error::ApiError;
use crate::graphql::objects::Person;
use crate::graphql::reader::Reader;
use crate::graphql::viewer::{Right, Viewer};
use crate::writer::Writer;
use crate::writer::erase::ErasedPerson;

/// A person who asked to be forgotten.
#[derive(Debug, Clone, InputObject)]
pub struct ErasePersonInput {
    /// Their id.
    id: ID,
    /// Why, for the journal; no names.
    reason: String,
}

/// How many facts of one noun an erasure touched, of those that the viewer sees.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct ErasedCount {
    /// The noun, as the journal names it: `offices`.
    noun: &'static str,
    /// Facts that went.
    gone: u32,
    /// Facts that stay without what told of the person.
    changed: u32,
}

/// What is kept of an erasure: nothing that tells of who it was.
#[derive(Debug, Clone, SimpleObject)]
pub struct Erasure {
    /// What the person is called since.
    pseudonym: String,
    /// The line that has to be put on the list of erasures by whoever puts back backups; null: the server did that.
    line_to_keep: Option<String>,
    /// Whether nothing is left of it on the disk; else it is taken off with the next commit or at the stop of the server.
    is_wiped: bool,
    /// What was touched of what the viewer sees, by noun. What only the desk saw is gone as well and not counted.
    counts: Vec<ErasedCount>,
}

/// What erasing a person came to.
pub struct ErasePersonPayload {
    answered: Answered,
    erasure: Option<Erasure>,
}

/// What erasing a person came to.
#[Object(serial)]
impl ErasePersonPayload {
    /// Who it was about, as they are now; null: it was refused.
    async fn person(&self) -> Option<Person> {
        let row = self.answered.row(&self.answered.view.network().persons);
        row.map(|ix| Person::new(&self.answered.view, ix))
    }

    /// What is kept of it; null: it was refused.
    async fn erasure(&self) -> Option<&Erasure> {
        self.erasure.as_ref()
    }

    /// The revision that it made, or at which it was refused.
    async fn revision(&self) -> i32 {
        self.answered.revision()
    }

    /// Why it was refused; empty: it is done.
    async fn user_errors(&self) -> &[UserError] {
        self.answered.user_errors()
    }
}

/// Persons who are erased.
#[derive(Default)]
pub struct Erasures;

/// Persons who are erased.
#[Object(serial)]
impl Erasures {
    /// Erases a person (wissen): name, remarks, sources and addresses go, how they are judged and whom they know, also from all
    /// that was known before. A pseudonym stays, so that decisions and coalitions stay as they are. It cannot be undone. Of
    /// somebody whom the viewer does not see there is nothing to erase. Needs the role ADMIN.
    async fn erase_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who, and why.")] input: ErasePersonInput,
    ) -> Result<ErasePersonPayload, ApiError> {
        let actor = Viewer::of(ctx)?.may(Right::Erasures)?;
        let reader = Reader::of(ctx)?;
        let writer =
            ctx.data::<Arc<Writer>>().map_err(|missing| ApiError::internal("find the writer", missing.message))?;
        let view = everything(reader)?;
        let Read { made: about, mut unread } = target::<facts::Person>(&input.id, "id");
        let refused = |rejections: Vec<Rejection>| -> Result<ErasePersonPayload, ApiError> {
            Ok(ErasePersonPayload {
                answered: Answered::refused(ctx, rejections, (&[about], i64::MAX))?,
                erasure: None,
            })
        };
        let persons = &view.network().persons;
        let person = persons.by_id(PersonId::from_uuid(about.id)).map(|ix| persons.get(ix));
        if person.is_none() && unread.is_empty() {
            unread.push(not_found(&["id"]));
        }
        if let Some(person) = person {
            let before = writer.pseudonym(person.id).boxed().await.map_err(|error| failed(Arc::new(error)))?;
            // Who was given a name again may be erased again.
            let is_erased = before.is_some_and(|pseudonym| *pseudonym == *person.name);
            let (nl, en) = ("deze persoon is al gewist", "this person was erased before");
            unread.extend(is_erased.then(|| Rejection::new(ErrorCode::AlreadyExists, &["id"], nl, en)));
        }
        let wrong = wrong_text(&input.reason);
        unread.extend(wrong.map(|[nl, en]| Rejection::new(ErrorCode::InvalidValue, &["reason"], nl, en)));
        let Some(person) = person.filter(|_| unread.is_empty()) else { return refused(unread) };
        let erased =
            writer.erase(person.id, actor, &input.reason).boxed().await.map_err(|error| failed(Arc::new(error)))?;
        let Some(ErasedPerson { erasure, changes, is_listed, is_wiped }) = erased else {
            return refused(vec![not_found(&["id"])]);
        };
        let erasure = Erasure {
            pseudonym: erasure.pseudonym.to_string(),
            line_to_keep: (!is_listed).then(|| erasure.to_string()),
            is_wiped,
            counts: counts(&changes, reader.sight()),
        };
        Ok(ErasePersonPayload { answered: Answered::done(ctx, about)?, erasure: Some(erasure) })
    }
}

/// How many facts were touched of those that somebody sees, by noun.
fn counts(changes: &[Change], sight: Sight) -> Vec<ErasedCount> {
    let mut counts: BTreeMap<&'static str, (u32, u32)> = BTreeMap::new();
    let seen = changes.iter().filter(|change| {
        let was = change.before().unwrap_or_else(|| change.fact());
        sight.reaches(was.audience(), was.holder())
    });
    for change in seen {
        let (gone, changed) = counts.entry(change.fact().noun()).or_default();
        *(if change.after().is_some() { changed } else { gone }) += 1;
    }
    counts.into_iter().map(|(noun, (gone, changed))| ErasedCount { noun, gone, changed }).collect()
}
