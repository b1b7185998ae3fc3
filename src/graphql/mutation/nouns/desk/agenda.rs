//! The joint agenda: topics, whom they have to reach, how those are judged, and how partners want to be informed.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, MergedObject, Object};
use network::facts::*;
use network::plan::Act;

use super::super::{RemoveInput, key, noun};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::*;
use crate::graphql::mutation::answered::{answer_desk, payload};
use crate::graphql::mutation::asked::{Asked, Because, correction, draft, target};
use crate::graphql::mutation::input::{Correcting, Fields, Recording, everything};
use crate::graphql::mutation::new_fact;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::*;

/// The joint agenda.
#[derive(MergedObject, Default)]
pub struct Agenda(TopicChanges, TargetChanges, AssessmentChanges, PreferenceChanges);

noun! {
    TopicChanges: Topic in topics, "a topic of the joint agenda";
    by answer_desk "PUBLIC_AFFAIRS";
    record put_on_agenda PutOnAgendaInput PutOnAgendaPayload;
    correct correct_topic CorrectTopicInput CorrectTopicPayload;
    remove remove_topic RemoveTopicPayload;
    show topic: Topic;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// Title in Dutch.
        title_nl: String,
        /// What is asked, in Dutch.
        ask_nl: String,
        /// How far it is.
        status: Code<TopicStatus>,
    }
    may {
        /// Title in English.
        title_en: String,
        /// What is asked, in English.
        ask_en: String,
        /// The line that it is about.
        programme_line: ProgrammeLineBy,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
        /// The partner that holds it. Left out: the organisation of who records it.
        holder: OrganisationBy,
    }
}

noun! {
    TargetChanges: Target in targets, "whom a topic has to reach";
    by answer_desk "PUBLIC_AFFAIRS";
    record record_target RecordTargetInput RecordTargetPayload;
    correct correct_target CorrectTargetInput CorrectTargetPayload;
    remove remove_target RemoveTargetPayload;
    show target: Target;
    needs {
        /// For what.
        topic: TopicBy,
        /// How much reaching it is worth, 1 to 5.
        value: Score,
        /// What it has to say in the decision.
        decision_right: Code<DecisionRight>,
    }
    may {
        /// This organisation; exactly one of the three is given.
        organisation: OrganisationBy,
        /// This person.
        person: PersonBy,
        /// This body.
        body: BodyBy,
        /// The partner that holds it. Left out: the organisation of who records it.
        holder: OrganisationBy,
    }
}

/// Judges a target on a day. It is never overwritten: a later judgement stands beside it.
#[derive(Debug, Clone, InputObject)]
pub struct AssessTargetInput {
    /// Whom.
    target: ID,
    /// On which day; today when left out.
    date: Option<PartialDate>,
    /// How much influence it has, 1 to 5.
    influence: Score,
    /// How much it cares, 1 to 5.
    interest: Score,
    /// Where it stands, from -2 (against) to 2 (for).
    position: PositionScore,
    /// The partner that holds it. Left out: the organisation of who records it.
    holder: Option<OrganisationBy>,
    #[graphql(flatten)]
    recording: Recording,
}

payload! {
    /// What judging a target came to.
    AssessTargetPayload { assessment: Assessment in assessments }
}

payload! {
    /// What removing a judgement came to.
    RemoveAssessmentPayload { assessment: Assessment in assessments }
}

/// Judgements of targets.
#[derive(Default)]
pub struct AssessmentChanges;

/// Judgements of targets.
#[Object(serial)]
impl AssessmentChanges {
    /// Judges a target on a day (beoordelen). It is never overwritten: a later judgement stands beside it. Needs the role
    /// PUBLIC_AFFAIRS.
    async fn assess_target(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, and how it is judged.")] input: AssessTargetInput,
    ) -> Result<AssessTargetPayload, ApiError> {
        let reader = Reader::of(ctx)?;
        let view = everything(reader)?;
        let mut fields = Fields::new(&view, Vec::new());
        fields.give("target", &input.target);
        match &input.date {
            Some(date) => fields.give("date", date),
            None => fields.give("date", &Date(reader.today())),
        }
        fields.give("influence", &input.influence);
        fields.give("interest", &input.interest);
        fields.give("position", &input.position);
        fields.maybe("holder", input.holder.as_ref());
        let act = draft::<Assessment>(new_fact(ctx)?, None, fields, &input.recording).map(Act::Record);
        let asked = Asked::recording("assess_target", act, &input.recording, &input);
        answer_desk(ctx, asked).await.map(AssessTargetPayload)
    }

    /// Removes a judgement that nobody made; one that is made anew stands beside the one before. Needs the role
    /// PUBLIC_AFFAIRS.
    async fn remove_assessment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What goes, and why.")] input: RemoveInput,
    ) -> Result<RemoveAssessmentPayload, ApiError> {
        let act = target::<Assessment>(&input.id, "id").map(Act::Remove);
        let asked = Asked { verb: "remove_assessment", act, because: input.because() };
        answer_desk(ctx, asked).await.map(RemoveAssessmentPayload)
    }
}

noun! {
    PreferenceChanges: Preference in preferences, "how a partner wants to be informed";
    by answer_desk "PUBLIC_AFFAIRS";
    record record_preference RecordPreferenceInput RecordPreferencePayload;
    correct correct_preference CorrectPreferenceInput CorrectPreferencePayload;
    remove remove_preference RemovePreferencePayload;
    show preference: Preference;
    needs {
        /// Which partner.
        organisation: OrganisationBy,
        /// In which way.
        channel: Code<InformChannel>,
    }
    may {
        /// About what; left out: about everything.
        topic: TopicBy,
        /// Through whom.
        person: PersonBy,
        /// How often, in words.
        frequency: String,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
        /// The partner that holds it. Left out: the organisation of who records it.
        holder: OrganisationBy,
    }
}
