//! A dataset in a zip.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::dataset::Dataset;
use super::form::Form;
use super::lines;
use super::problem::ReadError;
use super::read::read;
use super::rows::{Files, Rows, both};

/// How many entries a zip may have.
const ENTRIES: usize = 1_000;

/// What the texts that cells of a workbook share may come to, and any other part that is no sheet, in bytes: they are held in
/// memory.
const TEXT_BYTES: u64 = 64 << 20;
const PART_BYTES: u64 = 4 << 20;

/// The longest text or tag of a part, in bytes: 32,767 characters, each written as a number. And how many tags the texts that
/// cells share may have: each is held in memory apart.
const RUN_BYTES: usize = 512 << 10;
const TEXT_TAGS: usize = 6_000_000;

/// How much of a part is looked at, in bytes: its first element stands there.
const HEAD_BYTES: usize = 4 << 10;

/// Reads the dataset in a zip: its `*.csv` files, in whichever folder of it they lie; hidden ones are left aside. One file is
/// unpacked at a time, and none further than the zip says it goes.
///
/// * `most_unpacked`: what its files may come to together, in bytes.
///
/// # Errors
/// As for [`read_bytes`](super::read_bytes).
pub(super) fn read_zip(name: String, bytes: Vec<u8>, most_unpacked: u64) -> Result<Dataset, ReadError> {
    let entries = entries(&bytes, most_unpacked).map_err(ReadError::Unreadable)?;
    read(name, Zip { bytes, entries })
}

/// A zip, with the entry of each file.
struct Zip {
    bytes: Vec<u8>,
    entries: BTreeMap<String, Entry>,
}

struct Entry {
    at: usize,
    /// What the zip says that it comes to, in bytes.
    size: u64,
}

impl fmt::Debug for Zip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Zip").field("files", &self.entries.keys()).finish_non_exhaustive()
    }
}

/// Opens a zip that has no more entries than a dataset may have.
fn opened(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, [String; 2]> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let n_entries = archive.len();
    if n_entries > ENTRIES {
        return Err(both(
            format!("heeft {n_entries} bestanden, meer dan {ENTRIES}: is dit de zip van een dataset?"),
            format!("has {n_entries} entries, more than {ENTRIES}: is this the zip of a dataset?"),
        ));
    }
    // The library keeps the last of those that are called alike.
    if counted(bytes).is_some_and(|counted| counted > n_entries) {
        return Err(both(
            "heeft twee bestanden met dezelfde naam: houd er een",
            "holds two files of the same name: keep one of them",
        ));
    }
    Ok(archive)
}

/// How many entries the record at the end of a zip counts; `None` when it does not say.
fn counted(bytes: &[u8]) -> Option<usize> {
    let at = bytes.windows(4).rposition(|mark| mark == b"PK\x05\x06")?;
    let count = u16::from_le_bytes(bytes.get(at + 10..at + 12)?.try_into().ok()?);
    // What does not fit stands elsewhere.
    (count != u16::MAX).then_some(usize::from(count))
}

fn unreadable(error: ZipError) -> [String; 2] {
    both(format!("is geen zip die te lezen is: {error}"), format!("is no zip that can be read: {error}"))
}

fn too_much(most_unpacked: u64) -> [String; 2] {
    let mib = most_unpacked >> 20;
    both(format!("komt uitgepakt op meer dan {mib} MiB"), format!("comes to more than {mib} MiB when it is unpacked"))
}

/// The CSV files in a zip, by name.
fn entries(bytes: &[u8], most_unpacked: u64) -> Result<BTreeMap<String, Entry>, [String; 2]> {
    let mut archive = opened(bytes)?;
    let mut entries = BTreeMap::new();
    let mut unpacked: u64 = 0;
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).map_err(unreadable)?;
        let path = entry.name().map_err(unreadable)?.into_owned();
        let mut parts = path.split(['/', '\\']);
        let Some(name) = parts.next_back().filter(|name| is_csv(name)) else { continue };
        if parts.any(|folder| folder.starts_with("__MACOSX")) {
            continue;
        }
        if entry.encrypted() {
            return Err(both(
                format!("heeft {name} achter een wachtwoord: pak het in zonder"),
                format!("holds {name} under a password: pack it without one"),
            ));
        }
        unpacked = unpacked.saturating_add(entry.size());
        if unpacked > most_unpacked {
            return Err(too_much(most_unpacked));
        }
        if entries.insert(name.to_owned(), Entry { at, size: entry.size() }).is_some() {
            return Err(both(
                format!("heeft {name} twee keer, in verschillende mappen: houd er een"),
                format!("holds {name} twice, in different folders: keep one of them"),
            ));
        }
    }
    Ok(entries)
}

