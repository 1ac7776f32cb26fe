//! Serves the built site on this machine, with the headers that a careful host
//! would send.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::thread::JoinHandle;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::services::ServeDir;

/// The policy of every response but the one-file page: nothing but the page's own
/// files, no inline script or style, no `eval`, WebAssembly allowed.
pub const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    worker-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Its scripts are inline and its worker is a blob: it carries a policy of its own,
/// with hashes, in a `<meta>`.
const ONE_FILE_PAGE: &str = "/textlens.html";

/// How many ports are tried, the wanted one first.
const PORTS_TRIED: u16 = 100;

/// A server at work in a thread of its own, until the process ends.
pub struct Server {
    address: SocketAddr,
    thread: JoinHandle<Result<()>>,
}

impl Server {
    /// Serves `folder` on the first free port from `port` on; 0 is any free one.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        let listener = listen(port)?;
        let address = listener.local_addr()?;
        let router = router(folder);
        let thread = std::thread::spawn(move || serve(listener, router));
        Ok(Self { address, thread })
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Waits for the server, which ends only when it fails.
    pub fn wait(self) -> Result<()> {
        match self.thread.join() {
            Ok(result) => result,
            Err(_) => bail!("the server panicked"),
        }
    }
}

/// A listener on the first free port from `port` on.
fn listen(port: u16) -> Result<TcpListener> {
    for candidate in port..=port.saturating_add(PORTS_TRIED - 1) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("cannot listen on port {candidate}")),
        }
    }
    bail!("port {port} and the {} after it are in use: name another with --port", PORTS_TRIED - 1)
}

fn router(folder: &Path) -> Router {
    Router::new().fallback_service(ServeDir::new(folder)).layer(middleware::from_fn(with_headers))
}

fn serve(listener: TcpListener, router: Router) -> Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        axum::serve(tokio::net::TcpListener::from_std(listener)?, router).await?;
        Ok(())
    })
}

async fn with_headers(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let status = response.status();
    let headers = response.headers_mut();
    for (name, value) in headers_for(&path, status) {
        headers.insert(name, HeaderValue::from_static(value));
    }
    say_utf8(headers);
    response
}

/// The headers that are the same for all responses to a path.
fn headers_for(path: &str, status: StatusCode) -> Vec<(HeaderName, &'static str)> {
    let hashed = path.starts_with("/assets/") && status.is_success();
    let mut headers = vec![
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, if hashed { "public, max-age=31536000, immutable" } else { "no-cache" }),
    ];
    if path != ONE_FILE_PAGE {
        headers.push((CONTENT_SECURITY_POLICY, CONTENT_POLICY));
    }
    headers
}

/// Plain text is UTF-8 here, and a browser would guess otherwise.
fn say_utf8(headers: &mut HeaderMap) {
    if headers.get(CONTENT_TYPE).is_some_and(|kind| kind == "text/plain") {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;
    use crate::files::{self, Scratch};

    /// The head of the answer to a GET, in lower case, and its body.
    fn get(server: &Server, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(server.address).expect("the server listens");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("answered");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        (head.to_lowercase(), body.to_owned())
    }

    fn site(name: &str) -> (Scratch, Server) {
        let scratch = Scratch::new(name);
        for (path, text) in [
            ("index.html", "<p>page"),
            ("textlens.html", "<p>one file"),
            ("assets/core-x.wasm", "wasm"),
            ("seeds/parade.txt", "“text”"),
        ] {
            files::write(&scratch.0.join(path), text).expect("written");
        }
        let server = Server::start(&scratch.0, 0).expect("a free port");
        (scratch, server)
    }

    #[test]
    fn a_port_in_use_gives_the_next() {
        // Another program may take the next one meanwhile: only "later" is sure.
        let first = listen(0).expect("a free port");
        let port = first.local_addr().expect("bound").port();
        let second = listen(port).expect("one of the next").local_addr().expect("bound").port();
        assert!(second > port, "{second} after {port}");
    }

    #[test]
    fn every_answer_has_the_policy_but_the_one_file_page() {
        let (_scratch, server) = site("serve-policy");
        let policy = CONTENT_POLICY.to_lowercase();
        for path in ["/", "/index.html", "/assets/core-x.wasm", "/seeds/parade.txt", "/none"] {
            assert!(get(&server, path).0.contains(&policy), "{path}");
        }
        let (head, body) = get(&server, "/textlens.html");
        assert!(!head.contains("content-security-policy"), "{head}");
        assert_eq!(body, "<p>one file");
    }

    #[test]
    fn types_and_caching_are_right() {
        let (_scratch, server) = site("serve-types");
        let (wasm, _) = get(&server, "/assets/core-x.wasm");
        assert!(wasm.contains("content-type: application/wasm"), "{wasm}");
        assert!(wasm.contains("immutable"), "{wasm}");
        let (text, body) = get(&server, "/seeds/parade.txt");
        assert!(text.contains("content-type: text/plain; charset=utf-8"), "{text}");
        assert!(text.contains("cache-control: no-cache"), "{text}");
        assert_eq!(body, "“text”");
        let (missing, _) = get(&server, "/assets/none.js");
        assert!(missing.starts_with("http/1.1 404"), "{missing}");
        assert!(missing.contains("cache-control: no-cache"), "{missing}");
    }
}
