//! Following what other processes write: commands beside the server, other servers on the same database.

use std::sync::Arc;
use std::time::Duration;

use tracing::{info, warn};

use crate::store::{News, Store, StoreError};
use crate::writer::{WriteError, Writer};

/// How long to wait before the database is tried again.
const PATIENCE: Duration = Duration::from_secs(1);

/// Takes over the commits of others for as long as it is polled. A database that does not answer is told once, waited
/// for, and caught up with; readers have what was there last meanwhile.
pub(super) async fn follow(store: Store, writer: Arc<Writer>) {
    let mut is_away = false;
    loop {
        match listen(&store, &writer, &mut is_away).await {
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

async fn listen(store: &Store, writer: &Writer, is_away: &mut bool) -> Result<std::convert::Infallible, WriteError> {
    let mut news: News = store.news().await?;
    loop {
        catch_up(store, writer).await?;
        if *is_away {
            info!("The database answers again");
            *is_away = false;
        }
        news.wait().await?;
    }
}

async fn catch_up(store: &Store, writer: &Writer) -> Result<(), WriteError> {
    let there = store.revision().await?.ok_or_else(|| StoreError::Empty { database: store.name().to_owned() })?;
    if there > writer.revision() { writer.catch_up().await } else { Ok(()) }
}
