//! Who there is: organisations, groups, persons, and what ties them.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, MergedObject, Object};
use network::facts::*;
use network::plan::Act;

use super::{RemoveInput, key, noun};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::*;
use crate::graphql::mutation::answered::{answer, answer_persons, payload};
use crate::graphql::mutation::asked::{Asked, Because, correction, draft, target};
use crate::graphql::mutation::input::{Correcting, Fields, Recording, everything};
use crate::graphql::mutation::new_fact;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::PartialDate;

/// Who there is: organisations, groups, persons, and what ties them.
#[derive(MergedObject, Default)]
pub struct Parties(
    OrganisationChanges,
    StakeholderGroupChanges,
    GroupMembershipChanges,
    PartnershipChanges,
    RelationChanges,
    PersonChanges,
    OfficeChanges,
);

noun! {
    OrganisationChanges: Organisation in organisations, "an organisation";
    record register_organisation RegisterOrganisationInput RegisterOrganisationPayload;
    correct correct_organisation CorrectOrganisationInput CorrectOrganisationPayload;
    remove remove_organisation RemoveOrganisationPayload;
    show organisation: Organisation;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// Official name in Dutch.
        name_nl: String,
        /// What it is.
        kind: Code<OrganisationKind>,
        /// In whose name it sits.
        helix: Code<Helix>,
    }
    may {
        /// Name in English.
        name_en: String,
        /// Layer of government; left out outside government.
        layer: Code<GovernmentLayer>,
        /// What it is a part of.
        parent: OrganisationBy,
        /// The province in which a municipality lies.
        territory: OrganisationBy,
        /// Since when it exists.
        since: PartialDate,
        /// Until when it existed.
        until: PartialDate,
    }
}

noun! {
    StakeholderGroupChanges: StakeholderGroup in stakeholder_groups, "a stakeholder group";
    record record_stakeholder_group RecordStakeholderGroupInput RecordStakeholderGroupPayload;
    correct correct_stakeholder_group CorrectStakeholderGroupInput CorrectStakeholderGroupPayload;
    remove remove_stakeholder_group RemoveStakeholderGroupPayload;
    show stakeholder_group: StakeholderGroup;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// Name in Dutch.
        name_nl: String,
        /// In whose name its members sit.
        helix: Code<Helix>,
    }
    may {
        /// Name in English.
        name_en: String,
    }
}

noun! {
    GroupMembershipChanges: GroupMembership in group_memberships, "the membership of an organisation in a stakeholder group";
    record join_group JoinGroupInput JoinGroupPayload;
    correct correct_group_membership CorrectGroupMembershipInput CorrectGroupMembershipPayload;
    remove remove_group_membership RemoveGroupMembershipPayload;
    show group_membership: GroupMembership;
    needs {
        /// Who joins.
        organisation: OrganisationBy,
        /// Which group.
        group: StakeholderGroupBy,
    }
    may {
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
    }
}

noun! {
    PartnershipChanges: Partnership in partnerships, "a partnership";
    record join_network JoinNetworkInput JoinNetworkPayload;
    correct correct_partnership CorrectPartnershipInput CorrectPartnershipPayload;
    remove remove_partnership RemovePartnershipPayload;
    show partnership: Partnership;
    needs {
        /// Who joins.
        organisation: OrganisationBy,
    }
    may {
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
    }
}

noun! {
    RelationChanges: Relation in relations, "a tie between organisations, groups and bodies";
    record record_relation RecordRelationInput RecordRelationPayload;
    correct correct_relation CorrectRelationInput CorrectRelationPayload;
    remove remove_relation RemoveRelationPayload;
    show relation: Relation;
    needs {
        /// What ties them.
        kind: Code<RelationKind>,
    }
    may {
        /// From this organisation.
        from_organisation: OrganisationBy,
        /// From this group.
        from_group: StakeholderGroupBy,
        /// From this body.
        from_body: BodyBy,
        /// To this organisation.
        to_organisation: OrganisationBy,
        /// To this group.
        to_group: StakeholderGroupBy,
        /// To this body.
        to_body: BodyBy,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
    }
}

noun! {
    PersonChanges: Person in persons, "a person who acts in public by office";
    by answer_persons "EDITOR, or PUBLIC_AFFAIRS for whom only the desk sees";
    record record_person RecordPersonInput RecordPersonPayload;
    correct correct_person CorrectPersonInput CorrectPersonPayload;
    remove remove_person RemovePersonPayload;
    show person: Person;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// Name.
        name: String,
    }
    may {
        /// The partner that holds the record. Left out: of who plans contacts their own organisation.
        holder: OrganisationBy,
    }
}

noun! {
    OfficeChanges: Office in offices, "an office of a person";
    by answer_persons "EDITOR, or PUBLIC_AFFAIRS for what only the desk sees";
    record record_office RecordOfficeInput RecordOfficePayload;
    correct correct_office CorrectOfficeInput CorrectOfficePayload;
    remove remove_office RemoveOfficePayload;
    show office: Office;
    needs {
        /// Whose.
        person: PersonBy,
        /// Where.
        organisation: OrganisationBy,
        /// What it is called, in Dutch.
        label_nl: String,
    }
    may {
        /// What it is called, in English.
        label_en: String,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
        /// The partner that holds the record. Left out: of who plans contacts their own organisation.
        holder: OrganisationBy,
    }
}
