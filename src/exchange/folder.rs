//! A dataset in a folder.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::dataset::Dataset;
use super::form::Form;
use super::lines;
use super::problem::ReadError;
use super::read::read;
use super::rows::{Files, Rows, both};

/// The largest file, in bytes.
const FILE_BYTES: u64 = 512 * 1024 * 1024;

/// Reads the dataset in this folder: its `*.csv` files, hidden ones and folders in it left aside.
///
/// # Errors
/// [`ReadError::Folder`] when the folder cannot be opened, [`ReadError::Problems`] with everything that has to be
/// mended in its files.
pub fn read_folder(dir: &Path) -> Result<Dataset, ReadError> {
    let failed = |source| ReadError::Folder { folder: dir.display().to_string(), source };
    let mut names = Vec::new();
    for entry in dir.read_dir().map_err(failed)? {
        let name = entry.map_err(failed)?.file_name().to_string_lossy().into_owned();
        let is_csv = Path::new(&name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        if is_csv && !name.starts_with('.') {
            names.push(name);
        }
    }
    let name = dir.canonicalize().map_err(failed)?;
    let name = name.file_name().map_or_else(|| "dataset".into(), |name| name.to_string_lossy().into_owned());
    read(name, Folder { dir: dir.to_owned(), names })
}

#[derive(Debug)]
struct Folder {
    dir: PathBuf,
    names: Vec<String>,
}

impl Folder {
    fn open(&self, name: &str) -> Result<Vec<u8>, [String; 2]> {
        let failed =
            |error: io::Error| both(format!("lezen lukte niet: {error}"), format!("failed to read it: {error}"));
        let mib = FILE_BYTES >> 20;
        let too_large = || both(format!("is groter dan {mib} MiB"), format!("is larger than {mib} MiB"));
        let path = self.dir.join(name);
        let about = path.metadata().map_err(failed)?;
        // A pipe would be waited for without end.
        if !about.is_file() {
            return Err(failed(io::Error::other("it is no file")));
        }
        if about.len() > FILE_BYTES {
            return Err(too_large());
        }
        let file = File::open(path).map_err(failed)?;
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
        // One byte more than allowed shows that it grew while we read.
        file.take(FILE_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > FILE_BYTES { Err(too_large()) } else { Ok(bytes) }
    }
}

impl Files for Folder {
    fn form(&self) -> Form {
        Form::Csv
    }

    fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    fn rows(&self, name: &str, rows: &mut dyn Rows) -> Result<(), [String; 2]> {
        lines::rows(&self.open(name)?, rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_reads_as_what_is_built_in() -> Result<(), ReadError> {
        let built_in = super::super::builtin("regio-zwolle").transpose()?.map(|dataset| dataset.facts);
        let folder = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/regio-zwolle"))?;
        assert_eq!(Some(folder.facts), built_in);
        assert_eq!(folder.name, "regio-zwolle");
        Ok(())
    }

    #[test]
    fn other_files_and_hidden_ones_are_left_aside_and_a_file_that_cannot_be_read_is_named() -> io::Result<()> {
        let dir = tempfile::tempdir()?;
        for name in [".~lock.seats.csv", ".seats.csv", "README.md"] {
            std::fs::write(dir.path().join(name), "x")?;
        }
        std::fs::create_dir(dir.path().join("cooperations.csv"))?;
        File::create(dir.path().join("seats.csv"))?.set_len(FILE_BYTES + 1)?;
        let problems = read_folder(dir.path()).err().map(|error| error.to_string()).unwrap_or_default();
        let lines: Vec<_> = problems.lines().collect();
        let [cooperations, seats] = lines[..] else { unreachable!("two problems: {problems}") };
        assert!(cooperations.starts_with("cooperations.csv: failed to read it: "), "{cooperations}");
        assert_eq!(seats, "seats.csv: is larger than 512 MiB");
        Ok(())
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let error = read_folder(Path::new("no/such/folder")).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("failed to read the folder no/such/folder"));
    }
}