/// Whether a zip is a workbook.
pub(super) fn is_book(bytes: &[u8]) -> bool {
    let archive = ZipArchive::new(Cursor::new(bytes));
    archive.is_ok_and(|archive| archive.index_for_name("[Content_Types].xml").is_some())
}

/// Holds what a workbook is packed in against what may be unpacked, by unpacking it once: the library that reads workbooks
/// believes what they say of their size.
pub(super) fn check_parts(bytes: &[u8], most_unpacked: u64) -> Result<(), [String; 2]> {
    let mut archive = opened(bytes)?;
    let mut left = most_unpacked;
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).map_err(unreadable)?;
        let path = entry.name().map_err(unreadable)?.to_ascii_lowercase();
        let file = path.rsplit(['/', '\\']).next().unwrap_or_default();
        let is_texts = file.ends_with("sharedstrings.xml");
        let is_sheet = file.starts_with("sheet") && !is_texts && !file.ends_with("styles.xml");
        let is_held = !is_sheet && (file.ends_with(".xml") || file.ends_with(".rels"));
        let most = match (is_texts, is_held) {
            (true, _) => TEXT_BYTES.min(left),
            (_, true) => PART_BYTES.min(left),
            _ => left,
        };
        let mut looking = Looking::default();
        let looked = io::copy(&mut (&mut entry).take(most.saturating_add(1)), &mut looking);
        let size = looked.map_err(|error| unreadable(error.into()))?;
        if size > left {
            return Err(too_much(most_unpacked));
        }
        if size > most {
            let mib = most >> 20;
            return Err(both(
                format!("heeft een deel {file} van meer dan {mib} MiB: kopieer de bladen naar een nieuwe werkmap"),
                format!("has a part {file} of more than {mib} MiB: copy the sheets into a new workbook"),
            ));
        }
        if file.ends_with(".xml") && looking.longest > RUN_BYTES {
            return Err(both(
                format!("heeft in het deel {file} een cel die groter is dan een cel van een werkmap kan zijn"),
                format!("has in the part {file} a cell that is larger than a cell of a workbook can be"),
            ));
        }
        if is_texts && looking.tags > TEXT_TAGS {
            return Err(both(
                format!("heeft een deel {file} met te veel teksten: stuur een zip met CSV-bestanden"),
                format!("has a part {file} with too many texts: send a zip of CSV files"),
            ));
        }
        if is_texts && !is_honest(&looking.head, size) {
            return Err(both(
                format!("heeft een deel {file} dat meer teksten belooft dan het houdt"),
                format!("has a part {file} that promises more texts than it holds"),
            ));
        }
        left -= size;
    }
    Ok(())
}

/// What is seen of a part while it is unpacked.
#[derive(Default)]
struct Looking {
    /// Its beginning.
    head: Vec<u8>,
    /// How many tags.
    tags: usize,
    /// The text or tag that it stands in, and the longest one, in bytes.
    run: usize,
    longest: usize,
}

impl io::Write for Looking {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = HEAD_BYTES.saturating_sub(self.head.len());
        self.head.extend_from_slice(&bytes[..bytes.len().min(room)]);
        for byte in bytes {
            self.tags += usize::from(*byte == b'<');
            self.run = if matches!(byte, b'<' | b'>') { 0 } else { self.run + 1 };
            self.longest = self.longest.max(self.run);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether the part with the texts that cells share is UTF-8 and counts no more of them than fit into it: the library makes
/// room for as many as it says.
fn is_honest(head: &[u8], size: u64) -> bool {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let values = |name: &'static str| {
        text.match_indices(name).filter_map(|(at, name)| {
            let value = text.get(at + name.len()..)?.trim_start().strip_prefix('=')?;
            Some(value.trim_start_matches(|char: char| char.is_whitespace() || matches!(char, '"' | '\'')))
        })
    };
    let fits = |count: &str| {
        let end = count.find(|char: char| !char.is_ascii_digit()).unwrap_or(count.len());
        count[..end].parse::<u64>().is_ok_and(|count| count <= size)
    };
    let is_utf_8 = !head.contains(&0) && values("encoding").all(|encoding| encoding.starts_with("utf-8"));
    is_utf_8 && text.contains("sst") && values("uniquecount").all(fits)
}

fn is_csv(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
        && !name.starts_with('.')
        && !name.starts_with("~$")
}

impl Files for Zip {
    fn form(&self) -> Form {
        Form::Csv
    }

    fn names(&self) -> Vec<String> {
        self.entries.keys().cloned().collect()
    }

