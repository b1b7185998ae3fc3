//! Following what other processes write: commands beside the server, other servers on the same database.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use tracing::{info, warn};

use super::readiness::InStep;
use crate::store::{News, Store};
use crate::writer::{WriteError, Writer};

/// How long to wait before the database is tried again.
const PATIENCE: Duration = Duration::from_secs(1);

/// Takes over the commits of others for as long as it is polled. A database that does not answer is told once, waited
/// for, and caught up with; readers have what was there last meanwhile.
pub(super) async fn follow(store: Store, writer: Arc<Writer>, in_step: InStep) {
    let mut is_away = false;
    loop {
        match listen(&store, &writer, &in_step, &mut is_away).await {
            Ok(never) => match never {},
            Err(error) if !is_away => {
                warn!("The database does not answer; what is served may become old: {:#}", anyhow::Error::new(error));
                is_away = true;
            }
            Err(_) => {}
        }
        tokio::time::sleep(PATIENCE).await;
    }
}

async fn listen(
    store: &Store,
    writer: &Writer,
    in_step: &InStep,
    is_away: &mut bool,
) -> Result<Infallible, WriteError> {
    let mut news: News = store.news().await?;
    loop {
        writer.catch_up().await?;
        in_step.note();
        if *is_away {
            info!("The database answers again");
            *is_away = false;
        }
        news.wait().await?;
    }
}
