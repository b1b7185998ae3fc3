//! A dataset in a zip.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::dataset::Dataset;
use super::problem::ReadError;
use super::read::{Files, read};

/// What the files of a zip may come to together, in bytes.
const UNPACKED_BYTES: u64 = 512 * 1024 * 1024;

/// How many entries a zip may have.
const ENTRIES: usize = 1_000;

/// Reads the dataset in a zip: its `*.csv` files, in whichever folder of it they lie; hidden ones are left aside. One file is
/// unpacked at a time, and none further than the zip says it goes.
///
/// # Errors
/// [`ReadError::Zip`] when it is no zip, or one that is not opened here; [`ReadError::Problems`] with everything that has
/// to be mended in its files.
pub fn read_zip(name: String, bytes: Vec<u8>) -> Result<Dataset, ReadError> {
    let entries = entries(&bytes).map_err(ReadError::Zip)?;
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

/// The CSV files in a zip, by name.
fn entries(bytes: &[u8]) -> Result<BTreeMap<String, Entry>, String> {
    let told = |error: ZipError| format!("is no zip that can be read: {error}");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(told)?;
    if archive.len() > ENTRIES {
        return Err(format!("has {} entries, more than {ENTRIES}: is this the zip of a dataset?", archive.len()));
    }
    let mut entries = BTreeMap::new();
    let mut unpacked: u64 = 0;
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).map_err(told)?;
        let path = entry.name().map_err(told)?.into_owned();
        let mut parts = path.split(['/', '\\']);
        let Some(name) = parts.next_back().filter(|name| is_csv(name)) else { continue };
        if parts.any(|folder| folder.starts_with("__MACOSX")) {
            continue;
        }
        if entry.encrypted() {
            return Err(format!("holds {name} under a password: pack it without one"));
        }
        unpacked = unpacked.saturating_add(entry.size());
        if unpacked > UNPACKED_BYTES {
            return Err(format!("comes to more than {} MiB when it is unpacked", UNPACKED_BYTES / 1024 / 1024));
        }
        if entries.insert(name.to_owned(), Entry { at, size: entry.size() }).is_some() {
            return Err(format!("holds {name} twice, in different folders: keep one of them"));
        }
    }
    Ok(entries)
}

fn is_csv(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) && !name.starts_with('.')
}

impl Files for Zip {
    fn names(&self) -> Vec<String> {
        self.entries.keys().cloned().collect()
    }

    fn open(&self, name: &str) -> Result<Cow<'_, [u8]>, String> {
        let Entry { at, size } = self.entries.get(name).ok_or("is not in the zip")?;
        let told = |error: &dyn fmt::Display| format!("cannot be unpacked: {error}");
        let mut archive = ZipArchive::new(Cursor::new(&self.bytes[..])).map_err(|error| told(&error))?;
        let entry = archive.by_index(*at).map_err(|error| told(&error))?;
        let mut unpacked = Vec::new();
        // One byte more than the zip says shows that it says too little.
        entry.take(size + 1).read_to_end(&mut unpacked).map_err(|error| told(&error))?;
        if unpacked.len() as u64 > *size {
            return Err("is larger than the zip says it is".to_owned());
        }
        Ok(Cow::Owned(unpacked))
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
        read_zip("made".into(), bytes).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn what_is_written_reads_back_equal_and_is_the_same_bytes_each_time() {
        for name in ["regio-zwolle", "regio-voorbeeld"] {
            let network = network(name);
            let (mut once, mut twice) = (Vec::new(), Vec::new());
            write_zip(&network, &mut once).unwrap();
            write_zip(&network, &mut twice).unwrap();
            assert_eq!(once, twice);
            let back = read_zip(name.into(), once).map_err(|error| error.to_string()).unwrap();
            let back = Network::build(back.facts, network.revision()).unwrap();
            assert_eq!(back.facts(), network.facts());
        }
    }

    #[test]
    fn a_zip_that_is_none_or_unpacks_to_too_much_is_refused() {
        assert!(refusal(b"slug,name".to_vec()).starts_with("is no zip that can be read"), "no zip");
        let twice: &[(&str, &[u8])] = &[("a/seats.csv", b""), ("b/seats.csv", b"")];
        assert_eq!(refusal(packed(twice)), "holds seats.csv twice, in different folders: keep one of them");
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
        let dataset = read_zip("made".into(), packed(&files)).map_err(|error| error.to_string()).unwrap();
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
