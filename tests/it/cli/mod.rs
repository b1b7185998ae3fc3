//! The program as its users start it: as a process of its own, in a folder of its own.

mod backups;
mod calendars;
mod checked;
mod erased;
mod exchanged;
mod killed;
mod oidc;
mod older;
mod program;
mod readings;
mod replaced;
mod replicas;
mod served;
mod settings;
mod silent;
mod tokens;
