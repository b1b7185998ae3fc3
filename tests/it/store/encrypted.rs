//! Postgres over TLS: nothing goes over the wire in the clear, and only to whom it is meant for.

use std::net::TcpListener;

use drieklank::store::Store;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};

use super::chain;
use crate::postgres::{Cluster, folder, start};

/// A server of its own that takes nothing but TLS, on a port of this machine.
struct Encrypted {
    port: u16,
    _cluster: Cluster,
}

impl Encrypted {
    /// Starts one with this certificate and its key (PEM).
    fn start(certificate: &str, key: &str) -> Self {
        let folder = folder(&[
            ("server.crt", certificate),
            ("server.key", key),
            ("hba.conf", "hostssl all all 127.0.0.1/32 trust\nlocal all all trust\n"),
        ]);
        let port = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its number").port();
        let at = folder.display();
        let settings = format!(
            "-c listen_addresses=127.0.0.1 -c port={port} -c hba_file='{at}/hba.conf' -c ssl=on \
             -c ssl_cert_file='{at}/server.crt' -c ssl_key_file='{at}/server.key'"
        );
        Self { port, _cluster: start(folder, &settings) }
    }

    /// Its address, by this name, with these settings of the connection.
    fn url(&self, host: &str, settings: &str) -> String {
        format!("postgres://drieklank@{host}:{}/postgres?{settings}", self.port)
    }
}

/// Somebody who vouches for servers.
fn authority(name: &str) -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::CommonName, name);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

#[tokio::test]
async fn postgres_is_spoken_to_over_tls_and_known_by_its_certificate() {
    let (own, other) = (authority("own"), authority("other"));
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(["localhost".to_owned()]).unwrap().signed_by(&key, &own).unwrap();
    let server = Encrypted::start(&certificate.pem(), &key.serialize_pem());
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: String| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let (own, other) = (file("own.pem", own.pem()), file("other.pem", other.pem()));

    for (host, settings) in [
        ("127.0.0.1", "sslmode=require".to_owned()),
        // What nobody says is TLS where the server speaks it.
        ("127.0.0.1", String::new()),
        ("127.0.0.1", format!("sslmode=verify-ca&sslrootcert={own}")),
        ("localhost", format!("sslmode=verify-full&sslrootcert={own}")),
    ] {
        let store = Store::open(&server.url(host, &settings)).await;
        let store = store.unwrap_or_else(|error| panic!("{host} {settings}: {}", chain(&error)));
        assert!(store.is_empty().await.unwrap());
        store.close().await.unwrap();
    }
    for (host, settings, said) in [
        ("127.0.0.1", "sslmode=disable".to_owned(), "no encryption"),
        ("localhost", format!("sslmode=verify-full&sslrootcert={other}"), "invalid peer certificate: UnknownIssuer"),
        ("localhost", "sslmode=verify-full".to_owned(), "invalid peer certificate: UnknownIssuer"),
        ("127.0.0.1", format!("sslmode=verify-full&sslrootcert={own}"), "not valid for name"),
        ("localhost", "sslmode=verify-full&sslrootcert=/none.pem".to_owned(), "No such file"),
    ] {
        let refused = Store::open(&server.url(host, &settings)).await.unwrap_err();
        assert!(refused.to_string().starts_with("failed to reach postgres database postgres on "), "{refused}");
        assert!(chain(&refused).contains(said), "{host} {settings}: {}", chain(&refused));
    }
}
