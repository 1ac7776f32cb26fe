//! The program at a shell prompt.

#![cfg(feature = "cli")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_textlens"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // The program may stop reading at an error, so a broken pipe is no fault here.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn stdout(output: &Output) -> &str {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::str::from_utf8(&output.stdout).unwrap()
}

fn error(output: &Output) -> &str {
    assert!(!output.status.success());
    std::str::from_utf8(&output.stderr).unwrap().trim_end()
}

#[test]
fn a_table_for_people() {
    let output = run(&["report", "seeds/parade.txt"], b"");
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/parade.txt");
    if std::env::var_os("TEXTLENS_BLESS").is_some() {
        std::fs::write(golden, stdout(&output)).unwrap();
    }
    assert_eq!(stdout(&output), std::fs::read_to_string(golden).unwrap_or_default());
}

#[test]
fn json_in_three_kinds_of_offsets() {
    let text = "né 🎈 Ünder.";
    for (kind, end) in [("utf16", 12), ("utf8", 16), ("codepoints", 11)] {
        let output = run(&["report", "--json", "--offsets", kind, "-"], text.as_bytes());
        let report: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
        assert_eq!(report["schema"], 1);
        assert_eq!(report["offsets"], kind);
        assert_eq!(report["sentences"][0]["end"], end, "{kind}");
    }
}

#[test]
fn lines_in_lines_out() {
    let input = "{\"id\":\"a\",\"text\":\"One. Two.\"}\n\n{\"text\":\"Three.\",\"id\":7}\n";
    let output = run(&["report", "--jsonl"], input.as_bytes());
    let rows: Vec<serde_json::Value> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!((&rows[0]["id"], &rows[1]["id"]), (&"a".into(), &7.into()));
    assert_eq!(rows[0]["report"]["sentences"].as_array().unwrap().len(), 2);
}

