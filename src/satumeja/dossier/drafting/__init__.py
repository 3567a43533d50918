"""From a dossier to a proposed model: parties, options and wishes with their sources."""
