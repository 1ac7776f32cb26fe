//! Builds the page and serves it.

use anyhow::Result;

use crate::config::Config;
use crate::paths::Paths;
use crate::serve::Server;
use crate::{progress, site};

/// Builds what is out of date and serves the site until it is stopped.
pub fn run(paths: &Paths, config: &Config, port: u16, open: bool) -> Result<()> {
    site::build_all(paths, config)?;
    let server = Server::start(&paths.dist(), port)?;
    if port != 0 && server.port() != port {
        progress::say(&format!("port {port} is in use"));
    }
    let url = server.url();
    progress::say(&format!("textlens is at {url} (Ctrl-C stops it)"));
    if open && let Err(error) = open::that_detached(&url) {
        progress::say(&format!("no browser could be opened ({error}): open the address yourself"));
    }
    server.wait()
}
