"""The made-up district of the demo: people, schools, incidents and hours, the same at every run."""
