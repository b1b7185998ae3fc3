//! What a request stands on: one snapshot, one today.

use std::sync::Arc;

use async_graphql::Data;
use chrono::NaiveDate;

use super::executor::{ApiRequest, Pin, Pinned, Version};
use super::guard::Limits;
use super::reader::Reader;
use crate::live::Live;

/// Pins each request to the network as it is when it comes, and to the day that is today then.
///
/// * `limits`: those in force, for clients that ask the server about itself.
/// * `today`: the day, asked once a request.
pub fn pin(live: Arc<Live>, limits: Limits, today: impl Fn() -> NaiveDate + Send + Sync + 'static) -> impl Pin {
    move |_: &ApiRequest| {
        let day = today();
        let reader = Reader::new(Arc::clone(&live), day);
        // Revisions count from 1.
        let revision = reader.network().revision().number.unsigned_abs();
        let mut data = Data::default();
        data.insert(reader);
        data.insert(limits.clone());
        Ok(Pinned { data, version: Version { revision, day } })
    }
}
