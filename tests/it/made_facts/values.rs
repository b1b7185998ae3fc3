//! Values of all types that fields have.

use network::audience::Audience;
use network::condition::{Budget, Clause, Condition, Inhabitants, Parties};
use network::date::PartialDate;
use network::facts::*;
use network::id::*;
use network::list::List;
use network::score::{Position, Score};
use network::share::Share;
use network::source::{Confidence, SourceText};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use sea_orm::prelude::ChronoDate;
use strum::IntoEnumIterator;

use super::{Make, Maker};

impl<T: Make> Make for Option<T> {
    fn make(maker: &mut Maker) -> Self {
        maker.random.percent(60).then(|| T::make(maker))
    }
}

impl<I: FactId> Make for List<I> {
    fn make(maker: &mut Maker) -> Self {
        let ids = maker.ids::<I>().to_vec();
        ids.into_iter().filter(|_| maker.random.percent(50)).map(I::from_uuid).collect()
    }
}

impl Make for bool {
    fn make(maker: &mut Maker) -> Self {
        maker.random.percent(50)
    }
}

impl Make for u32 {
    fn make(maker: &mut Maker) -> Self {
        let any = u32::try_from(maker.random.below(1 << 32)).unwrap();
        *maker.random.pick(&[0, 1, 22, any, Self::MAX])
    }
}

impl Make for Share {
    fn make(maker: &mut Maker) -> Self {
        Self::try_from(1 + i64::try_from(maker.random.below(100)).unwrap()).unwrap()
    }
}

/// Everything that has made someone's storage stumble, except the character that Postgres cannot store (U+0000).
impl Make for String {
    fn make(maker: &mut Maker) -> Self {
        let pieces = [
            "Zwolle",
            " ",
            "é",
            "e\u{301}",
            "ß",
            "Ĳ",
            "'",
            "\"",
            "\\",
            "`",
            ";",
            "--",
            "%",
            "_",
            "\n",
            "\r\n",
            "\t",
            "\u{1}",
            "\u{7f}",
            "\u{85}",
            "\u{2028}",
            "\u{feff}",
            "\u{202e}",
            "\u{10ffff}",
            "\u{fffd}",
            "👩‍👩‍👧",
            "日本",
            "🇳🇱",
            "NULL",
            "null",
            "{}",
            "[1,2]",
            "\\u0000",
            "$1",
            "?",
            ":name",
            "<b>",
            "0",
            "1e5",
            "",
        ];
        let length = maker.random.below(6);
        (0..length).map(|_| *maker.random.pick(&pieces)).collect()
    }
}

impl Make for SourceText {
    fn make(maker: &mut Maker) -> Self {
        String::make(maker).into()
    }
}

impl Make for Decimal {
    fn make(maker: &mut Maker) -> Self {
        let mantissa = i128::from_u64(maker.random.next()).unwrap() * i128::from(maker.random.next() >> 32);
        let scale = u32::try_from(maker.random.below(29)).unwrap();
        let any = Self::try_from_i128_with_scale(mantissa, scale).unwrap();
        let texts = ["0", "0.00", "300", "300.00", "-1.50", "0.1", "79228162514264337593543950335"];
        let known = texts.map(|text| text.parse().unwrap());
        if maker.random.percent(50) { any } else { *maker.random.pick(&known) }
    }
}

impl Make for ChronoDate {
    fn make(maker: &mut Maker) -> Self {
        let day = i32::try_from(maker.random.below(800_000)).unwrap();
        Self::from_num_days_from_ce_opt(day).unwrap()
    }
}

impl Make for PartialDate {
    fn make(maker: &mut Maker) -> Self {
        let mut point = |from: usize| {
            let year = from + maker.random.below(50);
            let rest = match maker.random.below(3) {
                0 => String::new(),
                1 => format!("-{:02}", 1 + maker.random.below(12)),
                _ => format!("-{:02}-{:02}", 1 + maker.random.below(12), 1 + maker.random.below(28)),
            };
            format!("{year:04}{rest}{}", if maker.random.percent(30) { "~" } else { "" })
        };
        let (first, second) = (point(1950), point(2010));
        let forms = [
            first.clone(),
            format!("{first}/{second}"),
            format!("[{first}..{second}]"),
            format!("[..{second}]"),
            format!("[{first}..]"),
        ];
        maker.random.pick(&forms).parse().unwrap()
    }
}

impl Make for Score {
    fn make(maker: &mut Maker) -> Self {
        Self::try_from(1 + maker.random.below(5) as i64).unwrap()
    }
}

impl Make for Position {
    fn make(maker: &mut Maker) -> Self {
        Self::try_from(maker.random.below(5) as i64 - 2).unwrap()
    }
}

impl Make for Condition {
    fn make(maker: &mut Maker) -> Self {
        Self(clause(maker, 3))
    }
}

fn clause(maker: &mut Maker, depth: usize) -> Clause {
    let mut clauses = vec![
        Clause::Includes(Make::make(maker)),
        Clause::Parties(Parties { at_least: Make::make(maker), kind: Make::make(maker), helix: Make::make(maker) }),
        Clause::Budget(Budget { at_least: Make::make(maker) }),
        Clause::Inhabitants(Inhabitants { at_least_pct: Make::make(maker) }),
        Clause::Level(Make::make(maker)),
    ];
    if depth > 0 {
        for over in [Clause::All, Clause::Any] {
            let n = 1 + maker.random.below(3);
            clauses.push(over((0..n).map(|_| clause(maker, depth - 1)).collect()));
        }
    }
    maker.random.pick(&clauses).clone()
}

macro_rules! codes {
    ($($code:ty),* $(,)?) => {$(
        impl Make for $code {
            fn make(maker: &mut Maker) -> Self {
                *maker.random.pick(&Self::iter().collect::<Vec<_>>())
            }
        }
    )*};
}

codes! {
    ContactChannel, ContactStatus, DecisionRight, InformChannel, StageKind, TieStrength, TopicStatus,
    AgreementKind, AgreementStatus, AmbitionLevel, Basis, BodyKind, BodyLevel, CommitmentStatus, Audience, Confidence,
    ContactKind, ContributionKind, DecisionOutcome, Direction, GovernmentLayer, Helix, InitiativeKind, Language,
    MilestoneKind, NameKind, OrganisationKind, ProgrammeLineKind, RelationKind, SeatRole, Severity, StatementKind,
}

macro_rules! references {
    ($($id:ty),* $(,)?) => {$(
        impl Make for $id {
            fn make(maker: &mut Maker) -> Self {
                let ids = maker.ids::<Self>().to_vec();
                Self::from_uuid(*maker.random.pick(&ids))
            }
        }
    )*};
}

references! {
    AgreementId, AmbitionId, BodyId, CommitmentId, ContactMomentId, DecisionId, DecisionMomentId, InitiativeId,
    OrganisationId, PartnershipId, PersonId, ProgrammeLineId, RuleId, StakeholderGroupId, StatementId, TargetId, TopicId,
}