#[test]
fn lines_are_answered_as_they_come() {
    use std::io::{BufRead, BufReader};
    let mut child = Command::new(env!("CARGO_BIN_EXE_textlens"))
        .args(["report", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 0..3 {
        writeln!(stdin, "{{\"id\":{id},\"text\":\"A parade.\"}}").unwrap();
        stdin.flush().unwrap();
        assert!(lines.next().unwrap().unwrap().starts_with(&format!("{{\"id\":{id},")));
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn syllables_of_words() {
    let output = run(&["syllables"], "parade\nIt’s\n\nintercontinental\r\n".as_bytes());
    assert_eq!(stdout(&output), "parade\t2\nIt’s\t1\n\t0\nintercontinental\t6\n");
}

#[test]
fn errors_say_what_and_where() {
    assert_eq!(
        error(&run(&["report", "-"], b"abc\xFFdef")),
        "textlens: - is not UTF-8: the first wrong byte is byte 3; convert it first, for example with iconv"
    );
    assert!(
        error(&run(&["report", "no/such/file"], b"")).starts_with("textlens: cannot read no/such/file: ")
    );
    let bad_line = run(&["report", "--jsonl"], b"{\"id\":1,\"text\":\"a\"}\n{\"id\":2}\n");
    assert_eq!(error(&bad_line), "textlens: standard input, line 2, column 8: missing field `text`");
    assert_eq!(
        bad_line.stdout.iter().filter(|&&byte| byte == b'\n').count(),
        1,
        "the first line was answered"
    );
    assert!(error(&run(&["report"], b"")).contains("required"));
    let levels = "no level; known are none five-percent one-percent one-per-mille one-in-ten-thousand";
    assert!(error(&run(&["keyness", "--significance", "0.05", "-"], b"")).contains(levels));
    for tag in ["German", "not a tag", ""] {
        let refused = run(&["report", "--language", tag, "-"], b"");
        assert!(error(&refused).contains("not a tag of a language"), "{tag}");
    }
    assert!(run(&["report", "--language", "pt-BR", "-"], b"Um texto.").status.success());
    assert!(error(&run(&["keywords", "--class", "noun", "-"], b"")).contains("no class; known are ADJ ADP "));
}

#[test]
fn what_a_command_does_not_heed_it_does_not_take() {
    for args in [&["collocations", "a", "-"][..], &["keyness", "-"]] {
        let refused = run(&[args, &["--offsets", "utf8"]].concat(), b"");
        assert!(error(&refused).contains("unexpected argument '--offsets'"));
    }
    let seed = "seeds/parade.txt";
    let sentences = run(&["summary", "--limit", "2", seed], b"");
    assert_eq!(stdout(&sentences).lines().count(), 2);
    assert_eq!(sentences.stdout, run(&["summary", "--sentences", "2", seed], b"").stdout);
}

#[test]
fn words_of_ones_own_are_left_out_of_a_report() {
    let keywords = |args: &[&str]| {
        let text = b"Drones flew. A drone fell. Missiles flew, a missile fell, tanks stood.";
        let output = run(&[&["report", "--json", "-"], args].concat(), text);
        let report: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
        let terms = report["keywords"].as_array().unwrap().iter();
        terms.map(|keyword| keyword["term"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let file = std::env::temp_dir().join(format!("textlens-stop-words-{}", std::process::id()));
    std::fs::write(&file, "missile\n tank\n").unwrap();
    assert_eq!(keywords(&[]), ["drone", "flew", "fell", "missile", "tanks", "stood"]);
    let stop_words = ["--stop", "drone", "--stop-words", file.to_str().unwrap()];
    assert_eq!(keywords(&stop_words), ["flew", "fell", "stood"]);
    std::fs::remove_file(file).unwrap();
}

#[test]
fn a_formula_that_is_not_made_for_the_language_says_so() {
    let table = run(&["report", "--language", "zh", "-"], "阅兵式今天上午开始。".as_bytes());
    let lix = stdout(&table).lines().find(|line| line.starts_with("  LIX ")).unwrap();
    assert!(lix.ends_with("(not for this language)"), "{lix}");
}

#[test]
fn packs_are_written_and_read_back() {
    let folder = std::env::temp_dir().join(format!("textlens-packs-{}", std::process::id()));
    stdout(&run(&["packs", "--out", folder.to_str().unwrap()], b""));
    let mut packs = textlens::lexicon::Packs::none();
    for name in ["en.words", "en.names"] {
        let loaded = packs.load(&std::fs::read(folder.join(format!("{name}.pack"))).unwrap()).unwrap();
        assert_eq!(loaded.name, name);
    }
    assert!(packs.words("en").is_some() && packs.names("en").is_some());
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn one_thing_at_a_time() {
    let seed = "seeds/parade.txt";
    let ngrams = run(&["keywords", "--ngrams", "2", "--limit", "1", seed], b"");
    assert_eq!(stdout(&ngrams), "     7  North Korea\n");
    let keywords = run(&["keywords", "--limit", "2", seed], b"");
    assert_eq!(stdout(&keywords), "    14  North\n     9  Shoigu\n");
    assert_eq!(stdout(&run(&["phrases", seed], b"")).lines().count(), 10);
    assert_eq!(stdout(&run(&["phrases", "--limit", "3", seed], b"")).lines().count(), 3);
    let lines = run(&["concordance", "[drone]", "--width", "2", "-"], b"A drone flew. Two drones fell.");
    assert_eq!(stdout(&lines), "        A  drone  flew. Two\nflew. Two  drones  fell.\n");
    let company = run(&["collocations", "kim", seed], b"");
    assert!(stdout(&company).lines().any(|line| line.ends_with("  Shoigu")));
    let key = run(&["keyness", "--limit", "1", seed], b"");
    assert!(stdout(&key).lines().last().unwrap().ends_with("  Shoigu"));
    let against_itself = run(&["keyness", "--json", "--reference", seed, seed], b"");
    assert_eq!(stdout(&against_itself), "", "nothing stands out against itself");
    let same = run(&["compare", seed, seed], b"");
    assert!(stdout(&same).contains("Jaccard 1.000, cosine 1.000"));
    assert!(error(&run(&["concordance", "a [b", seed], b"")).contains("\"[b\" at offset 2"));
    assert!(error(&run(&["concordance", "/war/g", seed], b"")).contains("at offset 5 of the query: only i"));
}
