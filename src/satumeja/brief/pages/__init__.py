"""The pages a person reads: the brief and the dossier, as self-contained HTML."""
