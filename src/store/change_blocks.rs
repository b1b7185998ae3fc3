//! Blocks of the journal: the changes of a large commit, some thousand in a row of the database.
//!
//! An import of a region is a million changes. A row for each would be most of the database, and most of the time that it
//! takes to write and to read it.

use std::io;

use network::any_fact::AnyFact;
use network::change::Change;
use sea_orm::ActiveValue::Set;
use sea_orm::{DatabaseTransaction, DbErr, EntityTrait};

use super::journal::change;
use super::sources::Sources;

/// From how many changes on a commit is kept in blocks, and how many go into one: about a megabyte of text.
pub(super) const CHANGES: usize = 4_096;

/// How hard to compress: the fastest level takes most of what can be had from rows that are alike.
const LEVEL: i32 = 1;

/// Writes the changes of a commit.
pub(super) async fn write(rows: &DatabaseTransaction, revision: i64, changes: &[Change]) -> Result<(), DbErr> {
    for (position, changes) in (0i64..).zip(changes.chunks(CHANGES)) {
        let body = packed(changes).map_err(|error| DbErr::Custom(format!("failed to pack a block: {error}")))?;
        let block =
            entity::change_blocks::ActiveModel { revision: Set(revision), position: Set(position), body: Set(body) };
        entity::change_blocks::Entity::insert(block).exec_without_returning(rows).await?;
    }
    Ok(())
}

/// Reads the changes of a block, in order. Equal sources are one text.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(body: &[u8], sources: &mut Sources) -> Result<Vec<Change>, String> {
    let told = |error: io::Error| format!("is no block: {error}");
    let text = String::from_utf8(zstd::decode_all(body).map_err(told)?).map_err(|error| error.to_string())?;
    let mut changes = Vec::with_capacity(CHANGES);
    for line in text.lines() {
        let mut parts = line.split('\t');
        let (Some(noun), Some(before), Some(after), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err("a line has other than three parts".to_owned());
        };
        let [before, after] = [before, after].map(|text| Some(text).filter(|text| !text.is_empty()));
        changes.push(change(noun, before, after, sources)?);
    }
    Ok(changes)
}

/// The changes as a block. JSON has no tab and no end of line in its texts.
fn packed(changes: &[Change]) -> io::Result<Vec<u8>> {
    let json = |fact: Option<&AnyFact>| fact.map(AnyFact::to_json_text).unwrap_or_default();
    let lines: String = changes
        .iter()
        .map(|change| format!("{}\t{}\t{}\n", change.fact().noun(), json(change.before()), json(change.after())))
        .collect();
    zstd::encode_all(lines.as_bytes(), LEVEL)
}

#[cfg(test)]
mod tests {
    use network::facts::{Fact, Organisation};
    use serde_json::json;

    use super::*;

    fn organisation(key: &str, name: &str) -> AnyFact {
        let fields = json!({ "slug": key, "name_nl": name, "kind": "COMPANY", "helix": "BUSINESS", "source": "us", "confidence": "HIGH" });
        AnyFact::from_json(Organisation::NOUN, fields).unwrap()
    }

    #[test]
    fn a_block_reads_back_as_it_was_packed() {
        let changes = vec![
            Change::Added(organisation("a", "A\tB\nC \u{2028} é")),
            Change::Changed { before: organisation("b", "B"), after: organisation("b", "") },
            Change::Removed(organisation("c", "\"C\" \\")),
        ];
        let body = packed(&changes).unwrap();
        assert_eq!(read(&body, &mut Sources::default()), Ok(changes));
        assert_eq!(read(&packed(&[]).unwrap(), &mut Sources::default()), Ok(Vec::new()));
    }

    #[test]
    fn what_is_no_block_is_told_as_such() {
        let refusal = |body: &[u8]| read(body, &mut Sources::default()).unwrap_err();
        assert!(refusal(b"nonsense").starts_with("is no block: "), "{}", refusal(b"nonsense"));
        let packed = |text: &str| zstd::encode_all(text.as_bytes(), LEVEL).unwrap();
        assert_eq!(refusal(&packed("organisations\t{}\n")), "a line has other than three parts");
        assert_eq!(refusal(&packed("organisations\t\t\n")), "neither before nor after is there");
    }
}
