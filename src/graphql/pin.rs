//! What a request stands on: one snapshot, one today, and who asks in which language.

use std::sync::Arc;

use async_graphql::Data;
use network::facts::Language;

use super::error::ApiError;
use super::executor::{ApiRequest, Pin, Pinned, Version};
use super::guard::Limits;
use super::reader::Reader;
use crate::clock::Clock;
use crate::live::Live;
use crate::writer::Writer;

/// The language in which refusals are told. Put into the data of each request.
#[derive(Debug, Clone, Copy)]
pub struct Spoken(pub Language);

/// Pins each request to the network as it is when it comes, and to the day that is today then.
#[derive(Debug)]
pub struct PinToNow {
    live: Arc<Live>,
    limits: Limits,
    clock: Clock,
    writer: Option<Arc<Writer>>,
}

impl PinToNow {
    /// For questions.
    ///
    /// * `limits`: those in force, for clients that ask the server about itself.
    #[must_use]
    pub fn new(live: Arc<Live>, limits: Limits, clock: Clock) -> Self {
        Self { live, limits, clock, writer: None }
    }

    /// For changes as well.
    #[must_use]
    pub fn with_writer(self, writer: Arc<Writer>) -> Self {
        Self { writer: Some(writer), ..self }
    }
}

impl Pin for PinToNow {
    fn pin(&self, request: &ApiRequest) -> Result<Pinned, ApiError> {
        let day = self.clock.today();
        let reader = Reader::new(Arc::clone(&self.live), day);
        // Revisions count from 1.
        let revision = reader.network().revision().number.unsigned_abs();
        let mut data = Data::default();
        data.insert(reader);
        data.insert(self.limits.clone());
        data.insert(request.viewer.clone());
        data.insert(Spoken(request.language));
        if let Some(writer) = &self.writer {
            data.insert(Arc::clone(writer));
        }
        Ok(Pinned { data, version: Version { revision, day } })
    }
}
