//! Answers that last: they hold the place of their connection, end when the server stops, and one client has only so many.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use poem::{Addr, Request};
use tokio::sync::{OwnedSemaphorePermit, watch};

/// What an answer that lasts must have of the server. Put into the extensions of each request.
#[derive(Debug, Clone)]
pub(super) struct Lasting {
    /// Held, so that connections that became WebSockets count as connections.
    _slot: Arc<OwnedSemaphorePermit>,
    stopping: watch::Receiver<bool>,
}

impl Lasting {
    /// For a connection that has one of the places there are; `stopping` becomes true when the server stops.
    pub(super) fn new(slot: OwnedSemaphorePermit, stopping: watch::Receiver<bool>) -> Self {
        Self { _slot: Arc::new(slot), stopping }
    }

    /// That of a request; `None` when it did not come through our accept loop.
    pub(super) fn of(request: &Request) -> Option<Self> {
        request.extensions().get::<Self>().cloned()
    }

    /// Waits until the server stops.
    pub(super) async fn stopped(&mut self) {
        // When nobody can say so any more, it has stopped.
        let _ = self.stopping.wait_for(|stopping| *stopping).await;
    }
}

/// How many lasting answers each address has open.
#[derive(Debug, Clone)]
pub(super) struct Clients {
    most: usize,
    open: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// A lasting answer that is counted until this is dropped.
#[derive(Debug)]
pub(super) struct Place {
    clients: Clients,
    address: IpAddr,
}

impl Clients {
    /// * `most`: what one address may have open.
    pub(super) fn new(most: usize) -> Self {
        Self { most, open: Arc::default() }
    }

    /// Counts one more for the client of a request; `None` when it has as many as it may.
    pub(super) fn enter(&self, request: &Request) -> Option<Place> {
        self.enter_from(address(request))
    }

    fn enter_from(&self, address: IpAddr) -> Option<Place> {
        let mut open = self.counts();
        let count = open.entry(address).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Place { clients: self.clone(), address })
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        // Nothing panics while it is held.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.clients.counts();
        if let Some(count) = open.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.address);
            }
        }
    }
}

/// Who counts as one client: an address, of IPv6 its network, for a client has all addresses in it.
fn address(request: &Request) -> IpAddr {
    match &**request.remote_addr() {
        Addr::SocketAddr(address) => match address.ip() {
            IpAddr::V6(ip) => Ipv6Addr::from_bits(ip.to_bits() & !u128::from(u64::MAX)).into(),
            ip => ip,
        },
        _ => Ipv4Addr::UNSPECIFIED.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_has_only_so_many_and_gets_them_back() {
        let clients = Clients::new(2);
        let [here, there] = [Ipv4Addr::LOCALHOST, Ipv4Addr::UNSPECIFIED].map(IpAddr::from);
        let first = clients.enter_from(here);
        let second = clients.enter_from(here);
        assert!(first.is_some() && second.is_some());
        assert!(clients.enter_from(here).is_none());
        assert!(clients.enter_from(there).is_some(), "another address");
        drop(first);
        assert!(clients.enter_from(here).is_some(), "one has ended");
        drop(second);
        assert!(clients.counts().is_empty(), "nothing is kept of who has gone");
    }
}
