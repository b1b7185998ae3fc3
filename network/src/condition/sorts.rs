//! What parties of a sort are called, one of them and several.

use crate::facts::{Helix, Language, OrganisationKind};

/// The word for one organisation of a kind, and for more.
pub(super) fn kind(kind: OrganisationKind, language: Language) -> [&'static str; 2] {
    use OrganisationKind as Kind;
    let [nl, en] = match kind {
        Kind::Municipality => [["gemeente", "gemeenten"], ["municipality", "municipalities"]],
        Kind::Province => [["provincie", "provincies"], ["province", "provinces"]],
        Kind::WaterBoard => [["waterschap", "waterschappen"], ["water board", "water boards"]],
        Kind::NationalGovernment => {
            [["rijksoverheid", "rijksoverheden"], ["central government", "central governments"]]
        }
        Kind::Ministry => [["ministerie", "ministeries"], ["ministry", "ministries"]],
        Kind::ExecutiveAgency => {
            [["uitvoeringsorganisatie", "uitvoeringsorganisaties"], ["executive agency", "executive agencies"]]
        }
        Kind::EuropeanUnion => [["Europese Unie", "Europese Unies"], ["European Union", "European Unions"]],
        Kind::EuInstitution => {
            [["instelling van de EU", "instellingen van de EU"], ["institution of the EU", "institutions of the EU"]]
        }
        Kind::University => [["universiteit", "universiteiten"], ["university", "universities"]],
        Kind::UniversityOfAppliedSciences => {
            [["hogeschool", "hogescholen"], ["university of applied sciences", "universities of applied sciences"]]
        }
        Kind::VocationalCollege => {
            [["mbo-instelling", "mbo-instellingen"], ["vocational college", "vocational colleges"]]
        }
        Kind::School => [["school", "scholen"], ["school", "schools"]],
        Kind::EducationAlliance => {
            [["verband van scholen", "verbanden van scholen"], ["alliance of schools", "alliances of schools"]]
        }
        Kind::EducationBroker => {
            [["onderwijsloket", "onderwijsloketten"], ["one-stop shop of schools", "one-stop shops of schools"]]
        }
        Kind::EmployersAssociation => [
            ["ondernemersvereniging", "ondernemersverenigingen"],
            ["employers' association", "employers' associations"],
        ],
        Kind::BranchOrganisation => {
            [["brancheorganisatie", "brancheorganisaties"], ["branch organisation", "branch organisations"]]
        }
        Kind::Company => [["bedrijf", "bedrijven"], ["company", "companies"]],
        Kind::InnovationCampus => {
            [["innovatiecampus", "innovatiecampussen"], ["innovation campus", "innovation campuses"]]
        }
        Kind::EconomicBoard => [["economic board", "economic boards"], ["economic board", "economic boards"]],
        Kind::EmploymentAgency => [["arbeidsbureau", "arbeidsbureaus"], ["employment agency", "employment agencies"]],
        Kind::EducationLabourMarketBody => [
            ["organisatie voor onderwijs en arbeidsmarkt", "organisaties voor onderwijs en arbeidsmarkt"],
            ["body for education and labour market", "bodies for education and labour market"],
        ],
        Kind::RailInfrastructureManager => {
            [["spoorbeheerder", "spoorbeheerders"], ["rail infrastructure manager", "rail infrastructure managers"]]
        }
        Kind::RailOperator => [["spoorvervoerder", "spoorvervoerders"], ["rail operator", "rail operators"]],
        Kind::ChamberOfCommerce => {
            [["Kamer van Koophandel", "Kamers van Koophandel"], ["chamber of commerce", "chambers of commerce"]]
        }
        Kind::InnovationBroker => [["innovatieloket", "innovatieloketten"], ["innovation desk", "innovation desks"]],
        Kind::CommunityOrganisation => [
            ["maatschappelijke organisatie", "maatschappelijke organisaties"],
            ["community organisation", "community organisations"],
        ],
        Kind::Collaboration => [["samenwerkingsverband", "samenwerkingsverbanden"], ["cooperation", "cooperations"]],
        Kind::Secretariat => [["bureau", "bureaus"], ["office", "offices"]],
        Kind::Other => [["andere organisatie", "andere organisaties"], ["other organisation", "other organisations"]],
    };
    if language == Language::Nl { nl } else { en }
}

/// Where parties of a helix come from.
pub(super) fn helix(helix: Helix, language: Language) -> &'static str {
    let [nl, en] = match helix {
        Helix::Government => ["van de overheid", "of government"],
        Helix::Education => ["uit het onderwijs", "of education"],
        Helix::Business => ["van ondernemers", "of business"],
        Helix::Intermediary => ["daartussen", "in between"],
    };
    if language == Language::Nl { nl } else { en }
}
