//! Who may see a fact, and what of a network somebody sees.

use crate::codes;
use crate::facts::Fact;
use crate::id::OrganisationId;

codes! {
    /// Who may see a record, from everybody to one partner alone.
    pub enum Audience {
        /// Everybody.
        Public,
        /// Those who work for a partner.
        Partners,
        /// Those who plan the contacts of public affairs, of all partners.
        PublicAffairs,
        /// Those who plan the contacts of public affairs of the partner that holds it.
        HolderOnly,
    }
}

#[expect(clippy::derivable_impls, reason = "`codes!` writes the variants")]
impl Default for Audience {
    fn default() -> Self {
        Self::Public
    }
}

impl Audience {
    /// Whether everybody may see it.
    #[must_use]
    pub fn is_public(&self) -> bool {
        *self == Self::Public
    }
}

/// What somebody may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Sight {
    /// What is public.
    #[default]
    Public,
    /// What partners share as well.
    Partners,
    /// The desk as well, and what this partner holds alone; `None`: of no partner.
    Desk(Option<OrganisationId>),
}

impl Sight {
    /// Whether a fact can be seen.
    #[must_use]
    pub fn sees<T: Fact>(self, fact: &T) -> bool {
        self.reaches(fact.audience(), fact.holder())
    }

    /// Whether what has this audience and holder can be seen.
    #[must_use]
    pub fn reaches(self, audience: Audience, holder: Option<OrganisationId>) -> bool {
        match (audience, self) {
            (Audience::Public, _)
            | (Audience::Partners, Self::Partners | Self::Desk(_))
            | (Audience::PublicAffairs, Self::Desk(_)) => true,
            (Audience::HolderOnly, Self::Desk(Some(own))) => holder == Some(own),
            _ => false,
        }
    }

    /// Whether the desk can be seen.
    #[must_use]
    pub fn is_of_desk(self) -> bool {
        matches!(self, Self::Desk(_))
    }
}

/// Who sees a fact: its audience, and the partner that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circle {
    audience: Audience,
    holder: Option<OrganisationId>,
}

impl Circle {
    /// Who sees this fact.
    #[must_use]
    pub fn of<T: Fact>(fact: &T) -> Self {
        Self { audience: fact.audience(), holder: fact.holder() }
    }

    /// Whether all of these are among those of another circle: a fact may point at what is no more confidential than
    /// itself, so that who sees it sees all that it says.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        match other.audience {
            Audience::HolderOnly => self.audience == Audience::HolderOnly && self.holder == other.holder,
            audience => self.audience >= audience,
        }
    }
}
