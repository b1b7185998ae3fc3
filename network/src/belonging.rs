//! What belongs to what: for a row of one noun, the rows of another.

use rustc_hash::FxHashSet;

use crate::facts::*;
use crate::grouped::Grouped;
use crate::moved::Moved;
use crate::network::{Noun, Tables};
use crate::table::Ix;

macro_rules! belonging {
    ($($(#[$doc:meta])* $name:ident: $key:ident => $value:ident <- $rows:ident |$tables:ident, $row:ident| $to:expr;)*) => {
        /// What belongs to what: for a row of one noun, the rows of another.
        #[derive(Debug, Clone)]
        pub struct Belonging {
            $($(#[$doc])* pub $name: Grouped<$key, $value>,)*
        }

        impl Belonging {
            pub(crate) fn new(tables: &Tables) -> Self {
                $(let $name = {
                    let $tables = tables;
                    Grouped::new(<$key as Noun>::table($tables), $tables.$rows.iter().flat_map(|(ix, $row)| $to.into_iter().map(move |key| (key, ix))))
                };)*
                Self { $($name,)* }
            }

            /// All of it in words, for tests: two that belong to equal facts tell the same.
            #[cfg(test)]
            pub(crate) fn told(&self, tables: &Tables) -> Vec<String> {
                let mut told = Vec::new();
                $(for (key, _) in <$key as Noun>::table(tables).iter() {
                    let name = |ix: Ix<$value>| tables.$rows.get(ix).key().to_string();
                    let rows: Vec<String> = self.$name.of(key).map(name).collect();
                    let key = <$key as Noun>::table(tables).get(key).key();
                    told.push(format!("{} {key} {rows:?}", stringify!($name)));
                })*
                told
            }

            /// Follows rows that moved.
            pub(crate) fn follow(&mut self, before: &Tables, after: &Tables, moved: &Moved) {
                $(for row in moved.$rows.iter() {
                    let keys = |$tables: &Tables, $row: &$value| -> Vec<Ix<$key>> { $to.into_iter().collect() };
                    let old = row.before.as_ref().map(|was| keys(before, was)).unwrap_or_default();
                    let new = row.after.as_ref().map(|is| keys(after, is)).unwrap_or_default();
                    for key in old.iter().filter(|key| !new.contains(key)) {
                        self.$name.remove(*key, row.ix, &after.$rows);
                    }
                    for key in new.iter().filter(|key| !old.contains(key)) {
                        self.$name.insert(*key, row.ix, &after.$rows);
                    }
                })*
            }
        }
    };
}

belonging! {
    /// Names of an organisation.
    names_of_organisation: Organisation => Name <- names |t, row| row.organisation.and_then(|id| t.organisations.by_id(id));
    /// Names of a body.
    names_of_body: Body => Name <- names |t, row| row.body.and_then(|id| t.bodies.by_id(id));
    /// Names of a programme line.
    names_of_line: ProgrammeLine => Name <- names |t, row| row.programme_line.and_then(|id| t.programme_lines.by_id(id));
    /// Offices at an organisation.
    offices_at: Organisation => Office <- offices |t, row| t.organisations.by_id(row.organisation);
    /// Register numbers of an organisation.
    identifiers_of: Organisation => Identifier <- identifiers |t, row| t.organisations.by_id(row.organisation);
    /// Contact details of an organisation.
    contacts_of: Organisation => Contact <- contacts |t, row| t.organisations.by_id(row.organisation);
    /// Figures of a municipality.
    statistics_of: Organisation => MunicipalityStatistics <- municipality_statistics |t, row| t.organisations.by_id(row.organisation);
    /// Parts of an organisation.
    parts_of_organisation: Organisation => Organisation <- organisations |t, row| row.parent.and_then(|id| t.organisations.by_id(id));
    /// Memberships of an organisation in groups.
    memberships_of: Organisation => GroupMembership <- group_memberships |t, row| t.organisations.by_id(row.organisation);
    /// Memberships in a group.
    members_of: StakeholderGroup => GroupMembership <- group_memberships |t, row| t.stakeholder_groups.by_id(row.group);
    /// Partnerships of an organisation.
    partnerships_of: Organisation => Partnership <- partnerships |t, row| t.organisations.by_id(row.organisation);
    /// Relations of an organisation, at either end.
    relations_of_organisation: Organisation => Relation <- relations |t, row| [row.from_organisation, row.to_organisation].into_iter().flatten().filter_map(|id| t.organisations.by_id(id)).collect::<FxHashSet<_>>();
    /// Relations of a body, at either end.
    relations_of_body: Body => Relation <- relations |t, row| [row.from_body, row.to_body].into_iter().flatten().filter_map(|id| t.bodies.by_id(id)).collect::<FxHashSet<_>>();
    /// Relations of a group, at either end.
    relations_of_group: StakeholderGroup => Relation <- relations |t, row| [row.from_group, row.to_group].into_iter().flatten().filter_map(|id| t.stakeholder_groups.by_id(id)).collect::<FxHashSet<_>>();
    /// What stands in a programme line.
    parts_of_line: ProgrammeLine => InitiativePart <- initiative_parts |t, row| row.programme_line.and_then(|id| t.programme_lines.by_id(id));
    /// What stands in an initiative.
    parts_of_initiative: Initiative => InitiativePart <- initiative_parts |t, row| row.parent.and_then(|id| t.initiatives.by_id(id));
    /// What stands in an agreement.
    parts_of_agreement: Agreement => InitiativePart <- initiative_parts |t, row| row.agreement.and_then(|id| t.agreements.by_id(id));
    /// Of what an initiative is a part.
    places_of: Initiative => InitiativePart <- initiative_parts |t, row| t.initiatives.by_id(row.initiative);
    /// Ambitions of an initiative.
    ambitions_of: Initiative => Ambition <- ambitions |t, row| t.initiatives.by_id(row.initiative);
    /// Measures of an ambition.
    measures_of: Ambition => Measure <- measures |t, row| t.ambitions.by_id(row.ambition);
    /// Offices of a person.
    offices_of: Person => Office <- offices |t, row| t.persons.by_id(row.person);
    /// Seats of a person.
    seats_of_person: Person => Seat <- seats |t, row| row.holder.and_then(|id| t.persons.by_id(id));
    /// Bodies that report to a body.
    children_of: Body => Body <- bodies |t, row| row.parent.and_then(|id| t.bodies.by_id(id));
    /// Organs of an organisation.
    organs_of: Organisation => Body <- bodies |t, row| row.organisation.and_then(|id| t.organisations.by_id(id));
    /// Bodies that steer a programme line.
    steering_line: ProgrammeLine => Body <- bodies |t, row| row.steers_programme_lines.iter().filter_map(|id| t.programme_lines.by_id(*id)).collect::<FxHashSet<_>>();
    /// Bodies that steer an initiative.
    steering_initiative: Initiative => Body <- bodies |t, row| row.steers_initiatives.iter().filter_map(|id| t.initiatives.by_id(*id)).collect::<FxHashSet<_>>();
    /// Seats of a body.
    seats_of: Body => Seat <- seats |t, row| t.bodies.by_id(row.body);
    /// Meetings of a body.
    meetings_of: Body => Meeting <- meetings |t, row| t.bodies.by_id(row.body);
    /// Decisions of a body.
    decisions_of: Body => Decision <- decisions |t, row| t.bodies.by_id(row.body);
    /// Agreements that cover a programme line.
    covering: ProgrammeLine => Agreement <- agreements |t, row| row.covers.iter().filter_map(|id| t.programme_lines.by_id(*id)).collect::<FxHashSet<_>>();
    /// Signatures under an agreement.
    signatures_of: Agreement => Signature <- signatures |t, row| t.agreements.by_id(row.agreement);
    /// Seats that are held on behalf of a group.
    seats_for_group: StakeholderGroup => Seat <- seats |t, row| row.on_behalf_of_group.and_then(|id| t.stakeholder_groups.by_id(id));
    /// Decisions that were taken within another.
    decisions_within: Decision => Decision <- decisions |t, row| row.parent.and_then(|id| t.decisions.by_id(id));
    /// Decisions about an agreement.
    decisions_on_agreement: Agreement => Decision <- decisions |t, row| row.agreement.and_then(|id| t.agreements.by_id(id));
    /// Commitments to a programme line.
    commitments_to_line: ProgrammeLine => Commitment <- commitments |t, row| row.programme_line.and_then(|id| t.programme_lines.by_id(id));
    /// Commitments to an initiative.
    commitments_to_initiative: Initiative => Commitment <- commitments |t, row| row.initiative.and_then(|id| t.initiatives.by_id(id));
    /// Commitments to an agreement.
    commitments_to_agreement: Agreement => Commitment <- commitments |t, row| row.agreement.and_then(|id| t.agreements.by_id(id));
    /// What a commitment brings in.
    contributions_of: Commitment => Contribution <- contributions |t, row| row.commitment.and_then(|id| t.commitments.by_id(id));
    /// What a partnership brings into the base.
    base_contributions_of: Partnership => Contribution <- contributions |t, row| row.partnership.and_then(|id| t.partnerships.by_id(id));
    /// Statements of an agreement.
    statements_of_agreement: Agreement => Statement <- statements |t, row| row.agreement.and_then(|id| t.agreements.by_id(id));
    /// Statements of an initiative.
    statements_of_initiative: Initiative => Statement <- statements |t, row| row.initiative.and_then(|id| t.initiatives.by_id(id));
    /// How a person is reached.
    contacts_of_person: Person => PersonContact <- person_contacts |t, row| t.persons.by_id(row.person);
    /// Ties of a person, at either end.
    ties_of: Person => Tie <- ties |t, row| [row.from_person, row.to_person].into_iter().filter_map(|id| t.persons.by_id(id)).collect::<FxHashSet<_>>();
    /// Whom a topic has to reach.
    targets_of: Topic => Target <- targets |t, row| t.topics.by_id(row.topic);
    /// How a target was judged.
    assessments_of: Target => Assessment <- assessments |t, row| t.targets.by_id(row.target);
    /// Decisions about a topic.
    decision_moments_of: Topic => DecisionMoment <- decision_moments |t, row| row.topics.iter().filter_map(|id| t.topics.by_id(*id)).collect::<Vec<_>>();
    /// Stages of a decision.
    stages_of: DecisionMoment => DecisionStage <- decision_stages |t, row| t.decision_moments.by_id(row.decision_moment);
    /// Talks of a person, on either side.
    contact_moments_of: Person => ContactMoment <- contact_moments |t, row| row.our_persons.iter().chain(row.their_persons.iter()).filter_map(|id| t.persons.by_id(*id)).collect::<FxHashSet<_>>();
    /// Talks to reach a target.
    contact_moments_on_target: Target => ContactMoment <- contact_moments |t, row| row.target.and_then(|id| t.targets.by_id(id));
    /// Talks about a topic.
    contact_moments_on_topic: Topic => ContactMoment <- contact_moments |t, row| row.topic.and_then(|id| t.topics.by_id(id));
    /// What was said in a talk in confidence.
    contact_notes_of: ContactMoment => ContactNote <- contact_notes |t, row| t.contact_moments.by_id(row.contact_moment);
    /// What has to be done after a talk.
    follow_ups_of: ContactMoment => FollowUp <- follow_ups |t, row| t.contact_moments.by_id(row.contact_moment);
    /// How a partner wants to be informed.
    preferences_of: Organisation => Preference <- preferences |t, row| t.organisations.by_id(row.organisation);
}
