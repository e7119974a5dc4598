//! Pages, uploads, live updates: one folder per area, one file per action.
