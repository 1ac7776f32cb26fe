//! What each shipped file weighs, against the budgets of wasm-pack.toml.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::config::{Budget, Config};
use crate::paths::Paths;
use crate::{files, progress, site};

/// Brotli's highest quality and largest standard window, as hosts compress files
/// once for all readers.
const QUALITY: u32 = 11;
const WINDOW: u32 = 22;

/// A file of the site or of the npm package.
struct Shipped {
    /// Path in its folder, after `site/` or `npm/`.
    path: String,
    raw: u64,
    brotli: u64,
}

/// Builds, prints the table and checks the budgets.
///
/// # Errors
/// When a budget is exceeded, or no file falls under it.
pub fn run(paths: &Paths, config: &Config) -> Result<()> {
    site::build_all(paths, config)?;
    check(paths, config)
}

/// Prints the table of what is built and checks the budgets.
pub fn check(paths: &Paths, config: &Config) -> Result<()> {
    progress::say("size: brotli at quality 11");
    let shipped = weigh(&[("site", paths.dist()), ("npm", paths.npm_package(&config.package.name))])?;
    print!("{}", table(&shipped, &config.budgets));
    let faults = faults(&shipped, &config.budgets);
    if !faults.is_empty() {
        bail!("{}", faults.join("; "));
    }
    Ok(())
}

/// Weighs all files of the folders: each content once, on all cores.
fn weigh(folders: &[(&str, PathBuf)]) -> Result<Vec<Shipped>> {
    let mut found = Vec::new();
    let mut contents = HashMap::new();
    for (name, folder) in folders {
        for path in files::list(folder, &[])? {
            let bytes = files::read(&folder.join(&path))?;
            let hash = files::hash(&bytes);
            let path = format!("{name}/{}", files::with_slashes(&path));
            found.push((path, bytes.len() as u64, hash.clone()));
            contents.insert(hash, bytes);
        }
    }
    let weights = std::thread::scope(|scope| {
        let weighing: Vec<_> =
            contents.iter().map(|(hash, bytes)| (hash, scope.spawn(|| brotli_size(bytes)))).collect();
        weighing
            .into_iter()
            .map(|(hash, thread)| match thread.join() {
                Ok(weight) => Ok((hash.as_str(), weight?)),
                Err(_) => bail!("the compressor panicked"),
            })
            .collect::<Result<HashMap<_, _>>>()
    })?;
    found
        .into_iter()
        .map(|(path, raw, hash)| {
            let brotli = *weights.get(hash.as_str()).context("a file was not weighed")?;
            Ok(Shipped { path, raw, brotli })
        })
        .collect()
}

/// How many bytes brotli leaves.
pub fn brotli_size(bytes: &[u8]) -> Result<u64> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, QUALITY, WINDOW);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len() as u64)
}

/// The files that fall under a budget.
fn under<'a>(shipped: &'a [Shipped], budget: &Budget) -> Vec<&'a Shipped> {
    shipped.iter().filter(|file| is_under(file, budget)).collect()
}

fn is_under(file: &Shipped, budget: &Budget) -> bool {
    budget.files.iter().any(|pattern| matches(pattern, &file.path))
}

/// Whether a path fits a pattern, in which `*` is any run of characters.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, rest)) => path.strip_prefix(start).is_some_and(|tail| {
            tail.char_indices().map(|(at, _)| at).chain([tail.len()]).any(|at| matches(rest, &tail[at..]))
        }),
    }
}

/// What is wrong, a sentence for each budget.
fn faults(shipped: &[Shipped], budgets: &BTreeMap<String, Budget>) -> Vec<String> {
    budgets
        .iter()
        .filter_map(|(name, budget)| {
            let files = under(shipped, budget);
            let sum: u64 = files.iter().map(|file| file.brotli).sum();
            if files.is_empty() {
                Some(format!("no file falls under the budget '{name}'"))
            } else if sum > budget.brotli {
                Some(format!(
                    "'{name}' is over its budget by {} bytes: make it smaller, or raise the \
                     budget in wasm-pack.toml with a reason",
                    grouped(sum - budget.brotli)
                ))
            } else {
                None
            }
        })
        .collect()
}

/// The files in groups, each with its budget; what has no budget comes last.
fn table(shipped: &[Shipped], budgets: &BTreeMap<String, Budget>) -> String {
    let width = shipped.iter().map(|file| file.path.len()).max().unwrap_or(0).max(24) + 2;
    let mut text = format!("{:width$}{:>12}{:>12}{:>12}{:>8}\n", "", "raw", "brotli", "budget", "share");
    let mut rows = |title: &str, files: &[&Shipped], budget: Option<u64>| {
        let (mut raw, mut brotli) = (0, 0);
        for file in files {
            raw += file.raw;
            brotli += file.brotli;
        }
        let limit = budget.map(grouped).unwrap_or_default();
        let share = budget.map(|most| format!("{} %", brotli * 100 / most.max(1))).unwrap_or_default();
        text += &format!("{title:width$}{:>12}{:>12}{limit:>12}{share:>8}\n", grouped(raw), grouped(brotli));
        for file in files {
            let path = format!("  {}", file.path);
            text += &format!("{path:width$}{:>12}{:>12}\n", grouped(file.raw), grouped(file.brotli));
        }
    };
    for (name, budget) in budgets {
        rows(name, &under(shipped, budget), Some(budget.brotli));
    }
    let rest: Vec<_> =
        shipped.iter().filter(|file| !budgets.values().any(|budget| is_under(file, budget))).collect();
    rows("without a budget", &rest, None);
    text
}

/// `1234567` as `1 234 567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped(files: &[(&str, u64)]) -> Vec<Shipped> {
        files.iter().map(|&(path, brotli)| Shipped { path: path.into(), raw: brotli * 3, brotli }).collect()
    }

    fn budget(pattern: &str, brotli: u64) -> BTreeMap<String, Budget> {
        BTreeMap::from([("core".into(), Budget { files: vec![pattern.into()], brotli })])
    }

    #[test]
    fn patterns_match_whole_paths() {
        assert!(matches("assets/*.wasm", "assets/core-x1.wasm"));
        assert!(matches("*en.words*.pack", "packs/en.words.pack"));
        assert!(matches("textlens.html", "textlens.html"));
        assert!(!matches("*.html", "textlens.htmlx"));
        assert!(!matches("assets/*.js", "other/assets/x.js"));
    }

    #[test]
    fn files_under_one_budget_count_together() {
        let files = shipped(&[("a.js", 60), ("b.js", 50), ("c.css", 900)]);
        assert!(faults(&files, &budget("*.js", 110)).is_empty());
        let over = faults(&files, &budget("*.js", 100));
        assert_eq!(over.len(), 1);
        assert!(over[0].contains("'core' is over its budget by 10 bytes"), "{over:?}");
    }

    #[test]
    fn a_budget_for_nothing_is_a_fault() {
        let fault = faults(&shipped(&[("a.js", 1)]), &budget("*.wasm", 100));
        assert!(fault[0].contains("no file"), "{fault:?}");
    }

    #[test]
    fn the_table_has_every_file_once() {
        let files = shipped(&[("a.js", 1_500), ("b.css", 2)]);
        let text = table(&files, &budget("*.js", 2_000));
        for path in ["a.js", "b.css"] {
            assert_eq!(text.matches(path).count(), 1, "{text}");
        }
        assert!(text.contains("1 500"), "{text}");
        assert!(text.contains("75 %"), "{text}");
    }

    #[test]
    fn brotli_makes_repetition_small() {
        assert!(brotli_size(&[b'a'; 100_000]).expect("compressed") < 100);
    }
}
