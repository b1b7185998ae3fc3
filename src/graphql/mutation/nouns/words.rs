//! What sources say in words and numbers: statements, rules of the cooperation, declared numbers.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, MergedObject, Object};
use network::facts::*;
use network::plan::Act;

use super::{RemoveInput, key, noun};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::*;
use crate::graphql::mutation::answered::{answer, payload};
use crate::graphql::mutation::asked::{Asked, Because, correction, draft, target};
use crate::graphql::mutation::input::{Correcting, Fields, Recording, everything};
use crate::graphql::mutation::new_fact;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::Decimal;

/// What sources say in words and numbers.
#[derive(MergedObject, Default)]
pub struct Words(StatementChanges, RuleChanges, DeclaredCountChanges);

noun! {
    StatementChanges: Statement in statements, "a statement of a source";
    record record_statement RecordStatementInput RecordStatementPayload;
    correct correct_statement CorrectStatementInput CorrectStatementPayload;
    remove remove_statement RemoveStatementPayload;
    show statement: Statement;
    needs {
        /// What it is.
        kind: Code<StatementKind>,
        /// Place among its kind, from 1.
        position: u32,
        /// The words in Dutch.
        text_nl: String,
    }
    may {
        /// The words in English.
        text_en: String,
        /// Heading under which the source puts it.
        theme: String,
        /// The rule that follows from it.
        rule: RuleBy,
        /// The agreement it belongs to.
        agreement: AgreementBy,
        /// The initiative it belongs to.
        initiative: InitiativeBy,
        /// The agreement it speaks of.
        refers_to: AgreementBy,
        /// The statement that it details.
        parent: StatementBy,
        /// Who says it.
        speaker: PersonBy,
        /// A number in it.
        number: Decimal,
        /// What the number counts.
        unit: String,
    }
}

noun! {
    RuleChanges: Rule in rules, "a rule of the cooperation";
    record record_rule RecordRuleInput RecordRulePayload;
    correct correct_rule CorrectRuleInput CorrectRulePayload;
    remove remove_rule RemoveRulePayload;
    show rule: Rule;
    key { /// Its code: R01.
        code }
    needs {
        /// Title in Dutch.
        title_nl: String,
        /// Title in English.
        title_en: String,
        /// The rule in Dutch.
        text_nl: String,
        /// The rule in English.
        text_en: String,
        /// How grave a breach is.
        severity: Code<Severity>,
        /// Whether we added it for the sake of the data; else a source states it.
        ours: bool,
    }
    may {
    }
}

noun! {
    DeclaredCountChanges: DeclaredCount in declared_counts, "a number that a source states about a group, a body or an agreement";
    record record_declared_count RecordDeclaredCountInput RecordDeclaredCountPayload;
    correct correct_declared_count CorrectDeclaredCountInput CorrectDeclaredCountPayload;
    remove remove_declared_count RemoveDeclaredCountPayload;
    show declared_count: DeclaredCount;
    needs {
        /// What is counted, in Dutch.
        what_nl: String,
        /// The number.
        declared: u32,
    }
    may {
        /// What is counted, in English.
        what_en: String,
        /// Members of this group; exactly one of the three is given.
        group: StakeholderGroupBy,
        /// Parts of this body.
        body: BodyBy,
        /// Initiatives of this agreement.
        agreement: AgreementBy,
    }
}