    fn rows(&self, name: &str, rows: &mut dyn Rows) -> Result<(), [String; 2]> {
        let Some(Entry { at, size }) = self.entries.get(name) else {
            return Err(both("zit niet in de zip", "is not in the zip"));
        };
        let told = |error: &dyn fmt::Display| {
            both(format!("kan niet worden uitgepakt: {error}"), format!("cannot be unpacked: {error}"))
        };
        let mut archive = ZipArchive::new(Cursor::new(&self.bytes[..])).map_err(|error| told(&error))?;
        let entry = archive.by_index(*at).map_err(|error| told(&error))?;
        let mut unpacked = Vec::with_capacity(usize::try_from(*size).unwrap_or_default());
        // One byte more than the zip says shows that it says too little.
        entry.take(size + 1).read_to_end(&mut unpacked).map_err(|error| told(&error))?;
        if unpacked.len() as u64 > *size {
            return Err(both("is groter dan de zip zegt", "is larger than the zip says it is"));
        }
        lines::rows(&unpacked, rows)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use network::network::{Network, Revision};
    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::super::{builtin, write_zip};
    use super::*;

    const MOST: u64 = 512 << 20;

    fn network(name: &str) -> Network {
        let facts = builtin(name).and_then(Result::ok).map(|dataset| dataset.facts).unwrap_or_default();
        let revision = Revision { number: 1, recorded_at: chrono::DateTime::UNIX_EPOCH };
        Network::build(facts, revision).unwrap()
    }

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            zip.start_file(*name, options).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn refusal(bytes: Vec<u8>) -> String {
        read_zip("made".into(), bytes, MOST).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn what_is_written_reads_back_equal_and_is_the_same_bytes_each_time() {
        for name in ["regio-zwolle", "regio-voorbeeld"] {
            let network = network(name);
            let (mut once, mut twice) = (Vec::new(), Vec::new());
            write_zip(&network, &mut once).unwrap();
            write_zip(&network, &mut twice).unwrap();
            assert_eq!(once, twice);
            let back = read_zip(name.into(), once, MOST).map_err(|error| error.to_string()).unwrap();
            let back = Network::build(back.facts, network.revision()).unwrap();
            assert_eq!(back.facts(), network.facts());
        }
    }

    #[test]
    fn a_zip_that_is_none_or_unpacks_to_too_much_is_refused() {
        assert!(refusal(b"slug,name".to_vec()).starts_with("is no zip that can be read"), "no zip");
        let twice: &[(&str, &[u8])] = &[("a/seats.csv", b""), ("b/seats.csv", b"")];
        assert_eq!(refusal(packed(twice)), "holds seats.csv twice, in different folders: keep one of them");
        let mut alike = packed(&[("seats.csv", b"x"), ("seatz.csv", b"y")]);
        let places: Vec<usize> =
            alike.windows(9).enumerate().filter(|(_, name)| *name == b"seatz.csv").map(|(at, _)| at).collect();
        places.into_iter().for_each(|at| alike[at + 4] = b's');
        assert_eq!(refusal(alike), "holds two files of the same name: keep one of them");
        let zeros = vec![0; 1 << 20];
        let many: Vec<(String, &[u8])> = (0..513).map(|at| (format!("{at}.csv"), &zeros[..])).collect();
        let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (&**name, *bytes)).collect();
        let bomb = packed(&many);
        assert!(bomb.len() < 1 << 20, "{}", bomb.len());
        assert_eq!(refusal(bomb), "comes to more than 512 MiB when it is unpacked");
        let names: Vec<String> = (0..1_001).map(|at| format!("{at}.txt")).collect();
        let names: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, &b""[..])).collect();
        assert!(refusal(packed(&names)).starts_with("has 1001 entries"));
    }

    #[test]
    fn files_lie_in_any_folder_and_hidden_ones_are_left_aside() {
        let row: &[u8] = b"slug,organisation,name_nl,legal_entity,source,confidence\nx,x,X,false,us,HIGH\n";
        let files =
            [("set/cooperations.csv", row), ("__MACOSX/set/cooperations.csv", &b"?"[..]), ("set/.x.csv", &b"?"[..])];
        let dataset = read_zip("made".into(), packed(&files), MOST).map_err(|error| error.to_string()).unwrap();
        assert_eq!(dataset.facts.len(), 1);
    }

    #[test]
    fn a_zip_that_says_too_little_is_not_believed() {
        let row = b"slug,organisation,name_nl,legal_entity,source,confidence\nx,x,X,false,us,HIGH\n";
        let mut bytes = packed(&[("cooperations.csv", &row[..])]);
        // The size in the directory at the end: 24 bytes after its mark.
        let directory = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
        bytes[directory + 24] = 10;
        let told = refusal(bytes);
        assert!(told.starts_with("cooperations.csv: "), "{told}");
    }
}
