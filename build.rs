//! Builds again when a built-in file changes: cargo does not see what `include_dir!` reads.

fn main() {
    println!("cargo::rerun-if-changed=data");
}
