//! What rows of a noun are called where people read of them; datasets call them by their lists.

/// One row of a noun, in Dutch and English.
pub(super) fn called(noun: &str) -> [&'static str; 2] {
    match noun {
        "cooperations" => ["samenwerkingsverband", "cooperation"],
        "documents" => ["document", "document"],
        "organisations" => ["organisatie", "organisation"],
        "merged_organisations" => ["samengevoegde organisatie", "merged organisation"],
        "names" => ["naam", "name"],
        "identifiers" => ["registernummer", "register number"],
        "contacts" | "person_contacts" => ["contactgegeven", "contact detail"],
        "municipality_statistics" => ["gemeentecijfer", "statistics of a municipality"],
        "stakeholder_groups" => ["groep", "group"],
        "group_memberships" => ["lidmaatschap van een groep", "membership of a group"],
        "partnerships" => ["partnerschap", "partnership"],
        "relations" => ["relatie", "relation"],
        "programme_lines" => ["programmalijn", "programme line"],
        "goals" => ["doel", "goal"],
        "initiatives" => ["initiatief", "initiative"],
        "initiative_parts" => ["plaats van een initiatief", "place of an initiative"],
        "ambitions" => ["ambitie", "ambition"],
        "measures" => ["maatstaf", "measure"],
        "persons" => ["persoon", "person"],
        "offices" => ["functie", "office"],
        "bodies" => ["overleg", "body"],
        "seats" => ["zetel", "seat"],
        "agreements" => ["overeenkomst", "agreement"],
        "signatures" => ["ondertekening", "signature"],
        "decisions" => ["besluit", "decision"],
        "commitments" => ["toezegging", "commitment"],
        "contributions" => ["bijdrage", "contribution"],
        "milestones" => ["mijlpaal", "milestone"],
        "meetings" => ["vergadering", "meeting"],
        "statements" => ["uitspraak", "statement"],
        "rules" => ["regel", "rule"],
        "declared_counts" => ["opgegeven aantal", "declared count"],
        "ties" => ["band", "tie"],
        "topics" => ["onderwerp", "topic"],
        "targets" => ["doelwit", "target"],
        "assessments" => ["beoordeling", "judgement"],
        "decision_moments" => ["besluitmoment", "decision moment"],
        "decision_stages" => ["stap van een besluit", "stage of a decision"],
        "contact_moments" => ["gesprek", "talk"],
        "contact_notes" => ["vertrouwelijke notitie", "confidential note"],
        "follow_ups" => ["actie", "follow-up"],
        "preferences" => ["voorkeur", "preference"],
        _ => ["feit", "fact"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_has_words_of_its_own() {
        macro_rules! each {
            ($($noun:ident $fact:ident,)*) => {
                [$(stringify!($noun)),*]
            };
        }
        for noun in crate::for_each_noun!(each) {
            assert_ne!(called(noun), called("no noun"), "{noun}");
        }
    }
}
